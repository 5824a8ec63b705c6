/** The start page: what waits for each, through a year, and nothing of what is not theirs to know. */
import t from 'tap';
import { declare } from '../../../src/features/jury/commands.ts';
import { addDays, addMinutes, setDatabaseClock } from '../../../src/platform/clock.ts';
import { testApp } from '../../helpers/app.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { signIn } from '../../helpers/personas.ts';
import { datesOf, deliberatingYear, plannedYear, type Who } from '../../helpers/year.ts';

interface Waiting {
  kind: string;
  year: number;
  count: number;
  due: string | null;
  page: string;
}

t.test('through the year: everyone’s tasks, with page and deadline', async (t) => {
  const site = await testApp(t);
  const { db } = site.services;
  const played = await plannedYear(db);
  const { id, send } = played;
  const dates = await datesOf(db, id);
  const at = (now: Date) => setDatabaseClock(db, { at: now, running: false });
  const waiting = async (who: Who): Promise<Waiting[]> => {
    const { headers } = await signIn(site, `${who}@example.no`);
    const page = await site.app.inject({ url: '/min-side', headers });
    t.equal(page.statusCode, 200);
    t.same(await htmlProblems(page.body), [], who);
    return (await site.app.inject({ url: '/api/v1/me', headers })).json<{ waiting: Waiting[] }>().waiting;
  };
  const kinds = async (who: Who) => (await waiting(who)).map(({ kind, count }) => `${kind} ${count}`);
  const pageOf = async (who: Who) =>
    (await site.app.inject({ url: '/min-side', headers: (await signIn(site, `${who}@example.no`)).headers }))
      .body;

  await send('secretary', addDays(dates.opens_at, -7), 'announce');
  await at(addDays(dates.opens_at, -1));
  t.notMatch(await pageOf('applicant'), 'href="/soknad/ny"', 'the call is not open yet');
  const during = addDays(dates.opens_at, 10);
  await at(during);
  t.match(await pageOf('applicant'), /Ingenting venter på deg nå.*href="\/soknad\/ny"/s);

  const { headers } = await signIn(site, 'applicant@example.no');
  const started = await site.app.inject({
    method: 'POST',
    url: `/api/v1/editions/${id}/nominations`,
    headers,
    payload: { kind: 'enterprise', organisation: 'Solbakken', language: 'nb' },
  });
  t.equal(started.statusCode, 201, started.body);
  t.match(await pageOf('applicant'), /Solbakken.*Utkast.*Frist: /s);
  for (const who of ['secretary', 'chair', 'juror', 'leader'] as const)
    t.notMatch(await pageOf(who), 'Solbakken', who);
  await at(addMinutes(dates.closes_at, 1));
  t.notMatch(await pageOf('applicant'), 'Frist: ');
  t.same(await kinds('secretary'), []);
  t.same(await kinds('chair'), []);

  const sent = {
    submitted_at: during,
    first_submitted_at: during,
    receipt_number: 'E26-1',
    submission_count: 1,
  };
  await db
    .updateTable('nominations')
    .set({ ...sent, state: 'submitted' })
    .execute();
  const stranger = await signIn(site, 'stranger@example.no');
  await db
    .insertInto('join_requests')
    .values({
      edition_id: id,
      organisation_key: 'navn:solbakken',
      organisation_name: 'Solbakken',
      person_id: stranger.personId,
      requested_at: during,
    })
    .execute();
  t.same(await kinds('secretary'), ['checkApplications 1', 'answerJoinRequests 1']);
  t.same(await kinds('juror'), []);
  await db.updateTable('nominations').set({ state: 'admitted' }).execute();
  t.same(await kinds('secretary'), ['answerJoinRequests 1']);
  t.same(await kinds('juror'), ['declareConnections 1']);
  t.same(await kinds('leader'), []);
});

t.test('from the formal check to the decision', async (t) => {
  const site = await testApp(t);
  const { db } = site.services;
  const played = await deliberatingYear(db, ['Modum', 'Eigersund', 'Oslo']);
  const dates = await datesOf(db, played.id);
  const at = (now: Date) => setDatabaseClock(db, { at: now, running: false });
  const waiting = async (who: Who): Promise<Waiting[]> => {
    const { headers } = await signIn(site, `${who}@example.no`);
    const page = await site.app.inject({ url: '/min-side', headers });
    t.same(await htmlProblems(page.body), [], who);
    for (const { page: path } of (await site.app.inject({ url: '/api/v1/me', headers })).json<{
      waiting: Waiting[];
    }>().waiting)
      t.match(page.body, `href="${path}"`);
    return (await site.app.inject({ url: '/api/v1/me', headers })).json<{ waiting: Waiting[] }>().waiting;
  };
  await at(addMinutes(dates.judging_ends_at, 10));
  t.match(await waiting('chair'), [
    { kind: 'decide', page: '/jury/vedtak', year: 2026, due: dates.finalists_at.toISOString() },
  ]);
  t.same(await waiting('juror'), [], 'deciding is the chair’s');
  t.same(await waiting('applicant'), []);
  const { headers } = await signIn(site, 'applicant@example.no');
  t.match((await site.app.inject({ url: '/min-side', headers })).body, /Eigersund.*Hos fagjuryen.*Modum/s);

  const finalists = [played.nominations['Modum'], played.nominations['Oslo']] as string[];
  await played.send('chair', addMinutes(dates.judging_ends_at, 20), 'decideFinalists', {
    decision: { finalists, reason: 'Juryen er enig' },
  });
  t.match(await waiting('secretary'), [
    { kind: 'writeStatements', count: 2, page: `/sekretariat/${played.id}/begrunnelser` },
  ]);
  t.same(await waiting('applicant'), [], 'nothing of the decision');
  const confirming = { kind: 'confirmProtocol', count: 1, page: `/sekretariat/${played.id}/protokoll` };
  t.match(await waiting('juror'), [confirming]);

  const [first] = finalists as [string];
  const { secretary } = played.people;
  await db
    .insertInto('statements')
    .values({
      nomination_id: first,
      nb: 'Godt arbeid.',
      nn: 'Godt arbeid.',
      written_by: secretary.personId as string,
      written_at: dates.judging_ends_at,
    })
    .execute();
  t.match(await waiting('secretary'), [{ kind: 'writeStatements', count: 1 }]);
  t.match(await waiting('chair'), [{ kind: 'approveStatements', count: 1 }, confirming]);

  const { id: decision } = await db
    .selectFrom('decisions')
    .select('id')
    .where('edition_id', '=', played.id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('publications')
    .values({
      edition_id: played.id,
      kind: 'finalists',
      decision_id: decision,
      publish_at: dates.finalists_at,
      texts: '{"nb":"","nn":""}',
      prepared_by: secretary.personId as string,
      prepared_at: dates.judging_ends_at,
    })
    .execute();
  const approval = {
    kind: 'approvePublication',
    count: 1,
    due: dates.finalists_at.toISOString(),
    page: `/sekretariat/${played.id}/offentliggjoring`,
  };
  for (const who of ['second', 'leader', 'chair'] as const)
    t.ok(
      (await waiting(who)).some(({ kind }) => kind === approval.kind),
      who,
    );
  t.match((await waiting('leader'))[0], approval);
  t.notOk(
    (await waiting('secretary')).some(({ kind }) => kind === approval.kind),
    'whoever prepared it does not approve it',
  );

  await db
    .updateTable('role_grants')
    .set({ until_at: addMinutes(dates.judging_ends_at, 1) })
    .where('person_id', '=', secretary.personId as string)
    .execute();
  t.same(await waiting('secretary'), [], 'whoever has left has nothing to do');
  t.match(await waiting('second'), [
    { kind: 'approvePublication', count: 1 },
    { kind: 'writeStatements', count: 1 },
  ]);
});

t.test('the jury before the judging: confidence, connections, conflicts, assessments', async (t) => {
  const site = await testApp(t);
  const { db } = site.services;
  const played = await deliberatingYear(db, ['Modum']);
  const dates = await datesOf(db, played.id);
  await setDatabaseClock(db, { at: addMinutes(dates.judging_ends_at, -60), running: false });
  const kinds = async (who: Who) => {
    const { headers } = await signIn(site, `${who}@example.no`);
    return (await site.app.inject({ url: '/api/v1/me', headers }))
      .json<{ waiting: Waiting[] }>()
      .waiting.map(({ kind }) => kind);
  };
  // The year is set back by hand to before the closing: what waits is read from the rows, whatever brought them there.
  await db
    .updateTable('editions')
    .set({ state: 'judging', judging_closed_at: null })
    .where('id', '=', played.id)
    .execute();
  await db.updateTable('nominations').set({ state: 'underReview' }).execute();
  await db
    .updateTable('ballots')
    .set({ state: 'assigned', locked_at: null })
    .where('state', '=', 'voided')
    .execute();
  t.same(await kinds('juror'), ['deliverBallots']);
  const nomination = played.nominations['Modum'] as string;
  await played.as('juror', addMinutes(dates.judging_ends_at, -50), (unit) =>
    declare(unit, nomination, { answer: 'unsure' }),
  );
  t.same(await kinds('juror'), [], 'closed to whoever may be in conflict');
  t.same(await kinds('chair'), ['decideConflicts', 'deliverBallots']);
  await db
    .updateTable('seat_holders')
    .set({ confirmed_at: null, confidence_at: null, confidence_wording: null })
    .where('person_id', '=', played.people.other.personId as string)
    .execute();
  t.same(await kinds('other'), ['confirmConfidence']);
  await played.as('system', dates.judging_ends_at, async ({ trx }) => {
    await trx
      .updateTable('nominations')
      .set({
        state: 'returned',
        return_count: 1,
        return_due_at: dates.judging_ends_at,
        return_reason: 'Mangler',
      })
      .execute();
  });
  t.same(await kinds('applicant'), ['completeApplication']);
});
