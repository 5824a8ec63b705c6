import type { Feature } from '../feature.ts';
import { publicationApi } from './api.ts';
import { publicationStepsApi } from './api-steps.ts';
import { publicationPages } from './pages.ts';
import { publicationStepPages } from './pages-steps.ts';
import { publicApi } from './public-api.ts';
import { publicPages } from './public-pages.ts';

export const publication: Feature = {
  open: [publicPages],
  pages: [publicationPages, publicationStepPages],
  api: [publicApi, publicationApi, publicationStepsApi],
};
