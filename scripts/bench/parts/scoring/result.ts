/** The result of 100 applications, 12 jurors and 8 criteria in a running service: beside reading its ballots, and beside other pages. */
import { buildApp } from '../../../../src/app.ts';
import { loadConfig } from '../../../../src/config.ts';
import { workOf } from '../../../../src/core/scoring/rank.ts';
import { readCase } from '../../../../src/core/scoring/read.ts';
import { agreement, fit, stability, weighing } from '../../../../src/core/scoring/sections.ts';
import { analysisOf, logged } from '../../../../src/features/results/analysis.ts';
import { caseOf, readInputs } from '../../../../src/features/results/inputs.ts';
import { resultOf, visibleTo } from '../../../../src/features/results/queries-result.ts';
import { createRedraws } from '../../../../src/features/results/redraws.ts';
import { resultPage } from '../../../../src/features/results/views.ts';
import { setDatabaseClock } from '../../../../src/platform/clock.ts';
import { openDatabase, type Database } from '../../../../src/platform/db/open.ts';
import { makeServices } from '../../../../src/service.ts';
import { withDatabases } from '../../databases.ts';
import { median, percentile, rounded, timed } from '../../figures.ts';
import { atMost, type Measured, type Tell } from '../../part.ts';
import { actorOf, makeYear, now } from '../../year.ts';

const rounds = 9;

export function resultFigures(tell: Tell): Promise<Measured> {
  return withDatabases(async (make, dataDir) => {
    tell('The result of 100 × 12 × 8 beside reading its ballots …');
    const made = await make('result');
    const owner = openDatabase(made.owner);
    const year = await makeYear(owner, {
      nominations: 100,
      jurors: 12,
      criteria: 8,
      recusedEvery: 12,
      state: 'deliberating',
    });
    await owner.destroy();
    const db = openDatabase(made.app);
    try {
      const reading = await besideReading(db, year.editionId);
      tell('Other pages while juries are re-drawn in a thread …');
      const pages = await besidePages(made.app, dataDir, year.editionId);
      tell('The result page, kept and given …');
      const page = await keptPage(db, year);
      return {
        figures: { reading, otherPages: pages, resultPage: page },
        goals: [
          atMost('fit, agreement, leave one out and weight flips over reading the ballots', reading.ratio, 1),
          atMost('p95 of other pages while 100 x 12 is re-drawn, over without', pages.ratio, 2),
          atMost(
            'result page kept by the hash of its inputs over the same with the numbers given',
            page.ratio,
            1.2,
          ),
        ],
      };
    } finally {
      await db.destroy();
    }
  });
}

/** By turns: the ballots read from the database, and everything computed from them that is not exponential. */
async function besideReading(db: Database, editionId: string) {
  const reads: number[] = [];
  const computes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const read = readCase(caseOf(await readInputs(db, editionId)));
    reads.push(performance.now() - start);
    computes.push(
      await timed(async () => {
        const work = workOf(read);
        fit(work);
        agreement(work);
        stability(work, { bootstrap: false });
        weighing(work);
      }),
    );
  }
  const [readMs, computeMs] = [median(reads), median(computes)];
  return { readMs: rounded(readMs), computeMs: rounded(computeMs), ratio: rounded(computeMs / readMs) };
}

/** p95 of pages in a running service, before, during and after. The load is light, as people's is: one request after the other. */
async function besidePages(address: string, dataDir: string, editionId: string) {
  await using parts = new AsyncDisposableStack();
  const config = loadConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const services = await makeServices(config, { url: address, practice: null }, parts);
  const { db } = services;
  const app = await buildApp(services);
  await setDatabaseClock(db, { at: now, running: false });
  const redraws = createRedraws();
  try {
    const signedIn = await app.inject({
      method: 'POST',
      url: '/api/v1/dev/sign-in',
      payload: { email: 'juror0@example.no' },
    });
    const headers = { authorization: `Bearer ${signedIn.json<{ token: string }>().token}` };
    const ask = async (url: string): Promise<number> =>
      timed(async () => {
        const { statusCode } = await app.inject({ url, headers });
        if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
      });
    const some = async (until: () => boolean): Promise<number[]> => {
      const times: number[] = [];
      while (!until())
        for (const url of ['/', '/min-side', '/jury', '/jury/leder']) times.push(await ask(url));
      return times;
    };
    const forSeconds = (seconds: number) => {
      const end = performance.now() + seconds * 1000;
      return () => performance.now() > end;
    };
    await some(forSeconds(1));
    const before = await some(forSeconds(6));
    const input = caseOf(await readInputs(db, editionId));
    const started = performance.now();
    redraws.begin('bench', { ...input, rule: 'plain' }, false);
    const going = () => ['waiting', 'running'].includes(redraws.find('bench')?.state ?? '');
    const enough = forSeconds(12);
    const during = await some(() => !going() || enough());
    const run = await redraws.settled('bench', 300_000);
    if (run?.state !== 'done') throw new Error(`The re-drawn juries are ${run?.state}`);
    const threadMs = performance.now() - started;
    const after = await some(forSeconds(6));
    const [without, beside] = [percentile([...before, ...after], 0.95), percentile(during, 0.95)];
    return {
      juries: run.bootstrap?.replicates,
      threadMs: Math.round(threadMs),
      pages: during.length,
      p95WithoutMs: rounded(without),
      p95DuringMs: rounded(beside),
      ratio: rounded(beside / without),
    };
  } finally {
    await redraws.close();
    await app.close();
  }
}

/** The page as the chair gets it, kept by the hash of its inputs, and with the figures handed in; by turns. */
async function keptPage(db: Database, { editionId, jurors }: { editionId: string; jurors: string[] }) {
  const redraws = createRedraws();
  const reader = { actor: actorOf(jurors[0]!), now };
  const among = new Set((await visibleTo(db, reader, editionId)).map(({ id }) => id));
  const given = await analysisOf(db, editionId, among, await logged(db, editionId));
  const seat = { confirmed: true, deputy: false, leads: true, decides: true, closed: true };
  const show = async (handed: { given?: typeof given }): Promise<void> => {
    const { out } = await resultOf(db, reader, editionId, { redraws, ...handed });
    const { main } = resultPage({ ...out, seat, signedAt: null, protocolAt: null }, 'nb');
    if (String(main).length < 10_000) throw new Error('That is not the page that was to be measured.');
  };
  const kept: number[] = [];
  const handed: number[] = [];
  for (let round = 0; round < 4 * rounds; round++) {
    kept.push(await timed(() => show({})));
    handed.push(await timed(() => show({ given })));
  }
  await redraws.close();
  const [keptMs, givenMs] = [median(kept.slice(4)), median(handed.slice(4))];
  return { keptMs: rounded(keptMs), givenMs: rounded(givenMs), ratio: rounded(keptMs / givenMs) };
}
