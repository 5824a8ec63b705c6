import type { Feature } from '../feature.ts';
import { confirmationApi } from './api.ts';
import { confirmationPages } from './pages.ts';

export const confirmations: Feature = {
  pages: [confirmationPages],
  api: [confirmationApi],
};
