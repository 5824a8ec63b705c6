import type { Feature } from '../feature.ts';
import { earlierApi } from './api.ts';
import { earlierPages } from './pages.ts';

export const earlier: Feature = {
  pages: [earlierPages],
  api: [earlierApi],
};
