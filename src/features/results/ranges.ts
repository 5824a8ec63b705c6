/** The 90 % ranges of the places, as far as they have been computed. */
import { redrawCount } from '../../core/scoring/index.ts';
import type { Analysis } from './analysis.ts';
import { caseOf } from './inputs.ts';
import type { Redraws, Run } from './redraws.ts';
import type { Redrawing, ResultLine } from './schema.ts';

/** Up to so many jurors the re-drawn juries begin by themselves: a second or two, not half a minute. */
const BEGIN_BY_ITSELF = 10;
/** Milliseconds that a page waits for them. */
const PATIENCE = 400;

export async function rangesOf(
  redraws: Redraws,
  analysis: Analysis,
): Promise<{
  redrawing: Redrawing;
  rangeOf: (id: string) => ResultLine['placeRange'];
  run: Run | undefined;
}> {
  const { key, inputs, result } = analysis;
  const juries = redrawCount(inputs.jurors.length);
  const none = {
    redrawing: { state: 'none', part: 0, juries },
    rangeOf: () => null,
    run: undefined,
  } as const;
  if (!result?.ranking) return none;
  if (!redraws.find(key) && inputs.jurors.length <= BEGIN_BY_ITSELF) beginRedraws(redraws, analysis);
  const run = await redraws.settled(key, PATIENCE);
  if (!run) return none;
  const part = 'part' in run ? run.part : run.state === 'done' ? 1 : 0;
  const places = run.state === 'done' ? rangesIn(run, inputs.rules.rule) : null;
  const position = new Map(inputs.nominations.map(({ id }, index) => [id, index]));
  return {
    run,
    redrawing: { state: run.state, part, juries },
    rangeOf(id) {
      const index = position.get(id);
      const low = index === undefined ? null : places?.rankLow[index];
      const high = index === undefined ? null : places?.rankHigh[index];
      return low && high ? { low, high } : null;
    },
  };
}

export function beginRedraws(redraws: Redraws, { key, inputs }: Analysis): void {
  redraws.begin(key, caseOf(inputs), inputs.rules.rule === 'adjusted');
}

/** By the mean of the regulations; there are none by the trimmed mean, so the plain one stands in. */
export function rangesIn({ bootstrap }: Extract<Run, { state: 'done' }>, rule: string) {
  return rule === 'adjusted' ? bootstrap?.adjusted : bootstrap?.plain;
}
