import type { Feature } from '../feature.ts';
import { letterBatchApi } from './api.ts';
import { letterBatchPages } from './pages.ts';

export const letterBatches: Feature = {
  pages: [letterBatchPages],
  api: [letterBatchApi],
};
