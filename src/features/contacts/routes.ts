import type { Feature } from '../feature.ts';
import { contactApi } from './api.ts';
import { contactPages } from './pages.ts';

export const contacts: Feature = {
  pages: [contactPages],
  api: [contactApi],
};
