import type { Feature } from '../feature.ts';
import { motionsApi } from './api.ts';
import { motionPages } from './pages.ts';

export const motions: Feature = {
  pages: [motionPages],
  api: [motionsApi],
};
