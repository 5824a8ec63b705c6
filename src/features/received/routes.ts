import type { Feature } from '../feature.ts';
import { receivedApi } from './api.ts';
import { receivedPages } from './pages.ts';

export const received: Feature = {
  pages: [receivedPages],
  api: [receivedApi],
};
