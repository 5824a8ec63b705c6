import type { Feature } from '../feature.ts';
import { documentApi } from './api.ts';
import { resumableApi } from './api-resumable.ts';
import { documentPages } from './pages.ts';

export const documents: Feature = {
  pages: [documentPages],
  api: [documentApi, resumableApi],
};
