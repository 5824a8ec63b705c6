/** Withdrawn after the nominated are public: written down by the secretariat, gone from the public, and the jury chooses anew. */
import { sql } from 'kysely';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { registerWithdrawal } from '../../../src/features/decisions/withdrawal.ts';
import { approvePublication, preparePublication } from '../../../src/features/publication/commands.ts';
import { addDays, instant } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { publicAddresses } from '../../helpers/public-app.ts';
import { approvedStatements, datesOf, deliberatingYear } from '../../helpers/year.ts';

const names = ['Ås helsehus', 'Zakken omsorgssenter', 'Ærfuglen sykehjem'];
const GONE = 'Zakken omsorgssenter';
const texts = { nb: 'Fagjuryen fikk fire søknader.', nn: 'Fagjuryen fekk fire søknader.' };

/** The nominated are public, the winner is chosen and prepared. `approved`: its announcement stands at the ceremony. */
async function world(t: Parameters<typeof playground>[0], { approved = false } = {}) {
  const base = await playground(t);
  const { db, log } = base.services;
  const year = await deliberatingYear(db, [...names, 'Aasen bofellesskap']);
  const dates = await datesOf(db, year.id);
  const before = addDays(dates.finalists_at, -2);
  const ids = names.map((name) => year.nominations[name] as string);
  const prepare = async (kind: 'finalists' | 'winner', publishAt: Date, isApproved: boolean) => {
    const { id, version } = await year.as('secretary', before, (unit) =>
      preparePublication(unit, year.id, { kind, publishAt, texts }),
    );
    if (isApproved) await year.as('second', before, (unit) => approvePublication(unit, id, { version }));
    return id;
  };
  await year.send('chair', before, 'decideFinalists', { decision: { finalists: ids, reason: 'Drøftet' } });
  await year.send('chair', before, 'decideWinner', { decision: { winner: ids[0], reason: 'Drøftet' } });
  await approvedStatements(db, year, names, before);
  await prepare('finalists', dates.finalists_at, true);
  const winner = await prepare('winner', dates.ceremony_at, approved);
  const now = addDays(dates.finalists_at, 1);
  await applyDue({ db, log }, now);
  await base.setClock(now);
  const people = {
    secretary: await base.as('secretary@example.no'),
    chair: await base.as('chair@example.no'),
    applicant: await base.as('applicant@example.no'),
  };
  return { ...base, db, year, dates, now, winner, gone: year.nominations[GONE] as string, ...people };
}
const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');

t.test(
  'registered with a reason: the choice opens again, its publication stops, and the public sees nothing of it',
  async (t) => {
    const { db, app, year, gone, winner, secretary, chair, applicant, setClock, now } = await world(t);
    const api = `/api/v1/nominations/${gone}/withdrawal`;
    const page = `/sekretariat/soknad/${gone}/trukket`;
    const version = async () =>
      (await secretary.get(`/api/v1/nominations/${gone}`)).json<{ version: number }>().version;
    const publicPages = async () =>
      Promise.all(
        publicAddresses(year.year).map(async (url) => [url, (await app.inject(url)).body] as const),
      );
    t.ok(
      (await publicPages()).some(([, body]) => body.includes(GONE)),
      'it is public',
    );
    t.match((await secretary.get(`/sekretariat/soknad/${gone}`)).body, page);

    await t.test('by nobody else, and not without a reason', async (t) => {
      const body = { version: await version(), reason: 'Ringte 4. november' };
      for (const who of [applicant, chair]) {
        t.equal((await who.post(api, body)).statusCode, 403);
        t.equal((await who.get(page)).statusCode, 403);
      }
      t.equal(
        (
          await applicant.post(`/api/v1/nominations/${gone}/events`, {
            type: 'withdraw',
            version: body.version,
          })
        ).statusCode,
        409,
      );
      const without = await secretary.post(api, { ...body, reason: ' ' });
      t.match([without.statusCode, without.json().errors], [409, [{ requirement: 'reasonGiven' }]]);
      const late = await secretary.post(api, { ...body, version: body.version + 1 });
      t.match([late.statusCode, problemOf(late)], [409, 'conflict/version']);
      const direct = await secretary.post(`/api/v1/nominations/${gone}/events`, {
        type: 'registerWithdrawal',
        version: body.version,
        reason: 'Forbi',
      });
      t.match(
        [direct.statusCode, problemOf(direct)],
        [422, 'process/unknown-event'],
        'only with what follows from it',
      );
      const empty = await secretary.post(page, { version: body.version });
      t.match([empty.statusCode, empty.body], [422, /Skriv en begrunnelse/]);
      t.same(await htmlProblems(empty.body), []);
    });

    t.equal(
      (await secretary.post(page, { version: await version(), reason: 'Ringte 4. november' })).statusCode,
      303,
    );
    const { rows: decisions } = await sql<{ kind: string; standing: boolean; why: string | null }>`
    select kind, retracted_at is null as standing, retraction_reason as why from decisions where edition_id = ${year.id} order by kind`.execute(
      db,
    );
    t.match(decisions, [
      { kind: 'finalists', standing: true },
      { kind: 'winner', standing: false, why: /trukket/ },
    ]);
    const stopped = await db
      .selectFrom('publications')
      .selectAll()
      .where('id', '=', winner)
      .executeTakeFirstOrThrow();
    t.match(stopped, { stop_reason: /trukket/ });
    // The pages of the public are kept for two seconds.
    await setClock(instant(now.getTime() + 5000));
    await new Promise((resolve) => setTimeout(resolve, 2100));
    for (const [url, body] of await publicPages()) t.notOk(body.includes(GONE), url);
    t.ok(
      (await publicPages()).some(([, body]) => body.includes('Ås helsehus')),
      'the others are still there',
    );
    const log = await db
      .selectFrom('audit_events')
      .select(['event', 'from_state', 'to_state'])
      .where('subject_id', '=', gone)
      .where('event', '=', 'registerWithdrawal')
      .execute();
    t.match(log, [{ from_state: 'finalist', to_state: 'withdrawn' }]);
    const letters = await db
      .selectFrom('letters')
      .select('body')
      .where('nomination_id', '=', gone)
      .where('template', '=', 'withdrawn')
      .execute();
    t.equal(letters.length, 1);
    t.notMatch(letters[0]?.body, 'november', 'the reason is the secretariat’s');
    t.match((await chair.get('/min-side')).body, /Før juryens beslutning/, 'the chair is told');
    const decision = { winner: gone, reason: 'Drøftet' };
    await t.rejects(
      year.send('chair', now, 'decideWinner', { decision }),
      { message: 'process/unmet' },
      'it cannot win',
    );
    await year.send('chair', now, 'decideWinner', {
      decision: { winner: year.nominations['Ås helsehus'], reason: 'Drøftet på nytt' },
    });
    t.notMatch((await chair.get('/min-side')).body, /Før juryens beslutning/);
  },
);

t.test('in the last seconds before the announcement, and after it, nothing can be changed', async (t) => {
  const { year, dates, gone, db } = await world(t, { approved: true });
  const register = (at: Date) =>
    year.as('secretary', at, (unit) => registerWithdrawal(unit, gone, { reason: 'For sent' }));
  await t.rejects(register(instant(dates.ceremony_at.getTime() - 5000)), { message: 'process/not-now' });
  await t.rejects(register(dates.ceremony_at), { message: 'process/unmet' });
  const { state } = await db
    .selectFrom('nominations')
    .select('state')
    .where('id', '=', gone)
    .executeTakeFirstOrThrow();
  t.equal(state, 'finalist', 'as if it had never been asked');
  await register(instant(dates.ceremony_at.getTime() - 60_000));
});

t.test('one that is not nominated can be withdrawn too, and opens nothing again', async (t) => {
  const { year, now, db } = await world(t);
  const other = year.nominations['Aasen bofellesskap'] as string;
  await year.as('secretary', now, (unit) => registerWithdrawal(unit, other, { reason: 'Ringte' }));
  const standing = await db
    .selectFrom('decisions')
    .select('kind')
    .where('retracted_at', 'is', null)
    .execute();
  t.equal(standing.length, 2);
});

t.test(
  'registered while the chair decides: one waits for the other, and no choice of the withdrawn one stands',
  async (t) => {
    const { year, now, gone, db } = await world(t);
    await year.send('chair', now, 'retractWinner', { reason: 'På nytt' });
    const results = await Promise.allSettled([
      year.as('secretary', now, (unit) => registerWithdrawal(unit, gone, { reason: 'Ringte' })),
      year.send('chair', now, 'decideWinner', { decision: { winner: gone, reason: 'Drøftet' } }),
    ]);
    t.equal(results[0]?.status, 'fulfilled');
    const standing = await db
      .selectFrom('decisions')
      .select('id')
      .where('kind', '=', 'winner')
      .where('retracted_at', 'is', null)
      .execute();
    t.same(standing, []);
  },
);
