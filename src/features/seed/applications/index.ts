/** The applications of the demonstration: three in nynorsk, three in bokmål, of every kind of applicant. */
import { hadsel } from './hadsel.ts';
import { ringerike } from './ringerike.ts';
import { sagene } from './sagene.ts';
import { solbakken } from './solbakken.ts';
import { sunnfjord } from './sunnfjord.ts';
import type { DemoApplication } from './types.ts';
import { voss } from './voss.ts';

export type { DemoApplication, DemoDocument } from './types.ts';
export const demoApplications: readonly DemoApplication[] = [
  voss,
  ringerike,
  sagene,
  hadsel,
  solbakken,
  sunnfjord,
];
