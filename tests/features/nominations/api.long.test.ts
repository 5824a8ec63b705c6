/** Applying over JSON: from the draft to the receipt, and everything that must not happen. */
import fc from 'fast-check';
import t from 'tap';
import type { NominationView } from '../../../src/features/nominations/representation.ts';
import { districts, municipalities, suggest } from '../../../src/features/nominations/registers.ts';
import { addDays, addMinutes, instant, parseOsloDeadline } from '../../../src/platform/clock.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { plannedYear } from '../../helpers/year.ts';

const base = await playground(t);
const { setClock } = base;
const { db } = base.services;
const year = await plannedYear(db);
const edition = await db
  .selectFrom('editions')
  .selectAll()
  .where('id', '=', year.id)
  .executeTakeFirstOrThrow();
await year.send('secretary', addDays(edition.opens_at, -7), 'announce');
const during = addDays(edition.opens_at, 10);
const after = addDays(edition.closes_at, 1);
const secretary = await base.as('secretary@example.no');
const begin = `/api/v1/editions/${year.id}/nominations`;
const later = (at: Date, milliseconds: number) => instant(at.getTime() + milliseconds);
const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');

async function draft(person: Client, organisation = 'Eigersund', unit = ''): Promise<NominationView> {
  await setClock(during);
  const answer = await person.post(begin, { kind: 'municipality', organisation, unit, language: 'nb' });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}
async function read(person: Client, id: string): Promise<NominationView> {
  const answer = await person.get(`/api/v1/nominations/${id}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}
const event = (person: Client, id: string, body: object) =>
  person.post(`/api/v1/nominations/${id}/events`, body);

/** Answers everything, in so many words. */
async function fillIn(person: Client, id: string, word = 'Etikk'): Promise<void> {
  const { answers = [] } = await read(person, id);
  const changes = Object.fromEntries(
    answers.map((field) => [
      field.id,
      { value: field.kind === 'tick' ? 'yes' : `${word}: ${field.label}`, version: field.version },
    ]),
  );
  const saved = await person.send('PATCH', `/api/v1/nominations/${id}/answers`, { answers: changes });
  if (saved.statusCode !== 200 || Object.keys(saved.json().versions).length !== answers.length)
    throw new Error(JSON.stringify([answers, saved.body]));
}

t.test('a whole application: draft, answers, submission, receipt', async (t) => {
  const kari = await base.as('kari@eigersund.example');
  const made = await draft(kari);
  t.match(made, {
    state: 'draft',
    version: 0,
    progress: 0,
    applicant: { name: 'Eigersund', key: 'kommune:1101' },
    allowedActions: ['edit', 'withdraw', 'manageMembers'],
  });
  t.match(made.unmet['submit'], [
    { requirement: 'everythingAnswered', message: /^Svar på det som mangler: Kontaktperson/ },
  ]);
  const refused = await event(kari, made.id, { type: 'submit', version: 0 });
  t.equal(refused.statusCode, 409);
  t.match(refused.json(), { errors: [{ requirement: 'everythingAnswered' }] });

  await fillIn(kari, made.id);
  t.equal((await kari.get(`/api/v1/nominations/${made.id}/receipt`)).statusCode, 404);
  const sent = await event(kari, made.id, { type: 'submit', version: 0 });
  t.equal(sent.statusCode, 200, sent.body);
  t.match(sent.json(), {
    state: 'submitted',
    version: 1,
    submissionCount: 1,
    submittedAt: during.toISOString(),
    receiptNumber: /^EP-[0-9A-Z]{4}-[0-9A-Z]{4}$/,
  });
  t.match((await kari.get(`/api/v1/nominations/${made.id}/receipt`)).json(), {
    receiptNumber: sent.json().receiptNumber,
    number: 1,
    submittedAt: during.toISOString(),
  });
  const submission = (await kari.get(`/api/v1/nominations/${made.id}/submission`)).json();
  t.equal(submission.content.answers.length, made.answers?.length);
  const letters = await db
    .selectFrom('letters')
    .select(['template', 'email', 'body'])
    .where('nomination_id', '=', made.id)
    .execute();
  t.match(letters, [{ template: 'receipt', email: 'kari@eigersund.example' }]);
  t.notMatch(letters[0]?.body, 'Etikk: Kort', 'a letter carries no content (OFF-1)');
});

t.test('sent again: the same number, the version raised, the earlier one kept', async (t) => {
  const kari = await base.as('again@modum.example');
  const { id } = await draft(kari, 'Modum');
  await fillIn(kari, id);
  const first = (await event(kari, id, { type: 'submit', version: 0 })).json();
  const same = await event(kari, id, { type: 'submit', version: 1 });
  t.match([same.statusCode, same.json().errors[0].requirement], [409, 'somethingNew']);
  await fillIn(kari, id, 'Nytt');
  await setClock(addMinutes(during, 5));
  const second = (await event(kari, id, { type: 'submit', version: 1 })).json();
  t.match(second, {
    receiptNumber: first.receiptNumber,
    submissionCount: 2,
    version: 2,
    firstSubmittedAt: during.toISOString(),
  });
  t.not(second.submittedAt, first.submittedAt);
  const kept = await db
    .selectFrom('submissions')
    .select(['number', 'rendered'])
    .where('nomination_id', '=', id)
    .orderBy('number')
    .execute();
  t.match(JSON.stringify(kept[0]?.rendered), 'Etikk: ');
  t.match(JSON.stringify(kept[1]?.rendered), 'Nytt: ');
});

t.test('eight submits at once: one receipt, seven conflicts, one letter', async (t) => {
  const kari = await base.as('eight@haugesund.example');
  const { id } = await draft(kari, 'Haugesund');
  await fillIn(kari, id);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => event(kari, id, { type: 'submit', version: 0 })),
  );
  t.same(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409, 409, 409, 409, 409, 409, 409]);
  t.equal(
    (await db.selectFrom('submissions').select('id').where('nomination_id', '=', id).execute()).length,
    1,
  );
  t.equal((await db.selectFrom('letters').select('id').where('nomination_id', '=', id).execute()).length, 1);
  t.equal(
    (
      await db
        .selectFrom('audit_events')
        .select('id')
        .where('subject_id', '=', id)
        .where('event', '=', 'submit')
        .execute()
    ).length,
    1,
  );
});

t.test(
  'two tabs: the second save names the fields and loses nothing; the same text is no conflict',
  async (t) => {
    const kari = await base.as('tabs@stavanger.example');
    const { id, answers = [] } = await draft(kari, 'Stavanger');
    const [one, two] = answers as unknown as [{ id: string }, { id: string }];
    const nils = await base.as('nils@stavanger.example');
    await kari.post(`/api/v1/nominations/${id}/members`, { email: 'nils@stavanger.example' });
    const save = (changes: Record<string, { value: string; version: number }>, who = kari) =>
      who.send('PATCH', `/api/v1/nominations/${id}/answers`, { answers: changes });
    t.match((await save({ [one.id]: { value: 'Fra den ene fanen', version: 0 } })).json(), {
      versions: { [one.id]: 1 },
    });
    const clash = await save(
      {
        [one.id]: { value: 'Fra den andre', version: 0 },
        [two.id]: { value: 'Uberørt', version: 0 },
      },
      nils,
    );
    t.equal(clash.statusCode, 409);
    t.equal(problemOf(clash), 'conflict/version');
    t.match(clash.json().errors, [{ field: one.id, message: 'Kontaktperson' }]);
    t.match(clash.json().params.fields, [{ field: one.id, value: 'Fra den ene fanen', version: 1 }]);
    t.equal(
      (await read(kari, id)).answers?.find((field) => field.id === two.id)?.value,
      '',
      'all of them or none',
    );
    t.match((await save({ [one.id]: { value: 'Fra den ene fanen', version: 0 } }, nils)).json(), {
      versions: { [one.id]: 1 },
    });
    t.match((await save({ [one.id]: { value: 'Fra den andre', version: 1 } }, nils)).json(), {
      versions: { [one.id]: 2 },
    });
    t.same(
      (await db.selectFrom('audit_events').select('event').where('subject_id', '=', id).execute()).map(
        (row) => row.event,
      ),
      ['start', 'addMember'],
      'saving leaves no audit row',
    );
  },
);

t.test('what cannot be kept is refused at the field, what cannot be seen is taken out', async (t) => {
  const kari = await base.as('odd@sandnes.example');
  const { id, answers = [] } = await draft(kari, 'Sandnes');
  const field = (answers[1] as { id: string }).id;
  const save = (value: string, key = field) =>
    kari.send('PATCH', `/api/v1/nominations/${id}/answers`, { answers: { [key]: { value, version: 0 } } });
  const long = await save('x'.repeat(20_001));
  t.match([long.statusCode, long.json().errors], [422, [{ field, message: 'Skriv inntil 20000 tegn' }]]);
  t.equal((await save('x', 'no-such-field')).statusCode, 422);
  t.equal((await save('x', '00000000-0000-4000-8000-000000000000')).statusCode, 422);
  t.equal((await save('x'.repeat(2_000_000))).statusCode, 413);
  t.equal((await save('a\u0000b\u0007\r\nc\ud800')).statusCode, 200);
  t.equal((await read(kari, id)).answers?.[1]?.value, 'ab\nc\ufffd');
});

t.test(
  'the deadline: the last millisecond counts, the first after it does not, whatever the sender says',
  async (t) => {
    const kari = await base.as('deadline@karmoy.example');
    const { id } = await draft(kari, 'Karmøy');
    const other = await draft(kari, 'Bokn');
    await fillIn(kari, id);
    await fillIn(kari, other.id);
    await setClock(later(edition.closes_at, -1));
    t.equal((await event(kari, id, { type: 'submit', version: 0 })).statusCode, 200);
    await setClock(edition.closes_at);
    const forged = {
      date: during.toUTCString(),
      'x-now': during.toISOString(),
      'x-clock': during.toISOString(),
      'x-forwarded-date': during.toUTCString(),
    };
    const answers = [
      await kari.post(`/api/v1/nominations/${other.id}/events`, { type: 'submit', version: 0 }, forged),
      await kari.send(
        'PATCH',
        `/api/v1/nominations/${other.id}/answers`,
        { answers: { [other.answers?.[0]?.id as string]: { value: 'sent', version: 1 } } },
        forged,
      ),
      await kari.post(begin, { kind: 'municipality', organisation: 'Tysvær', language: 'nb' }, forged),
      await kari.upload(`/api/v1/nominations/${other.id}/documents`, [
        { name: 'a.pdf', content: Buffer.from('%PDF-1.7') },
      ]),
    ];
    for (const answer of answers)
      t.match([answer.statusCode, problemOf(answer)], [409, 'nomination/deadline-passed']);
    t.match(answers[0]?.json().detail, /^Fristen var 15\. oktober 2026 kl\. 23\.59/);
    const now = await read(kari, other.id);
    t.match([now.state, now.allowedActions.includes('edit')], ['draft', false]);
  },
);

t.test('before the call opens nobody can start', async (t) => {
  const kari = await base.as('early@klepp.example');
  await setClock(later(edition.opens_at, -1));
  const early = await kari.post(begin, { kind: 'municipality', organisation: 'Klepp', language: 'nb' });
  t.match([early.statusCode, early.json().errors], [409, [{ requirement: 'callOpen' }]]);
  await setClock(edition.opens_at);
  t.equal(
    (await kari.post(begin, { kind: 'municipality', organisation: 'Klepp', language: 'nb' })).statusCode,
    201,
  );
  t.equal(
    (await kari.post(begin, { kind: 'municipality', organisation: 'Klepp', language: 'nb' })).statusCode,
    200,
    'a double click makes one draft',
  );
});

t.test('returned and completed after the deadline, by its own due instant', async (t) => {
  const kari = await base.as('returned@gjesdal.example');
  const { id } = await draft(kari, 'Gjesdal');
  await fillIn(kari, id);
  await event(kari, id, { type: 'submit', version: 0 });
  const dueAt = addDays(after, 3);
  const parts = (await read(kari, id)).answers?.map((field) => ({ part: field.id, note: 'Skriv mer' }));
  const early = await event(secretary, id, {
    type: 'return',
    version: 1,
    reason: 'Kontaktperson mangler',
    dueAt: dueAt.toISOString(),
    parts,
  });
  t.match([early.statusCode, early.json().errors], [409, [{ requirement: 'deadlinePassed' }]]);
  await setClock(after);
  const past = await event(secretary, id, {
    type: 'return',
    version: 1,
    reason: ' ',
    dueAt: during.toISOString(),
  });
  t.same(
    past.json().errors.map((error: { requirement: string }) => error.requirement),
    ['reasonGiven', 'partsNamed', 'dueInFuture'],
  );
  t.match(
    (
      await event(secretary, id, {
        type: 'return',
        version: 1,
        reason: 'Kontaktperson mangler',
        dueAt: dueAt.toISOString(),
        parts,
      })
    ).json(),
    { state: 'returned', returnReason: 'Kontaktperson mangler' },
  );
  t.match(await read(kari, id), { allowedActions: ['edit', 'submit', 'withdraw', 'manageMembers'] });
  await setClock(later(dueAt, -1));
  await fillIn(kari, id, 'Fullført');
  t.match((await event(kari, id, { type: 'submit', version: 2 })).json(), {
    state: 'submitted',
    submissionCount: 2,
  });
  await setClock(dueAt);
  const late = await event(kari, id, { type: 'submit', version: 3 });
  t.match([late.statusCode, problemOf(late)], [409, 'nomination/deadline-passed']);
  t.match((await event(secretary, id, { type: 'admit', version: 3 })).json(), { state: 'admitted' });
});

t.test(
  'a stranger who picks "Eigersund" sees nothing of Eigersund, and foreign ids answer like unknown ones',
  async (t) => {
    const kari = await base.as('kari@eigersund.example');
    const own = (await kari.get('/api/v1/nominations')).json().nominations[0];
    const stranger = await base.as('stranger@eigersund.example');
    const mine = await draft(stranger, 'Eigersund');
    t.equal(mine.progress, 0);
    t.notOk(mine.answers?.some((field) => field.value !== ''));
    t.equal((await stranger.get('/api/v1/nominations')).json().nominations.length, 1);
    const unknown = '018f0000-0000-7000-8000-000000000000';
    const bodies = { version: 1, type: 'submit' };
    const tries = async (id: string) => {
      const answers = [
        await stranger.get(`/api/v1/nominations/${id}`),
        await stranger.get(`/api/v1/nominations/${id}/receipt`),
        await stranger.get(`/api/v1/nominations/${id}/submission`),
        await stranger.get(`/api/v1/nominations/${id}/members`),
        await stranger.get(`/api/v1/nominations/${id}/documents`),
        await event(stranger, id, bodies),
        await stranger.send('PATCH', `/api/v1/nominations/${id}/answers`, { answers: {} }),
        await stranger.post(`/api/v1/nominations/${id}/members`, { email: 'x@example.no' }),
        await stranger.send('DELETE', `/api/v1/nominations/${id}/members/${unknown}`),
        await stranger.upload(`/api/v1/nominations/${id}/documents`, [
          { name: 'a.pdf', content: Buffer.from('%PDF-1.7') },
        ]),
      ];
      return answers.map(({ statusCode, body, headers }) => [
        statusCode,
        body.replace(/"requestId":"[^"]+"/, ''),
        Object.keys(headers).toSorted(),
      ]);
    };
    const foreign = await tries(own.id);
    t.same(foreign, await tries(unknown));
    t.same(new Set(foreign.map(([status]) => status)), new Set([404]));
  },
);

t.test('asking to join is answered alike, draft or not, and opens nothing by itself', async (t) => {
  const kari = await base.as('kari@eigersund.example');
  const colleague = await base.as('colleague@eigersund.example');
  const url = `/api/v1/editions/${year.id}/join-requests`;
  const ask = async (organisation: string) => {
    const { statusCode, body, headers } = await colleague.post(url, {
      kind: 'municipality',
      organisation,
      message: 'Jeg vil hjelpe til',
    });
    return [statusCode, body, Object.keys(headers).toSorted()];
  };
  const withDraft = await ask('Eigersund');
  t.same(withDraft, await ask('Utsira'), 'nobody applies for Utsira');
  t.same(withDraft, await ask('Eigersund'), 'a second time');
  t.same((await colleague.get('/api/v1/join-requests')).json().requests, []);
  t.same((await colleague.get('/api/v1/nominations')).json().nominations, []);
  const { requests } = (await kari.get('/api/v1/join-requests')).json();
  t.match(requests, [
    {
      organisation: 'Eigersund',
      person: { email: 'colleague@eigersund.example' },
      applications: [{ state: 'submitted' }],
    },
  ]);
  t.equal(requests[0].applications.length, 1, 'the stranger’s draft of the same name is not Kari’s to open');
  t.equal(
    (await colleague.post(`/api/v1/join-requests/${requests[0].id}/answer`, { accept: true })).statusCode,
    404,
  );
  t.equal(
    (await kari.post(`/api/v1/join-requests/${requests[0].id}/answer`, { accept: true })).statusCode,
    204,
  );
  t.equal((await colleague.get(`/api/v1/nominations/${requests[0].applications[0].id}`)).statusCode, 200);
  const seen = (await secretary.get('/api/v1/join-requests')).json().requests;
  t.match(seen, [{ organisation: 'Utsira', applications: [] }]);
  const none = await secretary.post(`/api/v1/join-requests/${seen[0].id}/answer`, { accept: true });
  t.equal(none.statusCode, 422);
  t.equal(
    (await secretary.post(`/api/v1/join-requests/${seen[0].id}/answer`, { accept: false })).statusCode,
    204,
  );
  const letters = await db
    .selectFrom('letters')
    .select(['template', 'email'])
    .where('template', 'in', ['joinRequest', 'joinAnswer'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  t.same(
    letters.map(({ template, email }) => `${template} ${email}`).toSorted(),
    [
      'joinAnswer colleague@eigersund.example',
      'joinAnswer colleague@eigersund.example',
      'joinRequest kari@eigersund.example',
      'joinRequest secretary@example.no',
      'joinRequest second@example.no',
      'joinRequest stranger@eigersund.example',
    ].toSorted(),
  );
});

t.test('colleagues: invited by mail, removed, never the last one', async (t) => {
  const kari = await base.as('members@time.example');
  const { id } = await draft(kari, 'Time');
  const url = `/api/v1/nominations/${id}/members`;
  t.equal((await kari.post(url, { email: 'Nils@Time.example' })).statusCode, 201);
  t.equal((await kari.post(url, { email: 'nils@time.example' })).statusCode, 200);
  const { members } = (await kari.get(url)).json();
  t.same(
    members.map(({ email }: { email: string }) => email),
    ['members@time.example', 'nils@time.example'],
  );
  const nils = await base.as('nils@time.example');
  t.match(await read(nils, id), { state: 'draft' });
  t.equal((await nils.send('DELETE', `${url}/${members[0].id}`)).statusCode, 204);
  t.equal((await kari.get(`/api/v1/nominations/${id}`)).statusCode, 404, 'out at once');
  const last = await nils.send('DELETE', `${url}/${members[1].id}`);
  t.match([last.statusCode, last.json().detail], [409, /eneste/]);
  t.match(
    await db.selectFrom('letters').select(['template', 'email']).where('nomination_id', '=', id).execute(),
    [{ template: 'colleagueAdded', email: 'nils@time.example' }],
  );
});

t.test('the secretariat sees that a draft exists, whose and how far, never its text', async (t) => {
  const kari = await base.as('canary@sola.example');
  const { id } = await draft(kari, 'Sola');
  await fillIn(kari, id, 'KANARIFUGL');
  const seen = [
    await secretary.get(`/api/v1/nominations/${id}`),
    await secretary.get(begin),
    await secretary.get(`/api/v1/nominations/${id}/submission`),
    await secretary.get(`/api/v1/nominations/${id}/documents`),
    await secretary.get(`/api/v1/nominations/${id}/members`),
  ];
  t.match(seen[0]?.json(), { state: 'draft', progress: 100, applicant: { name: 'Sola' } });
  t.notHas(seen[0]?.json(), { answers: [] });
  t.notOk('key' in seen[0]!.json().applicant);
  for (const answer of seen) t.notMatch(answer.body, 'KANARIFUGL');
  t.same(
    seen.slice(2).map(({ statusCode }) => statusCode),
    [409, 403, 403],
  );
});

t.test('unknown events, events of others, stale versions', async (t) => {
  const kari = await base.as('events@randaberg.example');
  const { id } = await draft(kari, 'Randaberg');
  const unknown = await event(kari, id, { type: 'promote', version: 0 });
  t.match([unknown.statusCode, unknown.json().detail], [422, /«promote»/]);
  t.equal((await event(kari, id, { type: 'markScored', version: 0 })).statusCode, 422);
  t.equal((await event(kari, id, { type: 'xstate.init', version: 0 })).statusCode, 422);
  t.equal((await event(kari, id, { type: 'admit', version: 0 })).statusCode, 403);
  t.equal((await event(kari, id, { type: 'withdraw', version: 7 })).statusCode, 409);
  t.equal(
    (await kari.post(`/api/v1/nominations/${id}/events`, { type: 'withdraw', version: 0, extra: 1 }))
      .statusCode,
    422,
  );
  t.match((await event(kari, id, { type: 'withdraw', version: 0 })).json(), {
    state: 'withdrawn',
    allowedActions: ['manageMembers'],
  });
});

t.test(
  'the deadline on the days when the clocks change, and around the year: saved and sent in (T10)',
  async (t) => {
    const kari = await base.as('dst@lund.example');
    const dates = { opens: edition.opens_at, closes: edition.closes_at };
    const deadlines = [
      ['2026-10-25', '23:59', '2026-10-25T23:00:00.000Z'],
      ['2026-10-25', '01:30', '2026-10-24T23:30:00.000Z'],
      ['2026-10-25', '12:00', '2026-10-25T11:00:00.000Z'],
      ['2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
      ['2027-03-28', '23:59', '2027-03-28T22:00:00.000Z'],
      ['2026-07-01', '23:59', '2026-07-01T22:00:00.000Z'],
    ] as const;
    await db
      .updateTable('editions')
      .set({
        judging_ends_at: instant('2027-06-01T10:00:00Z'),
        finalists_at: instant('2027-06-02T10:00:00Z'),
        ceremony_at: instant('2027-06-03T10:00:00Z'),
      })
      .execute();
    for (const [i, [date, time, utc]] of deadlines.entries()) {
      const closing = parseOsloDeadline(date, time);
      if (!closing.ok) throw new Error(closing.fault);
      t.equal(closing.instant.toISOString(), utc);
      await db
        .updateTable('editions')
        .set({ closes_at: closing.instant })
        .where('id', '=', year.id)
        .execute();
      const { id } = await draft(kari, 'Lund', `Del ${i}`);
      const [inTime, tooLate] = [
        await draft(kari, 'Lund', `I tide ${i}`),
        await draft(kari, 'Lund', `For sent ${i}`),
      ];
      await fillIn(kari, inTime.id);
      await fillIn(kari, tooLate.id);
      const save = (value: string, version: number) =>
        kari.send('PATCH', `/api/v1/nominations/${id}/answers`, {
          answers: { [questionId]: { value, version } },
        });
      const questionId = (await read(kari, id)).answers?.[0]?.id as string;
      await setClock(later(closing.instant, -1));
      t.equal((await save('i siste liten', 0)).statusCode, 200, `${date} ${time}, 1 ms before`);
      const sent = await event(kari, inTime.id, { type: 'submit', version: 0 });
      t.match(
        [sent.statusCode, sent.json().submittedAt],
        [200, later(closing.instant, -1).toISOString()],
        `${date} ${time}, sent in 1 ms before`,
      );
      await setClock(closing.instant);
      const late = await event(kari, tooLate.id, { type: 'submit', version: 0 });
      t.match(
        [late.statusCode, problemOf(late)],
        [409, 'nomination/deadline-passed'],
        `${date} ${time}, sent in at the deadline`,
      );
      const again = await event(kari, inTime.id, { type: 'submit', version: 1 });
      t.match([again.statusCode, problemOf(again)], [409, 'nomination/deadline-passed']);
      t.match(
        [(await read(kari, tooLate.id)).state, (await read(kari, inTime.id)).state],
        ['draft', 'submitted'],
      );
      t.equal((await save('for sent', 1)).statusCode, 409, `${date} ${time}, at the deadline`);
      await setClock(later(closing.instant, 1));
      t.equal((await save('for sent', 1)).statusCode, 409, `${date} ${time}, 1 ms after`);
    }
    await db
      .updateTable('editions')
      .set({ opens_at: dates.opens, closes_at: dates.closes })
      .where('id', '=', year.id)
      .execute();
  },
);

t.test(
  'what two people write in any order: no text of another is written over unseen, and one’s own is never in the way',
  async (t) => {
    const people = [await base.as('one@gjoa.example'), await base.as('two@gjoa.example')] as const;
    const { id, answers = [] } = await draft(people[0], 'Hå');
    await people[0].post(`/api/v1/nominations/${id}/members`, { email: 'two@gjoa.example' });
    const field = answers[1]?.id as string;
    const write = fc.record({
      who: fc.nat(1),
      text: fc.constantFrom('a', 'b', 'c', ''),
      fresh: fc.boolean(),
    });
    const stored = { value: '', version: 0 };
    /** Who wrote each version, from 1. */
    const authors: number[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 8 }), async (writes) => {
        const seen = [stored.version, stored.version];
        for (const { who, text, fresh } of writes) {
          if (fresh) seen[who] = stored.version;
          const answer = await (people[who] as Client).send('PATCH', `/api/v1/nominations/${id}/answers`, {
            answers: { [field]: { value: text, version: seen[who] } },
          });
          const clash = text !== stored.value && authors.slice(seen[who]).some((author) => author !== who);
          if (answer.statusCode !== (clash ? 409 : 200)) return false;
          if (clash) continue;
          if (text !== stored.value) {
            Object.assign(stored, { value: text, version: stored.version + 1 });
            authors.push(who);
          }
          seen[who] = stored.version;
          if (answer.json().versions[field] !== stored.version) return false;
        }
        return true;
      }),
      { numRuns: 25 },
    );
    t.equal((await read(people[1], id)).answers?.[1]?.value, stored.value);
  },
);

t.test('municipalities are found by any part of any of their names, diacritics or not', async (t) => {
  const found = async (q: string) =>
    (await base.anyone.get(`/api/v1/municipalities?q=${encodeURIComponent(q)}`))
      .json()
      .municipalities.map(({ name }: { name: string }) => name);
  t.same(await found('oslove'), ['Oslo - Oslove']);
  t.same(await found('karasjok'), ['Kárášjohka - Karasjok']);
  t.same(await found('KARASJOHKA'), ['Kárášjohka - Karasjok']);
  t.same((await found('0301'))[0], 'Oslo - Oslove', 'numbers keep their leading zero');
  t.same(await found('herøy'), ['Herøy (Møre og Romsdal)', 'Herøy (Nordland)']);
  t.same(await found(''), []);
  t.equal((await base.anyone.get('/api/v1/municipalities')).statusCode, 422);
  for (const { name, number, key } of municipalities) {
    for (const part of [name, number, ...name.split(' - ')]) {
      if (!suggest(municipalities, part, 400).some((place) => place.key === key))
        t.fail(`${name} is not found by ${part}`);
      if (
        !suggest(municipalities, part.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(), 400).some(
          (place) => place.key === key,
        )
      )
        t.fail(`${name} is not found by ${part} without diacritics`);
    }
  }
  t.equal(municipalities.length, 357);
  t.equal(districts.length, 15);
});
