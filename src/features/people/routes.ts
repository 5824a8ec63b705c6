import type { Feature } from '../feature.ts';
import { peopleApi } from './api.ts';
import { limitedRoleApi } from './api-limited.ts';
import { myPages } from './pages.ts';
import { limitedRolePages } from './pages-limited.ts';
import { administrationPages } from './pages-administration.ts';

export const people: Feature = {
  pages: [myPages, administrationPages, limitedRolePages],
  api: [peopleApi, limitedRoleApi],
};
