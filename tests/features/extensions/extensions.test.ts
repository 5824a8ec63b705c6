/** A later deadline for one application: two people, a reason that stays, and the same deadline wherever one looks. */
import fc from 'fast-check';
import { sql } from 'kysely';
import pino from 'pino';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { closingOf, deadlineOf } from '../../../src/features/nominations/window.ts';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { addDays, addMinutes, instant, osloInstant } from '../../../src/platform/clock.ts';
import { texts } from '../../../src/ui/text/index.ts';
import { openCall } from '../../helpers/applying.ts';
import type { Client } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { taken } from '../../helpers/samples.ts';

const call = await openCall(t);
const { db } = call.services;
const log = pino({ level: 'silent' });
const { closes_at } = call.dates;
const [secretary, second, leader, chair] = (await Promise.all(
  ['secretary', 'second', 'leader', 'chair'].map((who) => call.as(`${who}@example.no`)),
)) as [Client, Client, Client, Client];
const page = `/sekretariat/${call.year.id}/frister`;
const until = addDays(closes_at, 5);
const early = (at: Date) => instant(at.getTime() - 1);
const plain = (answer: { body: string }) =>
  answer.body
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');
const propose = (who: Client, id: string, at: Date = until, reason = 'Streik i kommunen') =>
  who.post(`/api/v1/nominations/${id}/extensions`, { until: at.toISOString(), reason });
const answer = (who: Client, id: string, how: 'approve' | 'decline') =>
  who.post(`/api/v1/extensions/${id}/${how}`);
const listed = async (who: Client) =>
  (await who.get(`/api/v1/editions/${call.year.id}/extensions`)).json().extensions as {
    id: string;
    nominationId: string;
    state: string;
    mayApprove: boolean;
  }[];
async function extended(id: string, at: Date = until): Promise<void> {
  const made = await propose(secretary, id, at);
  const approved = await answer(second, made.json().id, 'approve');
  if (approved.statusCode !== 204) throw new Error(made.body + approved.body);
}

t.test(
  'one proposes, another approves: until then nothing changes, and both stand in the record',
  async (t) => {
    const kari = await call.as('kari@frist.example');
    const { id } = await call.draft(kari, 'Bokn');
    for (const [who, status] of [
      [kari, 404],
      [chair, 404],
      [leader, 403],
    ] as const)
      t.equal((await propose(who, id)).statusCode, status);
    const unknown = await propose(await call.as('stranger@frist.example'), id);
    const nothing = await propose(secretary, '00000000-0000-4000-8000-000000000000');
    t.same([unknown.statusCode, unknown.json().detail], [nothing.statusCode, nothing.json().detail]);

    const made = await propose(secretary, id);
    t.equal(made.statusCode, 201, made.body);
    const extension = made.json().id as string;
    t.equal((await kari.get(`/api/v1/nominations/${id}`)).json().deadline, closes_at.toISOString());
    t.same(
      [409, 'process/not-now'],
      [(await propose(second, id)).statusCode, problemOf(await propose(second, id))],
    );
    const own = await answer(secretary, extension, 'approve');
    t.same([own.statusCode, problemOf(own)], [403, 'process/same-person']);
    for (const who of [kari, chair]) t.equal((await answer(who, extension, 'approve')).statusCode, 404);
    t.match(
      (await listed(leader)).find((one) => one.id === extension),
      { state: 'proposed', mayApprove: true },
    );
    t.match(
      (await listed(secretary)).find((one) => one.id === extension),
      { state: 'proposed', mayApprove: false },
    );
    const told = await db
      .selectFrom('letters')
      .select('email')
      .where('template', '=', 'extensionToApprove')
      .execute();
    t.same(told.map(({ email }) => email).toSorted(), ['leader@example.no', 'second@example.no']);

    const both = await Promise.all([
      answer(second, extension, 'approve'),
      answer(leader, extension, 'approve'),
    ]);
    t.same(both.map(({ statusCode }) => statusCode).toSorted(), [204, 409], 'once');
    t.equal((await kari.get(`/api/v1/nominations/${id}`)).json().deadline, until.toISOString());
    t.equal((await answer(second, extension, 'decline')).statusCode, 409);
    const letter = await db
      .selectFrom('letters')
      .select(['email', 'subject'])
      .where('template', '=', 'extensionApproved')
      .execute();
    t.match(letter, [
      { email: 'kari@frist.example', subject: /20\. oktober 2026 kl\. 23\.59 \(norsk tid\)/ },
    ]);
    const log = await db
      .selectFrom('audit_events as a')
      .innerJoin('audit_details as d', 'd.event_id', 'a.id')
      .select(['a.event', 'd.reason', 'd.actor_name'])
      .where('a.subject_id', '=', id)
      .where('a.event', 'like', '%Extension')
      .orderBy('a.seq')
      .execute();
    t.match(log, [
      { event: 'proposeExtension', reason: 'Streik i kommunen', actor_name: 'Ingeborg Aashagen' },
      { event: 'approveExtension' },
    ]);
    t.match(
      plain(await secretary.get(`/sekretariat/${call.year.id}/logg`)),
      'Foreslo lengre frist for en søknad',
    );
  },
);

t.test(
  'the database itself refuses one person, a rewritten row, and time that nobody approved',
  async (t) => {
    const kari = await call.as('kari@basen.example');
    const { id } = await call.draft(kari, 'Utsira');
    const { id: extension } = (await propose(secretary, id)).json();
    const me = call.year.people.secretary.personId as string;
    const now = call.during;
    await t.rejects(
      db
        .updateTable('deadline_extensions')
        .set({ approved_by: me, approved_at: now })
        .where('id', '=', extension)
        .execute(),
      /deadline_extensions_two_people/,
    );
    await t.rejects(
      db.updateTable('nominations').set({ extended_until: until }).where('id', '=', id).execute(),
      /approved by a second person/,
    );
    await t.rejects(
      db
        .updateTable('deadline_extensions')
        .set({ until_at: addDays(until, 1) })
        .where('id', '=', extension)
        .execute(),
      /never rewritten/,
    );
    t.equal(
      (await answer(secretary, extension, 'decline')).statusCode,
      204,
      'who proposed it can take it back',
    );
    t.equal((await kari.get(`/api/v1/nominations/${id}`)).json().deadline, closes_at.toISOString());
    t.equal((await propose(second, id)).statusCode, 201, 'and another can be proposed');
  },
);

t.test('the deadline of this application, wherever one looks; and the others keep theirs', async (t) => {
  const kari = await call.as('kari@overalt.example');
  const ola = await call.as('ola@overalt.example');
  const mine = await call.draft(kari, 'Tysvær');
  const other = await call.draft(ola, 'Sveio');
  await call.fillIn(kari, mine.id);
  await call.fillIn(ola, other.id);
  await extended(mine.id);
  await call.setClock(addDays(closes_at, 1));
  await applyDue({ db, log }, addDays(closes_at, 1));
  const shown = '20. oktober 2026 kl. 23.59';
  for (const where of ['', '/del/om', '/send-inn'])
    t.match(plain(await kari.get(`/soknad/${mine.id}${where}`)), `${shown} (norsk tid)`, where);
  t.match(plain(await kari.get(`/soknad/${mine.id}`)), texts('nb').deadlines.extensions.yours);
  await db.updateTable('people').set({ name: 'Kari' }).where('email', '=', 'kari@overalt.example').execute();
  t.match(plain(await kari.get('/min-side')), shown);
  const save = (who: Client, { id, answers = [] }: typeof mine) =>
    who.send('PATCH', `/api/v1/nominations/${id}/answers`, {
      answers: { [answers[0]?.id as string]: { value: 'Etter fristen', version: 1 } },
    });
  const attach = (who: Client, id: string) => who.upload(`/api/v1/nominations/${id}/documents`, [taken.pdf]);
  const send = (who: Client, id: string, version = 0) =>
    who.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version });
  t.same([(await save(kari, mine)).statusCode, (await save(ola, other)).statusCode], [200, 409]);
  t.same([(await attach(kari, mine.id)).statusCode, (await attach(ola, other.id)).statusCode], [201, 409]);
  t.same([(await send(kari, mine.id)).statusCode, (await send(ola, other.id)).statusCode], [200, 409]);

  const admit = () => secretary.post(`/api/v1/nominations/${mine.id}/events`, { type: 'admit', version: 1 });
  const early_ = await admit();
  t.match(
    [early_.statusCode, early_.json().errors],
    [409, [{ requirement: 'deadlinePassed' }]],
    'it is not over yet',
  );
  await call.setClock(early(until));
  t.equal((await attach(kari, mine.id)).statusCode, 201);
  t.equal((await send(kari, mine.id, 1)).statusCode, 200, 'the last millisecond counts');
  await call.setClock(until);
  const late = await send(kari, mine.id, 2);
  t.match([late.statusCode, problemOf(late), late.json().detail], [409, 'nomination/deadline-passed', shown]);
  t.equal(
    (await secretary.post(`/api/v1/nominations/${mine.id}/events`, { type: 'admit', version: 2 })).statusCode,
    200,
  );
  t.same((await checkInvariants(db)).violations, []);
  await call.setClock(call.during);
});

t.test('the jury cannot begin while somebody has more time; and nobody gets more once it has', async (t) => {
  const slow = await call.as('slow@juryen.example');
  const { id } = await call.draft(slow, 'Hjelmeland');
  const waits = await call.draft(slow, 'Finnøy', { kind: 'enterprise' });
  await extended(id);
  const open = (await propose(secretary, waits.id)).json().id as string;
  await call.setClock(addDays(closes_at, 2));
  const steps = (await secretary.get(`/api/v1/editions/${call.year.id}`)).json();
  const requirement = steps.checklists.startJudging.find(
    (one: { requirement: string }) => one.requirement === 'extensionsOver',
  );
  t.match(requirement, { met: false, message: /Hjelmeland/ });
  t.match(
    plain(await secretary.get(`/sekretariat/${call.year.id}`)),
    /Lengre frister må være ute[^.]*Hjelmeland/,
  );
  await call.setClock(until);
  const begin = async () => {
    const { version } = (await secretary.get(`/api/v1/editions/${call.year.id}`)).json();
    return secretary.post(`/api/v1/editions/${call.year.id}/events`, { type: 'startJudging', version });
  };
  // The jury's beginning and a later deadline at the same moment: one of them, never both.
  t.equal((await answer(second, open, 'decline')).statusCode, 204);
  const more = (await propose(secretary, waits.id, addDays(until, 3))).json().id as string;
  const [begun, approved] = await Promise.all([begin(), answer(second, more, 'approve')]);
  t.same(
    [begun.statusCode, approved.statusCode].toSorted(),
    begun.statusCode === 200 ? [200, 409] : [204, 409],
    begun.body + approved.body,
  );
  t.same((await checkInvariants(db)).violations, []);
  if (begun.statusCode !== 200) {
    await call.setClock(addDays(until, 3));
    t.equal((await begin()).statusCode, 200);
  }
  const late = await propose(secretary, waits.id, addDays(until, 6));
  t.match([late.statusCode, problemOf(late)], [409, 'process/not-now']);
  t.same((await checkInvariants(db)).violations, []);
});

t.test(
  'on the page without scripts: what was typed stays, and each sees what he or she may do',
  async (t) => {
    const { rows } = await sql<{ id: string }>`select id from editions`.execute(db);
    t.equal(rows.length, 1);
    const html = await leader.get(page);
    t.equal(html.statusCode, 200);
    t.notMatch(html.body, /name="reason"/, 'a leader answers and does not propose');
    t.equal((await chair.get(page)).statusCode, 403);
    t.equal((await (await call.as('kari@frist.example')).get(page)).statusCode, 404);
    for (const lang of ['nb', 'nn', 'en'])
      t.same(await htmlProblems((await secretary.get(page, { cookie: `lang=${lang}` })).body), []);
  },
);

t.test('what code and database reckon as the closing of an application is the same instant', async (t) => {
  const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(osloInstant('2026-10-01'), days));
  await fc.assert(
    fc.asyncProperty(day, fc.option(day), async (closes, extension) => {
      const { rows } = await sql<{ at: Date }>`
        select application_closes_at(jsonb_populate_record(null::nominations, ${JSON.stringify({ extended_until: extension })}::jsonb), ${closes}) as at`.execute(
        db,
      );
      const row = { extended_until: extension, return_due_at: addMinutes(closes, 1) };
      t.same(rows[0]?.at, closingOf({ closes_at: closes }, row));
      t.same(deadlineOf({ closes_at: closes }, { ...row, state: 'draft' }), rows[0]?.at);
      t.same(deadlineOf({ closes_at: closes }, { ...row, state: 'returned' }), row.return_due_at);
    }),
    { numRuns: 40 },
  );
});
