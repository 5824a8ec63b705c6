/** The made-up application that all score first: off until it is turned on, sealed until all have delivered, and counted in nothing. */
import { sql } from 'kysely';
import pg from 'pg';
import t, { type Test } from 'tap';
import { standardCalibration } from '../../../src/features/ballots/calibration-standard.ts';
import { createEdition } from '../../../src/features/editions/commands.ts';
import { changeSeat, vacateSeat } from '../../../src/features/jury/commands-seats.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { calibrate } from '../../helpers/calibration.ts';
import { htmlProblems } from '../../helpers/html.ts';
import {
  declareAll,
  deliverBallot,
  judgingYear,
  jurors,
  type Juror,
  type JuryYear,
} from '../../helpers/jury-year.ts';

const SECRET = 'Kanarieksempel';
interface Out {
  writable: boolean;
  deliveredAt: string | null;
  opened: { by: string | null; reason: string | null } | null;
  jurors: { name: string; scores: { score: number | null; assessment: string }[] }[] | null;
  progress: { delivered: number; expected: number; missing: string[] } | null;
  scores: { criterionId: string; kind: string; weight: number | null; version: number }[];
}
const apiOf = ({ editionId }: JuryYear) => `/api/v1/editions/${editionId}/calibration`;
const seenBy = async (year: JuryYear, who: Juror) => (await year.clients[who].get(apiOf(year))).json<Out>();
const delivers = (year: JuryYear, who: Juror, score: number) =>
  year.play(who, year.dates.judging, (unit) =>
    calibrate(unit, year.editionId, { score, text: `${SECRET} fra ${who}` }),
  );
const seatOf = async ({ db, ids }: JuryYear, who: Juror) =>
  (
    await db
      .selectFrom('seat_holders')
      .select('seat_id')
      .where('person_id', '=', ids[who])
      .executeTakeFirstOrThrow()
  ).seat_id;
/** By the database itself, whatever the commands say. */
async function refused(t: Test, work: Promise<unknown>, constraint: string): Promise<void> {
  const error = await work.then(
    () => null,
    (refusal: unknown) => refusal as { constraint?: string },
  );
  t.equal(error?.constraint, constraint);
}

t.test('off by default: nothing of it is there, and nothing waits for it', async (t) => {
  const year = await judgingYear(t, ['Eigersund']);
  const { clients, nominations } = year;
  await declareAll(year);
  for (const who of ['liv', 'chair', 'secretary', 'applicant'] as const)
    t.equal((await clients[who].get(apiOf(year))).statusCode, 404, who);
  t.equal((await clients.liv.get('/jury/eksempel')).statusCode, 404);
  t.notMatch((await clients.liv.get('/jury')).body, /eksempel/i);
  await deliverBallot(year, 'liv', nominations['Eigersund']!, 4, 'Godt');
  const put = await clients.secretary.send('PUT', `${apiOf(year)}/setup`, {
    version: 0,
    active: true,
    texts: standardCalibration,
  });
  t.equal(put.statusCode, 409, 'not while the jury judges');
  await refused(
    t,
    year.db
      .insertInto('calibrations')
      .values({ edition_id: year.editionId, version: 1, active: true, texts: '{}' })
      .execute(),
    'calibrations_fixed',
  );
  t.same(year.errors, []);
});

t.test('the secretariat sets it up; what is wrong is said, and what was written stays', async (t) => {
  const made = await judgingYear(t, ['Eigersund'], { calibrated: true });
  const { clients, play, dates, editionId, db } = made;
  const { id } = await play('secretary', dates.judging, (unit) =>
    createEdition(unit, { year: 2031, copyFrom: editionId }),
  );
  const copied = await db
    .selectFrom('calibrations')
    .select(['active', 'texts'])
    .where('edition_id', '=', id)
    .executeTakeFirstOrThrow();
  t.match(copied, { active: false, texts: standardCalibration }, 'a copied year has the text, turned off');
  const page = `/sekretariat/${id}/eksempel`;
  t.same(await htmlProblems((await clients.secretary.get(page)).body), []);
  const { id: fresh } = await play('secretary', dates.judging, (unit) => createEdition(unit, { year: 2032 }));
  t.match(
    (await clients.secretary.get(`/sekretariat/${fresh}/eksempel`)).body,
    /Fjordgløtt sykehjem/,
    'offered',
  );
  const sent = {
    version: 1,
    active: 'yes',
    'title-nb': 'En tittel',
    'body-nb': '',
    'title-nn': '',
    'body-nn': 'Tekst',
  };
  const wrong = await clients.secretary.post(page, sent);
  t.equal(wrong.statusCode, 422);
  t.match(wrong.body, /value="En tittel"/);
  t.match(wrong.body, /href="#[^"]*body-nb"[\s\S]*href="#[^"]*title-nn"/);
  t.same(await htmlProblems(wrong.body), []);
  t.equal((await clients.secretary.post(page, { ...sent, version: 0 })).statusCode, 409);
  const right = { ...sent, 'body-nb': 'Tekst', 'title-nn': 'Ein tittel' };
  t.equal((await clients.secretary.post(page, right)).statusCode, 303);
  for (const who of ['chair', 'leader', 'applicant'] as const) {
    t.ok([403, 404].includes((await clients[who].get(page)).statusCode), who);
    t.ok([403, 404].includes((await clients[who].post(page, { ...right, version: 2 })).statusCode), who);
  }
  t.match((await clients.secretary.get(`/sekretariat/${editionId}/eksempel`)).body, /Juryen har begynt/);
  t.same(made.errors, []);
});

t.test('first the example, then the applications; sealed, and then side by side', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum'], { calibrated: true });
  const { clients, nominations, db, editionId, ids, play, dates } = year;
  const id = nominations['Eigersund']!;
  const api = apiOf(year);
  await declareAll(year);

  await t.test('no ballot opens before it', async (t) => {
    const page = await clients.liv.get(`/jury/soknad/${id}`);
    t.equal(page.headers.location, '/jury/eksempel');
    t.equal((await clients.liv.get(`/jury/soknad/${id}/les`)).headers.location, '/jury/eksempel');
    for (const path of ['/jury/utskrift', '/jury/sammenlign'])
      t.equal((await clients.liv.get(path)).headers.location, '/jury/eksempel', path);
    const ballot = await db
      .selectFrom('ballots')
      .select('id')
      .where('nomination_id', '=', id)
      .where('person_id', '=', ids.liv)
      .executeTakeFirstOrThrow();
    const { scores } = await seenBy(year, 'liv');
    const { criterionId } = scores.find(({ weight }) => weight !== null)!;
    const one = [{ criterionId, version: 0, score: 3 }];
    for (const answer of [
      await clients.liv.get(`/api/v1/ballots/${ballot.id}`),
      await clients.liv.send('PATCH', `/api/v1/ballots/${ballot.id}/scores`, { scores: one }),
      await clients.liv.post(`/api/v1/ballots/${ballot.id}/events`, { type: 'start', version: 0 }),
      await clients.liv.get(`/api/v1/nominations/${id}/note`),
    ]) {
      t.equal(answer.statusCode, 409, answer.body);
      t.match(answer.body, /calibration-missing/);
    }
    await refused(
      t,
      db.updateTable('ballots').set({ state: 'started' }).where('id', '=', ballot.id).execute(),
      'ballots_calibrated',
    );
    const home = (await clients.liv.get('/jury')).body;
    t.match(home, /Vurder eksempelsøknaden først/);
    t.match(home, /href="\/jury\/eksempel"/);
  });

  await t.test('scored as a ballot is, also without scripts: bad input is named, and kept', async (t) => {
    const page = await clients.liv.get('/jury/eksempel');
    t.same(await htmlProblems(page.body), []);
    t.match(page.body, /Fjordgløtt sykehjem/);
    const { scores } = await seenBy(year, 'liv');
    const scored = scores.filter(({ weight }) => weight !== null);
    const { criterionId } = scored[0]!;
    for (const score of [99, 2.5, 'fem', -1]) {
      const answer = await clients.liv.send('PATCH', `${api}/scores`, {
        scores: [{ criterionId, version: 0, score }],
      });
      t.equal(answer.statusCode, 422, String(score));
    }
    const form = (text: string, level: string, sheet = scores) =>
      Object.fromEntries([
        ['version', '0'],
        ...sheet.flatMap((line) => [
          [`version-${line.criterionId}`, String(line.version)],
          [`text-${line.criterionId}`, text],
          ...(line.weight === null ? [] : [[`score-${line.criterionId}`, level]]),
          ...(line.kind === 'must' ? [[`met-${line.criterionId}`, 'yes']] : []),
        ]),
      ]) as Record<string, string>;
    const off = await clients.liv.post('/jury/eksempel', form(SECRET, '99'));
    t.equal(off.statusCode, 422);
    t.match(off.body, SECRET, 'what was written stays');
    const partly = { ...form('', '3'), then: 'deliver' };
    const gaps = await clients.liv.post('/jury/eksempel', partly);
    t.equal(gaps.statusCode, 409);
    t.match(gaps.body, /skriv en vurdering/);
    t.equal((await seenBy(year, 'liv')).deliveredAt, null);
    const clash = await clients.liv.post('/jury/eksempel', form(`${SECRET} fra liv`, '2'));
    t.equal(clash.statusCode, 409, 'another window has saved since');
    const whole = { ...form(`${SECRET} fra liv`, '2', (await seenBy(year, 'liv')).scores), then: 'deliver' };
    const done = await clients.liv.post('/jury/eksempel', whole);
    t.equal(done.headers.location, '/jury/eksempel?ferdig=levert');
    t.equal((await clients.liv.get(`/jury/soknad/${id}`)).statusCode, 200, 'and the ballots open');
    t.equal((await clients.liv.post('/jury/eksempel', whole)).statusCode, 409, 'delivered is delivered');
    await refused(
      t,
      db.updateTable('calibration_scores').set({ score: 6 }).execute(),
      'calibration_sheets_stay',
    );
  });

  await t.test('sealed: nobody sees the others’, not the chair and not the secretariat', async (t) => {
    await delivers(year, 'nina', 5);
    for (const who of ['liv', 'chair', 'henrik'] as const) {
      const seen = await seenBy(year, who);
      t.equal(seen.jurors, null, who);
      t.notMatch(JSON.stringify(seen), 'fra nina', who);
    }
    t.match((await seenBy(year, 'chair')).progress, {
      delivered: 2,
      expected: 5,
      missing: ['Henrik Aspelien', 'Olav Brekkestad', 'Sigrid Falkangen'],
    });
    t.equal((await seenBy(year, 'liv')).progress, null);
    for (const who of ['secretary', 'leader', 'applicant', 'vara'] as const) {
      t.equal((await clients[who].get(api)).statusCode, 404, who);
      t.equal((await clients[who].get('/jury/eksempel')).statusCode, 404, who);
    }
    await refused(
      t,
      db.updateTable('calibrations').set({ opened_at: dates.judging }).execute(),
      'calibrations_sealed',
    );
  });

  await t.test('the last two at once, and it is shown', async (t) => {
    await delivers(year, 'henrik', 3);
    await Promise.all([delivers(year, 'chair', 4), delivers(year, 'deputyChair', 6)]);
    const seen = await seenBy(year, 'liv');
    t.same(seen.jurors?.map(({ name }) => name).toSorted(), [
      'Henrik Aspelien',
      'Liv Torgersdal',
      'Nina Hauglien',
      'Olav Brekkestad',
      'Sigrid Falkangen',
    ]);
    t.match(seen.opened, { by: null, reason: null });
    const page = await clients.liv.get('/jury/eksempel');
    t.match(page.body, `${SECRET} fra nina`);
    t.same(await htmlProblems(page.body), []);
    t.equal((await clients.secretary.get(api)).statusCode, 404, 'still not for the secretariat');
  });

  await t.test('a deputy who is called in scores it first, and nothing closes again', async (t) => {
    const seat = await seatOf(year, 'vara');
    await play('secretary', dates.judging, (unit) => changeSeat(unit, seat, { role: 'member' }));
    await declareAll(year, {}, ['vara']);
    t.equal((await clients.vara.get(`/jury/soknad/${id}`)).headers.location, '/jury/eksempel');
    t.equal((await seenBy(year, 'vara')).jurors, null, 'not what the others gave');
    t.equal((await seenBy(year, 'liv')).jurors?.length, 5, 'the others still see it');
    await delivers(year, 'vara', 1);
    t.equal((await seenBy(year, 'vara')).jurors?.length, 6);
    t.equal((await clients.vara.get(`/jury/soknad/${id}`)).statusCode, 200);
    await play('secretary', dates.judging, (unit) => vacateSeat(unit, seat));
    t.equal((await seenBy(year, 'liv')).jurors?.length, 5, 'who has left is shown no more');
  });

  await t.test('it counts in nothing, is kept nowhere else, and goes with the ballots', async (t) => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'calibration_scores'`.execute(
      db,
    );
    t.ok(rows.length > 30);
    for (const { name } of rows) {
      const held =
        await sql`select 1 from ${sql.table(name)} x where x::text like ${`%${SECRET}%`} limit 1`.execute(db);
      t.equal(held.rows.length, 0, `not in ${name}`);
    }
    const { count } = await db
      .selectFrom('nominations')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    t.equal(Number(count), 2, 'it is no application');
    for (const who of jurors) await deliverBallot(year, who, id, 4, 'Godt');
    await year.setClock(dates.after);
    t.equal((await year.event('chair', 'closeJudging', { reason: 'Tiden er ute.' })).statusCode, 200);
    const result = await clients.liv.get('/jury/resultat');
    t.equal(result.statusCode, 200);
    t.notMatch(result.body, /Fjordgløtt|Kanarieksempel/);
    const { body } = await clients.liv.get('/api/v1/me/data');
    t.match(body, `${SECRET} fra liv`, 'one’s own, when one asks for it');
    t.notMatch(body, 'fra nina');
    const owner = new pg.Client({ connectionString: year.adminUrl });
    await owner.connect();
    await owner.query('set role owner');
    const { rows: erased } = await owner.query<{ counts: Record<string, number> }>(
      `select erase_now('scores', $1, $2)`,
      [editionId, addDays(dates.after, 500)],
    );
    t.equal(erased.length, 1);
    const left = await owner.query<{ counts: Record<string, number>; n: number }>(
      `select counts, (select count(*)::int from calibration_scores) + (select count(*)::int from calibration_sheets) as n from erasures`,
    );
    await owner.end();
    t.ok(left.rows[0]!.counts['calibration_scores']! > 20);
    t.equal(left.rows[0]!.counts['calibration_sheets'], 6);
    t.equal(left.rows[0]!.n, 0);
  });
  t.same(year.errors, []);
});

t.test('one who leaves is waited for no more; the chair need not wait, with a reason', async (t) => {
  const year = await judgingYear(t, ['Eigersund'], { calibrated: true, scoring: false });
  const { clients, play, dates, db } = year;
  const opening = `${apiOf(year)}/opening`;
  await declareAll(year);
  for (const who of ['liv', 'nina', 'henrik'] as const) await delivers(year, who, 0);
  t.equal((await clients.liv.post(opening, { reason: 'Vil se.' })).statusCode, 403);
  t.equal((await clients.secretary.post(opening, { reason: 'Vil se.' })).statusCode, 403);
  t.equal((await clients.chair.post(opening, { reason: ' ' })).statusCode, 422);
  const page = await clients.chair.post('/jury/eksempel/apne', { reason: '' });
  t.equal(page.statusCode, 422);
  t.same(await htmlProblems(page.body), []);
  await play('secretary', dates.judging, async (unit) => vacateSeat(unit, await seatOf(year, 'deputyChair')));
  t.equal((await seenBy(year, 'liv')).opened, null, 'the chair is still waited for');
  await play('secretary', dates.judging, async (unit) => vacateSeat(unit, await seatOf(year, 'nina')));
  t.equal((await seenBy(year, 'liv')).jurors, null);
  t.equal((await clients.chair.post('/jury/eksempel/apne', { reason: 'Jeg er på reise.' })).statusCode, 303);
  t.match(await seenBy(year, 'liv'), {
    opened: { by: 'Sigrid Falkangen', reason: 'Jeg er på reise.' },
    jurors: [{ name: 'Henrik Aspelien' }, { name: 'Liv Torgersdal' }],
  });
  t.equal((await seenBy(year, 'chair')).jurors, null, 'who opens it and has not delivered sees nothing yet');
  t.equal((await clients.chair.post(opening, { reason: 'En gang til.' })).statusCode, 409);
  const log = await db
    .selectFrom('audit_events')
    .select('event')
    .where('event', 'in', ['openCalibration', 'deliverCalibration'])
    .orderBy('event')
    .execute();
  t.equal(log.filter(({ event }) => event === 'openCalibration').length, 1);
  t.equal(log.length, 4);

  await t.test('when the only one who is missing leaves, it opens by itself', async (t) => {
    const other = await judgingYear(t, ['Eigersund'], { calibrated: true });
    await declareAll(other);
    for (const who of jurors.filter((one) => one !== 'henrik')) await delivers(other, who, 3);
    t.equal((await seenBy(other, 'liv')).opened, null);
    await other.play('secretary', other.dates.judging, async (unit) =>
      vacateSeat(unit, await seatOf(other, 'henrik')),
    );
    t.match(await seenBy(other, 'liv'), { opened: { by: null }, jurors: [{}, {}, {}, {}] });
  });
  t.same(year.errors, []);
});
