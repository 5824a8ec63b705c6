/** The store that the settings choose. */
import path from 'node:path';
import type { Config } from '../../config.ts';
import { diskStore, type FileStore } from './store.ts';

export const openFileStore = (config: Config): FileStore => diskStore(path.join(config.dataDir, 'files'));
