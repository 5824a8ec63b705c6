import type { Feature } from '../feature.ts';
import { juryProtocolApi } from './api.ts';
import { juryProtocolPages } from './pages.ts';

export const protocol: Feature = {
  pages: [juryProtocolPages],
  api: [juryProtocolApi],
};
