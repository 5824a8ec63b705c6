import type { Feature } from '../feature.ts';
import { correspondenceApi } from './api.ts';
import { correspondencePages } from './pages.ts';

export const correspondence: Feature = {
  pages: [correspondencePages],
  api: [correspondenceApi],
};
