import type { Feature } from '../feature.ts';
import { editionApi } from './api.ts';
import { editionPages } from './pages.ts';
import { amendPages } from './pages-amend.ts';
import { criteriaPages } from './pages-criteria.ts';
import { successorPages, successorApi } from './pages-notes.ts';
import { setupPages } from './pages-setup.ts';

export const editions: Feature = {
  pages: [editionPages, setupPages, successorPages, criteriaPages, amendPages],
  api: [editionApi, successorApi],
};
