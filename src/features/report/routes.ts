import type { Feature } from '../feature.ts';
import { reportApi } from './api.ts';
import { reportPages } from './pages.ts';

export const report: Feature = {
  pages: [reportPages],
  api: [reportApi],
};
