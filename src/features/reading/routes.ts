import type { Feature } from '../feature.ts';
import { readingApi } from './api.ts';
import { readingPages } from './pages.ts';
import { searchPages } from './pages-search.ts';

export const reading: Feature = {
  pages: [readingPages, searchPages],
  api: [readingApi],
};
