import type { Feature } from '../feature.ts';
import { organisationApi } from './api.ts';
import { organisationPages } from './pages.ts';

export const organisations: Feature = {
  pages: [organisationPages],
  api: [organisationApi],
};
