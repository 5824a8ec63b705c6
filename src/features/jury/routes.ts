import type { Feature } from '../feature.ts';
import { juryApi } from './api.ts';
import { protocolApi } from './api-protocol.ts';
import { workApi } from './api-work.ts';
import { juryPages } from './pages.ts';
import { adviserPages } from './pages-adviser.ts';
import { leaderPages } from './pages-leader.ts';
import { protocolPages } from './pages-protocol.ts';
import { seatPages } from './pages-seats.ts';
import { workPages } from './pages-work.ts';

export const jury: Feature = {
  pages: [juryPages, leaderPages, workPages, protocolPages, seatPages, adviserPages],
  api: [juryApi, workApi, protocolApi],
};
