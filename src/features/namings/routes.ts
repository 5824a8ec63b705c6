import type { Feature } from '../feature.ts';
import { namingsApi } from './api.ts';
import { namingPages } from './pages.ts';
import { namingOfficePages } from './pages-office.ts';

export const namings: Feature = {
  pages: [namingPages, namingOfficePages],
  api: [namingsApi],
};
