import type { Feature } from '../feature.ts';
import { retentionApi } from './api.ts';
import { accountApi, accountPages } from './pages-account.ts';
import { ownLinkApi, ownLinkPages } from './pages-own.ts';
import { retentionPages } from './pages.ts';

export const retention: Feature = {
  open: [ownLinkPages],
  pages: [retentionPages, accountPages],
  api: [retentionApi, accountApi, ownLinkApi],
};
