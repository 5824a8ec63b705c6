import type { Feature } from '../feature.ts';
import { peopleApi } from './api.ts';
import { myPages } from './pages.ts';
import { administrationPages } from './pages-administration.ts';

export const people: Feature = {
  pages: [myPages, administrationPages],
  api: [peopleApi],
};
