import type { Feature } from '../feature.ts';
import { ballotsApi } from './api.ts';
import { ballotPages } from './pages.ts';
import { comparePages } from './pages-compare.ts';
import { notePages, notesApi } from './pages-notes.ts';
import { printPages } from './pages-print.ts';
import { sealingPages } from './pages-sealing.ts';

export const ballots: Feature = {
  pages: [ballotPages, printPages, sealingPages, notePages, comparePages],
  api: [ballotsApi, notesApi],
};
