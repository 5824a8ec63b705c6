import type { Feature } from '../feature.ts';
import { retentionApi } from './api.ts';
import { retentionPages } from './pages.ts';

export const retention: Feature = {
  pages: [retentionPages],
  api: [retentionApi],
};
