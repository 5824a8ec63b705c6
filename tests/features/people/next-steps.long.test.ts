/** What comes next in a year, told to whoever has to do it and to nobody else: on one's own page, and on the overview of the year. */
import { sql } from 'kysely';
import t from 'tap';
import { approvePublication, preparePublication } from '../../../src/features/publication/commands.ts';
import { addDays, addMinutes, setDatabaseClock } from '../../../src/platform/clock.ts';
import { ensureFirstAdministrator } from '../../../src/features/people/commands-access.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { granted } from '../../helpers/granted.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { signIn } from '../../helpers/personas.ts';
import { approvedStatements, datesOf, deliberatingYear } from '../../helpers/year.ts';

interface Waiting {
  kind: string;
  year: number;
  due: string | null;
  page: string;
}

/** What waits for somebody, by the API; the page has a link to each. */
const waitingOn = (site: TestApp) => async (who: string) => {
  const { headers } = await signIn(site, `${who}@example.no`);
  const me = await site.app.inject({ url: '/api/v1/me', headers });
  const { waiting } = me.json<{ waiting: Waiting[] }>();
  const page = await site.app.inject({ url: '/min-side', headers });
  for (const task of waiting) if (!page.body.includes(`href="${task.page}"`)) throw new Error(task.page);
  return waiting;
};

t.test('from an empty database: somebody for the secretariat, a year, the call', async (t) => {
  const site = await testApp(t, { FIRST_ADMINISTRATOR: 'astrid@example.no' });
  const { db } = site.services;
  await ensureFirstAdministrator(site.services);
  const now = new Date('2026-04-01T07:00:00Z');
  await setDatabaseClock(db, { at: now, running: false });
  const waiting = waitingOn(site);
  t.match(await waiting('astrid'), [
    { kind: 'inviteSecretariat', year: 2026, page: '/administrasjon/inviter' },
  ]);
  t.same(await waiting('ingeborg'), [], 'no task of the secretariat for somebody else');
  const { headers } = await signIn(site, 'astrid@example.no');
  const invited = await site.app.inject({
    method: 'POST',
    url: '/api/v1/people',
    headers,
    payload: { email: 'ingeborg@example.no', role: 'secretary' },
  });
  t.equal(invited.statusCode, 201, invited.body);
  t.same(await waiting('astrid'), []);
  t.match(await waiting('ingeborg'), [{ kind: 'confirmConfidenceForRole', page: '/min-side/fortrolighet' }]);
  const ingeborg = (await signIn(site, 'ingeborg@example.no')).headers;
  await site.app.inject({
    method: 'POST',
    url: '/api/v1/me/confidence',
    headers: ingeborg,
    payload: { accept: true },
  });
  t.match(await waiting('ingeborg'), [
    { kind: 'createEdition', year: 2026, page: '/sekretariat/ny', due: null },
  ]);
  const created = await site.app.inject({
    method: 'POST',
    url: '/api/v1/editions',
    headers: ingeborg,
    payload: { year: 2026 },
  });
  const { id } = created.json<{ id: string }>();
  const { opens_at, finalists_at } = await datesOf(db, id);
  t.match(await waiting('ingeborg'), [
    { kind: 'announce', page: `/sekretariat/${id}`, due: opens_at.toISOString() },
  ]);
  t.equal(finalists_at.toISOString(), '2026-11-16T09:00:00.000Z', 'the defaults propose no Sunday');
  t.same(await waiting('astrid'), []);
});

t.test(
  'those who are there for a year that is over can make no new one: somebody is to be let in',
  async (t) => {
    const site = await testApp(t, { FIRST_ADMINISTRATOR: 'astrid@example.no' });
    const { db } = site.services;
    await ensureFirstAdministrator(site.services);
    const played = await deliberatingYear(db, ['Modum']);
    const kinds = async () => (await waitingOn(site)('astrid')).map(({ kind }) => kind);
    const of = await db
      .updateTable('role_grants')
      .set((eb) => ({ until_at: eb(eb.ref('from_at'), '+', sql<Date>`interval '1 second'`) }))
      .where('role', '=', 'secretary')
      .returning(['person_id', 'from_at'])
      .execute();
    for (const { person_id, from_at } of of)
      await db
        .insertInto('role_grants')
        .values({ ...granted(person_id, 'secretary', from_at), edition_id: played.id })
        .execute();
    t.notOk((await kinds()).includes('inviteSecretariat'), 'the year goes on');
    await db.updateTable('editions').set({ state: 'archived' }).where('id', '=', played.id).execute();
    t.ok((await kinds()).includes('inviteSecretariat'));
  },
);

t.test('from the decision to the end of the year', async (t) => {
  const site = await testApp(t);
  const { db } = site.services;
  const played = await deliberatingYear(db, ['Modum', 'Eigersund', 'Oslo']);
  const { id, nominations } = played;
  const dates = await datesOf(db, id);
  const decided = addMinutes(dates.judging_ends_at, 20);
  const at = (now: Date) => setDatabaseClock(db, { at: now, running: false });
  const waiting = waitingOn(site);
  const kinds = async (who: string) => (await waiting(who)).map(({ kind }) => kind);
  const overview = async (who: string) => {
    const { headers } = await signIn(site, `${who}@example.no`);
    const { body } = await site.app.inject({ url: `/sekretariat/${id}`, headers });
    t.same(await htmlProblems(body), [], `the overview of ${who}`);
    return body;
  };
  const texts = { nb: 'Tre søknader kom inn.', nn: 'Tre søknader kom inn.' };
  const prepare = async (kind: 'finalists' | 'winner', publishAt: Date) => {
    const made = await played.as('secretary', decided, (unit) =>
      preparePublication(unit, id, { kind, publishAt, texts }),
    );
    return () => played.as('second', decided, (unit) => approvePublication(unit, made.id, made));
  };

  await at(decided);
  t.match(await overview('secretary'), 'Juryen møtes og bestemmer seg');
  t.notMatch(await overview('secretary'), /av 2\)|Skriv begrunnelsene/, 'nothing of what is not decided');
  const finalists = [nominations['Modum'], nominations['Oslo']] as string[];
  await played.send('chair', decided, 'decideFinalists', { decision: { finalists, reason: 'Enig' } });
  t.match(await overview('secretary'), /Skriv begrunnelsene på bokmål og nynorsk \(0 av 2\)/);
  t.notOk((await kinds('secretary')).includes('prepareFinalists'), 'no statement is approved yet');
  await approvedStatements(db, played, ['Modum', 'Oslo'], decided);
  t.same(await kinds('secretary'), ['prepareFinalists']);
  t.match((await waiting('second'))[0], {
    kind: 'prepareFinalists',
    due: dates.finalists_at.toISOString(),
    page: `/sekretariat/${id}/offentliggjoring`,
  });
  for (const who of ['leader', 'juror', 'chair', 'applicant', 'stranger'])
    t.notOk(
      (await kinds(who)).some((kind) => /^prepare|^archive/.test(kind)),
      who,
    );
  const approveFinalists = await prepare('finalists', dates.finalists_at);
  t.same(await kinds('secretary'), [], 'another approves');
  await approveFinalists();
  await played.send('chair', decided, 'decideWinner', {
    decision: { winner: nominations['Modum'], honourableMentions: [], reason: 'Enig' },
  });
  t.same(await kinds('secretary'), ['prepareWinner']);
  t.same(await kinds('applicant'), [], 'that there is a winner waits for nobody who applied');
  const approveWinner = await prepare('winner', dates.ceremony_at);
  t.notMatch(await overview('secretary'), 'Alt er forberedt');
  await approveWinner();
  t.match(await overview('secretary'), 'Alt er forberedt');
  t.match(await overview('chair'), 'Alt er forberedt');

  // Only another than whoever wrote it is asked to approve an answer.
  await played.as('secretary', decided, async ({ trx }) => {
    await trx
      .insertInto('feedbacks')
      .values({
        nomination_id: nominations['Oslo'] as string,
        version: 1,
        body: 'Takk.',
        written_by: played.people.secretary.personId as string,
        written_at: decided,
      })
      .execute();
  });
  t.same(await kinds('secretary'), []);
  t.same(await kinds('second'), ['approveFeedback']);
  t.same(await kinds('juror'), ['confirmProtocol']);
  t.same(await kinds('applicant'), []);
  t.match(await overview('secretary'), /\(0 av 3 godkjent\)/);

  await at(addDays(dates.ceremony_at, 1));
  await db
    .updateTable('feedbacks')
    .set({ approved_by: played.people.second.personId, approved_at: decided })
    .execute();
  const { headers } = await signIn(site, 'secretary@example.no');
  await site.app.inject({ method: 'POST', url: '/api/v1/dev/tick', headers });
  t.same(await kinds('secretary'), ['archive']);
  await db
    .updateTable('letters')
    .set({ state: 'sent', sent_at: decided })
    .where('state', '<>', 'sent')
    .execute();
  await played.send('secretary', addDays(dates.ceremony_at, 1), 'archive');
  t.match(await waiting('secretary'), [{ kind: 'createEdition', year: 2027 }], 'the next one');
});

t.test('the judging: begun when the formal check is over, closed when the time is', async (t) => {
  const site = await testApp(t);
  const { db } = site.services;
  const played = await deliberatingYear(db, ['Modum']);
  const dates = await datesOf(db, played.id);
  const kinds = async (who: string) => (await waitingOn(site)(who)).map(({ kind }) => kind);
  // The year is set back by hand: what waits is read from the rows, whatever brought them there.
  await db
    .updateTable('editions')
    .set({ state: 'judging', judging_closed_at: null })
    .where('id', '=', played.id)
    .execute();
  await db.updateTable('nominations').set({ state: 'underReview' }).execute();
  await db.updateTable('ballots').set({ state: 'assigned', locked_at: null }).execute();
  await setDatabaseClock(db, { at: addMinutes(dates.judging_ends_at, -1), running: false });
  t.same(await kinds('chair'), ['deliverBallots']);
  await setDatabaseClock(db, { at: dates.judging_ends_at, running: false });
  t.ok((await kinds('chair')).includes('closeJudging'));
  t.notOk((await kinds('juror')).includes('closeJudging'), 'the chair’s alone');
  t.same(await kinds('secretary'), []);
  const { headers } = await signIn(site, 'secretary@example.no');
  const { body } = await site.app.inject({ url: `/sekretariat/${played.id}`, headers });
  t.match(body, /4\/4/, 'jurors ready, of the seats that judge');
});
