import type { Feature } from '../feature.ts';
import { embargoApi } from './api-embargo.ts';
import { publicationApi } from './api.ts';
import { publicationStepsApi } from './api-steps.ts';
import { embargoPages } from './pages-embargo.ts';
import { callPreviewPages } from './pages-call-preview.ts';
import { publicationPages } from './pages.ts';
import { publicationMovePages } from './pages-move.ts';
import { publicationStepPages } from './pages-steps.ts';
import { publicApi } from './public-api.ts';
import { publicPages } from './public-pages.ts';

export const publication: Feature = {
  readOnly: [publicPages],
  pages: [callPreviewPages, publicationPages, publicationStepPages, publicationMovePages, embargoPages],
  api: [publicApi, publicationApi, publicationStepsApi, embargoApi],
};
