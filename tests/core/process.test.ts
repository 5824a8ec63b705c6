/** The one way to change state: everything of a step stands, or nothing; many at once make one step. */
import t from 'tap';
import { verifyChain } from '../../src/core/audit/audit.ts';
import { transact } from '../../src/core/process/unit.ts';
import { sendEditionEvent } from '../../src/features/editions/commands.ts';
import { dispatchEdition } from '../../src/features/editions/flow.ts';
import { addDays } from '../../src/platform/clock.ts';
import { Problem } from '../../src/platform/http/problem.ts';
import { testDatabase } from '../helpers/database.ts';
import { datesOf, plannedYear, type Who } from '../helpers/year.ts';

const { db } = await testDatabase(t, { poolSize: 12 });
const year = await plannedYear(db);
const before = addDays((await datesOf(db, year.id)).opens_at, -7);

/** What became of it: the new state, or the name of the refusal. */
const attempt = (who: Who, type: string, version: number | undefined) =>
  year
    .as(who, before, (unit) =>
      dispatchEdition(unit, { id: year.id, event: { type } as { type: 'announce' }, version }),
    )
    .then(
      ({ state }) => state,
      (error) => {
        if (error instanceof Problem) return error.type;
        throw error;
      },
    );
const events = async () => (await verifyChain(db, year.id)).events;

t.test('a refusal says which, in the order of what one may know', async (t) => {
  const logged = await events();
  t.equal(await attempt('applicant', 'announce', 0), 'not-found', 'not visible, so not there');
  t.equal(await attempt('juror', 'announce', 0), 'auth/forbidden', 'visible, and not theirs');
  t.equal(await attempt('secretary', 'announce', 99), 'conflict/version', 'somebody was faster');
  t.equal(await attempt('secretary', 'startJudging', await year.version()), 'process/not-now');
  for (const type of ['nonsense', 'xstate.init', 'xstate.after.1.x', '__proto__', 'constructor', ''])
    t.equal(await attempt('secretary', type, undefined), 'auth/forbidden', `no rule opens "${type}"`);
  // From outside, an unknown event is named as one.
  await t.rejects(
    year.as('secretary', before, (unit) => sendEditionEvent(unit, year.id, { type: 'nonsense', version: 0 })),
    /process\/unknown-event/,
  );
  t.equal(await events(), logged, 'a refusal leaves nothing in the log');
});

t.test('what fails after the step takes the step back, log and letters included', async (t) => {
  const [logged, version] = [await events(), await year.version()];
  const failing = year.as('secretary', before, async (unit) => {
    await dispatchEdition(unit, { id: year.id, event: { type: 'announce' }, version });
    throw new Error('the power went');
  });
  await t.rejects(failing, { message: 'the power went' });
  t.equal((await datesOf(db, year.id)).state, 'planned');
  t.same([await events(), await year.version()], [logged, version]);
});

t.test(
  'eight at once with the same version: one does it, seven are told that somebody was faster',
  async (t) => {
    const [logged, version] = [await events(), await year.version()];
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => attempt('secretary', 'announce', version)),
    );
    t.same(outcomes.toSorted(), ['announced', ...Array<string>(7).fill('conflict/version')]);
    t.equal(await year.version(), version + 1);
    const announcements = await db
      .selectFrom('audit_events')
      .select(['from_state', 'to_state', 'request_id'])
      .where('subject_id', '=', year.id)
      .where('event', '=', 'announce')
      .execute();
    t.same(announcements, [{ from_state: 'planned', to_state: 'announced', request_id: 'test' }]);
    t.match(await verifyChain(db, year.id), { broken: null });
    t.ok((await events()) > logged);
  },
);

t.test('a unit without anything to say leaves the log alone', async (t) => {
  const logged = await events();
  const context = { actor: year.people.secretary, now: before, requestId: 'test' };
  t.equal(await transact(db, context, async () => 'done'), 'done');
  t.equal(await events(), logged);
});
