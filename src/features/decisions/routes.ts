import type { Feature } from '../feature.ts';
import { decisionsApi } from './api.ts';
import { decisionPages } from './pages.ts';
import { withdrawalPages } from './pages-withdrawal.ts';

export const decisions: Feature = {
  pages: [decisionPages, withdrawalPages],
  api: [decisionsApi],
};
