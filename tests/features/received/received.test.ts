/** What came outside of the form: registered by one with the original, approved by another, and only then an application. */
import pino from 'pino';
import t from 'tap';
import { sweepStore } from '../../../src/features/documents/sweeping.ts';
import { applyDue } from '../../../src/features/due.ts';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { textPdf } from '../../../src/features/seed/pdf.ts';
import { addDays, osloInstant } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import type { Client } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { taken } from '../../helpers/samples.ts';

const call = await openCall(t);
const { db } = call.services;
const log = pino({ level: 'silent' });
const { closes_at } = call.dates;
const [secretary, second, leader, chair, stranger] = (await Promise.all(
  ['secretary', 'second', 'leader', 'chair', 'ukjent'].map((who) => call.as(`${who}@example.no`)),
)) as [Client, Client, Client, Client, Client];
const list = `/api/v1/editions/${call.year.id}/received`;
const page = `/sekretariat/${call.year.id}/mottatt`;
const after = addDays(closes_at, 1);
const original = {
  name: 'Søknad.pdf',
  content: textPdf('Søknad', ['KANARIFUGL i posten.']),
  type: 'application/pdf',
};
const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');
const about = (organisation: string, rest: object = {}) => ({
  kind: 'municipality',
  organisation,
  language: 'nn',
  contactName: 'Kari Kontakt',
  contactEmail: 'Kontakt@Mottatt.example',
  cameBy: 'post',
  receivedAt: osloInstant('2026-10-14', '10:00').toISOString(),
  reason: 'Konvolutten var stemplet før fristen',
  ...rest,
});
await call.setClock(after);
await applyDue({ db, log }, after);

async function registered(organisation: string, rest: object = {}): Promise<string> {
  const made = await secretary.post(list, about(organisation, rest));
  if (made.statusCode !== 201) throw new Error(made.body);
  return made.json().id;
}
const attach = (who: Client, id: string, file = original) =>
  who.upload(`/api/v1/received/${id}/files`, [file]);
const answer = (who: Client, id: string, how: 'approve' | 'decline') =>
  who.post(`/api/v1/received/${id}/${how}`);

t.test('from the envelope to an application that counts as sent in, with its contact', async (t) => {
  const id = await registered('Bokn');
  const early = await answer(second, id, 'approve');
  t.match([early.statusCode, early.json().errors], [409, [{ requirement: 'originalAttached' }]]);
  t.equal((await attach(secretary, id)).statusCode, 201);
  const told = await db
    .selectFrom('letters')
    .select('email')
    .where('template', '=', 'receivedToApprove')
    .execute();
  t.same(told.map(({ email }) => email).toSorted(), ['leader@example.no', 'second@example.no']);
  t.equal(
    (await db.selectFrom('nominations').select('id').execute()).length,
    0,
    'nothing is an application yet',
  );
  const own = await answer(secretary, id, 'approve');
  t.match([own.statusCode, problemOf(own)], [403, 'process/same-person']);

  const both = await Promise.all([answer(second, id, 'approve'), answer(leader, id, 'approve')]);
  t.same(both.map(({ statusCode }) => statusCode).toSorted(), [200, 409], 'once');
  const approved = both.find(({ statusCode }) => statusCode === 200);
  const nominationId = approved?.json<{ nominationId: string }>().nominationId ?? '';
  const contact = await call.as('kontakt@mottatt.example');
  const mine = (await contact.get(`/api/v1/nominations/${nominationId}`)).json();
  t.match(mine, { state: 'submitted', submissionCount: 1, applicant: { name: 'Bokn', key: 'kommune:1145' } });
  const submission = (await secretary.get(`/api/v1/nominations/${nominationId}/submission`)).json();
  t.match(submission.content.documents, [{ name: 'Søknad.pdf' }]);
  for (const where of ['', '/kvittering', '/innsendt', '/medarbeidere', '/vedlegg'])
    t.equal((await contact.get(`/soknad/${nominationId}${where}`)).statusCode, 200, where);
  const letters = await db
    .selectFrom('letters')
    .select(['template', 'email', 'language', 'body'])
    .where('nomination_id', '=', nominationId)
    .execute();
  t.match(letters, [{ template: 'received', email: 'kontakt@mottatt.example', language: 'nn' }]);
  t.notMatch(letters[0]?.body, 'KANARIFUGL');
  const record = await db
    .selectFrom('audit_events as a')
    .innerJoin('audit_details as d', 'd.event_id', 'a.id')
    .select(['a.event', 'd.reason', 'a.to_state'])
    .where('a.subject_id', 'in', [id, nominationId])
    .orderBy('a.seq')
    .execute();
  t.match(record, [
    { event: 'registerReceived', reason: 'Konvolutten var stemplet før fristen' },
    { event: 'start', to_state: 'draft' },
    { event: 'receive', to_state: 'submitted', reason: 'Konvolutten var stemplet før fristen' },
  ]);
  t.same((await checkInvariants(db)).violations, []);
  // Its contact completes it when it is returned, as anybody does.
  const returned = await secretary.post(`/api/v1/nominations/${nominationId}/events`, {
    type: 'admit',
    version: mine.version,
  });
  t.equal(returned.statusCode, 200, returned.body);
  t.equal((await answer(second, id, 'decline')).statusCode, 409);
  t.equal((await attach(secretary, id)).statusCode, 409);
});

t.test('number and partners follow into the application, by which a connection is found', async (t) => {
  const partners = ['Karmøy kommune', '  ', ' Haugesund  kommune '];
  const wrong = await secretary.post(list, about('Utsira', { organisationNumber: '123 456 789' }));
  t.match([wrong.statusCode, wrong.json().errors], [422, [{ field: 'organisationNumber' }]]);
  const id = await registered('Utsira', {
    kind: 'cooperation',
    partners,
    organisationNumber: '974 760 673',
    contactEmail: 'samarbeid@mottatt.example',
  });
  const kept = ['Karmøy kommune', 'Haugesund kommune'];
  const listed = (await second.get(list)).json<{ received: { id: string }[] }>().received;
  t.match(
    listed.find((one) => one.id === id),
    { organisationNumber: '974760673', partners: kept },
  );
  const shown = await second.get(`${page}/${id}`);
  t.match(shown.body, /Karmøy kommune og Haugesund kommune/);
  t.match(shown.body, '974760673');
  await attach(secretary, id);
  const { nominationId } = (await answer(second, id, 'approve')).json();
  const row = await db
    .selectFrom('nominations')
    .select(['organisation_number', 'partners'])
    .where('id', '=', nominationId)
    .executeTakeFirstOrThrow();
  t.same(row, { organisation_number: '974760673', partners: kept });
  const alone = await registered('Kvitsøy', { partners });
  t.same(
    (await second.get(list))
      .json<{ received: { id: string; partners: string[] }[] }>()
      .received.find((one) => one.id === alone)?.partners,
    [],
    'only a cooperation has partners',
  );
  const form = {
    ...about('Utsira', { kind: 'cooperation' }),
    receivedAtTime: '10:00',
    receivedAt: '2026-10-14',
  };
  const refused = await secretary.post(page, {
    ...form,
    partners: 'Karmøy\nHaugesund',
    organisationNumber: '12',
  });
  t.equal(refused.statusCode, 422);
  t.match(refused.body, 'Karmøy\nHaugesund', 'what was typed is kept');
  await secretary.post(`/api/v1/received/${alone}/decline`);
});

t.test('nobody else sees it, by any address; a foreign id answers like an unknown one', async (t) => {
  const id = await registered('Utsira', { reason: 'KANARIGRUNN' });
  await attach(secretary, id);
  const { received } = (await secretary.get(list)).json();
  const file = received.find((one: { id: string }) => one.id === id).files[0].id;
  const unknown = '00000000-0000-4000-8000-000000000000';
  for (const [who, status] of [
    [stranger, 404],
    [chair, 403],
  ] as const) {
    for (const where of [
      list,
      page,
      `${page}/${id}`,
      `${page}/${id}/filer/${file}`,
      `/api/v1/received/${id}/files/${file}`,
    ]) {
      const found = await who.get(where);
      t.equal(found.statusCode, status, where);
      t.notMatch(found.body, /KANARI|Utsira/);
    }
    t.equal((await who.post(list, about('Sveio'))).statusCode, status);
    t.equal((await attach(who, id)).statusCode, status);
    for (const how of ['approve', 'decline'] as const)
      t.equal((await answer(who, id, how)).statusCode, status);
  }
  t.equal((await answer(stranger, unknown, 'approve')).statusCode, 404);
  t.equal((await secretary.get(`/api/v1/received/${unknown}/files/${file}`)).statusCode, 404);
  const opened = await leader.get(`/api/v1/received/${id}/files/${file}`);
  t.same(
    [opened.statusCode, opened.rawPayload.equals(original.content)],
    [200, true],
    'the leader reads what to approve',
  );
  t.match(opened.headers, { 'content-disposition': /^attachment/, 'x-content-type-options': 'nosniff' });
  t.equal((await leader.post(list, about('Sveio'))).statusCode, 403, 'and registers nothing');
});

t.test('what may not be read is refused as for everybody; what is declined leaves no file', async (t) => {
  const id = await registered('Tysvær');
  const named = {
    ...original,
    name: 'Med nummer.pdf',
    content: textPdf('Søknad', ['Fødselsnummer 01010750160']),
  };
  t.equal((await attach(secretary, id, named)).statusCode, 201);
  const refused = await answer(second, id, 'approve');
  t.match([refused.statusCode, refused.json().errors], [409, [{ requirement: 'noIdentityNumbers' }]]);
  t.equal(
    (await db.selectFrom('nominations').select('id').where('organisation_name', '=', 'Tysvær').execute())
      .length,
    0,
    'all or nothing',
  );
  const wrong = await secretary.upload(`/api/v1/received/${id}/files`, [
    { name: 'x.html', content: Buffer.from('<p>') },
  ]);
  t.equal(wrong.statusCode, 415);
  const rows = await db.selectFrom('received_files').select('sha256').where('received_id', '=', id).execute();
  const hash = rows[0]?.sha256 as string;
  await sweepStore(call.services);
  t.ok(await call.services.files.size(hash), 'a sweep leaves what waits');
  t.equal((await answer(secretary, id, 'decline')).statusCode, 204);
  t.equal(await call.services.files.size(hash), undefined);
  t.match(
    (await secretary.get(list)).json().received.find((one: { id: string }) => one.id === id),
    {
      state: 'declined',
      files: [],
      reason: 'Konvolutten var stemplet før fristen',
    },
  );
});

t.test(
  'the database itself refuses one person, a rewritten row and an approval without an original',
  async (t) => {
    const id = await registered('Sveio');
    const me = call.year.people.secretary.personId as string;
    const set = (values: object) =>
      db.updateTable('received_applications').set(values).where('id', '=', id).execute();
    const { id: nomination } = await db.selectFrom('nominations').select('id').executeTakeFirstOrThrow();
    const approved = { approved_at: after, nomination_id: nomination };
    await t.rejects(
      set({ ...approved, approved_by: call.year.people.second.personId }),
      /without its original/,
    );
    await attach(secretary, id);
    await t.rejects(set({ ...approved, approved_by: me }), /two_people/);
    await t.rejects(set({ reason: 'En annen grunn' }), /never rewritten/);
  },
);

t.test('on the page: errors at their fields, what was typed kept, in three languages', async (t) => {
  const typed = {
    kind: 'municipality',
    organisation: 'Finnes ikke',
    language: 'nb',
    contactName: 'Per Kontakt',
    contactEmail: 'per@mottatt.example',
    cameBy: 'email',
    receivedAt: '2026-10-15',
    receivedAtTime: '23.10',
    reason: 'Skjemaet var nede',
  };
  const unknown = await secretary.post(page, typed);
  t.equal(unknown.statusCode, 422);
  t.match(unknown.body, 'Vi finner ikke kommunen i registeret');
  t.match(unknown.body, 'Skjemaet var nede</textarea>');
  t.match(unknown.body, 'value="per@mottatt.example"');
  const ahead = await secretary.post(page, {
    ...typed,
    organisation: 'Vindafjord',
    receivedAt: '2027-01-01',
  });
  t.match([ahead.statusCode, ahead.body], [422, /Velg et tidspunkt som har vært/]);
  const numbers = await secretary.post(page, {
    ...typed,
    organisation: 'Vindafjord',
    reason: 'Gjelder 01010750160',
  });
  t.equal(numbers.statusCode, 422);
  const done = await secretary.post(page, { ...typed, organisation: 'Vindafjord' });
  t.equal(done.statusCode, 303, done.body);
  const one = String(done.headers.location).replace(/\?.*/, '');
  const nothing = await secretary.upload(`${one}/filer`, []);
  t.equal(nothing.statusCode, 422);
  t.match((await secretary.upload(`${one}/filer`, [taken.pdf])).headers.location, /gjort=lagtved/);
  t.equal((await secretary.post(`${one}/godkjenn`)).statusCode, 403);
  const approved = await second.post(`${one}/godkjenn`);
  t.equal(approved.statusCode, 303, approved.body);
  for (const lang of ['nb', 'nn', 'en'])
    for (const where of [page, one, `${one}?gjort=godkjent`])
      t.same(await htmlProblems((await secretary.get(where, { cookie: `lang=${lang}` })).body), [], where);
});

t.test('once the jury reads, nothing more is taken in', async (t) => {
  const id = await registered('Sauda');
  await attach(secretary, id);
  for (const { id: nomination, version } of await db
    .selectFrom('nominations')
    .select(['id', 'version'])
    .where('state', '=', 'submitted')
    .execute())
    await secretary.post(`/api/v1/nominations/${nomination}/events`, { type: 'admit', version });
  await call.year.send('secretary', addDays(after, 1), 'startJudging');
  await call.setClock(addDays(after, 2));
  t.equal((await answer(second, id, 'approve')).statusCode, 409);
  t.equal((await secretary.post(list, about('Suldal'))).statusCode, 409);
  t.equal((await answer(second, id, 'decline')).statusCode, 204);
  t.same((await checkInvariants(db)).violations, []);
});
