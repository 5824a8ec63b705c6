import type { Feature } from '../feature.ts';
import { receiptApi } from './api.ts';
import { receiptPages } from './pages.ts';

export const receipts: Feature = {
  pages: [receiptPages],
  api: [receiptApi],
};
