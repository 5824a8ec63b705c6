/** What was frozen when the call opened changes only as a new version, with a reason and a letter to those concerned (I8). */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import t from 'tap';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { demoApplications } from '../../../src/features/seed/applications/index.ts';
import { inventedAnswers } from '../../../src/features/seed/practice-answers.ts';
import { saveAnswers, type Change } from '../../../src/features/nominations/answers.ts';
import { dispatchNomination } from '../../../src/features/nominations/flow.ts';
import { fieldsOf } from '../../../src/features/nominations/fields.ts';
import { startNomination } from '../../../src/features/nominations/commands.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { datesOf, plannedYear } from '../../helpers/year.ts';

const site = await playground(t);
const { db } = site.services;
const year = await plannedYear(db);
const { opens_at, closes_at } = await datesOf(db, year.id);
await year.send('secretary', addDays(opens_at, -10), 'announce');
const api = `/api/v1/editions/${year.id}`;
const secretary = await site.as('secretary@example.no');
const reason = 'Skalaen ble misforstått av flere. Vi forklarer den bedre.';

/** Applies as the applicant, and sends in at `at`. */
async function apply(organisation: string, at: Date, send: boolean): Promise<string> {
  return year.as('applicant', at, async (unit) => {
    const asked = { editionId: year.id, kind: 'municipality', organisation, language: 'nb' } as const;
    const { id } = await startNomination(unit, asked);
    const fields = await fieldsOf(unit.trx, { id, edition_id: year.id });
    const answers = inventedAnswers(fields, demoApplications[0]!);
    const changes: Record<string, Change> = {};
    for (const [i, { question, version }] of fields.entries())
      changes[question.id] = { value: answers[i]!, version };
    await saveAnswers(unit, id, changes);
    if (send) await dispatchNomination(unit, { id, event: { type: 'submit' } });
    return id;
  });
}
const sentBefore = await apply('Eigersund', addMinutes(opens_at, 10), true);
await apply('Modum', addMinutes(opens_at, 20), false);
await site.setClock(addDays(opens_at, 1));

const version = async () => (await datesOf(db, year.id)).version;
const amend = async (change: object, who = secretary) =>
  who.post(`${api}/rules-versions`, { version: await version(), reason, ...change });
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const regulations = { nb: 'Nye retningslinjer.', nn: 'Nye retningslinjer på nynorsk.' };
const [criterion] = await db
  .selectFrom('criteria')
  .selectAll()
  .where('edition_id', '=', year.id)
  .orderBy('position')
  .execute();

t.test('the announcement makes the first version, without a reason', async (t) => {
  const { versions } = (await secretary.get(`${api}/rules-versions`)).json<{
    versions: { sha256: string }[];
  }>();
  const { rules_sha256 } = await datesOf(db, year.id);
  t.match(versions, [{ version: 1, sha256: rules_sha256, reason: null }]);
  t.equal(versions.length, 1);
  t.notMatch((await site.anyone.get('/utlysning')).body, /Versjoner/, 'nothing to tell the public yet');
});

t.test('who may not, what cannot be, and when it is too late', async (t) => {
  for (const who of ['leader', 'chair', 'applicant'])
    t.ok(
      [403, 404].includes((await amend({ regulations }, await site.as(`${who}@example.no`))).statusCode),
      who,
    );
  t.equal(
    (await secretary.post(`${api}/rules-versions`, { version: await version(), regulations })).statusCode,
    422,
    'a reason',
  );
  for (const short of ['kort', ' '.repeat(40)])
    t.equal((await amend({ regulations, reason: short })).statusCode, 422, 'of at least ten characters');
  t.match((await secretary.post(`${api}/rules-versions`, { version: 0, reason, regulations })).json(), {
    type: /conflict\/version/,
  });
  t.match((await amend({})).json(), { type: /request\/invalid/ }, 'nothing changes');
  const texts = { nb: { name: 'X', description: '' }, nn: { name: 'X', description: '' } };
  t.match((await amend({ criteria: [{ id: year.id, texts }] })).json(), {
    errors: [{ field: 'criteria.0.id' }],
  });
  t.match(
    (
      await amend({
        criteria: [{ id: criterion!.id, texts: { ...texts, nb: { name: 'X', description: 'Mer' } } }],
      })
    ).json(),
    { type: /process\/unmet/, errors: [{ requirement: 'textsComplete' }] },
    'both forms of Norwegian, as at the announcement',
  );
  t.equal(
    (await secretary.get(`${api}/rules-versions`)).json<{ versions: object[] }>().versions.length,
    1,
    'nothing was made',
  );
});

t.test('the database: nothing of it changes without a version, and no version changes', async (t) => {
  const frozen = { code: '23514' };
  const { rows } = await sql<{
    id: string;
  }>`select id from questions where edition_id = ${year.id} limit 1`.execute(db);
  for (const statement of [
    sql`update criteria set weight = weight + 1 where edition_id = ${year.id} and kind = 'assessed'`,
    sql`update questions set required = not required where id = ${rows[0]!.id}`,
    sql`insert into criteria (edition_id, position, kind, texts) values (${year.id}, 99, 'extra', '{}')`,
    sql`update editions set scale_max = scale_max + 1 where id = ${year.id}`,
    sql`update editions set texts = jsonb_set(texts, '{nn,regulations}', '"X"') where id = ${year.id}`,
    sql`update editions set rules_sha256 = repeat('0', 64) where id = ${year.id}`,
    sql`update rules_versions set content = '{}'`,
    sql`insert into rules_versions (edition_id, version, sha256, content, reason, made_at) values (${year.id}, 3, ${hashOf('{}')}, '{}', 'x', now())`,
    sql`insert into rules_versions (edition_id, version, sha256, content, reason, made_at) values (${year.id}, 2, ${hashOf('x')}, '{}', 'x', now())`,
    sql`insert into rules_versions (edition_id, version, sha256, content, made_at) values (${year.id}, 2, ${hashOf('{}')}, '{}', now())`,
  ])
    await t.rejects(statement.execute(db), frozen);
  await t.rejects(sql`update rules_versions set reason = 'x'`.execute(db), { code: '42501' });
  await t.rejects(sql`delete from rules_versions`.execute(db), { code: '42501' });
  // A change in a transaction that makes no version of its own, however soon after another one's.
  await sql`update editions set ceremony_place = 'Et annet sted' where id = ${year.id}`.execute(db);
});

t.test(
  'a change: public with date and reason, the old one still there, and a letter to those concerned',
  async (t) => {
    const first = await site.anyone.get('/prisen/2026/regler.json');
    const texts = {
      nb: { name: 'Verdighet, endret', description: 'Nb' },
      nn: { name: 'Verd, endra', description: 'Nn' },
    };
    const changed = await amend({ regulations, criteria: [{ id: criterion!.id, texts }] });
    t.equal(changed.statusCode, 200, changed.body);
    const { sha256 } = changed.json<{ sha256: string }>();
    await site.setClock(addDays(opens_at, 2));

    const latest = await site.anyone.get('/prisen/2026/regler.json');
    t.equal(hashOf(latest.body), sha256);
    t.match(latest.body, /Nye retningslinjer/);
    t.equal(
      (await site.anyone.get('/prisen/2026/regler.json?versjon=1')).body,
      first.body,
      'the first stays, byte for byte',
    );
    t.equal((await site.anyone.get('/prisen/2026/regler.json?versjon=2')).body, latest.body);
    t.equal((await site.anyone.get('/prisen/2026/regler.json?versjon=3')).statusCode, 404);
    for (const [url, title] of [
      ['/utlysning', 'Versjoner'],
      ['/nn/prisen/2026', 'Versjonar'],
      ['/en/utlysning', 'Versions'],
    ] as const) {
      const { body } = await site.anyone.get(url);
      t.match(body, title);
      for (const said of [reason, hashOf(first.body), sha256, 'versjon=1', 'versjon=2'])
        t.match(body, said, `${url}: ${said}`);
      t.same(await htmlProblems(body), []);
    }
    t.match((await site.anyone.get('/api/v1/public/editions/2026')).json(), {
      rulesVersions: [
        { version: 2, reason },
        { version: 1, reason: null },
      ],
    });

    const letters = await db
      .selectFrom('letters')
      .select(['email', 'body'])
      .where('template', '=', 'rulesChanged')
      .execute();
    t.same(
      letters.map(({ email }) => email).toSorted(),
      ['applicant', 'chair', 'juror', 'other', 'third'].map((who) => `${who}@example.no`),
      'whoever has a draft or an application, and the jury: one each',
    );
    t.match(letters[0]!.body, reason);
    t.match(await secretary.get(`/sekretariat/${year.id}/logg`).then(({ body }) => body), /Endret reglene/);
    t.same((await checkInvariants(db)).violations, [], 'what was announced has not changed otherwise');
  },
);

t.test('a receipt carries the version that held when it was sent in', async (t) => {
  const sentAfter = await apply('Voss', addDays(opens_at, 3), true);
  const [two, one] = (await secretary.get(`${api}/rules-versions`)).json<{ versions: { sha256: string }[] }>()
    .versions;
  const applicant = await site.as('applicant@example.no');
  const receipt = async (id: string) => (await applicant.get(`/api/v1/nominations/${id}/receipt.json`)).body;
  t.match(await receipt(sentBefore), one!.sha256);
  t.notMatch(await receipt(sentBefore), two!.sha256);
  t.match(await receipt(sentAfter), two!.sha256);
  // The address in it leads to the same, also when there are more versions.
  for (const [id, { sha256 }] of [
    [sentBefore, one!],
    [sentAfter, two!],
  ] as const) {
    const [, path] =
      /"address": ?"[^"]*?(\/prisen\/2026\/regler\.json\?versjon=\d)"/.exec(await receipt(id)) ?? [];
    t.equal(hashOf((await site.anyone.get(path!)).body), sha256);
  }
});

t.test('the pages: one thing at a time, with the reason, and what was typed stays', async (t) => {
  const list = (await secretary.get(`/sekretariat/${year.id}/kriterier`)).body;
  const here = `/sekretariat/${year.id}/kriterier/endre`;
  for (const path of [
    `${here}/retningslinjer`,
    `${here}/skala`,
    `${here}/kriterium/${criterion!.id}`,
    /endre\/sporsmal\/[0-9a-f-]{36}/.exec(list)![0],
  ]) {
    t.match(list, path);
    const url = path.startsWith('/') ? path : `/sekretariat/${year.id}/kriterier/${path}`;
    const page = await secretary.get(url);
    t.equal(page.statusCode, 200, url);
    t.same(await htmlProblems(page.body), []);
    t.equal((await (await site.as('leader@example.no')).get(url)).statusCode, 403);
  }
  const given = {
    version: await version(),
    reason: 'kort',
    'regulations-nb': 'Mitt utkast',
    'regulations-nn': 'Utkastet mitt',
  };
  const refused = await secretary.post(`${here}/retningslinjer`, given);
  t.equal(refused.statusCode, 422);
  t.match(refused.body, /Mitt utkast/);
  const saved = await secretary.post(`${here}/retningslinjer`, { ...given, reason });
  t.equal(saved.statusCode, 303, saved.body);
  t.match((await site.anyone.get('/prisen/2026/regler.json')).body, /Mitt utkast/);
});

t.test('the words of the scale: on a page of their own, in both forms of Norwegian', async (t) => {
  const page = `/sekretariat/${year.id}/kriterier/endre/skala`;
  const stored = (await datesOf(db, year.id)).scale_words as Record<string, Record<string, string>>;
  const words = Object.fromEntries(
    Object.entries(stored).flatMap(([level, own]) =>
      Object.entries(own).map(([lang, text]) => [`${level}-${lang}`, text]),
    ),
  );
  const nothing = await secretary.post(page, { ...words, version: await version(), reason });
  t.equal(nothing.statusCode, 422, 'nothing is changed');
  const half = { ...words, '5-nn': '', version: await version(), reason };
  const refused = await secretary.post(page, half);
  t.equal(refused.statusCode, 409, refused.body.slice(0, 200));
  t.same(await htmlProblems(refused.body), []);
  const given = { ...words, '5-nb': 'Svært godt, kanarifugl', version: await version(), reason };
  const saved = await secretary.post(page, given);
  t.equal(saved.statusCode, 303, saved.body);
  t.match((await site.anyone.get('/prisen/2026/regler.json')).body, /kanarifugl/);
  t.match((await site.anyone.get('/utlysning')).body, /kanarifugl/);
  t.same(
    (await datesOf(db, year.id)).scale_words,
    { ...stored, 5: { ...stored['5'], nb: 'Svært godt, kanarifugl' } },
    'the others as they were',
  );
});

t.test('two at once: one makes a version, the other is told', async (t) => {
  const seen = await version();
  const both = await Promise.all(
    ['En', 'To'].map((nb) =>
      secretary.post(`${api}/rules-versions`, { version: seen, reason, regulations: { nb, nn: nb } }),
    ),
  );
  t.same(both.map(({ statusCode }) => statusCode).toSorted(), [200, 409]);
});

t.test('what was taken back may come once more: each version has its letter', async (t) => {
  const letters = async () =>
    (
      await db
        .selectFrom('letters')
        .select('id')
        .where('template', '=', 'rulesChanged')
        .where('email', '=', 'juror@example.no')
        .execute()
    ).length;
  const before = await letters();
  for (const word of ['Først', 'Så', 'Først', 'Så']) {
    const changed = await amend({ regulations: { nb: `${word} dette.`, nn: `${word} dette.` } });
    t.equal(changed.statusCode, 200, changed.body);
  }
  t.equal((await letters()) - before, 4);
});

t.test('once the judging has begun, the rules stay', async (t) => {
  await site.setClock(addMinutes(closes_at, 1));
  await year.send('secretary', addMinutes(closes_at, 1), 'close');
  t.equal(
    (await amend({ regulations: { nb: 'Etter fristen', nn: 'Etter fristen' } })).statusCode,
    200,
    'before the jury begins',
  );
  await sql`update editions set state = 'judging', judging_started_at = closes_at where id = ${year.id}`.execute(
    db,
  );
  t.match((await amend({ regulations })).json(), { type: /process\/not-now/ });
  await t.rejects(
    sql`insert into rules_versions (edition_id, version, sha256, content, reason, made_at) values (${year.id}, 5, ${hashOf('{}')}, '{}', 'x', now())`.execute(
      db,
    ),
    { code: '23514' },
  );
  t.notMatch((await secretary.get(`/sekretariat/${year.id}/kriterier`)).body, /kriterier\/endre/);
  t.same(site.errors, []);
});
