import type { Feature } from '../feature.ts';
import { nominationTableApi } from './api.ts';
import { nominationTablePages } from './pages.ts';

export const nominationTable: Feature = {
  pages: [nominationTablePages],
  api: [nominationTableApi],
};
