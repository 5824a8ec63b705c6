/** Returned for completion: what was asked for is open, and every other part is closed on every way in, and in the database. */
import { sql } from 'kysely';
import t from 'tap';
import type { NominationView } from '../../../src/features/nominations/representation.ts';
import { updateEdition } from '../../../src/features/editions/commands.ts';
import { addDays, instant } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import type { Client } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { pngOf } from '../../helpers/made-files.ts';

const call = await openCall(t, {}, (year) =>
  year.as('secretary', instant('2026-04-02T08:00:00Z'), (unit) =>
    updateEdition(unit, year.id, 0, { leaderApproval: 'link' }),
  ),
);
const { db } = call.services;
const secretary = await call.as('secretary@example.no');
const stranger = await call.as('fremmed@larvik.example');
const after = addDays(call.dates.closes_at, 1);
const dueAt = addDays(after, 5);
const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');
const picture = (width: number) => ({ name: `bilde ${width}.png`, content: pngOf(width, 7) });
const leader = { kind: 'leader', name: 'Lise Leder', title: 'Sjef', email: 'lise@eigersund.example' };
let made = 0;

/** An application that is sent in, with two documents, an earlier version of the first, and the deadline past. */
async function sentIn(kari: Client) {
  await call.setClock(call.during);
  const { id } = await call.draft(kari, `Virksomhet ${++made}`, { kind: 'enterprise' });
  await call.fillIn(kari, id, 'Først');
  await kari.post(`/api/v1/nominations/${id}/confirmations`, leader);
  const { documents } = (
    await kari.upload(`/api/v1/nominations/${id}/documents`, [picture(++made), picture(++made)])
  ).json<{ documents: { id: string }[] }>();
  await call.submit(kari, id);
  await call.setClock(after);
  const { answers = [] } = (await kari.get(`/api/v1/nominations/${id}`)).json<NominationView>();
  return { id, answers, documents: documents.map((each) => each.id) as [string, string] };
}
const send = (id: string, version: number, body: object, who = secretary) =>
  who.post(`/api/v1/nominations/${id}/events`, {
    type: 'return',
    version,
    reason: 'Nesten',
    dueAt: dueAt.toISOString(),
    ...body,
  });
const write = (kari: Client, id: string, fields: readonly { id: string; version: number }[], value: string) =>
  kari.send('PATCH', `/api/v1/nominations/${id}/answers`, {
    answers: Object.fromEntries(fields.map((field) => [field.id, { value, version: field.version }])),
  });
/** Everything of an application that could change, as it is stored. */
async function contentOf(id: string): Promise<unknown> {
  const { rows } = await sql`select
    (select jsonb_agg(a order by a.question_id) from answers a where a.nomination_id = n.id) as answers,
    (select jsonb_agg(d order by d.id) from documents d where d.nomination_id = n.id) as documents,
    (select jsonb_agg(c order by c.id) from confirmations c where c.nomination_id = n.id) as confirmations,
    n.organisation_number, n.unit_name, n.partners from nominations n where n.id = ${id}`.execute(db);
  return rows[0];
}

t.test('a closed part is refused on every way in, and nothing of it changes', async (t) => {
  const kari = await call.as('kari@eigersund.example');
  const { id, answers, documents } = await sentIn(kari);
  const [contact, about, first] = [answers[0]!, answers[1]!, answers[2]!];
  const table = answers.find(({ kind }) => kind === 'table')!;
  t.equal((await send(id, 1, { parts: [{ part: contact.id, note: 'Telefonnummer' }] })).statusCode, 200);
  const { revisions } = (await kari.get(`/api/v1/nominations/${id}/revisions`)).json<{
    revisions: { id: string; fields: string[] }[];
  }>();
  const revision = revisions.find(({ fields }) => fields.includes(about.id))!.id;
  const before = await contentOf(id);
  const api = `/api/v1/nominations/${id}`;
  const home = `/soknad/${id}`;
  const [one, two] = documents;
  const post = (url: string, body?: object) => () => kari.post(url, body);
  const refused: Record<string, () => Promise<{ statusCode: number; json(): unknown; body: string }>> = {
    'an answer': () => write(kari, id, [about], 'Endret'),
    'an open and a closed answer': () => write(kari, id, [contact, about], 'Endret'),
    'a table': () =>
      kari.send('PATCH', `${api}/answers`, {
        answers: { [table.id]: { value: '[{"department":"A"}]', version: table.version } },
      }),
    'a page of the form': post(`${home}/del/kriterier-1`, { [`a-${first.id}`]: 'x', [`v-${first.id}`]: '1' }),
    'the history': post(`${api}/revisions/${revision}/restore`, {
      versions: { [about.id]: about.version },
    }),
    'a file': () => kari.upload(`${api}/documents`, [picture(++made)]),
    'a file, by the page': () => kari.upload(`${home}/vedlegg`, [picture(++made)]),
    'a resumable file': () =>
      kari.post(`${api}/uploads`, undefined, { 'tus-resumable': '1.0.0', 'upload-length': '10' }),
    'another file in its place': () => kari.upload(`/api/v1/documents/${one}/replacement`, [picture(++made)]),
    'another file in its place, by the page': () =>
      kari.upload(`${home}/vedlegg/${one}/ny-fil`, [picture(++made)]),
    'a description': () => kari.send('PATCH', `/api/v1/documents/${one}`, { description: 'x' }),
    'a mark': () => kari.send('PATCH', `/api/v1/documents/${one}`, { withholdReason: 'x' }),
    'the order': () => kari.send('PATCH', `/api/v1/documents/${two}`, { position: 1 }),
    'a removal': () => kari.send('DELETE', `/api/v1/documents/${one}`),
    'an earlier version': post(`/api/v1/documents/${one}/restoration`),
    'a description, by the page': post(`${home}/vedlegg/${one}`, {
      do: 'change',
      [`description-${one}`]: 'x',
    }),
    'the order, by the page': post(`${home}/vedlegg/${two}`, { do: 'up' }),
    'a removal, by the page': post(`${home}/vedlegg/${one}`, { do: 'remove' }),
    'who applies': () => kari.send('PUT', `${api}/organisation`, { version: 2, unit: 'En annen' }),
    'who applies, by the page': post(`${home}/soker`, { version: 2, unit: 'En annen' }),
    'another leader': post(`${api}/confirmations`, { ...leader, email: 'ny@eigersund.example' }),
    'another leader, by the page': post(`${home}/bekreftelser`, {
      at: '0',
      kind: 'leader',
      'name-0': 'Ny',
      'email-0': 'ny@eigersund.example',
    }),
  };
  for (const [what, ask] of Object.entries(refused)) {
    const answer = await ask();
    t.equal(answer.statusCode, 409, what);
    const json = answer.body.startsWith('{');
    if (json) t.equal(problemOf(answer), 'nomination/part-closed', what);
    else t.match(answer.body, /Denne delen er låst/, what);
  }
  // A page with one open question takes no other.
  const unknown = await kari.post(`${home}/del/om`, { [`a-${about.id}`]: 'x', [`v-${about.id}`]: '1' });
  t.equal(unknown.statusCode, 422);
  const history = await kari.post(`${home}/historikk/${revision}`, {
    [`hent-${about.id}`]: 'yes',
    [`v-${about.id}`]: String(about.version),
  });
  t.equal(history.statusCode, 409);
  t.same(await contentOf(id), before, 'nothing has changed');

  await t.test('the applicant sees what is open first, and can read the rest', async (t) => {
    const overview = await kari.get(home);
    t.same(await htmlProblems(overview.body), []);
    const text = overview.body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    t.match(
      text,
      /Dette mangler.*Om dere.*«Kontaktperson»: Telefonnummer.*Resten av søknaden.*Vedlegg.*Låst/,
    );
    for (const page of ['vedlegg', 'soker', 'bekreftelser', 'del/kriterier-1', 'del/om', 'del/tall']) {
      const shown = await kari.get(`${home}/${page}`);
      t.equal(shown.statusCode, 200, page);
      if (page === 'soker') t.match(shown.body, /<dd[^>]*>Virksomhet \d+</, 'who applies can be read');
      t.match(shown.body, page === 'del/om' ? /Låste spørsmål i denne delen/ : /Denne delen er låst/, page);
      t.same(await htmlProblems(shown.body), [], page);
    }
    t.match((await kari.get(api)).json(), { returnParts: [{ part: contact.id, note: 'Telefonnummer' }] });
  });

  await t.test(
    'the letter names the parts and the deadline, and says nothing of what is missing',
    async (t) => {
      const letters = await db
        .selectFrom('letters')
        .select(['subject', 'body'])
        .where('nomination_id', '=', id)
        .where('template', '=', 'returned')
        .execute();
      t.equal(letters.length, 1);
      t.match(letters[0], { subject: /innen 2\d\. oktober 2026/, body: /– Kontaktperson\n/ });
      t.notMatch(letters[0]?.body, /Telefonnummer|Nesten/, 'links only (OFF-1)');
    },
  );

  await t.test('sent in again, with the earlier submission as it was', async (t) => {
    t.equal((await write(kari, id, [contact], 'Kari, 51 46 80 00')).statusCode, 200);
    t.equal((await kari.post(`${api}/events`, { type: 'submit', version: 2 })).statusCode, 200);
    const rows = await db
      .selectFrom('submissions')
      .select(['number', sql<string>`rendered -> 'answers' -> 0 ->> 'value'`.as('contact')])
      .where('nomination_id', '=', id)
      .orderBy('number')
      .execute();
    t.match(rows, [
      { number: 1, contact: /^Først/ },
      { number: 2, contact: 'Kari, 51 46 80 00' },
    ]);
  });

  await t.test(
    'returned for something else: now that is open, and what was open before is closed',
    async (t) => {
      t.equal((await send(id, 3, { parts: [{ part: 'documents', note: 'Planen' }] })).statusCode, 200);
      const closed = await write(kari, id, [{ ...contact, version: 2 }], 'Enda en gang');
      t.match([closed.statusCode, problemOf(closed)], [409, 'nomination/part-closed']);
      for (const document of documents)
        t.equal((await kari.send('DELETE', `/api/v1/documents/${document}`)).statusCode, 204);
      const asked = (await kari.get(`${home}/vedlegg`)).body;
      t.match(asked, 'Last opp det sekretariatet ber om.');
      t.notMatch(
        asked,
        /helt i orden å sende søknaden uten|Det er valgfritt/,
        'what is asked for is not optional',
      );
      t.equal((await kari.upload(`${api}/documents`, [picture(++made)])).statusCode, 201);
      // …and changed while it is out: for longer, and for the leader's confirmation as well.
      const more = {
        parts: [
          { part: 'documents', note: 'Planen' },
          { part: 'confirmations', note: 'En annen leder' },
        ],
      };
      t.equal((await send(id, 4, more)).statusCode, 200);
      t.equal((await kari.post(`${api}/confirmations`, leader)).statusCode, 200);
      t.equal((await kari.post(`${api}/events`, { type: 'submit', version: 5 })).statusCode, 200);
    },
  );
});

t.test('what is asked for must be parts of this application, each once and with a word', async (t) => {
  const kari = await call.as('kari@eigersund.example');
  const [mine, other] = [await sentIn(kari), await sentIn(kari)];
  const part = mine.answers[0]!.id;
  const note = 'Skriv mer';
  const wrong: [string, object[]][] = [
    ['no word', [{ part, note: '  ' }]],
    [
      'twice',
      [
        { part, note },
        { part, note },
      ],
    ],
    ['no part', [{ part: 'alt', note }]],
    ['an unknown question', [{ part: '00000000-0000-4000-8000-000000000000', note }]],
  ];
  for (const [what, parts] of wrong) {
    const answer = await send(mine.id, 1, { parts });
    t.match([answer.statusCode, problemOf(answer)], [422, 'request/invalid'], what);
  }
  const none = await send(mine.id, 1, { parts: [] });
  t.match([none.statusCode, none.json()], [409, { errors: [{ requirement: 'partsNamed' }] }]);
  for (const who of [kari, stranger]) {
    const answer = await send(mine.id, 1, { parts: [{ part, note }] }, who);
    t.equal(answer.statusCode, who === kari ? 403 : 404);
    t.equal((await who.get(`/sekretariat/soknad/${mine.id}/mangler`)).statusCode, who === kari ? 403 : 404);
  }
  t.same(
    await db
      .selectFrom('return_parts')
      .selectAll()
      .where('nomination_id', 'in', [mine.id, other.id])
      .execute(),
    [],
  );
});

t.test('the database refuses what the service would: answers, documents and who applies', async (t) => {
  const kari = await call.as('kari@eigersund.example');
  const { id, answers, documents } = await sentIn(kari);
  const [open, closed] = [answers[0]!, answers[1]!];
  t.equal((await send(id, 1, { parts: [{ part: open.id, note: 'Skriv mer' }] })).statusCode, 200);
  const refused: [string, ReturnType<typeof sql>][] = [
    [
      'an answer',
      sql`update answers set value = 'x' where nomination_id = ${id} and question_id = ${closed.id}`,
    ],
    [
      'a new answer',
      sql`insert into answers (nomination_id, question_id, value, updated_by, updated_at)
        select ${id}, q.id, 'x', n.created_by, ${after} from nominations n join questions q on q.edition_id = n.edition_id
        where n.id = ${id} and q.kind = 'table' limit 1`,
    ],
    ['a document', sql`update documents set description = 'x' where id = ${documents[0]}`],
    ['a removal', sql`delete from documents where id = ${documents[1]}`],
    [
      'a new document',
      sql`insert into documents (nomination_id, position, name, media_type, bytes, sha256, uploaded_by, uploaded_at)
        select nomination_id, 9, 'x', media_type, bytes, sha256, uploaded_by, uploaded_at from documents where id = ${documents[0]}`,
    ],
    ['who applies', sql`update nominations set unit_name = 'x' where id = ${id}`],
  ];
  for (const [what, statement] of refused)
    await t.rejects(statement.execute(db), { message: /closed/ }, what);
  await t.rejects(
    sql`update return_parts set question_id = ${closed.id} where nomination_id = ${id}`.execute(db),
    {
      message: /permission denied/,
    },
  );
  await sql`update answers set value = 'x' where nomination_id = ${id} and question_id = ${open.id}`.execute(
    db,
  );
});
