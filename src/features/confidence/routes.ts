import type { Feature } from '../feature.ts';
import { confidenceApi } from './api.ts';
import { confidencePages } from './pages.ts';
import { earlyReaderPages } from './pages-early.ts';

/** The rules of confidence for every role, and the list of those who see the outcome early. */
export const confidence: Feature = {
  pages: [confidencePages, earlyReaderPages],
  api: [confidenceApi],
};
