/** Searching: a word on page 7 is found by those who may read it, and by nobody else in any way (issue 3, must show 6). */
import { sql } from 'kysely';
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { dispatchEdition } from '../../../src/features/editions/flow.ts';
import { readDocument } from '../../../src/features/reading/commands.ts';
import { search } from '../../../src/features/reading/queries-search.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { filler, pagedPdf, textDocx } from '../../helpers/documents.ts';
import { plannedYear } from '../../helpers/year.ts';

const base = await playground(t);
const { db, files, clock } = base.services;
const year = await plannedYear(db);
const dates = await db.selectFrom('editions').selectAll().where('id', '=', year.id).executeTakeFirstOrThrow();
await year.send('secretary', addDays(dates.opens_at, -7), 'announce');
await base.setClock(addDays(dates.opens_at, 10));
const secretary = await base.as('secretary@example.no');
const [juror, other, third] = [
  await base.as('juror@example.no'),
  await base.as('other@example.no'),
  await base.as('third@example.no'),
];
const leader = await base.as('leader@example.no');
const kari = await base.as('kari@eigersund.example');
const voss = await base.as('mari@voss.example');

async function draft(person: Client, organisation: string, answer: string): Promise<string> {
  const { id } = (
    await person.post(`/api/v1/editions/${year.id}/nominations`, {
      kind: 'enterprise',
      organisation,
      language: 'nb',
    })
  ).json<{ id: string }>();
  const questions = await db
    .selectFrom('questions')
    .select(['id', 'kind'])
    .where('edition_id', '=', year.id)
    .where('kind', 'in', ['text', 'line', 'tick'])
    .execute();
  const answers = Object.fromEntries(
    questions.map(({ id: q, kind }) => [q, { value: kind === 'tick' ? 'yes' : answer, version: 0 }]),
  );
  const saved = await person.send('PATCH', `/api/v1/nominations/${id}/answers`, { answers });
  if (saved.statusCode !== 200) throw new Error(saved.body);
  return id;
}
async function upload(
  person: Client,
  id: string,
  name: string,
  content: Buffer,
  description = '',
): Promise<string> {
  const answered = await person.upload(`/api/v1/nominations/${id}/documents`, [{ name, content }], {
    description,
  });
  const { documents } = answered.json<{ documents: { id: string }[] }>();
  if (!documents?.[0]) throw new Error(answered.body);
  return documents[0].id;
}
const submit = async (person: Client, id: string) => {
  const { version } = await db
    .selectFrom('nominations')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const sent = await person.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version });
  if (sent.statusCode !== 200) throw new Error(sent.body);
};
interface Found {
  total: number;
  pages: number;
  hits: {
    kind: string;
    title: string;
    page: number | null;
    documentId: string | null;
    excerpt: { text: string; hit: boolean }[];
    nomination: { organisation: string };
  }[];
}
const find = async (person: Client, q: string, rest = ''): Promise<Found> => {
  const answered = await person.get(`/api/v1/search?q=${encodeURIComponent(q)}${rest}`);
  if (answered.statusCode !== 200) throw new Error(answered.body);
  return answered.json<Found>();
};
const hits = (found: Found) =>
  found.hits.flatMap(({ excerpt }) => excerpt.filter(({ hit }) => hit).map(({ text }) => text));

const eigersund = await draft(kari, 'Eigersund', 'Vi samtaler om verdighet. Kanarifuglsvar.');
const pages = Array.from({ length: 9 }, (_, i) => [
  ...filler(2),
  ...(i === 6 ? ['Her står refleksjonskanari og ingen andre steder.'] : []),
]);
const report = await upload(
  kari,
  eigersund,
  'Årsrapport_2026.pdf',
  await pagedPdf(pages),
  'Hva vi lærte av brukerne',
);
const vossId = await draft(voss, 'Voss', 'Vi på Voss snakkar om tenestene i kommunane våre.');
await upload(
  voss,
  vossId,
  'Plan.docx',
  textDocx('Plan for etikkrefleksjon', ['Kommunane møtest. Ikkje alle får det til.']),
);

t.test(
  'of a draft, its own people find every word, with document and page, and the secretariat none',
  async (t) => {
    t.equal((await find(kari, 'refleksjonskanari')).total, 0, 'not before it is read');
    await readDocument({ db, files, clock })({ documentId: report }, { attempt: 1, last: false });
    const found = await find(kari, 'refleksjonskanari');
    t.equal(found.total, 1);
    t.match(found.hits[0], {
      kind: 'page',
      title: 'Årsrapport_2026.pdf',
      page: 7,
      documentId: report,
      nomination: { organisation: 'Eigersund' },
    });
    t.same(hits(found), ['refleksjonskanari']);
    t.ok((await find(kari, 'kanarifuglsvar')).total > 5, 'in the answers as they stand');
    for (const person of [secretary, voss, juror, leader]) {
      t.equal((await find(person, 'refleksjonskanari')).total, 0);
      t.equal((await find(person, 'kanarifuglsvar')).total, 0);
    }
    t.equal((await base.anyone.get('/api/v1/search?q=refleksjonskanari')).statusCode, 401);
  },
);

t.test(
  'sent in, the secretariat finds it on page 7; another municipality and the jury still find nothing',
  async (t) => {
    await submit(kari, eigersund);
    await submit(voss, vossId);
    const found = await find(secretary, 'refleksjonskanari');
    t.equal(found.total, 1);
    t.match(found.hits[0], { page: 7, documentId: report });
    t.match(await find(secretary, 'kanarifuglsvar'), {
      hits: [{ kind: 'answer', page: null, documentId: null }],
    });
    for (const person of [voss, juror, leader]) t.equal((await find(person, 'refleksjonskanari')).total, 0);
  },
);

t.test('words are found in all their forms, also nynorsk, and as they are written', async (t) => {
  const organisations = async (q: string) => [
    ...new Set((await find(secretary, q)).hits.map(({ nomination }) => nomination.organisation)),
  ];
  t.same(await organisations('samtale'), ['Eigersund'], 'samtaler');
  t.same(await organisations('kommune'), ['Voss'], 'kommunane');
  t.same(await organisations('kommunane'), ['Voss']);
  t.same(await organisations('teneste'), ['Voss'], 'tenestene');
  t.same(await organisations('ikkje'), ['Voss'], 'words that the stems leave out');
  t.same(await organisations('etikk'), ['Voss'], 'the beginning of a compound');
  t.same(await organisations('"samtaler om verdighet"'), ['Eigersund'], 'a phrase');
  t.same(await organisations('"verdighet om samtaler"'), []);
  t.same(await organisations('kommunane -tenestene'), ['Voss'], 'only the document');
  t.same(
    (await find(secretary, 'årsrapport')).hits.map(({ kind }) => kind),
    ['file'],
    'the name of a file',
  );
  t.same(await organisations('lærte av brukerne'), ['Eigersund'], 'what a file is said to be');
});

t.test('what is no question is answered with nothing, never with an error', async (t) => {
  for (const q of [
    '',
    ' ',
    '"',
    "'",
    '\\',
    '&|!()',
    ':*',
    '<script>',
    '-',
    '\u0000'.repeat(3),
    'a'.repeat(200),
    '🕊️',
    "'; drop table people; --",
  ]) {
    const answered = await secretary.get(`/sok?${new URLSearchParams({ q })}`);
    t.equal(answered.statusCode, 200, JSON.stringify(q));
    t.notMatch(answered.body, '<script>alert');
  }
  t.equal((await secretary.get(`/api/v1/search?q=${'a'.repeat(201)}`)).statusCode, 422);
});

t.test('a juror finds it from the declaration on, and not when recused or undecided', async (t) => {
  await base.setClock(addDays(dates.closes_at, 1));
  await transact(db, { actor: systemActor, now: dates.closes_at, requestId: 'test' }, (unit) =>
    dispatchEdition(unit, { id: year.id, event: { type: 'close' } }),
  );
  for (const id of [eigersund, vossId]) {
    const { version } = await db
      .selectFrom('nominations')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    t.equal(
      (await secretary.post(`/api/v1/nominations/${id}/events`, { type: 'admit', version })).statusCode,
      200,
    );
  }
  await year.send('secretary', addDays(dates.closes_at, 1), 'startJudging');
  const silent = async (person: Client) => {
    const canaries = ['refleksjonskanari', 'kanarifuglsvar', 'årsrapport', 'Hva vi lærte'];
    for (const q of canaries) {
      t.same(await find(person, q), { total: 0, page: 1, pages: 0, hits: [] }, 'as for what does not exist');
      const [page, nonsense] = [
        await person.get(`/sok?${new URLSearchParams({ q })}`),
        await person.get('/sok?q=finnesikke'),
      ];
      const form = (word: string) => new URLSearchParams({ q: word }).toString().slice(2);
      const same = (body: string, word: string) => body.replaceAll(word, '…').replaceAll(form(word), '…');
      t.equal(
        same(page.body, q),
        same(nonsense.body, 'finnesikke'),
        'the page is the same, letter by letter',
      );
    }
    t.equal((await find(person, 'refleksjonskanari', `&nomination=${eigersund}`)).total, 0);
    t.equal((await find(person, 'refleksjonskanari', `&edition=${year.id}`)).total, 0);
    t.equal((await person.get(`/api/v1/documents/${report}/text`)).statusCode, 404);
  };
  await silent(juror);
  const declare = (person: Client, id: string, answer: string) =>
    person.post(`/api/v1/nominations/${id}/declarations`, {
      answer,
      ...(answer === 'connection' ? { grounds: ['H9'] } : {}),
    });
  for (const person of [juror, other, third]) await declare(person, vossId, 'none');
  await silent(juror); // one answer is still to be given
  await declare(juror, eigersund, 'none');
  await declare(other, eigersund, 'unsure');
  await declare(third, eigersund, 'connection');
  t.match(await find(juror, 'refleksjonskanari'), { total: 1, hits: [{ page: 7, documentId: report }] });
  t.equal((await juror.get(`/api/v1/documents/${report}/text`)).json<{ pages: unknown[] }>().pages.length, 9);
  await silent(other);
  await silent(third);
  await silent(voss);
  await silent(leader);
  t.ok((await find(third, 'kommunane')).total > 0, 'of the others they find as ever');
});

t.test('the search reads the same rows whatever one looks for: its time has nothing to tell', async (t) => {
  const personOf = async (email: string) =>
    db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
  const readFor = (email: string, q: string) =>
    db.transaction().execute(async (trx) => {
      const { id, name } = await personOf(email);
      const actor = { personId: id, name, email, lang: 'nb', via: 'session', roles: [] } as const;
      // Counts of this connection, this transaction's included.
      const counted = async () => {
        const { rows } = await sql<{ read: string }>`
            select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as read from pg_stat_xact_user_tables
            where relname in ('document_pages', 'submission_words', 'answers')`.execute(trx);
        return Number(rows[0]?.read);
      };
      const before = await counted();
      await search(trx, { actor, now: addDays(dates.closes_at, 1) }, { q });
      return (await counted()) - before;
    });
  // So much that others wrote that the database would like to look for a rare word in all of it first.
  await sql`insert into documents (nomination_id, position, name, media_type, bytes, sha256, uploaded_by, uploaded_at)
    select nomination_id, 100 + n, 'Mye ' || n || '.pdf', media_type, bytes, sha256, uploaded_by, uploaded_at
    from documents, generate_series(1, 300) as n where id = ${report}`.execute(db);
  await sql`insert into document_texts select id, 'read', null, 10, 0, 1, uploaded_at from documents where name like 'Mye %'`.execute(
    db,
  );
  await sql`insert into document_pages (document_id, number, text, nodes, identity_numbers)
    select id, n, repeat('Vi øver på det vanskelige sammen. ', 40) || n, '[]', 0 from documents, generate_series(1, 10) as n where name like 'Mye %'`.execute(
    db,
  );
  // Statistics of what everybody wrote must not change the way either.
  await sql`analyze document_pages, submission_words, answers`.execute(db);
  for (const email of [
    'mari@voss.example',
    'other@example.no',
    'leader@example.no',
    'secretary@example.no',
  ]) {
    const counts = [];
    for (const q of ['refleksjonskanari', 'finnesikke', 'kanarifuglsvar', 'vanskelige'])
      counts.push(await readFor(email, q));
    t.equal(new Set(counts).size, 1, `${email}: ${counts.join(', ')}`);
  }
  t.equal(
    await readFor('leader@example.no', 'refleksjonskanari'),
    0,
    'who may read nothing has nothing read',
  );
  t.ok((await readFor('secretary@example.no', 'refleksjonskanari')) > 0);
});

t.test('what may not be opened is not found by anybody', async (t) => {
  const { sha256 } = await db
    .selectFrom('documents')
    .select('sha256')
    .where('id', '=', report)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('stored_files')
    .set({ scan: 'infected', scanned_at: dates.closes_at, finding: 'Test' })
    .where('sha256', '=', sha256)
    .execute();
  for (const person of [kari, secretary, juror]) {
    t.equal((await find(person, 'refleksjonskanari')).total, 0);
    t.equal((await find(person, 'årsrapport')).total, 0);
    t.not((await person.get(`/api/v1/documents/${report}/text`)).statusCode, 200);
  }
});

t.test('a zero byte is no word: it is refused, and is no fault of ours', async (t) => {
  for (const address of [
    '/sok?q=%00',
    '/api/v1/search?q=a%00b',
    '/api/v1/municipalities?q=%00',
    '/api/v1/search?q=x&edition=%00',
  ]) {
    const { statusCode } = await secretary.get(address);
    t.ok(statusCode < 500, `${address}: ${statusCode}`);
  }
});

t.test('nothing went wrong inside', async (t) => t.same(base.errors, []));
