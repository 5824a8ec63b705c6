import type { Feature } from '../feature.ts';
import { writingApi } from './api.ts';
import { writingPages } from './pages.ts';
import { formPreviewPages } from './pages-preview.ts';
import { historyPages } from './pages-history.ts';

export const writing: Feature = {
  pages: [writingPages, historyPages, formPreviewPages],
  api: [writingApi],
};
