import type { Feature } from '../feature.ts';
import { practiceApi } from './api.ts';
import { practicePages } from './pages.ts';

export const practice: Feature = {
  pages: [practicePages],
  api: [practiceApi],
};
