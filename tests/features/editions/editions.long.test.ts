/** A year of the prize as the secretariat sets it up: over the API and through the pages. */
import t from 'tap';
import { addDays, addMinutes, instant, osloInstant } from '../../../src/platform/clock.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { granted } from '../../helpers/granted.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { datesOf, plannedYear, type Year } from '../../helpers/year.ts';

async function set(t: Parameters<typeof playground>[0]) {
  const play = await playground(t);
  const year = await plannedYear(play.services.db);
  const dates = await datesOf(play.services.db, year.id);
  await play.setClock(addDays(dates.opens_at, -14));
  const secretary = await play.as('secretary@example.no');
  return { ...play, db: play.services.db, year, dates, secretary };
}
const versionOf = (year: Year) => year.version();
const api = (year: Year, rest = '') => `/api/v1/editions/${year.id}${rest}`;
const page = (year: Year, rest = '') => `/sekretariat/${year.id}${rest}`;
const requirements = (body: { errors: { requirement?: string; field?: string }[] }) =>
  body.errors.map(({ requirement, field }) => requirement ?? field);

async function announce(secretary: Client, year: Year) {
  return secretary.post(api(year, '/events'), { type: 'announce', version: await versionOf(year) });
}

t.test('announcing needs the texts in both forms, and says which are missing', async (t) => {
  const { secretary, year } = await set(t);
  const patch = await secretary.send('PATCH', api(year), {
    version: await versionOf(year),
    texts: { nn: { purpose: '  ' } },
  });
  t.equal(patch.statusCode, 200);
  const read = (await secretary.get(api(year))).json();
  t.notOk(read.allowedActions.includes('announce'));
  t.match(
    read.checklists.announce.find((one: { requirement: string }) => one.requirement === 'textsComplete'),
    { met: false, message: /purpose \(nn\)/ },
  );
  const refused = await announce(secretary, year);
  t.equal(refused.statusCode, 409);
  t.same(requirements(refused.json()), ['textsComplete']);
  await secretary.send('PATCH', api(year), {
    version: await versionOf(year),
    texts: { nn: { purpose: 'Føremålet' } },
  });
  const announced = await announce(secretary, year);
  t.equal(announced.statusCode, 200);
  t.match(announced.json(), { state: 'announced', rulesSha256: /^[0-9a-f]{64}$/ });
});

t.test(
  'what was promised is frozen; dates move later, never earlier, and never once they have passed',
  async (t) => {
    const { secretary, year, dates, setClock, services } = await set(t);
    await announce(secretary, year);
    const change = async (patch: object) => {
      const answer = await secretary.send('PATCH', api(year), { version: await versionOf(year), ...patch });
      return answer.statusCode === 200
        ? 200
        : [
            answer.statusCode,
            ...(answer.json().errors.length ? requirements(answer.json()) : [answer.json().type]),
          ];
    };
    const frozen = [409, 'urn:etikkprisen:problem:process/not-now'];
    for (const patch of [
      { texts: { nb: { intro: 'Ny' } } },
      { scoring: false },
      { prizeAmount: 5 },
      { quorum: 3 },
      { objectionDays: 3 },
      { finalistsMax: 9 },
    ])
      t.same(await change(patch), frozen, JSON.stringify(patch));
    t.same(
      (await secretary.send('PUT', api(year, '/criteria'), { version: await versionOf(year), criteria: [] }))
        .statusCode,
      409,
    );
    t.same(
      (
        await secretary.send('PUT', api(year, '/questions'), {
          version: await versionOf(year),
          questions: [],
        })
      ).statusCode,
      409,
    );
    t.same(await change({ closesAt: addDays(dates.closes_at, -1) }), [422, 'closesAt']);
    t.same(await change({ closesAt: addDays(dates.closes_at, 1), ceremonyPlace: 'Bergen' }), 200);
    t.same(await change({ finalistsAt: addDays(dates.ceremony_at, 1) }), [422, 'ceremonyAt']);
    await setClock(addDays(dates.closes_at, 2));
    t.same(
      await change({ closesAt: addDays(dates.closes_at, 5) }),
      [422, 'closesAt'],
      'the deadline has passed',
    );
    t.same(await change({ judgingEndsAt: addDays(dates.judging_ends_at, 1) }), 200);
    const { texts } = await datesOf(services.db, year.id);
    t.notMatch(JSON.stringify(texts), 'Ny');
  },
);

t.test('who may: the secretary; a juror reads; a stranger gets what an unknown id gets', async (t) => {
  const { secretary, year, as, anyone } = await set(t);
  const juror = await as('juror@example.no');
  const stranger = await as('applicant@example.no');
  t.equal((await juror.get(api(year))).statusCode, 200);
  t.equal((await juror.send('PATCH', api(year), { version: 0, ceremonyPlace: 'X' })).statusCode, 403);
  t.equal((await juror.post(api(year, '/events'), { type: 'announce', version: 0 })).statusCode, 403);
  const unknown = '01890000-0000-7000-8000-000000000000';
  for (const url of [api(year), page(year), page(year, '/oppsett'), page(year, '/diagram')]) {
    const [foreign, missing] = [await stranger.get(url), await stranger.get(url.replace(year.id, unknown))];
    t.equal(foreign.statusCode, 404, url);
    t.equal(
      foreign.body.replaceAll(year.id, unknown),
      missing.body.replaceAll(/"requestId":"[^"]*"/g, foreign.body.match(/"requestId":"[^"]*"/)?.[0] ?? ''),
      url,
    );
  }
  t.equal((await anyone.get(page(year))).statusCode, 303, 'to the sign-in');
  t.equal((await stranger.post('/api/v1/editions', { year: 2031 })).statusCode, 403);
  t.equal(
    (await secretary.post(api(year, '/events'), { type: 'publishFinalists', version: await versionOf(year) }))
      .statusCode,
    403,
    'only the service publishes',
  );
  t.match((await secretary.post(api(year, '/events'), { type: 'xstate.after.1', version: 0 })).json(), {
    type: /unknown-event/,
    status: 422,
  });
  t.match((await secretary.send('PATCH', api(year), { version: 99, ceremonyPlace: 'X' })).json(), {
    type: /conflict\/version/,
  });
});

t.test(
  'a copy: texts of the new year, criteria with their questions, seats without people, the same weekdays',
  async (t) => {
    const { secretary, year, db, dates } = await set(t);
    const { id } = (await secretary.post('/api/v1/editions', { year: 2027, copyFrom: year.id })).json();
    const copy = await datesOf(db, id);
    t.match(JSON.stringify(copy.texts), /Etikkprisen 2027/);
    t.notMatch(JSON.stringify(copy.texts), /2026/);
    for (const name of ['opens_at', 'closes_at', 'ceremony_at'] as const)
      t.equal(copy[name].getTime(), addDays(dates[name], 364).getTime(), name);
    const count = async (table: 'criteria' | 'questions' | 'seats' | 'seat_holders', edition: string) =>
      (await db.selectFrom(table).select('id').where('edition_id', '=', edition).execute()).length;
    for (const table of ['criteria', 'questions', 'seats'] as const)
      t.equal(await count(table, id), await count(table, year.id), table);
    t.equal(await count('seat_holders', id), 0);
    const strays = await db
      .selectFrom('questions as q')
      .innerJoin('criteria as c', 'c.id', 'q.criterion_id')
      .select('q.id')
      .where('q.edition_id', '=', id)
      .whereRef('c.edition_id', '<>', 'q.edition_id')
      .execute();
    t.same(strays, [], 'no question belongs to a criterion of the old year');
    t.match((await secretary.post('/api/v1/editions', { year: 2027 })).json(), { type: /conflict\/exists/ });
    const read = (await secretary.get(`/api/v1/editions/${id}`)).json();
    t.match(read, {
      state: 'planned',
      rulesSha256: null,
      copiedFrom: year.id,
      allowedActions: ['configure', 'adjust', 'announce', 'cancel'],
    });
  },
);

t.test(
  'the form of dates reads Oslo time, 23.59 includes its minute, and the change of clocks is explained',
  async (t) => {
    const { secretary, year, db } = await set(t);
    const send = async (fields: Record<string, string>) => {
      const { body } = await secretary.get(page(year, '/oppsett'));
      const filled = Object.fromEntries(
        [
          ...body.matchAll(
            /name="((?:opens|closes|judgingEnds|finalists|ceremony)At(?:Time)?)" [^>]*?value="([^"]*)"|value="([^"]*)"[^>]*?name="((?:opens|closes|judgingEnds|finalists|ceremony)At(?:Time)?)"/g,
          ),
        ].map((m) => [m[1] ?? m[4], m[2] ?? m[3]]),
      );
      return secretary.post(page(year, '/oppsett/datoer'), {
        ...filled,
        version: await versionOf(year),
        ...fields,
      });
    };
    const stored = async () => (await datesOf(db, year.id)).closes_at.toISOString();
    t.equal((await send({ closesAt: '2026-10-25', closesAtTime: '23.59' })).statusCode, 303);
    t.equal(await stored(), '2026-10-25T23:00:00.000Z', 'midnight after the long night');
    t.match((await secretary.get(page(year, '/oppsett'))).body, /value="23:59"/);
    const twice = await send({ closesAt: '2026-10-25', closesAtTime: '02.30' });
    t.equal(twice.statusCode, 422);
    t.match(twice.body, /kommer to ganger/);
    const skipped = await send({ opensAt: '2026-03-29', opensAtTime: '02:30' });
    t.match(skipped.body, /finnes ikke/);
    t.match((await send({ closesAt: '2026-02-30' })).body, /Skriv en dato/);
    const wrong = await send({ ceremonyAt: '2026-01-01' });
    t.equal(wrong.statusCode, 422);
    t.match(wrong.body, /må komme etter det forrige/);
    t.equal(await stored(), '2026-10-25T23:00:00.000Z', 'nothing was stored');
  },
);

t.test('the deadline holds by the clock, to the millisecond, over the night of the change', async (t) => {
  const { secretary, year, db, setClock, as } = await set(t);
  await secretary.send('PATCH', api(year), {
    version: await versionOf(year),
    closesAt: osloInstant('2026-10-26').toISOString(),
  });
  await announce(secretary, year);
  const applicant = await as('applicant@example.no');
  const start = () =>
    applicant.post(`/api/v1/editions/${year.id}/nominations`, {
      kind: 'municipality',
      organisation: 'Eigersund',
      language: 'nb',
    });
  const { closes_at } = await datesOf(db, year.id);
  t.equal(closes_at.toISOString(), '2026-10-25T23:00:00.000Z');
  await setClock(instant(closes_at.getTime() - 1));
  t.equal((await start()).statusCode, 201);
  await setClock(closes_at);
  t.equal((await start()).statusCode, 409);
});

t.test('the secretariat of one year alone makes no other, which would not open to them', async (t) => {
  const { db, as, year, secretary } = await set(t);
  const guest = await as('vikar@example.no');
  const { id } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'vikar@example.no')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('role_grants')
    .values({ ...granted(id, 'secretary', osloInstant('2026-01-01', '00:00')), edition_id: year.id })
    .execute();
  t.equal((await guest.get(`/sekretariat/${year.id}`)).statusCode, 200, 'theirs opens');
  t.notMatch((await guest.get('/sekretariat')).body, '/sekretariat/ny');
  t.equal((await guest.get('/sekretariat/ny')).statusCode, 403);
  t.equal((await guest.post('/api/v1/editions', { year: 2030 })).statusCode, 403);
  t.match((await secretary.get('/sekretariat')).body, '/sekretariat/ny', 'of all years: they do');
});

t.test('the pages: from an empty year to the announcement, without scripts', async (t) => {
  const { secretary, year, db } = await set(t);
  const made = await secretary.post('/sekretariat/ny', { year: '2027', copyFrom: year.id });
  t.equal(made.statusCode, 303);
  const here = String(made.headers.location);
  const version = async () =>
    (await db.selectFrom('editions').select('version').where('year', '=', 2027).executeTakeFirstOrThrow())
      .version;
  t.match(
    (await secretary.post('/sekretariat/ny', { year: '2027', copyFrom: '' })).body,
    /Det finnes fra før/,
  );
  t.match(
    (await secretary.post('/sekretariat/ny', { year: 'neste', copyFrom: '' })).body,
    /Skriv et helt tall/,
  );
  t.match((await secretary.get(here)).body, /Lys ut prisen/);
  const post = async (path: string, fields: object) =>
    secretary.post(`${here}${path}`, { version: await version(), ...fields });

  const texts = {
    'intro-nb': 'A',
    'purpose-nb': 'B',
    'eligibility-nb': 'C',
    'prize-nb': 'D',
    'regulations-nb': 'E',
  };
  t.equal((await post('/oppsett/tekster', { lang: 'nb', ...texts })).statusCode, 303);
  t.equal(
    (
      await post('/oppsett/kontakt', {
        helpName: 'Kari',
        helpEmail: 'kari@example.no',
        helpPhone: '22 00 00 00',
      })
    ).statusCode,
    303,
  );
  t.equal(
    (
      await post('/oppsett/rammer', {
        prizeAmount: '150 000',
        finalistsMin: '2',
        finalistsMax: '4',
        documentsMax: '5',
        scoring: 'yes',
        scaleMin: '1',
        scaleMax: '6',
      })
    ).statusCode,
    303,
  );
  t.match(
    (
      await post('/oppsett/rammer', {
        prizeAmount: 'mange',
        finalistsMin: '3',
        finalistsMax: '2',
        documentsMax: '5',
        scaleMin: '1',
        scaleMax: '6',
      })
    ).body,
    /Skriv et helt tall/,
  );
  t.match(await datesOf(db, here.split('/').at(-1) as string), {
    prize_amount: 150_000,
    finalists_max: 4,
    help_name: 'Kari',
    texts: { nb: { intro: 'A' } },
  });

  const names = {
    'name-nb': 'Åpenhet',
    'name-nn': 'Openheit',
    'description-nb': 'x',
    'description-nn': 'x',
    'prompts-nb': 'Hvem er med?\n\n Hvor ofte? ',
    'prompts-nn': 'Kven er med?',
  };
  t.equal(
    (await post('/kriterier/kriterium/ny', { kind: 'assessed', weight: '2', ...names })).statusCode,
    303,
  );
  t.match(
    (await post('/kriterier/kriterium/ny', { kind: 'assessed', weight: '0', ...names, 'name-nn': '' })).body,
    /Fyll ut[\s\S]*value="Åpenhet"/,
  );
  const criteria = () =>
    db
      .selectFrom('criteria as c')
      .innerJoin('editions as e', 'e.id', 'c.edition_id')
      .select(['c.id', 'c.weight', 'c.texts'])
      .where('e.year', '=', 2027)
      .orderBy('c.position')
      .execute();
  const last = (await criteria()).at(-1);
  t.match(last, {
    weight: 2,
    texts: {
      nb: { prompts: ['Hvem er med?', 'Hvor ofte?'] },
      nn: { name: 'Openheit', prompts: ['Kven er med?'] },
    },
  });
  t.equal((await post(`/kriterier/kriterium/${last?.id}/opp`, {})).statusCode, 303);
  t.equal((await criteria()).at(-2)?.id, last?.id);
  t.equal(
    (
      await post(`/kriterier/sporsmal/ny`, {
        section: 'criteria',
        criterionId: last?.id,
        kind: 'text',
        required: 'yes',
        wordLimit: '200',
        'label-nb': 'Hvordan?',
        'label-nn': 'Korleis?',
        'prompts-nb': 'En\n\nTo',
      })
    ).statusCode,
    303,
  );
  t.equal((await post(`/kriterier/kriterium/${last?.id}/fjern`, {})).statusCode, 303);
  t.same(
    await db
      .selectFrom('questions')
      .select('id')
      .where('criterion_id', '=', last?.id as string)
      .execute(),
    [],
    'its question went with it',
  );

  const done = await post('/hendelse', { type: 'announce' });
  t.equal(done.statusCode, 303);
  t.match((await secretary.get(String(done.headers.location))).body, /Utlyst/);
  t.match((await secretary.get(`${here}/oppsett`)).body, /er låst når prisen er utlyst/);
  t.notMatch((await secretary.get(`${here}/kriterier`)).body, /Nytt kriterium/);
  t.match((await post('/hendelse', { type: 'announce' })).body, /kan ikke gjøres nå/);
  t.match((await post('/avlys', { reason: ' ' })).body, /Fyll ut/);
  t.equal((await post('/avlys', { reason: 'Ingen penger' })).statusCode, 303);
});

t.test('every page of a year is valid, in every language', async (t) => {
  const { secretary, year } = await set(t);
  const id = (await secretary.get(api(year))).json().criteria[0].id;
  for (const lang of ['nb', 'nn', 'en']) {
    for (const path of [
      '/sekretariat',
      '/sekretariat/ny',
      page(year),
      page(year, '/oppsett'),
      page(year, '/kriterier'),
      page(year, `/kriterier/kriterium/${id}`),
      page(year, '/kriterier/sporsmal/ny'),
      page(year, '/diagram'),
      page(year, '/avlys'),
    ]) {
      const { statusCode, body } = await secretary.get(`${path}?lang=${lang}`);
      t.equal(statusCode, 200, `${lang} ${path}`);
      t.match(body, `<html lang="${lang}"`);
      t.same(await htmlProblems(body), [], `${lang} ${path}`);
    }
  }
  t.match((await secretary.get(page(year, '/diagram'))).body, /data-current="yes"[\s\S]*Planlegges/);
});

t.test('the call closes by itself once the deadline has passed, and not before', async (t) => {
  const { db, year, dates, secretary } = await set(t);
  const { applyDue } = await import('../../../src/features/due.ts');
  await announce(secretary, year);
  const log = { error() {} } as never;
  t.equal((await applyDue({ db, log }, addMinutes(dates.closes_at, -1))).closed, 0);
  const both = await Promise.all([
    applyDue({ db, log }, dates.closes_at),
    applyDue({ db, log }, dates.closes_at),
  ]);
  t.equal(both[0].closed + both[1].closed, 1);
  t.equal((await datesOf(db, year.id)).state, 'closed');
});
