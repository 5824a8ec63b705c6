/** Letters to many at once (issue 5 §2; peers 56, 57, 37): to exactly the right people, seen before they go, once a decision. */
import { sql } from 'kysely';
import { parseHTML } from 'linkedom';
import t from 'tap';
import type { WholeBatch } from '../../../src/features/letter-batches/schema.ts';
import { changeSeat } from '../../../src/features/jury/commands-seats.ts';
import { applyDue } from '../../../src/features/due.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import { judgingYear, jurors } from '../../helpers/jury-year.ts';
import { datesOf } from '../../helpers/year.ts';

const call = await openCall(t);
const { db } = call.services;
const editionId = call.year.id;
const api = `/api/v1/editions/${editionId}/letter-batches`;
const pages = `/sekretariat/${editionId}/utsendinger`;
const secretary = await call.as('secretary@example.no');
const second = await call.as('second@example.no');
const leader = await call.as('leader@example.no');
const kari = await call.as('kari@eigersund.example');
const ola = await call.as('ola@lund.example');
const siv = await call.as('siv@sokndal.example');

const words = (subject: string, body: string) => ({ subject, body });
const texts = {
  nb: words('Utkastet til {organisasjon}', 'Hei {navn}. Fristen er {frist}, og prisen er for {år}.'),
  nn: words('Utkastet frå {organisasjon}', 'Hei {navn}. Fristen er {frist}, og prisen er for {år}.'),
};
const batch = (over: object = {}) => ({
  title: 'Utkast, to uker igjen',
  recipients: { audience: 'applications', states: ['draft'] },
  about: null,
  texts,
  ...over,
});
const made = async (body: object = batch(), who = secretary) => {
  const answer = await who.post(api, body);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<{ id: string }>().id;
};
const read = async (id: string, who = secretary) =>
  (await who.get(`/api/v1/letter-batches/${id}`)).json<WholeBatch>();
const event = (id: string, body: object, who = secretary) =>
  who.post(`/api/v1/letter-batches/${id}/events`, body);
const send = async (id: string, who = secretary) => {
  const { version, recipientsHash } = await read(id, who);
  return event(id, { type: 'send', version, seen: recipientsHash }, who);
};
const lettersOf = (id: string) =>
  db.selectFrom('letters').selectAll().where('batch_id', '=', id).orderBy('email').execute();
const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');

const eigersund = await call.draft(kari, 'Eigersund');
const lund = await call.draft(ola, 'Lund', { language: 'nn' });
await call.sent(siv, 'Sokndal');

t.test(
  'exactly those of the choice, each in the form of the application, with a link and what is theirs',
  async (t) => {
    const id = await made();
    const before = await read(id);
    t.same(
      before.to.map(({ name, organisation, language }) => [name.split('@')[0], organisation, language]),
      [
        ['kari', 'Eigersund', 'nb'],
        ['ola', 'Lund', 'nn'],
      ],
    );
    t.match(before, { maySend: true, mayChange: true, gone: [], state: 'prepared' });
    t.same(await lettersOf(id), [], 'nothing goes before it is sent');
    t.same((await send(id)).json(), { letters: 2 });
    const letters = await lettersOf(id);
    t.match(letters, [
      {
        email: 'kari@eigersund.example',
        language: 'nb',
        subject: 'Utkastet til Eigersund',
        nomination_id: eigersund.id,
        state: 'queued',
      },
      { email: 'ola@lund.example', language: 'nn', subject: 'Utkastet frå Lund', nomination_id: lund.id },
    ]);
    t.match(
      letters[0]?.body,
      /^Hei!\n\nHei .+\. Fristen er 15\. oktober 2026 kl\. 23\.59.*2026\.\n\nÅpne siden:\n\/soknad\//,
    );
    t.match(letters[1]?.body, /Opne sida|Fristen er 15\. oktober/);
    t.equal(problemOf(await send(id)), 'process/not-now', 'a double click sends once');
    t.equal((await lettersOf(id)).length, 2);
    t.match(await read(id), { state: 'sent', letters: { queued: 2 }, maySend: false, mayChange: false });
  },
);

t.test(
  'one that was marked withdraws meanwhile: what was seen holds no longer, and it is shown',
  async (t) => {
    const bjørn = await call.as('bjorn@modum.example');
    const modum = await call.sent(bjørn, 'Modum');
    const id = await made(
      batch({
        recipients: { audience: 'marked', nominations: [modum.id] },
        texts: {
          nb: words('Til {organisasjon}', 'Hei {navn}.'),
          nn: words('Til {organisasjon}', 'Hei {navn}.'),
        },
      }),
    );
    const before = await read(id);
    t.match(before.to, [{ isWithdrawn: false }]);
    await bjørn.post(`/api/v1/nominations/${modum.id}/events`, { type: 'withdraw', version: modum.version });
    const late = await event(id, { type: 'send', version: before.version, seen: before.recipientsHash });
    t.equal(late.statusCode, 409, late.body);
    t.same(await lettersOf(id), []);
    t.match((await read(id)).to, [{ isWithdrawn: true }]);
    t.match((await secretary.get(`${pages}/${id}`)).body, 'Søknaden er trukket');
    t.equal((await send(id)).statusCode, 200, 'whoever has seen that may write to them all the same');
  },
);

t.test('an empty choice never means everybody', async (t) => {
  const nobody = await secretary.post(api, batch({ recipients: { audience: 'applications', states: [] } }));
  t.equal(nobody.statusCode, 422);
  const form = {
    title: 'X',
    audience: 'applications',
    about: 'none',
    'texts.nb.subject': 'Et emne',
    'texts.nb.body': 'Det jeg skrev',
    'texts.nn.subject': 'Eit emne',
    'texts.nn.body': 'Det eg skreiv',
  };
  const page = await secretary.post(`${pages}/ny`, form);
  t.equal(page.statusCode, 422);
  t.match(page.body, /Velg minst én status[\s\S]*Det jeg skrev/, 'what was typed is kept');
  await t.rejects(
    db
      .insertInto('letter_batches')
      .values({
        edition_id: editionId,
        title: 'X',
        recipients: JSON.stringify({ audience: 'applications', states: [] }),
        texts: '{}',
        prepared_by: call.year.people.secretary.personId as string,
        prepared_at: call.during,
      })
      .execute(),
    /letter_batches_chosen/,
  );
  const empty = await made(batch({ recipients: { audience: 'applications', states: ['admitted'] } }));
  t.match((await secretary.get(`${pages}/${empty}`)).body, /0 får e-posten[\s\S]*Ingen får e-posten/);
  t.equal(problemOf(await send(empty)), 'process/not-now', 'to nobody is not sent');
});

t.test('a word that nobody fills in is refused by name, in whichever text it stands', async (t) => {
  const wrong = {
    nb: words('Til {organisasjonen}', 'Ok'),
    nn: words('Ok', 'Frist: {dato} } {kvitteringsnummer}'),
  };
  const answer = await secretary.post(api, batch({ texts: wrong }));
  t.equal(answer.statusCode, 422);
  t.match(answer.json(), {
    errors: [
      { field: 'texts.nb.subject', message: /\{organisasjonen\}.*\{organisasjon\}/ },
      { field: 'texts.nn.body', message: /\{dato\}, \}/ },
    ],
  });
  const receipt = { nb: words('Nr. {kvitteringsnummer}', 'Ok'), nn: words('Ok', 'Ok') };
  t.equal((await secretary.post(api, batch({ texts: receipt }))).statusCode, 201);
  const jury = { audience: 'jurors', jurors: 'all' };
  t.equal(
    (await secretary.post(api, batch({ texts: receipt, recipients: jury }))).statusCode,
    422,
    'a juror has none',
  );
});

t.test('who has come and gone since is shown, and nothing goes to people whom nobody has seen', async (t) => {
  const id = await made();
  const seen = await read(id);
  const eva = await call.as('eva@bjerkreim.example');
  await call.draft(eva, 'Bjerkreim');
  const withdrawn = await ola.post(`/api/v1/nominations/${lund.id}/events`, {
    type: 'withdraw',
    version: lund.version,
  });
  t.equal(withdrawn.statusCode, 200, withdrawn.body);
  const late = await event(id, { type: 'send', version: seen.version, seen: seen.recipientsHash });
  t.equal(late.statusCode, 409);
  t.match(late.json(), { detail: /Mottakerne er blitt andre/ });
  t.same(await lettersOf(id), []);
  const now = await read(id);
  t.same(
    now.to.filter(({ isNew }) => isNew).map(({ email }) => email),
    ['eva@bjerkreim.example'],
  );
  t.match(now.gone, [/Lund/]);
  const { document } = parseHTML((await secretary.get(`${pages}/${id}`)).body);
  t.match(
    document.querySelector('main')?.textContent,
    /ikke de samme som da e-posten ble skrevet[\s\S]*Nye:[\s\S]*Bjerkreim[\s\S]*Får den ikke lenger:[\s\S]*Lund/,
  );
  t.same((await send(id)).json(), { letters: 2 });
  t.same(
    (await lettersOf(id)).map(({ email }) => email),
    ['eva@bjerkreim.example', 'kari@eigersund.example'],
  );
});

t.test('a name that somebody typed begins neither a header nor a line', async (t) => {
  const id = await made(batch({ texts: { nb: words('{navn}', '{navn}'), nn: words('{navn}', '{navn}') } }));
  await db
    .updateTable('people')
    .set({ name: 'X\r\nBcc: a@b.no\n/stjel' })
    .where('email', '=', 'kari@eigersund.example')
    .execute();
  await send(id);
  const [, letter] = await lettersOf(id);
  t.notMatch(letter?.subject, /[\r\n]/);
  t.notMatch(letter?.body, '\n/stjel');
});

t.test(
  'what tells of a decision is sent by somebody else than whoever wrote it, and once to each',
  async (t) => {
    const body = batch({
      title: 'Et vedtak',
      recipients: { audience: 'applications', states: ['submitted'] },
      about: 'other',
    });
    const id = await made(body);
    t.equal(problemOf(await send(id)), 'process/same-person');
    t.match((await secretary.get(`${pages}/${id}`)).body, /En annen enn du som skrev den/);
    const told = await db
      .selectFrom('letters')
      .select('email')
      .where('template', '=', 'batchToApprove')
      .orderBy('email')
      .execute();
    t.same(
      told.map(({ email }) => email),
      ['leader@example.no', 'second@example.no'],
      'they are told that it waits',
    );
    t.match(await read(id, leader), { maySend: true, mayChange: false });
    await t.rejects(
      db
        .updateTable('letter_batches')
        .set({ sent_by: call.year.people.secretary.personId, sent_at: call.during })
        .where('id', '=', id)
        .execute(),
      /two people must have read/,
    );
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(id, leader)));
    t.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1, 'eight at once: one sends');
    t.equal((await lettersOf(id)).length, 1);
  },
);

t.test('whoever has written any of it cannot be the one who approves it', async (t) => {
  const body = batch({ recipients: { audience: 'applications', states: ['submitted'] }, about: 'other' });
  const id = await made(body);
  const { version } = await read(id);
  const changed = await second.send('PUT', `/api/v1/letter-batches/${id}`, { ...body, title: 'Ny', version });
  t.same(changed.json(), { version: version + 1 });
  t.equal(problemOf(await event(id, { type: 'send', version, seen: '' })), 'conflict/version');
  t.equal(problemOf(await send(id, second)), 'process/same-person');
  t.equal(problemOf(await send(id)), 'process/same-person', 'whoever wrote it first has written it, too');
  const page = await secretary.get(`${pages}/${id}`);
  t.match(page.body, /En annen enn du som skrev den/);
  await t.rejects(
    db
      .updateTable('letter_batches')
      .set({ sent_by: call.year.people.secretary.personId, sent_at: call.during })
      .where('id', '=', id)
      .execute(),
    /two people must have read/,
  );
  t.same((await send(id, leader)).json(), { letters: 1 });
});

t.test(
  'what is filled in is part of what was seen: a deadline that moved meanwhile is shown first',
  async (t) => {
    const id = await made();
    const seen = await read(id);
    const plain = await made(batch({ texts: { nb: words('Hei', 'Hei'), nn: words('Hei', 'Hei') } }));
    const unmoved = await read(plain);
    const closes = call.dates.closes_at;
    const move = (closes_at: Date) =>
      db.updateTable('editions').set({ closes_at }).where('id', '=', editionId).execute();
    await move(addDays(closes, 1));
    const late = await event(id, { type: 'send', version: seen.version, seen: seen.recipientsHash });
    t.equal(late.statusCode, 409);
    t.match(late.json(), { detail: /eller det som fylles inn for dem/ });
    t.same(await lettersOf(id), []);
    t.equal(
      (await read(plain)).recipientsHash,
      unmoved.recipientsHash,
      'where it is not told, nothing has changed',
    );
    t.not((await read(id)).recipientsHash, seen.recipientsHash);
    await move(closes);
  },
);

t.test('a decision is told to those it was taken for, and to each of them once', async (t) => {
  const wrong = await secretary.post(api, batch({ about: 'admission' }));
  t.match(wrong.json(), { errors: [{ field: 'about' }] });
  const { id: nomination } = await db
    .selectFrom('nominations')
    .select('id')
    .where('organisation_name', '=', 'Sokndal')
    .executeTakeFirstOrThrow();
  await call.setClock(call.dates.closes_at);
  await applyDue({ db, log: call.services.log }, call.dates.closes_at);
  const admitted = await secretary.post(`/api/v1/nominations/${nomination}/events`, {
    type: 'admit',
    version: 1,
  });
  t.equal(admitted.statusCode, 200, admitted.body);
  const id = await made(
    batch({ recipients: { audience: 'applications', states: ['admitted'] }, about: 'admission' }),
  );
  t.match(await read(id), { to: [{ email: 'siv@sokndal.example', alreadyTold: true }] });
  t.equal(problemOf(await send(id, leader)), 'process/not-now', 'the service has told them already');
});

t.test('for whoever has no part in it, a batch answers as one that does not exist', async (t) => {
  const id = await made();
  const about = await made(batch({ about: 'other' }));
  for (const who of [kari, await call.as('juror@example.no'), await call.as('chair@example.no')]) {
    t.equal((await who.get(`/api/v1/letter-batches/${id}`)).statusCode, 404);
    t.equal((await event(about, { type: 'send', version: 0, seen: '' }, who)).statusCode, 404);
    t.ok([403, 404].includes((await who.post(api, batch())).statusCode));
    t.ok([403, 404].includes((await who.get(pages)).statusCode));
  }
  t.equal((await leader.get(`/api/v1/letter-batches/${id}`)).statusCode, 404, 'a leader approves, no more');
  t.same(
    (await leader.get(api))
      .json<{ batches: { about: string | null }[] }>()
      .batches.filter(({ about: a }) => a === null),
    [],
  );
  t.equal((await leader.post(api, batch())).statusCode, 403);
  t.equal((await leader.get(`${pages}/${about}`)).statusCode, 200);
  t.equal((await secretary.get(`${pages}/00000000-0000-4000-8000-000000000000`)).statusCode, 404);
});

t.test('given up is given up; failed ones go again from the batch, and only they', async (t) => {
  const given = await made();
  const page = await secretary.post(`${pages}/${given}/forkast`, { version: 0 });
  t.equal(page.statusCode, 303);
  t.equal(problemOf(await send(given)), 'process/not-now');
  const id = await made(batch({ recipients: { audience: 'applications', states: ['draft', 'admitted'] } }));
  await send(id);
  const letters = await lettersOf(id);
  t.ok(letters.length >= 3);
  const set = (i: number, state: 'failed' | 'sent') =>
    db
      .updateTable('letters')
      .set({
        state,
        sent_at: state === 'sent' ? call.during : null,
        error: state === 'failed' ? '550' : null,
      })
      .where('id', '=', letters[i]!.id)
      .execute();
  await set(0, 'failed');
  await set(1, 'sent');
  t.match((await secretary.get(`${pages}/${id}`)).body, /Send på nytt til den som ikke fikk/);
  t.same((await event(id, { type: 'resendMissing' })).json(), { letters: 1 });
  t.same(
    (await lettersOf(id)).map(({ state }) => state).toSorted(),
    ['queued', 'queued', 'sent'].concat(letters.length > 3 ? ['queued'] : []).toSorted(),
  );
});

t.test('the database lets no letter of a batch exist that nobody has sent', async (t) => {
  const id = await made();
  await t.rejects(
    db
      .insertInto('letters')
      .values({
        key: 'x',
        template: 'batch',
        language: 'nb',
        edition_id: editionId,
        email: 'a@b.no',
        subject: 'X',
        body: 'Y',
        batch_id: id,
        created_at: call.during,
      })
      .execute(),
    /nobody has sent this batch/,
  );
});

t.test(
  'a cancelled year is put away once the secretariat has written to those who applied, however late that is',
  async (t) => {
    const now = addMinutes(call.dates.closes_at, 5);
    await call.setClock(now);
    const step = async (type: string, rest: object = {}) => {
      const { version } = await datesOf(db, editionId);
      return secretary.post(`/api/v1/editions/${editionId}/events`, { type, version, ...rest });
    };
    t.equal((await step('cancel', { reason: 'Det ble ikke råd til prisen.' })).statusCode, 200);
    const arrive = () => db.updateTable('letters').set({ state: 'sent', sent_at: now }).execute();
    await arrive();
    const owed = { errors: [{ requirement: 'answersGiven', message: /hvordan det gikk: Sokndal$/ }] };
    t.match((await step('archive')).json(), owed);
    const id = await made(
      batch({ title: 'Året er avlyst', recipients: { audience: 'applications', states: ['admitted'] } }),
    );
    t.same((await send(id)).json(), { letters: 1 });
    t.match((await step('archive')).json().errors, [{ requirement: 'lettersGone' }], 'they are told');
    await arrive();

    // Nobody thought of it for two years: the letters are gone by the schedule, and nobody is to be told once more.
    const late = addDays(now, 2 * 366);
    await call.setClock(late);
    const { rows } = await sql<{
      counts: object;
    }>`select erase('letters', ${editionId}, ${late}) as counts`.execute(db);
    t.match(rows, [{ counts: { letters: Number } }]);
    t.match((await step('archive')).json(), { state: 'archived' });
  },
);

t.test('the jury: everybody, those who have not finished, and those who have not declared', async (t) => {
  const year = await judgingYear(t, ['Voss', 'Bokn']);
  const { secretary: who, nina } = year.clients;
  const to = async (which: string) => {
    const answer = await who.post(
      `/api/v1/editions/${year.editionId}/letter-batches`,
      batch({ recipients: { audience: 'jurors', jurors: which } }),
    );
    const whole = (
      await who.get(`/api/v1/letter-batches/${answer.json<{ id: string }>().id}`)
    ).json<WholeBatch>();
    return whole.to.map(({ email }) => email.split('@')[0]).toSorted();
  };
  const everybody = jurors.map((one) => one.toLowerCase()).toSorted();
  t.same(await to('all'), everybody, 'the deputy has not been called in');
  t.same(await to('deputies'), ['vara'], 'who is a group of its own');
  t.same(await to('undeclared'), everybody);
  for (const id of Object.values(year.nominations))
    await nina.post(`/api/v1/nominations/${id}/declarations`, { answer: 'none' });
  t.same(
    await to('undeclared'),
    everybody.filter((one) => one !== 'nina'),
  );
  const seat = await year.db
    .selectFrom('seats')
    .select('id')
    .where('role', '=', 'deputy')
    .executeTakeFirstOrThrow();
  await year.play('secretary', year.dates.judging, (unit) => changeSeat(unit, seat.id, { role: 'member' }));
  t.same(await to('deputies'), [], 'a deputy who has been called in is a juror');
  t.same(await to('all'), [...everybody, 'vara'].toSorted());
  t.same(await to('unfinished'), [...everybody, 'vara'].toSorted());
  const { body } = await who.get(`/sekretariat/${year.editionId}/utsendinger/ny`);
  t.match(body, /Varamedlemmer som ikke er kalt inn/);
});
