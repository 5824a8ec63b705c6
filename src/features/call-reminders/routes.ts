import type { Feature } from '../feature.ts';
import { callReminderApi } from './api.ts';
import { callReminderPages } from './pages.ts';

export const callReminders: Feature = {
  open: [callReminderPages],
  api: [callReminderApi],
};
