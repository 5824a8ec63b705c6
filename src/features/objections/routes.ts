import type { Feature } from '../feature.ts';
import { objectionsApi } from './api.ts';
import { objectionPages } from './pages.ts';

export const objections: Feature = {
  pages: [objectionPages],
  api: [objectionsApi],
};
