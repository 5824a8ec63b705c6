import type { Feature } from '../feature.ts';
import { archiveApi } from './api.ts';
import { archivePages } from './pages.ts';

export const archive: Feature = { pages: [archivePages], api: [archiveApi] };
