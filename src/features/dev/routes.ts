import type { Feature } from '../feature.ts';
import { devApi } from './api.ts';
import { devPages } from './pages.ts';

export const dev: Feature = {
  open: [devPages],
  api: [devApi],
};
