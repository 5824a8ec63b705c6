import type { Feature } from '../feature.ts';
import { deskApi } from './api.ts';
import { deskPages } from './pages.ts';

export const desk: Feature = {
  pages: [deskPages],
  api: [deskApi],
};
