import type { Feature } from '../feature.ts';
import { callListApi } from './api.ts';
import { callListPages, unsubscribePages } from './pages.ts';

export const callList: Feature = {
  open: [unsubscribePages],
  pages: [callListPages],
  api: [callListApi],
};
