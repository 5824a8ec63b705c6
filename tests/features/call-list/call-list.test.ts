/** The call to an imported list (issue 5 §2): every line is looked at, exactly those seen get it, and anybody can say no. */
import pino from 'pino';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import type { WholeBatch } from '../../../src/features/letter-batches/schema.ts';
import { xlsx } from '../../../src/platform/sheets/xlsx.ts';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t);
const { db, config } = call.services;
const editionId = call.year.id;
const log = pino({ level: 'silent' });
const secretary = await call.as('secretary@example.no');
const here = `/sekretariat/${editionId}/utsendinger/liste`;
const look = (lines: string) => secretary.post(here, { lines });
const add = (lines: string) => secretary.post(here, { lines, add: '1' });
const listed = async () =>
  (await secretary.get(`/api/v1/editions/${editionId}/call-list`)).json<{
    recipients: { id: string; email: string; name: string; language: string; unsubscribed: boolean }[];
  }>().recipients;
const addresses = async () => (await listed()).map(({ email }) => email);
const tokenOf = async (email: string) =>
  (
    await db
      .selectFrom('call_recipients')
      .select('token')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
  ).token;
const text = { subject: 'Søk Etikkprisen {år}', body: 'Hei {navn}. Fristen er {frist}.' };
const write = async (over: object = {}) =>
  secretary.post(`/api/v1/editions/${editionId}/letter-batches`, {
    title: 'Utlysningen',
    recipients: { audience: 'list' },
    about: null,
    texts: { nb: text, nn: { ...text, subject: 'Søk Etikkprisen {år} no' } },
    ...over,
  });
const read = async (id: string) => (await secretary.get(`/api/v1/letter-batches/${id}`)).json<WholeBatch>();
const event = (id: string, body: object) => secretary.post(`/api/v1/letter-batches/${id}/events`, body);
const lettersOf = (id: string) =>
  db.selectFrom('letters').selectAll().where('batch_id', '=', id).orderBy('email').execute();

t.test(
  'looking adds nobody; every bad line is named by its number, and what was typed is kept',
  async (t) => {
    const lines = [
      'E-post;Navn;Målform',
      'ordforer@aa.example;Åse Ås;nn',
      '',
      'ikke en adresse;Ola;nb',
      '"b@b.example";"Nord; Sør";samisk',
      ';Uten adresse;',
    ].join('\r\n');
    for (const answer of [await look(lines), await add(lines)]) {
      t.equal(answer.statusCode, 422);
      t.match(answer.body, 'Linje 4: «ikke en adresse» er ikke en e-postadresse');
      t.match(answer.body, 'Linje 5: «samisk» er ikke en målform');
      t.match(answer.body, 'Linje 6: e-postadressen mangler');
      t.match(answer.body, 'ordforer@aa.example;Åse Ås;nn', 'nothing that was typed is lost');
    }
    t.same(await addresses(), []);
    t.equal((await look('')).statusCode, 422);
  },
);

t.test('duplicates are named and left out: among the lines, and with those who are there', async (t) => {
  const lines = 'C@c.example\tKari\tnynorsk\nd@d.example\nc@c.example\tKari igjen\n';
  const seen = await look(lines);
  t.equal(seen.statusCode, 200);
  t.match(seen.body, '2 mottakere blir lagt til. Ingen er lagt til ennå.');
  t.match(seen.body, 'Linje 3: c@c.example står på listen flere ganger');
  t.same(await addresses(), [], 'looking adds nobody');
  t.equal((await add(lines)).headers.location, `${here}?lagt=2&hoppet=1`);
  t.match(await listed(), [
    { email: 'c@c.example', name: 'Kari', language: 'nn' },
    { email: 'd@d.example', name: '', language: 'nb' },
  ]);
  t.match((await look('D@D.example')).body, 'Linje 1: d@d.example er lagt til fra før');
  const twice = await Promise.all([add('e@e.example'), add('e@e.example')]);
  t.same(
    twice.map(({ statusCode }) => statusCode),
    [303, 303],
  );
  t.same(await addresses(), ['c@c.example', 'd@d.example', 'e@e.example'], 'two at once: once');
});

t.test(
  'as a file: text, also from an older spreadsheet, or a workbook; what is neither is refused',
  async (t) => {
    const latin = Buffer.from('f@f.example;Bjørn Ødegård;nb\n', 'latin1');
    const shown = await secretary.upload(here, [{ name: 'liste.csv', content: latin, type: 'text/csv' }], {
      lines: 'g@g.example',
    });
    t.equal(shown.statusCode, 200, shown.body.slice(0, 300));
    t.match(shown.body, /g@g\.example\nf@f\.example;Bjørn Ødegård;nb/, 'in the field, to be corrected');
    const sheet = await xlsx({
      name: 'Liste',
      columns: [
        { header: 'E-post', cell: ([email]: string[]) => email ?? '' },
        { header: 'Navn', cell: ([, name]: string[]) => name ?? '' },
      ],
      rows: [
        ['i@i.example', 'Nord; Sør'],
        ['ikke en adresse', ''],
      ],
    });
    const read = await secretary.upload(here, [{ name: 'liste.xlsx', content: sheet }], { lines: '' });
    t.equal(read.statusCode, 422);
    t.match(read.body, 'Linje 3: «ikke en adresse» er ikke en e-postadresse', 'by the number of the row');
    t.match(read.body, /E-post;Navn\ni@i\.example;&quot;Nord; Sør&quot;/, 'in the field, to be corrected');
    for (const [name, content, said] of [
      ['liste.xlsx', Buffer.from('PK\u0003\u0004\u0000\u0000'), 'Regnearket kan ikke leses som en liste'],
      ['liste.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'verken et regneark (XLSX) eller tekst'],
    ] as const) {
      const refused = await secretary.upload(here, [{ name, content }], { lines: 'g@g.example' });
      t.equal(refused.statusCode, 422, name);
      t.match(refused.body, said);
      t.match(refused.body, 'g@g.example', 'what was typed is there all the same');
    }
  },
);

t.test('who may not write letters, may not see the list either', async (t) => {
  const [first] = await listed();
  // Who reads the year knows that it has a list; who is on it, and what it is called, nobody else does.
  for (const [email, known] of [
    ['chair@example.no', 403],
    ['leader@example.no', 403],
    ['applicant@example.no', 404],
  ] as const) {
    const other = await call.as(email);
    const answers = [
      await other.get(here),
      await other.get(`/api/v1/editions/${editionId}/call-list`),
      await other.post(here, { lines: 'x@x.example', add: '1' }),
      await other.send('DELETE', `/api/v1/call-recipients/${first?.id}`),
      await other.post(`${here}/${first?.id}/fjern`),
    ];
    t.same(
      answers.map(({ statusCode }) => statusCode),
      [known, known, known, 404, 404],
      email,
    );
    for (const { body } of answers) t.notMatch(body, 'c@c.example');
  }
  t.equal((await listed()).length, 3);
});

let id = '';
t.test(
  'the letter goes to exactly those who were seen, each in their form, with a way to say no',
  async (t) => {
    id = (await write()).json<{ id: string }>().id;
    const before = await read(id);
    t.same(
      before.to.map(({ email, language }) => [email, language]),
      [
        ['c@c.example', 'nn'],
        ['d@d.example', 'nb'],
        ['e@e.example', 'nb'],
      ],
    );
    await add('h@h.example');
    const stale = await event(id, { type: 'send', version: before.version, seen: before.recipientsHash });
    t.equal(stale.statusCode, 409, 'others by now: nothing goes');
    const now = await read(id);
    t.match(
      now.to.find(({ email }) => email === 'h@h.example'),
      { isNew: true },
    );
    t.same((await event(id, { type: 'send', version: now.version, seen: now.recipientsHash })).json(), {
      letters: 4,
    });
    const letters = await lettersOf(id);
    t.match(letters[0], {
      email: 'c@c.example',
      language: 'nn',
      subject: 'Søk Etikkprisen 2026 no',
      person_id: null,
    });
    t.match(letters[0]?.body, /Hei Kari\. Fristen er 15\. oktober[\s\S]*\n\/nn\/utlysning\n/);
    t.match(letters[1]?.body, new RegExp(`\n/utlysning/meld-av/${await tokenOf('d@d.example')}$`));
    t.equal(new Set(letters.map(({ body }) => body.split('/').at(-1))).size, 4, 'a link for each');
    t.equal(
      (await event(id, { type: 'send', version: now.version, seen: now.recipientsHash })).statusCode,
      409,
    );
    t.match(await read(id), { state: 'sent', to: [{ email: 'c@c.example', name: 'Kari' }, {}, {}, {}] });
    t.match((await secretary.get(`/sekretariat/${editionId}/utsendinger/${id}`)).body, 'h@h.example');
  },
);

t.test('those on the list are told of no decision; an empty list means nobody', async (t) => {
  t.equal((await write({ about: 'other' })).statusCode, 422);
  t.equal((await write({ texts: { nb: { ...text, body: '{organisasjon}' }, nn: text } })).statusCode, 422);
  const [first] = await listed();
  await t.rejects(
    db
      .insertInto('letter_batches')
      .values({
        edition_id: editionId,
        title: 'X',
        recipients: JSON.stringify({ audience: 'list' }),
        about: 'other',
        texts: '{}',
        prepared_by: call.year.people.secretary.personId as string,
        prepared_at: call.during,
      })
      .execute(),
    /letter_batches_list/,
  );
  t.ok(first);
});

t.test('opening the link changes nothing; pressing takes one off, now and from the next list', async (t) => {
  const link = `/utlysning/meld-av/${await tokenOf('d@d.example')}`;
  const page = await call.anyone.get(link);
  t.match(page.body, /Vil du ikke ha flere e-poster[^<]*d@d\.example/);
  await call.anyone.get(link);
  t.notOk(
    (await listed()).find(({ email }) => email === 'd@d.example')?.unsubscribed,
    'a GET changes nothing',
  );
  t.equal((await call.anyone.post(link)).statusCode, 303);
  t.equal((await call.anyone.post(link)).statusCode, 303, 'pressed twice is the same');
  t.match((await call.anyone.get(link)).body, 'Vi sender ikke flere e-poster');
  t.match(
    await lettersOf(id),
    [{}, { email: 'd@d.example', state: 'failed', error: 'outdated' }, {}, {}],
    'what waited does not go',
  );
  t.match((await look('d@d.example')).body, 'd@d.example har meldt seg av');
  t.equal((await add('d@d.example')).headers.location, `${here}?lagt=0&hoppet=1`);
  const next = (await write({ title: 'En påminnelse' })).json<{ id: string }>().id;
  t.same(
    (await read(next)).to.map(({ email }) => email),
    ['c@c.example', 'e@e.example', 'h@h.example'],
  );
  t.equal((await call.anyone.get(`/utlysning/meld-av/${'x'.repeat(43)}`)).statusCode, 410);
  t.equal((await call.anyone.post(`/utlysning/meld-av/${'x'.repeat(43)}`)).statusCode, 410);
  const own = await (await call.as('d@d.example')).get('/api/v1/me/data');
  t.match(own.json(), { callLists: [{ year: 2026 }] });
});

t.test('whoever said no stays so when the secretariat empties the list, and brings it again', async (t) => {
  const said = (await listed()).find(({ email }) => email === 'd@d.example');
  t.equal(said?.unsubscribed, true);
  const off = await secretary.post(`${here}/${said?.id}/fjern`);
  t.equal(off.statusCode, 409);
  t.match(off.body, 'Adressen står til søknadsfristen er ute, så ingen legger den til på nytt');
  t.notMatch((await secretary.get(here)).body, `${said?.id}/fjern`, 'nor is it offered');
  const others = (await listed()).filter(({ unsubscribed }) => !unsubscribed);
  t.equal((await secretary.post(`${here}/tom`)).statusCode, 303);
  t.same(await addresses(), ['d@d.example']);
  await add(['d@d.example', ...others.map(({ email, name }) => `${email};${name}`)].join('\n'));
  t.match(
    (await listed()).filter(({ unsubscribed }) => unsubscribed),
    [{ email: 'd@d.example' }],
  );
});

t.test('taken off by the secretariat: address and letter are gone', async (t) => {
  const before = await addresses();
  const one = (await listed()).find(({ email }) => email === 'e@e.example');
  const address = `/api/v1/call-recipients/${one?.id}`;
  const events = () =>
    db
      .selectFrom('audit_events')
      .select(['event', 'subject_type'])
      .where('event', 'in', ['removeFromCallList', 'eraseEarly'])
      .execute();
  const logged = (await events()).length;
  const pressed = await Promise.all([
    secretary.post(`${here}/${one?.id}/fjern`),
    secretary.send('DELETE', address),
    secretary.send('DELETE', address),
  ]);
  const codes = pressed.map(({ statusCode }) => statusCode);
  t.equal(codes.filter((code) => code < 400).length, 1, `at once: one takes it off (${codes.join()})`);
  t.equal(codes.filter((code) => code === 404).length, 2);
  t.equal(
    (await events()).length - logged,
    2,
    'and the log says it once: that it was taken off, and that it was erased',
  );
  t.same(
    await addresses(),
    before.filter((email) => email !== 'e@e.example'),
    'nobody else goes',
  );
  t.notMatch(JSON.stringify(await db.selectFrom('letters').selectAll().execute()), 'e@e.example');
  const [again, unknown] = await Promise.all([
    secretary.send('DELETE', address),
    secretary.send('DELETE', `/api/v1/call-recipients/${crypto.randomUUID()}`),
  ]);
  t.same([again.statusCode, unknown.statusCode], [404, 404]);
});

t.test('when the call closes, the list is gone, also from the letters, and nothing more goes', async (t) => {
  const waits = (await write({ title: 'For sent' })).json<{ id: string }>().id;
  const { version, recipientsHash: seen } = await read(waits);
  const at = call.dates.closes_at;
  await call.setClock(at);
  const late = await event(waits, { type: 'send', version, seen });
  t.equal(late.statusCode, 409);
  t.match(late.body, 'Utlysningen er ikke åpen');
  const ticks = await Promise.all([applyDue({ db, log, config }, at), applyDue({ db, log, config }, at)]);
  t.ok(ticks.some(({ forgotten }) => forgotten > 0));
  t.same(await db.selectFrom('call_recipients').selectAll().execute(), []);
  t.same(
    await db.selectFrom('letter_batch_seen').selectAll().where('recipient_id', 'is not', null).execute(),
    [],
  );
  const left = JSON.stringify(await db.selectFrom('letters').selectAll().execute());
  for (const email of ['c@c.example', 'd@d.example', 'h@h.example']) t.notMatch(left, email);
  t.equal((await add('sen@sen.example')).statusCode, 409);
  t.equal((await secretary.get(`/sekretariat/${editionId}/utsendinger/${id}`)).statusCode, 200);
});
