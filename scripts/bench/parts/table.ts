/**
 * The secretariat's table of applications, from the request to the page, as applications grow: every order, every choice and the search.
 * Every invariant holds of what is asked for.
 */
import { openDatabase } from '../../../src/platform/db/open.ts';
import { benchApp } from '../app.ts';
import { withDatabases, type MakeDatabase } from '../databases.ts';
import { median, rounded, timed } from '../figures.ts';
import { atMost, type Part, type Tell } from '../part.ts';
import { whole } from '../whole.ts';
import { makeYear, now } from '../year.ts';
import { fill, secretary } from './table/fill.ts';
import { FIRST, viewsOf } from './table/views.ts';

const sizes = [100, 1000, 10_000, 100_000];
const rounds = 7;
/** Before anything is measured: what runs for the first time is slower, and the smallest size would look as slow as the largest. */
const WARM_UP = 30;

/** Milliseconds of each view. */
type Times = ReadonlyMap<string, number>;

export const measure: Part = (tell) =>
  withDatabases(async (make, dataDir) => {
    const growth: Times[] = [];
    for (const nominations of sizes) growth.push(await timesOf(make, dataDir, nominations, tell));
    const ratios = ratiosOf(growth.at(0)!, growth.at(-1)!);
    const [worst, ratio] = [...ratios].toSorted(([, a], [, b]) => b - a)[0]!;
    return {
      figures: {
        table: {
          sizes,
          ms: Object.fromEntries([...ratios.keys()].map((view) => [view, growth.map((at) => at.get(view))])),
          worst: { view: worst, ratio },
        },
      },
      goals: [
        atMost(`table of applications (${FIRST}), 100,000 over 100`, ratios.get(FIRST) ?? NaN, 2),
        atMost(`table of applications, the worst of ${ratios.size} views (${worst})`, ratio, 2),
      ],
    };
  });

async function timesOf(make: MakeDatabase, dataDir: string, nominations: number, tell: Tell): Promise<Times> {
  tell(`the table of applications with ${nominations}`);
  const made = await make(`table_${nominations}`);
  const owner = openDatabase(made.owner);
  const { editionId } = await makeYear(owner, { nominations: 1, jurors: 1, state: 'judging' });
  await fill(owner, { editionId, nominations });
  await whole(owner, editionId, now);
  const views = await viewsOf(owner, editionId);
  await owner.destroy();
  const app = await benchApp(made.app, dataDir, now);
  const times = new Map<string, number>();
  const page = (query: string) => app.get(secretary, `/sekretariat/${editionId}/soknader?${query}`);
  for (let read = 0; read < WARM_UP; read++)
    if (!(await page(FIRST)).includes('Virksomhet ')) throw new Error('The table shows no application.');
  for (const [view, query] of views) {
    await page(query);
    const taken = [];
    for (let round = 0; round < rounds; round++) taken.push(await timed(() => page(query)));
    times.set(view, rounded(median(taken), 1));
  }
  await app.close();
  return times;
}

/** Over the same view at the smallest size, or over a full page there, where a choice found less than a page among so few. */
function ratiosOf(small: Times, large: Times): ReadonlyMap<string, number> {
  const full = small.get(FIRST) ?? NaN;
  return new Map(
    [...large].map(([view, ms]) => [view, rounded(ms / Math.max(small.get(view) ?? full, full))]),
  );
}
