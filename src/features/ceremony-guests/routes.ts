import type { Feature } from '../feature.ts';
import { guestApi } from './api.ts';
import { askPlacePages, guestPages } from './pages.ts';

export const ceremonyGuests: Feature = {
  open: [askPlacePages],
  pages: [guestPages],
  api: [guestApi],
};
