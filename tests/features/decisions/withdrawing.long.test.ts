/** A nominee withdraws before the nominated are public: nothing that was approved comes out with it, and the applicant sees no difference. */
import { sql } from 'kysely';
import t from 'tap';
import { publicSlide } from '../../../src/features/ceremony/queries.ts';
import { applyDue } from '../../../src/features/due.ts';
import { sendEvent } from '../../../src/features/nominations/commands.ts';
import { approvePublication, preparePublication } from '../../../src/features/publication/commands.ts';
import { pressPublication } from '../../../src/features/publication/commands-release.ts';
import { reportOf } from '../../../src/features/report/queries.ts';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { readFeed } from '../../helpers/feeds.ts';
import { publicApp } from '../../helpers/public-app.ts';
import { approvedStatements, datesOf, deliberatingYear } from '../../helpers/year.ts';

const names = ['Ås helsehus', 'Zakken omsorgssenter', 'Ærfuglen sykehjem'];
const [WINNER, MENTIONED] = names as [string, string];
const OTHER = 'Aasen bofellesskap';
const said = { finalists: 'Fellesteksten om de tre.', winner: 'Vinnerteksten om den ene.' };

/** Both choices are made, and both publications approved. `together`: they come out at the same moment. */
async function world(t: Parameters<typeof playground>[0], { together = false, approved = true } = {}) {
  const base = await playground(t);
  const { db, log } = base.services;
  const year = await deliberatingYear(db, [...names, OTHER]);
  const dates = await datesOf(db, year.id);
  const now = addDays(dates.finalists_at, -2);
  const id = (name: string) => year.nominations[name] as string;
  await year.send('chair', now, 'decideFinalists', {
    decision: { finalists: names.map(id), reason: 'Drøftet' },
  });
  await year.send('chair', now, 'decideWinner', {
    decision: { winner: id(WINNER), honourableMentions: [id(MENTIONED)], reason: 'Drøftet' },
  });
  await approvedStatements(db, year, [...names, OTHER], now);
  const made: Record<'finalists' | 'winner', string> = { finalists: '', winner: '' };
  const latest = together ? dates.finalists_at : addMinutes(dates.ceremony_at, 120);
  const approve = async (kind: 'finalists' | 'winner') =>
    year.as('second', now, (unit) => approvePublication(unit, made[kind], { version: 0 }));
  for (const [kind, publishAt, release] of [
    ['finalists', dates.finalists_at, 'moment'],
    ['winner', latest, together ? 'moment' : 'press'],
  ] as const) {
    if (kind === 'winner' && !approved) continue;
    const texts = { nb: said[kind], nn: said[kind] };
    const { id: publication, version } = await year.as('secretary', now, (unit) =>
      preparePublication(unit, year.id, { kind, publishAt, release, texts }),
    );
    made[kind] = publication;
    if (approved) await year.as('second', now, (unit) => approvePublication(unit, publication, { version }));
  }
  await base.setClock(now);
  return {
    ...base,
    db,
    year,
    dates,
    now,
    id,
    made,
    latest,
    approve,
    applicant: await base.as('applicant@example.no'),
    withdraw: (name: string, at: Date) =>
      year.as('applicant', at, (unit) => sendEvent(unit, id(name), { event: { type: 'withdraw' } })),
    due: (at: Date) => applyDue({ db, log }, at),
  };
}
type World = Awaited<ReturnType<typeof world>>;

/** What everybody can see at a moment, in every form. */
async function seen(t: Parameters<typeof playground>[0], { db, year }: World, at: Date) {
  const { app } = await publicApp(t, db, at);
  const [page, atom, json, api] = await Promise.all(
    [`/prisen/${year.year}`, '/feed.atom', '/feed.json', `/api/v1/public/editions/${year.year}`].map(
      async (url) => (await app.inject(url)).body,
    ),
  );
  return {
    bodies: [page, atom, json, api].join('\n'),
    news: [atom, json].flatMap((body) => readFeed(body!).items.map(({ title }) => title)).join('\n'),
    outcome: JSON.parse(api!) as { phase: string; winner: unknown; nominated: { name: string }[] },
    slide: await publicSlide(db, at, year.year, 'nb'),
  };
}
const reportAt = ({ db, year }: World, now: Date) =>
  reportOf(db, { actor: year.people.secretary, now }, year.id);
const standing = async ({ db }: World) =>
  (
    await db
      .selectFrom('decisions')
      .select('kind')
      .where('retracted_at', 'is', null)
      .orderBy('kind')
      .execute()
  ).map(({ kind }) => kind);
const waiting = async ({ db }: World) =>
  (
    await db
      .selectFrom('publications')
      .select('kind')
      .where('stopped_at', 'is', null)
      .orderBy('kind')
      .execute()
  ).map(({ kind }) => kind);
const told = async ({ db }: World, template: 'nominatedWithdrew' | 'withdrawnTooLate') =>
  (
    await db
      .selectFrom('letters')
      .select(['email', 'subject', 'body'])
      .where('template', '=', template)
      .orderBy('email')
      .execute()
  ).map((letter) => {
    for (const name of [...names, OTHER])
      if ((letter.subject + letter.body).includes(name)) throw new Error(`A letter names ${name}`);
    return letter.email;
  });
const everybody = ['chair@example.no', 'second@example.no', 'secretary@example.no'];

for (const [who, gone] of [
  ['the winner', WINNER],
  ['another of the nominated', names[2] as string],
] as const)
  t.test(`${who} withdraws with both approved: both are stopped, and the jury chooses anew`, async (t) => {
    const w = await world(t);
    const { year, dates, now, id } = w;
    const before = await seen(t, w, now);
    await w.withdraw(gone, now);
    t.same(await standing(w), []);
    t.same(await waiting(w), []);
    t.equal((await datesOf(w.db, year.id)).state, 'deliberating');
    t.same(await told(w, 'nominatedWithdrew'), everybody);
    const chair = await w.as('chair@example.no');
    t.match((await chair.get('/min-side')).body, /Før juryens beslutning/, 'the chair has it to do');
    t.same(await seen(t, w, now), before, 'the public sees what it saw');

    await t.rejects(
      year.as('chair', dates.ceremony_at, (unit) => pressPublication(unit, w.made.winner)),
      { message: 'process/not-now' },
    );
    const after = addMinutes(w.latest, 1);
    await w.due(after);
    const late = await seen(t, w, after);
    t.notMatch(late.bodies, /Fellesteksten|Vinnerteksten|Ås helsehus|Zakken|Ærfuglen/);
    t.notMatch(late.news, /ikke ut|vinner|fikk Etikkprisen|nominerte/i, 'no news, and no false ones');
    t.match(late.outcome, { winner: null, nominated: [] });
    t.match(await reportAt(w, after), { winner: null, noAward: false });

    const left = [...names.filter((name) => name !== gone), OTHER].map(id);
    await year.send('chair', now, 'decideFinalists', { decision: { finalists: left, reason: 'På nytt' } });
    await year.send('chair', now, 'decideWinner', { decision: { winner: left[0], reason: 'På nytt' } });
    t.same(await standing(w), ['finalists', 'winner'], 'the year goes on');
  });

t.test('to the applicant it is the same, nominated or not: answer, letters, page and own data', async (t) => {
  const w = await world(t);
  const { applicant, db, year } = w;
  const look = async (name: string) => {
    const id = w.id(name);
    const same = (text: string) =>
      text
        .replaceAll(id, 'ID')
        .replaceAll(name, 'NAME')
        .replaceAll(
          /"(?:instance|requestId|number|receiptNumber)":"[^"]*"|nonce="[^"]*"|[A-Z0-9]{4}-[A-Z0-9]{4}|\d{2}:\d{2}:\d{2}[^"<]*/g,
          '',
        );
    const { version } = (await applicant.get(`/api/v1/nominations/${id}`)).json<{ version: number }>();
    const asked = await applicant.get(`/soknad/${id}/trekk`);
    const done = await applicant.post(`/soknad/${id}/trekk`, { version });
    const again = await applicant.post(`/api/v1/nominations/${id}/events`, { type: 'withdraw', version });
    const letters = await db
      .selectFrom('letters')
      .select(['template', 'subject'])
      .where('email', '=', 'applicant@example.no')
      .where('nomination_id', '=', id)
      .orderBy('template')
      .execute();
    return {
      asked: [asked.statusCode, same(asked.body)],
      done: [done.statusCode, same(String(done.headers.location)), same(done.body)],
      again: [again.statusCode, (again.json() as { type: string }).type],
      letters: letters.map(({ template, subject }) => [template, same(subject)]),
      page: (await applicant.get(`/soknad/${id}`)).statusCode,
      state: (await applicant.get(`/api/v1/nominations/${id}`)).json<{ state: string }>().state,
    };
  };
  const other = await look(OTHER);
  t.equal(other.done[0], 303);
  t.same(await standing(w), ['finalists', 'winner'], 'somebody else opens nothing');
  t.same(await look(WINNER), other);
  t.same(await standing(w), []);
  const { rows } = await sql<{ event: string }>`
    select distinct e.event from audit_details d join audit_events e on e.id = d.event_id
    where d.actor_id = ${year.people.applicant.personId} and e.subject_type <> 'nomination'`.execute(db);
  t.notMatch(JSON.stringify(rows), /retract|stop/, 'nor does what they may read of themselves say so');
  const mine = await db
    .selectFrom('letters')
    .select('template')
    .where('email', '=', 'applicant@example.no')
    .execute();
  t.notOk(mine.some(({ template }) => template === 'nominatedWithdrew'));
});

t.test(
  'in the last ten seconds: taken all the same, left out, and those who can mend it are told',
  async (t) => {
    const w = await world(t);
    const { dates } = w;
    await w.withdraw(WINNER, instant(dates.finalists_at.getTime() - 5000));
    t.same(await standing(w), ['finalists'], 'of the winner nothing was about to come out');
    t.same(await waiting(w), ['finalists']);
    t.same(await told(w, 'withdrawnTooLate'), everybody);
    t.same(await told(w, 'nominatedWithdrew'), []);
    await w.due(dates.finalists_at);
    const { bodies, outcome } = await seen(t, w, dates.finalists_at);
    t.match(bodies, 'Fellesteksten');
    t.notMatch(bodies, WINNER);
    t.equal(outcome.nominated.length, 2);
    t.match(await reportAt(w, dates.finalists_at), { winner: null, noAward: false });
    await w.year.send('chair', addDays(dates.finalists_at, 1), 'decideWinner', {
      decision: { winner: w.id(MENTIONED), reason: 'På nytt' },
    });
  },
);

t.test('in the last ten seconds of both: no announcement is shown without its winner', async (t) => {
  const w = await world(t, { together: true });
  const { dates } = w;
  await w.withdraw(WINNER, instant(dates.finalists_at.getTime() - 1000));
  t.same(await standing(w), ['finalists', 'winner']);
  t.same(await told(w, 'withdrawnTooLate'), everybody);
  const { bodies, news, outcome, slide } = await seen(t, w, dates.finalists_at);
  t.notMatch(bodies, /Vinnerteksten|Ås helsehus|Hederlig omtale/);
  t.notMatch(news, /ikke ut|fikk Etikkprisen/);
  t.match(outcome, { phase: 'finalists', winner: null });
  t.match(await reportAt(w, dates.finalists_at), { winner: null, noAward: false });
  t.notMatch(slide, { shows: 'winner' });
});

t.test('the press asks whether the chosen are still in, and says what to do', async (t) => {
  const w = await world(t);
  await w.due(w.dates.finalists_at);
  // As nobody can do it by the service; the press does not trust that.
  await w.db
    .updateTable('nominations')
    .set({ state: 'withdrawn', withdrawn_at: w.dates.finalists_at })
    .where('id', '=', w.id(WINNER))
    .execute();
  const refused = await w.year
    .as('chair', w.dates.ceremony_at, (unit) => pressPublication(unit, w.made.winner))
    .catch((error: unknown) => error);
  t.match(refused, { type: 'process/unmet', errors: [{ requirement: 'chosenStillIn' }] });
  const { bodies, news, outcome } = await seen(t, w, addMinutes(w.latest, 1));
  t.notMatch(bodies, /Vinnerteksten/);
  t.notMatch(news, /ikke ut|fikk Etikkprisen/, 'at the latest moment, too');
  t.match(outcome, { winner: null });
});

for (const first of ['withdraw', 'approve'] as const)
  t.test(
    `withdrawn and approved at once (${first} first at the lock): nothing approved is left`,
    async (t) => {
      const w = await world(t, { approved: false });
      const both = {
        withdraw: () => w.withdraw(MENTIONED, w.now),
        approve: () => w.approve('finalists'),
      };
      const order =
        first === 'withdraw' ? (['withdraw', 'approve'] as const) : (['approve', 'withdraw'] as const);
      const running: Promise<unknown>[] = [];
      await w.db.transaction().execute(async (trx) => {
        await trx.selectFrom('editions').select('id').where('id', '=', w.year.id).forUpdate().execute();
        for (const [i, what] of order.entries()) {
          running.push(both[what]().catch((error: unknown) => error));
          await atTheLock(w, i + 1);
        }
      });
      await Promise.all(running);
      t.equal(
        (
          await w.db
            .selectFrom('nominations')
            .select('state')
            .where('id', '=', w.id(MENTIONED))
            .executeTakeFirstOrThrow()
        ).state,
        'withdrawn',
      );
      t.same(await waiting(w), []);
      t.same(await standing(w), []);
    },
  );

/** Until so many wait for a lock of this database. */
async function atTheLock({ db }: World, wanted: number): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    if (rows[0]?.n === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${wanted} never came to the lock`);
}
