import type { Feature } from '../feature.ts';
import { meetingsApi } from './api.ts';
import { meetingPages } from './pages.ts';
import { screenPages } from './pages-screen.ts';

export const meetings: Feature = {
  pages: [meetingPages, screenPages],
  api: [meetingsApi],
};
