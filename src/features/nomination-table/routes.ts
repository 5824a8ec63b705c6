import type { Feature } from '../feature.ts';
import { nominationTableApi } from './api.ts';
import { nominationBulkPages } from './pages-bulk.ts';
import { nominationTablePages } from './pages.ts';

export const nominationTable: Feature = {
  pages: [nominationTablePages, nominationBulkPages],
  api: [nominationTableApi],
};
