/** The award year of 2022 as a list of steps, each played in every world before the next begins. */
import { applying } from './plot-applying.ts';
import { judging } from './plot-judging.ts';
import { publishing } from './plot-publishing.ts';
import { settingUp } from './plot-setup.ts';
import type { World } from './world.ts';

export interface Step {
  name: string;
  /** Done in each world. */
  run(world: World): Promise<void>;
  /** From here on the worlds are not the same behind the scenes: there is something to tell too early. */
  parts?: true;
  /** What may be known from this step on; until then, no answer may tell the worlds apart by it. */
  makesPublic?: 'finalists' | 'winner';
}

export const plot: readonly Step[] = [...settingUp, ...applying, ...judging, ...publishing];
