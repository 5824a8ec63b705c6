import type { Feature } from '../feature.ts';
import { barrierApi } from './api.ts';
import { barrierPages, tellPages } from './pages.ts';

export const barriers: Feature = {
  open: [tellPages],
  pages: [barrierPages],
  api: [barrierApi],
};
