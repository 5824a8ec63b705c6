import type { Feature } from '../feature.ts';
import { ballotsApi } from './api.ts';
import { calibrationApi } from './api-calibration.ts';
import { ballotPages } from './pages.ts';
import { calibrationPages } from './pages-calibration.ts';
import { calibrationSetupPages } from './pages-calibration-setup.ts';
import { comparePages } from './pages-compare.ts';
import { notePages, notesApi } from './pages-notes.ts';
import { ballotPreviewPages } from './pages-preview.ts';
import { printPages } from './pages-print.ts';
import { sealingPages } from './pages-sealing.ts';

export const ballots: Feature = {
  pages: [
    ballotPages,
    printPages,
    sealingPages,
    notePages,
    comparePages,
    calibrationPages,
    calibrationSetupPages,
    ballotPreviewPages,
  ],
  api: [ballotsApi, notesApi, calibrationApi],
};
