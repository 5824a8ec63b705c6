import type { Feature } from '../feature.ts';
import { ceremonyApi } from './api.ts';
import { ceremonyPages } from './pages.ts';
import { ceremonyScreen } from './pages-screen.ts';

export const ceremony: Feature = {
  open: [ceremonyScreen],
  pages: [ceremonyPages],
  api: [ceremonyApi],
};
