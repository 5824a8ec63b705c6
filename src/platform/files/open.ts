/** The store that the settings choose. */
import path from 'node:path';
import type { Config } from '../../config.ts';
import { s3Store } from './s3.ts';
import { diskStore, type FileStore } from './store.ts';

export function openFileStore(config: Config): FileStore {
  const folder = path.join(config.dataDir, 'files');
  const { s3Endpoint, s3Bucket, s3Region, s3AccessKeyId, s3SecretAccessKey } = config;
  // With an address, the others are there: the settings are refused otherwise.
  if (!s3Endpoint || !s3Bucket || !s3AccessKeyId || !s3SecretAccessKey) return diskStore(folder);
  return s3Store({
    endpoint: s3Endpoint,
    bucket: s3Bucket,
    region: s3Region,
    accessKeyId: s3AccessKeyId,
    secretAccessKey: s3SecretAccessKey,
    incoming: path.join(folder, 'tmp'),
  });
}
