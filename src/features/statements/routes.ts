import type { Feature } from '../feature.ts';
import { statementsApi } from './api.ts';
import { statementPages } from './pages.ts';
import { statementHistoryPages } from './pages-history.ts';

export const statements: Feature = {
  pages: [statementPages, statementHistoryPages],
  api: [statementsApi],
};
