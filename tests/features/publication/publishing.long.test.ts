/** Preparing, approving and stopping: two persons, complete texts, and quiet in the last ten seconds. */
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { sendEvent } from '../../../src/features/nominations/commands.ts';
import {
  approvePublication,
  preparePublication,
  stopPublication,
} from '../../../src/features/publication/commands.ts';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import type { Database } from '../../../src/platform/db/open.ts';
import { testDatabase } from '../../helpers/database.ts';
import { approvedStatements, datesOf, deliberatingYear, type Year } from '../../helpers/year.ts';

const applicants = ['Ås helsehus', 'Zakken omsorgssenter', 'Ærfuglen sykehjem', 'Aasen bofellesskap'];
const texts = { nb: 'Fagjuryen har lest fire søknader.', nn: 'Fagjuryen har lese fire søknader.' };
const log = { error() {}, warn() {}, info() {} } as never;

async function decided(db: Database): Promise<{ year: Year; at: Date; publishAt: Date }> {
  const year = await deliberatingYear(db, applicants);
  const { finalists_at } = await datesOf(db, year.id);
  const at = addDays(finalists_at, -2);
  const finalists = ['Ås helsehus', 'Zakken omsorgssenter', 'Ærfuglen sykehjem'].map(
    (name) => year.nominations[name],
  );
  await year.send('chair', at, 'decideFinalists', { decision: { finalists, reason: 'Drøftet' } });
  return { year, at, publishAt: finalists_at };
}
const prepare = (year: Year, at: Date, publishAt: Date, kind: 'finalists' | 'winner' = 'finalists') =>
  year.as('secretary', at, (unit) => preparePublication(unit, year.id, { kind, publishAt, texts }));
/** The type of the problem, or the constraint, that a promise is refused with. */
const refusal = (promise: Promise<unknown>): Promise<string | undefined> =>
  promise.then(
    () => undefined,
    (error: { type?: string; constraint?: string }) => error.type ?? error.constraint,
  );
const unmet = (error: unknown): string[] =>
  (error as { errors: { requirement: string }[] }).errors.map(({ requirement }) => requirement);

t.test('what is missing is named: statements, joint text, moment', async (t) => {
  const { db } = await testDatabase(t);
  const { year, at, publishAt } = await decided(db);
  const refused = await year
    .as('secretary', at, (unit) =>
      preparePublication(unit, year.id, {
        kind: 'finalists',
        publishAt: at,
        texts: { nb: 'Bare bokmål', nn: ' ' },
      }),
    )
    .catch((error: unknown) => error);
  t.same(unmet(refused).toSorted(), ['jointText', 'momentAhead', 'statementsApproved']);
  await approvedStatements(db, year, applicants, at);
  await prepare(year, at, publishAt);
  t.equal(await refusal(prepare(year, at, publishAt)), 'process/not-now', 'one at a time');
  t.equal(
    await refusal(
      year.as('chair', at, (unit) =>
        preparePublication(unit, year.id, { kind: 'finalists', publishAt, texts }),
      ),
    ),
    'auth/forbidden',
  );
});

t.test('the preparer cannot approve, not even straight at the database', async (t) => {
  const { db } = await testDatabase(t);
  const { year, at, publishAt } = await decided(db);
  await approvedStatements(db, year, applicants, at);
  const { id, version } = await prepare(year, at, publishAt);
  t.equal(
    await refusal(year.as('secretary', at, (unit) => approvePublication(unit, id, { version }))),
    'process/same-person',
  );
  t.equal(
    await refusal(year.as('juror', at, (unit) => approvePublication(unit, id, { version }))),
    'auth/forbidden',
  );
  t.equal(
    await refusal(year.as('applicant', at, (unit) => approvePublication(unit, id, { version }))),
    'not-found',
  );
  const self = db
    .updateTable('publications')
    .set({ approved_by: year.people.secretary.personId, approved_at: at })
    .where('id', '=', id)
    .execute();
  t.equal(await refusal(self), 'publications_two_persons');
});

t.test('twenty approve at once: one does, the others are told', async (t) => {
  const { db } = await testDatabase(t, { poolSize: 20 });
  const { year, at, publishAt } = await decided(db);
  await approvedStatements(db, year, applicants, at);
  const { id, version } = await prepare(year, at, publishAt);
  const tries = Array.from({ length: 20 }, (_, i) =>
    year.as(i % 2 ? 'chair' : 'second', at, (unit) => approvePublication(unit, id, { version })),
  );
  const results = await Promise.allSettled(tries);
  t.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const result of results)
    if (result.status === 'rejected') t.match(result.reason, { type: /process\/not-now|conflict\/version/ });
  const approvals = await db
    .selectFrom('audit_events')
    .select('id')
    .where('event', '=', 'approvePublication')
    .execute();
  t.equal(approvals.length, 1);
});

t.test('stopping: until ten seconds before, with a reason; then it can be prepared anew', async (t) => {
  const { db } = await testDatabase(t);
  const { year, at, publishAt } = await decided(db);
  await approvedStatements(db, year, applicants, at);
  const { id, version } = await prepare(year, at, publishAt);
  const late = instant(publishAt.getTime() - 10_000);
  t.equal(
    await refusal(year.as('second', late, (unit) => approvePublication(unit, id, { version }))),
    'publication/too-late',
  );
  const approved = await year.as('second', at, (unit) => approvePublication(unit, id, { version }));
  const stop = (when: Date, reason = 'Feil i teksten') =>
    year.as('leader', when, (unit) => stopPublication(unit, id, { version: approved.version, reason }));
  t.equal(await refusal(stop(late)), 'publication/too-late');
  t.equal(await refusal(stop(publishAt)), 'publication/too-late');
  t.same(unmet(await stop(at, ' ').catch((error: unknown) => error)), ['reasonGiven']);
  await stop(instant(publishAt.getTime() - 10_001));
  await prepare(year, at, addMinutes(publishAt, 60));
});

t.test('an approval looks again: a changed statement, a retracted decision', async (t) => {
  const { db } = await testDatabase(t);
  const { year, at, publishAt } = await decided(db);
  await approvedStatements(db, year, applicants, at);
  const { id, version } = await prepare(year, at, publishAt);
  const approve = () =>
    year
      .as('second', at, (unit) => approvePublication(unit, id, { version }))
      .catch((error: unknown) => error);
  await db
    .updateTable('statements')
    .set({ nb: 'En annen tekst', version: 2, approved_at: addMinutes(at, 1) })
    .where('nomination_id', '=', year.nominations['Ås helsehus'] as string)
    .execute();
  t.same(unmet(await approve()), ['statementsAsPrepared']);
  await year.send('chair', at, 'retractFinalists', { reason: 'Ny drøfting' });
  t.equal(
    await refusal(year.as('second', at, (unit) => approvePublication(unit, id, { version }))),
    'process/not-now',
    'the jury talks again',
  );
});

t.test('a nominee that withdraws stops what waits for approval', async (t) => {
  const { db } = await testDatabase(t);
  const { year, at, publishAt } = await decided(db);
  await approvedStatements(db, year, applicants, at);
  const { id, version } = await prepare(year, at, publishAt);
  await year.as('applicant', at, (unit) =>
    sendEvent(unit, year.nominations['Ås helsehus'] as string, { event: { type: 'withdraw' } }),
  );
  t.equal(
    await refusal(year.as('second', at, (unit) => approvePublication(unit, id, { version }))),
    'process/not-now',
  );
});

t.test('the winner cannot come before the nominated, and waits when they are stopped', async (t) => {
  const { db } = await testDatabase(t);
  const { year, at, publishAt } = await decided(db);
  await approvedStatements(db, year, applicants, at);
  await year.send('chair', at, 'decideWinner', {
    decision: { winner: year.nominations['Ås helsehus'], reason: 'Drøftet' },
  });
  t.same(unmet(await prepare(year, at, addDays(publishAt, 20), 'winner').catch((error: unknown) => error)), [
    'finalistsPrepared',
    'afterFinalists',
  ]);
  const finalists = await prepare(year, at, publishAt);
  const { version } = await year.as('second', at, (unit) =>
    approvePublication(unit, finalists.id, finalists),
  );
  t.same(unmet(await prepare(year, at, addDays(publishAt, -1), 'winner').catch((error: unknown) => error)), [
    'afterFinalists',
  ]);
  const winner = await prepare(year, at, addDays(publishAt, 20), 'winner');
  await year.as('chair', at, (unit) => approvePublication(unit, winner.id, winner));
  const stop = await year
    .as('second', at, (unit) => stopPublication(unit, finalists.id, { version, reason: 'Utsatt' }))
    .catch((error: unknown) => error);
  t.same(unmet(stop), ['winnerNotWaiting']);
});

t.test('what is due is applied once, by any number of servers', async (t) => {
  const { db } = await testDatabase(t);
  const { year, at, publishAt } = await decided(db);
  await approvedStatements(db, year, applicants, at);
  const { id, version } = await prepare(year, at, publishAt);
  await year.as('second', at, (unit) => approvePublication(unit, id, { version }));
  t.equal((await applyDue({ db, log }, instant(publishAt.getTime() - 1))).published, 0);
  const due = await Promise.all(Array.from({ length: 4 }, () => applyDue({ db, log }, publishAt)));
  t.equal(
    due.reduce((sum, one) => sum + one.published, 0),
    1,
  );
  const states = await db
    .selectFrom('nominations')
    .select(['organisation_name', 'state'])
    .orderBy('organisation_name')
    .execute();
  t.same(Object.fromEntries(states.map((row) => [row.organisation_name, row.state])), {
    'Ås helsehus': 'finalist',
    'Zakken omsorgssenter': 'finalist',
    'Ærfuglen sykehjem': 'finalist',
    'Aasen bofellesskap': 'notSelected',
  });
  t.equal((await datesOf(db, year.id)).state, 'finalistsPublished');
});
