import type { Feature } from '../feature.ts';
import { historyApi } from './api.ts';
import { historyPages } from './pages.ts';

export const history: Feature = {
  pages: [historyPages],
  api: [historyApi],
};
