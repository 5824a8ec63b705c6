/**
 * GDPR-4, GDPR-5: of those whose time is over nothing is left, also of what the form never saw, of what the log says they did, and of what was
 * filed when everything had gone already.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { readTombstones, tombstoneFile } from '../../../src/features/retention/tombstones.ts';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { placesOf } from '../../helpers/copied.ts';
import { endedYear } from '../../helpers/ended-year.ts';
import { htmlProblems } from '../../helpers/html.ts';

const year = await endedYear(t);
const { db, services, folder, editionId, end, clients, setClock } = year;
const run = async () =>
  (await clients.administrator.post('/api/v1/retention/runs')).json<{
    erased: { rule: string; subjectId: string; name: string | null; counts: Record<string, number> }[];
    failed: unknown[];
  }>();
const secretary = await db
  .selectFrom('people')
  .select(['id'])
  .where('email', '=', 'sekretariat@etikkprisen.example')
  .executeTakeFirstOrThrow();
const places = (word: string) => placesOf(db, folder, word);

interface Counted {
  choices: { of: number; erased: number; options: { count: number }[] }[];
}
const report = async () =>
  (await clients.secretary.get(`/api/v1/editions/${editionId}/report`)).json<Counted>();
const reported = await report();
/** An application that goes two years after: late, returned and rejected, with reasons that name somebody. */
const { id: late } = await db
  .selectFrom('nominations')
  .select('id')
  .where('state', '=', 'notSelected')
  .orderBy('id')
  .limit(1)
  .executeTakeFirstOrThrow();

t.test('what came by mail and became nothing goes as the applications do', async (t) => {
  const rows = [true, false].map((declined) => ({
    edition_id: editionId,
    applicant_kind: 'municipality' as const,
    organisation_name: 'Bokn',
    organisation_key: 'kommune:1145',
    unit_name: '',
    language: 'nb' as const,
    contact_name: 'Kari Kanari',
    contact_email: 'kari@kanari.example',
    came_by: 'email' as const,
    received_at: addDays(end, -30),
    reason: 'Kari Kanari var syk',
    registered_by: secretary.id,
    registered_at: addDays(end, -29),
    declined_by: declined ? secretary.id : null,
    declined_at: declined ? addDays(end, -28) : null,
  }));
  const made = await db.insertInto('received_applications').values(rows).returning('id').execute();
  const { sha256 } = await db.selectFrom('stored_files').select('sha256').limit(1).executeTakeFirstOrThrow();
  for (const { id } of made)
    await db
      .insertInto('received_files')
      .values({
        received_id: id,
        name: 'Kanari.pdf',
        media_type: 'application/pdf',
        bytes: '10',
        sha256,
        metadata_removed: true,
        added_at: addDays(end, -29),
      })
      .execute();
  const actor = {
    personId: secretary.id,
    name: 'S',
    email: '',
    lang: 'nb',
    via: 'session',
    roles: [],
  } as const;
  await transact(db, { actor, now: addDays(end, -29), requestId: 'registered' }, async (unit) => {
    unit.record({
      editionId,
      subjectType: 'received',
      subjectId: made[0]!.id,
      event: 'registerReceived',
      reason: 'Kari Kanari var syk',
    });
  });
  const at = addDays(end, -29);
  await db
    .updateTable('nominations')
    .set({ return_reason: 'Kanari var syk', rejection_reason: 'Kanari manglet' })
    .where('id', '=', late)
    .execute();
  const about = { edition_id: editionId, nomination_id: late };
  const proposed = { proposed_by: secretary.id, proposed_at: at };
  await db
    .insertInto('deadline_extensions')
    .values({ ...about, ...proposed, until_at: end, reason: 'Kanari var syk' })
    .execute();
  await db
    .insertInto('rejection_proposals')
    .values({ ...about, ...proposed, reason: 'Kanari manglet', lapsed: true })
    .execute();
  await db
    .insertInto('objections')
    .values({
      ...about,
      made_by: secretary.id,
      made_at: at,
      answered_by: secretary.id,
      answered_at: at,
      answer: 'Kanari tar feil',
    })
    .execute();
  await transact(db, { actor, now: at, requestId: 'late' }, async (unit) => {
    unit.record({
      editionId,
      subjectType: 'nomination',
      subjectId: late,
      event: 'reject',
      reason: 'Kanari manglet',
    });
  });
  t.same(await places('Kanari'), [
    'audit_details',
    'deadline_extensions',
    'nominations',
    'objections',
    'received_applications',
    'received_files',
    'rejection_proposals',
  ]);
  await setClock(addDays(end, 700));
  const early = await run();
  t.notOk(
    early.erased.some(({ rule }) => rule === 'received'),
    'its time is that of the applications',
  );
  await setClock(addDays(end, 760));
  const { erased, failed } = await run();
  t.same(failed, []);
  const gone = erased.filter(({ rule }) => rule === 'received');
  t.same(new Set(gone.map(({ subjectId }) => subjectId)), new Set(made.map(({ id }) => id)));
  t.same(new Set(gone.map(({ name }) => name)), new Set(['Bokn 2026']));
  t.match(gone[0]!.counts, { received_applications: 1, received_files: 1 });
  t.same(await places('Kanari'), []);
  t.same((await checkInvariants(db, services.files)).violations, []);
  const page = await year.anyone.get('/personvern/lagring');
  t.match(page.body, /Søknader utenom skjemaet som ikke ble noe av/);
});

t.test('the report of the year says how many of its answers are gone, and counts the rest', async (t) => {
  const after = await report();
  t.ok(reported.choices.length > 0);
  for (const [i, { of, erased, options }] of after.choices.entries()) {
    const before = reported.choices[i]!;
    t.equal(before.erased, 0);
    t.ok(erased > 0);
    t.equal(of + erased, before.of);
    t.ok(options.every(({ count }) => count <= of));
  }
  const { erased } = after.choices[0]!;
  const page = await clients.secretary.get(`/sekretariat/${editionId}/rapport`);
  t.match(page.body, `Svarene fra ${erased} søknader til er slettet etter planen`);
  t.same(await htmlProblems(page.body), []);
});

t.test('reasons that were written of people go with them; that it was so stays', async (t) => {
  const { rows } = await sql`
    select n.return_reason, n.rejection_reason, x.reason as late, o.answer from nominations n
      join deadline_extensions x on x.nomination_id = n.id join objections o on o.nomination_id = n.id where n.id = ${late}`.execute(
    db,
  );
  t.same(rows, [{ return_reason: '-', rejection_reason: '-', late: '-', answer: '-' }]);
});

t.test('an applicant is in the log by name nowhere, and the chain verifies', async (t) => {
  const { at } = await sql<{ at: Date }>`select max(erased_at) as at from erasures`
    .execute(db)
    .then(({ rows }) => rows[0]!);
  const ola = { email: 'ola@kanari.example', name: 'Ola Kanari', language: 'nb' } as const;
  const { id } = await db
    .insertInto('people')
    .values({ ...ola, created_at: addDays(end, -200) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: nomination } = await db
    .selectFrom('nominations')
    .select('id')
    .where('state', '=', 'notSelected')
    .limit(1)
    .executeTakeFirstOrThrow();
  const actor = { ...ola, personId: id, lang: 'nb', via: 'session', roles: [] } as const;
  await transact(db, { actor, now: addDays(end, -60), requestId: 'acts' }, async (unit) => {
    const acts = [
      { subjectType: 'objection', event: 'object' },
      { subjectType: 'joinRequest', event: 'ask' },
      { subjectType: 'naming', event: 'agreeNaming' },
      { subjectType: 'nomination', event: 'submit' },
    ] as const;
    for (const act of acts)
      unit.record({ editionId, subjectId: randomUUID(), payload: { nomination }, ...act });
  });
  t.same(await places('Kanari'), ['audit_details', 'people']);
  await setClock(at);
  const { erased, failed } = await run();
  t.same(failed, []);
  t.match(erased, [{ rule: 'accounts', subjectId: id, counts: { audit_details: 4, people: 1 } }]);
  t.same(await places('Kanari'), []);
  const report = await checkInvariants(db, services.files);
  t.same(report.violations, []);
  t.ok(report.chains.every(({ broken }) => broken === null));
});

t.test('whoever has an account deletes it, and whoever is needed is told why not', async (t) => {
  const PAGE = '/min-side/profil/slett';
  const made = async (email: string) => {
    const client = await year.as(email);
    t.equal((await client.send('PATCH', '/api/v1/me', { name: 'Siv Kanari' })).statusCode, 200);
    const row = await db
      .selectFrom('people')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    return { client, id: row.id };
  };
  const siv = await made('siv@kanari.example');
  const program = await made('program@kanari.example');
  t.match((await siv.client.get('/min-side/profil')).body, PAGE);
  const page = await siv.client.get(PAGE);
  t.match(page.body, /Dette slettes med en gang/);
  t.notMatch(page.body, /Navnet ditt der du har hatt/);
  t.same(await htmlProblems(page.body), []);
  const unsure = await siv.client.post(PAGE);
  t.equal(unsure.statusCode, 422);
  t.same(await htmlProblems(unsure.body), []);
  t.ok((await places('Kanari')).length > 0);

  const gone = await siv.client.post(PAGE, { sure: 'yes' });
  t.equal(gone.headers.location, '/logg-ut?konto=slettet');
  t.match((await year.anyone.get(String(gone.headers.location))).body, /Kontoen er slettet/);
  t.equal((await siv.client.get('/api/v1/me')).statusCode, 401, 'the key ends at once');
  t.same((await program.client.get('/api/v1/me/account')).json(), { bonds: [], nameStays: false });
  t.equal((await program.client.send('DELETE', '/api/v1/me/account')).statusCode, 204);
  t.equal((await program.client.get('/api/v1/me')).statusCode, 401);
  t.same(await places('Kanari'), []);
  const ids = [siv.id, program.id];
  const { rows } = await sql<{ actor: string | null; payload: { rule: string } }>`
    select d.actor_id as actor, d.payload from audit_events e join audit_details d on d.event_id = e.id
    where e.event = 'eraseAsked' and e.subject_id = any(${ids}::uuid[])`.execute(db);
  t.match(rows, [
    { actor: null, payload: { rule: 'accounts' } },
    { actor: null, payload: { rule: 'accounts' } },
  ]);
  const stones = await readTombstones(tombstoneFile(services.config));
  t.ok(ids.every((id) => stones.some(({ rule, subject }) => rule === 'accounts' && subject === id)));

  const needed = await clients.secretary.get(PAGE);
  t.match(needed.body, /Du har rollen «Sekretariat»\. Be en systemansvarlig/);
  t.notMatch(needed.body, /name="sure"/);
  t.same(await htmlProblems(needed.body), []);
  t.equal((await clients.secretary.post(PAGE, { sure: 'yes' })).statusCode, 409);
  t.match((await clients.secretary.get('/api/v1/me/account')).json(), {
    bonds: [{ kind: 'role', name: 'secretary' }],
    nameStays: true,
  });
  t.equal((await clients.administrator.send('DELETE', '/api/v1/me/account')).statusCode, 409);
  await t.rejects(sql`select erase_own_account(${secretary.id}, ${end})`.execute(db), {
    code: '23514',
  });
  t.same((await checkInvariants(db, services.files)).violations, []);
});

t.test('what is filed when everything has gone has its time, too', async (t) => {
  const { rows: last } = await sql<{
    at: Date;
  }>`select max(erased_at) as at from erasures where rule = 'letters'`.execute(db);
  const at = last[0]!.at;
  const filed = await clients.secretary.post(`/api/v1/nominations/${late}/contacts`, {
    kind: 'call',
    withWhom: 'Kari Kanari',
    text: 'Kari Kanari ringte om den gamle søknaden.',
    happenedAt: at.toISOString(),
  });
  t.equal(filed.statusCode, 201, filed.body);
  await db
    .insertInto('letters')
    .values({
      key: 'late',
      template: 'outcome',
      language: 'nb',
      edition_id: editionId,
      email: 'kari@kanari.example',
      subject: 'Kanari',
      body: 'Kanari',
      created_at: addDays(at, 1),
    })
    .execute();
  await setClock(addDays(at, 720));
  const early = await run();
  t.notOk(early.erased.some(({ rule }) => ['notNominated', 'letters'].includes(rule)));
  await setClock(addDays(at, 740));
  const { erased, failed } = await run();
  t.same(failed, []);
  t.match(
    erased.filter(({ rule }) => ['notNominated', 'letters'].includes(rule)).map(({ subjectId }) => subjectId),
    [editionId, late],
  );
  t.same(await places('Kanari'), []);
  t.same((await run()).erased, [], 'and only once');
  t.same((await checkInvariants(db, services.files)).violations, []);
});

t.test('reading is use: whoever was here is not idle, though the log has nothing of it', async (t) => {
  const { rows } = await sql<{ at: Date }>`select max(erased_at) as at from erasures`.execute(db);
  const now = rows[0]!.at;
  const reader = await year.as('leser@kanari.example');
  await setClock(addDays(now, 700));
  t.equal((await reader.get('/min-side/profil')).statusCode, 200);
  await setClock(addDays(now, 800));
  t.notOk((await run()).erased.some(({ rule }) => rule === 'accounts'));
  t.same(await places('leser@kanari'), ['people']);
  await setClock(addDays(now, 1500));
  t.ok((await run()).erased.some(({ rule }) => rule === 'accounts'));
  t.same(await places('leser@kanari'), []);
});
