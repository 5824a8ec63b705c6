/** A leader's substitute: named with the role, asked when a day has passed in silence, and named in the record with the leader. */
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { countedTasks } from '../../../src/features/people/waiting-tasks.ts';
import { approvePublication, preparePublication } from '../../../src/features/publication/commands.ts';
import { approveMove, askToMove } from '../../../src/features/publication/commands-move.ts';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import type { Actor } from '../../../src/platform/actor.ts';
import { transact, type Unit } from '../../../src/core/process/unit.ts';
import { playground } from '../../helpers/client.ts';
import { granted } from '../../helpers/granted.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { texts } from '../../helpers/nominated-year.ts';
import { approvedStatements, datesOf, deliberatingYear } from '../../helpers/year.ts';

const names = ['Ås helsehus', 'Zakken omsorgssenter'];
const log = { error() {}, warn() {}, info() {} } as never;

const site = await playground(t);
const { db } = site.services;
const year = await deliberatingYear(db, [...names, 'Fem bydel']);
const dates = await datesOf(db, year.id);
const at = addDays(dates.finalists_at, -10);
await year.send('chair', at, 'decideFinalists', {
  decision: { finalists: names.map((name) => year.nominations[name]), reason: 'Drøftet' },
});
await approvedStatements(db, year, names, at);
await site.setClock(at);
const admin = await site.as('administrator@example.no');
const idOf = async (email: string) =>
  (await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
await db
  .insertInto('role_grants')
  .values(granted(await idOf('administrator@example.no'), 'administrator', instant(0)))
  .execute();
await db
  .updateTable('people')
  .set({ name: 'Anna Administrator' })
  .where('email', '=', 'administrator@example.no')
  .execute();
const { id: leaderRole } = await db
  .selectFrom('role_grants')
  .select('id')
  .where('role', '=', 'leader')
  .executeTakeFirstOrThrow();
interface Given {
  id: string;
  roles: { id: string; role: string; substituteFor: { role: string; name: string } | null }[];
}
const invite = (email: string, rest: object = {}) =>
  admin.post('/api/v1/people', { email, name: `Vara ${email.split('@')[0]}`, role: 'leader', ...rest });

const made = await invite('vara@example.no', { substituteFor: leaderRole });
if (made.statusCode !== 201) throw new Error(made.body);
const substitute = made.json<Given>();
const substituteRole = substitute.roles[0]!.id;
await (await site.as('vara@example.no')).post('/api/v1/me/confidence', { accept: true });
const vara: Actor = {
  personId: substitute.id,
  name: 'Vara vara',
  email: 'vara@example.no',
  lang: 'nb',
  via: 'session',
  roles: [],
};
const asVara = <T>(now: Date, work: (unit: Unit) => Promise<T>) =>
  transact(db, { actor: vara, now, requestId: 'test' }, work);
const tasksOf = async (actor: Actor, now: Date) =>
  (await countedTasks(db, { actor, now })).filter(({ kind }) => kind === 'approvePublication').length;
const letters = async (template: string, email = 'vara@example.no') =>
  (
    await db
      .selectFrom('letters')
      .select('id')
      .where('template', '=', template)
      .where('email', '=', email)
      .execute()
  ).length;
const prepare = (publishAt = dates.finalists_at) =>
  year.as('secretary', at, (unit) =>
    preparePublication(unit, year.id, { kind: 'finalists', publishAt, texts }),
  );
const stop = (id: string) =>
  db.updateTable('publications').set({ stopped_at: at, stop_reason: 'Test' }).where('id', '=', id).execute();

t.test('whom nobody can be the substitute of: refused with what to do, and by the database', async (t) => {
  t.match(substitute.roles, [
    { role: 'leader', substituteFor: { role: leaderRole, name: 'Bente Ramsødegård' } },
  ]);
  const { id: other } = await db
    .insertInto('role_grants')
    .values({ ...granted(await idOf('chair@example.no'), 'leader', at), edition_id: year.id })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: gone } = await db
    .insertInto('role_grants')
    .values({
      ...granted(await idOf('juror@example.no'), 'leader', addDays(at, -9)),
      until_at: addDays(at, -1),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const secretary = await db
    .selectFrom('role_grants')
    .select('id')
    .where('role', '=', 'secretary')
    .executeTakeFirstOrThrow();
  for (const [substituteFor, message] of [
    [substituteRole, /er selv vara/],
    [other, /samme prisårene/],
    [gone, /fortsatt har rollen/],
    [secretary.id, /fortsatt har rollen/],
  ] as const) {
    const answer = await invite('ny@example.no', { substituteFor });
    t.equal(answer.statusCode, 422, answer.body);
    t.match(answer.json(), { errors: [{ field: 'substituteFor', message }] });
    await t.rejects(
      db
        .insertInto('role_grants')
        .values({
          ...granted(await idOf('third@example.no'), 'leader', at),
          substitute_for: substituteFor,
        })
        .execute(),
      /of a leader of the same years/,
    );
  }
  const wrongRole = await invite('ny@example.no', { substituteFor: leaderRole, role: 'secretary' });
  t.match(wrongRole.json(), { errors: [{ field: 'substituteFor', message: /Bare en leder/ }] });
  const chairs = await idOf('chair@example.no');
  await db
    .updateTable('role_grants')
    .set({ until_at: addDays(at, 10) })
    .where('id', '=', other)
    .execute();
  const later = await admin.post(`/api/v1/people/${chairs}/roles`, {
    role: 'leader',
    editionId: year.id,
    from: addDays(at, 20).toISOString(),
    substituteFor: other,
  });
  t.match(later.json(), { errors: [{ field: 'substituteFor', message: /fortsatt har rollen/ }] });
  const { id: upcoming } = await db
    .insertInto('role_grants')
    .values({ ...granted(chairs, 'leader', addDays(at, 40)), edition_id: year.id })
    .returning('id')
    .executeTakeFirstOrThrow();
  const own = await admin.post(`/api/v1/people/${chairs}/roles`, {
    role: 'leader',
    editionId: year.id,
    from: addDays(at, 20).toISOString(),
    until: addDays(at, 30).toISOString(),
    substituteFor: upcoming,
  });
  t.match(own.json(), { errors: [{ field: 'substituteFor', message: /seg selv/ }] });
  await t.rejects(
    db
      .insertInto('role_grants')
      .values({ ...granted(chairs, 'leader', at), edition_id: year.id, substitute_for: other })
      .execute(),
    /of a leader of the same years/,
    'of oneself',
  );
  await t.rejects(
    db
      .updateTable('role_grants')
      .set({ substitute_for: substituteRole })
      .where('id', '=', leaderRole)
      .execute(),
    /a role stays/,
    'no chain comes later',
  );
  await db.updateTable('role_grants').set({ until_at: at }).where('id', '=', other).execute();
  await db
    .updateTable('role_grants')
    .set({ until_at: addDays(at, 40) })
    .where('id', '=', upcoming)
    .execute();
});

t.test('the leader first; the substitute when a day has passed, once, whoever ticks', async (t) => {
  const { id, version } = await prepare();
  t.equal(await letters('publicationToApprove', 'leader@example.no'), 1);
  t.equal(await letters('publicationToApprove'), 0, 'left in peace');
  t.equal(await tasksOf(year.people.leader, at), 1);
  t.equal(await tasksOf(vara, at), 0);
  const almost = addMinutes(addDays(at, 1), -1);
  t.equal((await applyDue({ db, log }, almost)).substitutesAsked, 0);
  t.equal(await letters('publicationToApprove'), 0);
  t.equal(await tasksOf(vara, almost), 0);

  const day = addDays(at, 1);
  const both = await Promise.all([1, 2, 3, 4].map(() => applyDue({ db, log }, day)));
  t.equal(
    both.reduce((sum, { substitutesAsked }) => sum + substitutesAsked, 0),
    1,
    'one of four servers',
  );
  t.equal(await letters('publicationToApprove'), 1);
  t.equal(await letters('publicationToApprove', 'leader@example.no'), 1, 'nobody else is asked again');
  t.equal(await tasksOf(vara, day), 1);
  t.equal((await applyDue({ db, log }, addDays(day, 1))).substitutesAsked, 0, 'asked once');

  await asVara(day, (unit) => approvePublication(unit, id, { version }));
  const row = await db
    .selectFrom('publications')
    .select(['approved_by', 'approved_for'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  t.same(row, { approved_by: vara.personId, approved_for: year.people.leader.personId });
  await t.rejects(
    db.updateTable('publications').set({ approved_for: null }).where('id', '=', id).execute(),
    /stood in for/,
    'it stays',
  );
  await site.setClock(day);
  const secretary = await site.as('secretary@example.no');
  const page = (await secretary.get(`/sekretariat/${year.id}/offentliggjoring`)).body;
  t.match(page, 'Godkjent av Vara vara (i stedet for Bente Ramsødegård)');
  const said = (await secretary.get(`/sekretariat/${year.id}/logg`)).body.replace(/<[^>]+>/g, ' ');
  t.match(said, /Godkjente en offentliggjøring[\s\S]*?I stedet for: Bente Ramsødegård/);
  t.match((await secretary.get(`/api/v1/editions/${year.id}/publications`)).json(), {
    publications: [{ approvedBy: 'Vara vara', approvedFor: 'Bente Ramsødegård' }],
  });
});

t.test('another moment in the same way', async (t) => {
  const { id, version } = await db
    .selectFrom('publications')
    .select(['id', 'version'])
    .where('approved_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const asked = addDays(at, 2);
  const moved = await year.as('secretary', asked, (unit) =>
    askToMove(unit, id, { version, publishAt: addMinutes(dates.finalists_at, 30) }),
  );
  t.equal(await letters('publicationMoveToApprove', 'leader@example.no'), 1);
  t.equal(await letters('publicationMoveToApprove'), 0);
  t.equal(await tasksOf(vara, asked), 0);
  const day = addDays(asked, 1);
  t.equal((await applyDue({ db, log }, day)).substitutesAsked, 1);
  t.equal(await letters('publicationMoveToApprove'), 1);
  t.equal(await tasksOf(vara, day), 1);
  await asVara(day, (unit) => approveMove(unit, id, moved.version));
  t.match(
    await db
      .selectFrom('publications')
      .select(['moved_by', 'moved_for'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    { moved_by: vara.personId, moved_for: year.people.leader.personId },
  );
  await site.setClock(day);
  const said = (await (await site.as('secretary@example.no')).get(`/sekretariat/${year.id}/logg`)).body;
  t.match(
    said.replace(/<[^>]+>/g, ' '),
    /Flyttet en offentliggjøring(?:\s+(?:Hva|Fra|Til): [^\n]+)*\s+I stedet for: Bente Ramsødegård/,
    'the log says so, too',
  );
  await stop(id);
});

t.test('approved within the day: no letter, and by the substitute at any time', async (t) => {
  const before = await letters('publicationToApprove');
  const first = await prepare();
  await year.as('leader', at, (unit) => approvePublication(unit, first.id, { version: first.version }));
  t.equal((await applyDue({ db, log }, addDays(at, 2))).substitutesAsked, 0);
  t.equal(await letters('publicationToApprove'), before);
  await stop(first.id);
  const second = await prepare();
  await asVara(addMinutes(at, 5), (unit) => approvePublication(unit, second.id, { version: second.version }));
  await stop(second.id);
  const lapsed = await prepare(addMinutes(at, 60));
  t.equal((await applyDue({ db, log }, addDays(at, 2))).substitutesAsked, 0, 'nothing is left to approve');
  await stop(lapsed.id);
});

t.test('the pages: named with the role, seen at the person, kept when refused', async (t) => {
  await site.setClock(at);
  const form = { email: 'side@example.no', name: 'Siri Side', language: 'nb', role: 'leader' };
  for (const lang of ['nb', 'nn', 'en'])
    t.same(
      await htmlProblems((await admin.get('/administrasjon/inviter', { cookie: `lang=${lang}` })).body),
      [],
    );
  const refused = await admin.post('/administrasjon/inviter', {
    ...form,
    role: 'secretary',
    substituteFor: leaderRole,
  });
  t.equal(refused.statusCode, 422);
  t.match(refused.body, 'Bare en leder kan være vara');
  t.match(refused.body, new RegExp(`value="${leaderRole}"[^>]* selected`), 'what was chosen is kept');
  t.same(await htmlProblems(refused.body), []);
  const given = await admin.post('/administrasjon/inviter', { ...form, substituteFor: leaderRole });
  t.equal(given.statusCode, 303);
  const page = await admin.get(`/administrasjon/person/${await idOf('side@example.no')}`);
  t.match(page.body, 'Leder, vara for Bente Ramsødegård');
  t.same(await htmlProblems(page.body), []);
  t.match((await admin.get('/administrasjon')).body, 'Leder, vara for Bente Ramsødegård');
  const early = (await (await site.as('secretary@example.no')).get(`/sekretariat/${year.id}/innsyn`)).body;
  t.match(early, 'Leder, vara for Bente Ramsødegård', 'the secretariat sees it');
});

t.test('the leader has left: the substitute is a leader like any other', async (t) => {
  const asked = addMinutes(at, 10);
  await site.setClock(asked);
  t.equal((await admin.send('DELETE', `/api/v1/roles/${leaderRole}`)).statusCode, 204);
  const before = await letters('publicationToApprove');
  const { id, version } = await year.as('secretary', asked, (unit) =>
    preparePublication(unit, year.id, { kind: 'finalists', publishAt: dates.finalists_at, texts }),
  );
  t.equal(await letters('publicationToApprove'), before + 1, 'asked at once');
  t.equal(await tasksOf(vara, asked), 1);
  await asVara(asked, (unit) => approvePublication(unit, id, { version }));
  const { approved_for } = await db
    .selectFrom('publications')
    .select('approved_for')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  t.equal(approved_for, null, 'in nobody’s place');
});
