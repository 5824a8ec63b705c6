import t from 'tap';
import {
  declareAll,
  deliverBallot,
  judgingYear,
  jurors,
  type Juror,
  type JuryYear,
  type Person,
} from '../../helpers/jury-year.ts';

interface Result {
  scoring: boolean;
  partial: boolean;
  total: number;
  lines: {
    nominationId: string;
    organisation: string;
    place: number | null;
    mean: { exact: string; display: string } | null;
    nBallots: number;
    nJurors: number;
    totals: { name: string; mean: { display: string } }[];
    missing: { name: string }[];
    out: { name: string }[];
  }[];
}
const resultFor = async ({ clients, editionId }: JuryYear, who: Person): Promise<Result> =>
  (await clients[who].get(`/api/v1/editions/${editionId}/result`)).json<Result>();
const order = ({ lines }: Result) =>
  lines.map(({ organisation, place, mean }) => [organisation, place, mean?.display ?? null]);

/** Points per application, a juror each; 0 = not delivered, null = recused. */
async function closedYear(
  t: Parameters<typeof judgingYear>[0],
  points: Record<string, readonly (number | null)[]>,
  options: { scoring?: boolean } = {},
): Promise<JuryYear> {
  const year = await judgingYear(t, Object.keys(points), options);
  const except: Partial<Record<Juror, Record<string, 'connection'>>> = {};
  for (const [name, given] of Object.entries(points))
    given.forEach((score, i) => score === null && ((except[jurors[i]!] ??= {})[name] = 'connection'));
  await declareAll(year, except);
  for (const [name, given] of Object.entries(points)) {
    const id = year.nominations[name]!;
    for (const [i, score] of given.entries()) {
      const juror = jurors[i]!;
      if (score === null) {
        const decider = juror === 'chair' ? 'deputyChair' : 'chair';
        await year.clients[decider].post(`/api/v1/nominations/${id}/conflict-decisions`, {
          personId: year.ids[juror],
          recused: true,
          reason: 'Samme kommune.',
        });
      } else if (score > 0) await deliverBallot(year, juror, id, score, `Vurdering av ${name} fra ${juror}`);
    }
  }
  return year;
}
async function close(year: JuryYear): Promise<void> {
  await year.setClock(year.dates.after);
  const closed = await year.event('chair', 'closeJudging', { reason: 'Fristen er ute.' });
  if (closed.statusCode !== 200) throw new Error(closed.body);
}

t.test('after the closing: exact means, places 1, 2, 2, 4, missing and recused apart', async (t) => {
  const year = await closedYear(t, {
    Arendal: [5, 5, 5, 5, 5],
    Bergen: [4, 4, 4, 4, 4],
    Drammen: [3, 5, 4, 4, null],
    Eigersund: [3, 3, 3, 3, 0],
  });
  for (const who of ['chair', 'liv', 'secretary', 'leader', 'applicant', 'vara'] as const) {
    t.not(
      (await year.clients[who].get(`/api/v1/editions/${year.editionId}/result`)).statusCode,
      200,
      `${who}: nothing before the closing`,
    );
  }
  t.match((await year.clients.liv.get('/jury/resultat')).body, /når juryleder har avsluttet/);
  await close(year);

  await t.test('what the chair sees', async (t) => {
    const result = await resultFor(year, 'chair');
    t.same(order(result), [
      ['Arendal', 1, '5.00'],
      ['Bergen', 2, '4.00'],
      ['Drammen', 2, '4.00'],
      ['Eigersund', 4, '3.00'],
    ]);
    const [, , drammen, eigersund] = result.lines as [
      unknown,
      unknown,
      Result['lines'][0],
      Result['lines'][0],
    ];
    t.match(drammen, {
      nBallots: 4,
      nJurors: 4,
      out: [{ name: 'Henrik Aspelien' }],
      missing: [],
      mean: { exact: '4/1' },
    });
    t.match(
      eigersund,
      { nBallots: 4, nJurors: 5, missing: [{ name: 'Henrik Aspelien' }], out: [] },
      'missing is not zero',
    );
    t.equal(result.partial, false);
  });

  await t.test('HAB-2: a recused juror sees the others only, with places among these', async (t) => {
    const result = await resultFor(year, 'henrik');
    t.same(
      order(result),
      [
        ['Arendal', 1, '5.00'],
        ['Bergen', 2, '4.00'],
        ['Eigersund', 3, '3.00'],
      ],
      'no gap where the hidden one stands',
    );
    t.equal(result.partial, true);
    t.equal(result.total, 3);
    const id = year.nominations['Drammen'];
    for (const url of [`/api/v1/nominations/${id}/assessments`, `/jury/resultat/${id}`])
      t.equal((await year.clients.henrik.get(url)).statusCode, 404, url);
    const page = await year.clients.henrik.get('/jury/resultat');
    t.match(page.body, /Du er ute av minst én søknad/);
    t.notMatch(page.body, /Drammen/);
  });

  t.notMatch((await year.clients.chair.get('/jury/resultat')).body, /Færre enn de/);

  await t.test('nobody outside the jury', async (t) => {
    for (const who of ['secretary', 'leader', 'applicant', 'vara'] as const) {
      t.match(
        (await year.clients[who].get(`/api/v1/editions/${year.editionId}/result`)).statusCode,
        /40[34]/,
        who,
      );
      t.equal(
        (await year.clients[who].get(`/api/v1/nominations/${year.nominations['Arendal']}/assessments`))
          .statusCode,
        404,
        who,
      );
    }
  });

  await t.test('the assessments side by side', async (t) => {
    const { body } = await year.clients.liv.get(`/jury/resultat/${year.nominations['Bergen']}`);
    for (const juror of jurors) t.match(body, `Vurdering av Bergen fra ${juror}`);
    t.match((await year.clients.liv.get('/jury/resultat')).body, /Slik er det regnet ut/);
  });

  await t.test(
    'HAB-6: a connection found after the closing voids the ballot and changes the mean',
    async (t) => {
      const id = year.nominations['Arendal']!;
      await year.clients.nina.post(`/api/v1/nominations/${id}/declarations`, {
        answer: 'unsure',
        note: 'Jeg kom på noe',
      });
      t.match(
        (await resultFor(year, 'chair')).lines[0],
        { nBallots: 4, nJurors: 4, out: [{ name: 'Nina Hauglien' }] },
        'not counted while nobody has decided',
      );
      await year.clients.chair.post(`/api/v1/nominations/${id}/conflict-decisions`, {
        personId: year.ids.nina,
        recused: true,
        reason: 'Nær venn.',
      });
      t.match(
        await year.db
          .selectFrom('ballots')
          .select('state')
          .where('nomination_id', '=', id)
          .where('person_id', '=', year.ids.nina)
          .executeTakeFirst(),
        { state: 'voided' },
      );
      t.match((await resultFor(year, 'chair')).lines[0], { nBallots: 4, nJurors: 4, place: 1 });
    },
  );
  t.same(year.errors, []);
});

t.test('a withdrawn application leaves the ranking, and changes no order among the others', async (t) => {
  const year = await closedYear(t, {
    Arendal: [5, 5, 5, 5, 5],
    Bergen: [4, 4, 4, 4, 4],
    Drammen: [3, 3, 3, 3, 3],
  });
  await close(year);
  const { version } = await year.db
    .selectFrom('nominations')
    .select('version')
    .where('id', '=', year.nominations['Arendal']!)
    .executeTakeFirstOrThrow();
  t.equal(
    (
      await year.clients.applicant.post(`/api/v1/nominations/${year.nominations['Arendal']}/events`, {
        type: 'withdraw',
        version,
      })
    ).statusCode,
    200,
  );
  t.same(order(await resultFor(year, 'chair')), [
    ['Bergen', 1, '4.00'],
    ['Drammen', 2, '3.00'],
  ]);
});

t.test('with scoring off the assessments carry the decision, and every page works', async (t) => {
  const year = await closedYear(t, { Arendal: [1, 1, 1, 1, 1], Bergen: [1, 1, 0, 0, 0] }, { scoring: false });
  const form = await year.clients.henrik.get(`/jury/soknad/${year.nominations['Bergen']}`);
  t.equal(form.statusCode, 200);
  t.notMatch(form.body, /type="radio"/, 'no points to give');
  await close(year);
  const result = await resultFor(year, 'chair');
  t.match(result, {
    scoring: false,
    lines: [
      { organisation: 'Arendal', place: null, mean: null, nBallots: 5 },
      { organisation: 'Bergen', place: null, nBallots: 2, missing: [{}, {}, {}] },
    ],
  });
  t.match(
    (await year.clients.chair.get('/jury/resultat')).body,
    /2 av 5<br><strong>Færre enn de 3 det kreves/,
    'HAB-7: closed with fewer ballots than it takes',
  );
  for (const url of [
    '/jury',
    '/jury/leder',
    '/jury/resultat',
    `/jury/resultat/${year.nominations['Arendal']}`,
    '/jury/vedtak',
  ]) {
    const page = await year.clients.chair.get(url);
    t.equal(page.statusCode, 200, url);
    t.notMatch(page.body, /NaN|undefined|null/, url);
  }
  t.equal(
    (
      await year.event('chair', 'decideFinalists', {
        decision: { finalists: [year.nominations['Bergen'], year.nominations['Arendal']] },
      })
    ).statusCode,
    200,
    'nothing to depart from',
  );
  t.same(year.errors, []);
});
