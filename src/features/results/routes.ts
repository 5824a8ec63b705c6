import type { Feature } from '../feature.ts';
import { resultsApi } from './api.ts';
import { agreedApi } from './api-agreed.ts';
import { frozenApi } from './api-frozen.ts';
import { resultPages } from './pages.ts';
import { assessmentPages } from './pages-agreed.ts';
import { frozenPages } from './pages-frozen.ts';

export const results: Feature = {
  pages: [resultPages, assessmentPages, frozenPages],
  api: [resultsApi, agreedApi, frozenApi],
};
