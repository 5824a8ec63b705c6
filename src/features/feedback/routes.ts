import type { Feature } from '../feature.ts';
import { feedbackApi } from './api.ts';
import { feedbackPages } from './pages.ts';

export const feedback: Feature = {
  pages: [feedbackPages],
  api: [feedbackApi],
};
