import type { Feature } from '../feature.ts';
import { guidanceApi } from './api.ts';
import { guidancePages } from './pages.ts';
import { regionPages } from './pages-regions.ts';

export const guidance: Feature = {
  pages: [guidancePages, regionPages],
  api: [guidanceApi],
};
