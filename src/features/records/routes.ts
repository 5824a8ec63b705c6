import type { Feature } from '../feature.ts';
import { recordsApi } from './api.ts';
import { recordsPages } from './pages.ts';

export const records: Feature = {
  pages: [recordsPages],
  api: [recordsApi],
};
