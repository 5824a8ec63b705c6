import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { caseOf, readInputs } from '../../../src/features/results/inputs.ts';
import { rankCase } from '../../../src/core/scoring/index.ts';
import { createRedraws } from '../../../src/features/results/redraws.ts';
import { declareAll, deliverBallot, judgingYear, jurors, type JuryYear } from '../../helpers/jury-year.ts';

interface Summary {
  first: { name: string }[];
  topGroup: { name: string }[];
  methodsDisagree: { place: number; methods: { methods: string[]; nominations: { name: string }[] }[] }[];
  reversals: { above: { name: string }; below: { name: string }; jurors: number; difference: string }[];
}
interface Result {
  rule: string;
  lines: {
    organisation: string;
    place: number;
    score: { display: string };
    mean: { display: string };
    placeRange: { low: number; high: number } | null;
  }[];
  summary: Summary;
  redrawing: { state: string; juries: number };
}

/**
 * The strict juror (henrik) is out of Modum: by the plain mean Modum is first, though all who judged both preferred Lier.
 * Nina is out of Nes, the best of all by far.
 */
async function strictJurorOut(test: Parameters<typeof judgingYear>[0]): Promise<JuryYear> {
  const points: Record<string, readonly (number | null)[]> = {
    Lier: [5, 5, 5, 5, 2],
    Modum: [4, 5, 4, 5, null],
    Nes: [6, 6, null, 6, 6],
    Sola: [3, 3, 4, 3, 1],
  };
  const year = await judgingYear(test, Object.keys(points));
  await declareAll(year, { henrik: { Modum: 'connection' }, nina: { Nes: 'connection' } });
  for (const [juror, name] of [
    ['henrik', 'Modum'],
    ['nina', 'Nes'],
  ] as const)
    await year.clients.chair.post(`/api/v1/nominations/${year.nominations[name]}/conflict-decisions`, {
      personId: year.ids[juror],
      recused: true,
      reason: 'Samme kommune.',
    });
  for (const [name, row] of Object.entries(points))
    for (const [i, score] of row.entries())
      if (score !== null)
        await deliverBallot(year, jurors[i]!, year.nominations[name]!, score, `Om ${name}.`);
  await year.setClock(year.dates.after);
  await year.event('chair', 'closeJudging', { reason: '' });
  return year;
}

t.test(
  'the rule of the regulations gives the places, and what speaks against them stands beside',
  async (t) => {
    const year = await strictJurorOut(t);
    const { clients, editionId, db } = year;
    const get = async <T>(who: keyof typeof clients, path: string): Promise<T> =>
      (await clients[who].get(`/api/v1/editions/${editionId}${path}`)).json<T>();
    let seen = await get<Result>('chair', '/result');
    // The redrawing has its own thread; the page says that it runs until it is done.
    while (seen.redrawing.state === 'running') {
      await sleep(50);
      seen = await get<Result>('chair', '/result');
    }

    t.equal(seen.rule, 'adjusted');
    t.same(
      seen.lines.map(({ organisation, place }) => [organisation, place]),
      [
        ['Nes', 1],
        ['Lier', 2],
        ['Modum', 3],
        ['Sola', 4],
      ],
      'by the adjusted mean Lier stands before Modum',
    );
    t.equal(seen.lines[1]!.mean.display, '4.40');
    t.equal(seen.lines[2]!.mean.display, '4.50', 'the plain mean would have had Modum before Lier');
    t.same(
      seen.summary.methodsDisagree.find(({ place }) => place === 2)?.methods.map(({ methods }) => methods),
      [['adjusted', 'trimmed', 'lowerMedian', 'copeland'], ['plain']],
      'and the page says that the methods disagree about the second place',
    );
    t.equal(seen.redrawing.state, 'done');
    t.equal(seen.redrawing.juries, 126);
    t.ok(seen.lines.every(({ placeRange, place }) => placeRange!.low <= place && place <= placeRange!.high));
    const page = (await clients.chair.get('/jury/resultat')).body;
    t.match(page, /Nes ligger først med/);
    t.match(page, /Her er måtene å regne på uenige/);

    await t.test('HAB-2: a recused juror gets what there would be without that application', async (t) => {
      const visible = new Set(
        Object.entries(year.nominations).flatMap(([name, id]) => (name === 'Nes' ? [] : [id])),
      );
      const alone = await readInputs(db, editionId, visible);
      t.equal(alone.nominations.length, 3);
      const expected = rankCase(caseOf(alone), { bootstrap: false });
      const mine = await get<{
        nominations: { name: string }[];
        partial: boolean;
        result: Record<string, unknown>;
        bootstrap: { replicates: number };
      }>('nina', '/result/figures');
      t.ok(mine.partial);
      t.same(mine.nominations.map(({ name }) => name).toSorted(), ['Lier', 'Modum', 'Sola']);
      for (const part of ['plainMean', 'adjusted', 'copeland', 'leaveOneJurorOut', 'weightFlip'] as const)
        t.same(mine.result[part], JSON.parse(JSON.stringify(expected[part])), part);
      const own = await get<Result>('nina', '/result');
      t.same(
        own.lines.map(({ place }) => place),
        [1, 2, 3],
      );
      for (const path of ['/jury/resultat', '/jury/resultat/tall'])
        t.notMatch((await clients.nina.get(path)).body, /\bNes\b/, path);
      for (const path of ['/result', '/result/figures'])
        t.notMatch((await clients.nina.get(`/api/v1/editions/${editionId}${path}`)).body, /Nes/);
    });

    await t.test(
      "figures that point at one juror are the chair's, off, and opening them is logged",
      async (t) => {
        const open = async (who: keyof typeof clients) =>
          (await clients[who].post(`/api/v1/editions/${editionId}/result/juror-figures`)).statusCode;
        const figures = async (who: keyof typeof clients) =>
          (
            await get<{ jurorFigures: { mayOpen: boolean; figures: { severity: number[] } | null } }>(
              who,
              '/result/figures',
            )
          ).jurorFigures;
        t.same(await figures('chair'), { mayOpen: true, figures: null });
        t.equal(await open('liv'), 403);
        t.equal((await clients.liv.post('/jury/resultat/tall/jurymedlemmer')).statusCode, 403);
        t.notMatch((await clients.chair.get('/jury/resultat/tall')).body, /Egen spredning/);
        t.equal((await clients.chair.post('/jury/resultat/tall/jurymedlemmer')).statusCode, 303);
        t.match((await clients.chair.get('/jury/resultat/tall')).body, /Egen spredning/);
        t.equal((await figures('chair')).figures?.severity.length, 5);
        t.same(await figures('liv'), { mayOpen: false, figures: null });
        const logged = await db
          .selectFrom('audit_events')
          .select('event')
          .where('event', '=', 'openJurorFigures')
          .execute();
        t.equal(logged.length, 1);
      },
    );

    await t.test('nobody else: secretariat, applicant, leader, a passer-by, before and after', async (t) => {
      for (const who of ['secretary', 'applicant', 'leader', 'vara'] as const)
        for (const path of ['/result', '/result/figures'])
          t.ok(
            [403, 404].includes((await clients[who].get(`/api/v1/editions/${editionId}${path}`)).statusCode),
            `${who} ${path}`,
          );
      t.equal((await year.anyone.get(`/api/v1/editions/${editionId}/result/figures`)).statusCode, 401);
    });
  },
);

t.test('a jury that falls apart has no common order, and the page says which groups', async (t) => {
  const year = await judgingYear(t, ['Lier', 'Modum']);
  await declareAll(year);
  for (const juror of ['chair', 'deputyChair', 'nina'] as const)
    await deliverBallot(year, juror, year.nominations['Lier']!, 5, 'Ja.');
  for (const juror of ['liv', 'henrik'] as const)
    await deliverBallot(year, juror, year.nominations['Modum']!, 3, 'Ja.');
  await year.setClock(year.dates.after);
  const closed = await year.event('chair', 'closeJudging', { reason: 'Fristen er ute.' });
  t.equal(closed.statusCode, 200, closed.body);
  const page = await year.clients.chair.get('/jury/resultat');
  t.equal(page.statusCode, 200);
  t.match(page.body, /Søknadene faller i grupper/);
  t.match(page.body, /Gruppe 1: Lier/);
  const { lines } = (
    await year.clients.chair.get(`/api/v1/editions/${year.editionId}/result`)
  ).json<Result>();
  t.same(
    lines.map(({ place }) => place),
    [null, null],
  );
  const figures = await year.clients.chair.get('/jury/resultat/tall');
  t.equal(figures.statusCode, 200);
});

t.test('the re-drawn juries run in a thread of their own, with progress, and can be stopped', async (t) => {
  const redraws = createRedraws();
  t.teardown(() => redraws.close());
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const scores = Array.from({ length: 30 }, () =>
    Array.from({ length: 12 }, () => (random() < 0.1 ? null : [1 + Math.floor(random() * 10)])),
  );
  redraws.begin('large', { scores }, true);
  const seen: number[] = [];
  while (seen.length < 3) {
    const run = await redraws.settled('large', 50);
    if (run?.state === 'running' && run.part > (seen.at(-1) ?? 0)) seen.push(run.part);
    if (run?.state === 'done' || run?.state === 'failed') break;
  }
  t.equal(seen.length, 3, 'it says how far it has come');
  redraws.stop('large');
  t.same(redraws.find('large'), { state: 'stopped' });
  const small = {
    scores: [
      [[3], [4]],
      [[5], [1]],
    ],
  };
  redraws.begin('small', small, true);
  const done = await redraws.settled('small', 30_000);
  t.match(done, { state: 'done', bootstrap: { replicates: 3 } }, 'the next one has its turn');
  t.same(
    done?.state === 'done' && done.bootstrap,
    JSON.parse(JSON.stringify(rankCase(small, { full: true }).bootstrap)),
    'and the same comes out as without a thread',
  );
});
