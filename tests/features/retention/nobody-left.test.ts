/**
 * GDPR-4, GDPR-5: of those whose time is over nothing is left, also of what the form never saw, of what the log says they did, and of what was
 * filed when everything had gone already.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { placesOf } from '../../helpers/copied.ts';
import { endedYear } from '../../helpers/ended-year.ts';

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
  t.same(await places('Kanari'), ['audit_details', 'received_applications', 'received_files']);
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
      ['objection', 'object'],
      ['joinRequest', 'ask'],
      ['naming', 'agree'],
      ['nomination', 'submit'],
      ['document', 'addDocument'],
    ] as const;
    for (const [subjectType, event] of acts)
      unit.record({ editionId, subjectType, subjectId: randomUUID(), event, payload: { nomination } });
  });
  t.same(await places('Kanari'), ['audit_details', 'people']);
  await setClock(at);
  const { erased, failed } = await run();
  t.same(failed, []);
  t.match(erased, [{ rule: 'accounts', subjectId: id, counts: { audit_details: 5, people: 1 } }]);
  t.same(await places('Kanari'), []);
  const report = await checkInvariants(db, services.files);
  t.same(report.violations, []);
  t.ok(report.chains.every(({ broken }) => broken === null));
});
