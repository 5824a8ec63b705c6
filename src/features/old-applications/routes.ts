import type { Feature } from '../feature.ts';
import { oldApplicationApi } from './api.ts';
import { oldApplicationPages } from './pages.ts';

export const oldApplications: Feature = {
  pages: [oldApplicationPages],
  api: [oldApplicationApi],
};
