import type { Feature } from '../feature.ts';
import { reminderApi } from './api.ts';
import { reminderPages } from './pages.ts';

export const reminders: Feature = {
  pages: [reminderPages],
  api: [reminderApi],
};
