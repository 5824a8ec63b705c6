/** Reading the text of documents: by the job, within limits, and before anything is accepted. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { enqueueUnread, readDocument, readDocumentTask } from '../../../src/features/reading/commands.ts';
import { extractText } from '../../../src/features/reading/extract.ts';
import { DOCX, LIMITS, ODT, PDF } from '../../../src/features/reading/schema.ts';
import { textPdf } from '../../../src/features/seed/pdf.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { openPool } from '../../../src/platform/db/open.ts';
import { appRole } from '../../../src/platform/db/roles.ts';
import { startWorker } from '../../../src/platform/jobs/worker.ts';
import { plainText } from '../../../src/ui/document-text.ts';
import { joinCluster } from '../../helpers/cluster.ts';
import { playground, type Client, type UploadedFile } from '../../helpers/client.ts';
import { filler, pagedPdf, textDocx, textOdt } from '../../helpers/documents.ts';
import { taken } from '../../helpers/samples.ts';
import { plannedYear } from '../../helpers/year.ts';

const base = await playground(t);
const { db, files, clock, log } = base.services;
const year = await plannedYear(db);
const dates = await db.selectFrom('editions').selectAll().where('id', '=', year.id).executeTakeFirstOrThrow();
await year.send('secretary', addDays(dates.opens_at, -7), 'announce');
await base.setClock(addDays(dates.opens_at, 10));
const kari = await base.as('kari@eigersund.example');
/** A synthetic number: 80 is added to the month, so that it can be nobody's. */
const number = '01819012608';
const spaced = '01 81 90 126 08';

let drafts = 0;
/** A draft with every question answered. */
async function draft(person: Client = kari): Promise<string> {
  const { id } = (
    await person.post(`/api/v1/editions/${year.id}/nominations`, {
      kind: 'enterprise',
      organisation: `Virksomhet ${++drafts}`,
      language: 'nb',
    })
  ).json<{ id: string }>();
  const questions = await db
    .selectFrom('questions')
    .select(['id', 'kind'])
    .where('edition_id', '=', year.id)
    .execute();
  await answer(
    id,
    Object.fromEntries(
      questions.map(({ id: question, kind }) => [question, kind === 'tick' ? 'yes' : 'Vi øver.']),
    ),
  );
  return id;
}
async function answer(id: string, values: Record<string, string>): Promise<void> {
  for (const [question, value] of Object.entries(values)) {
    const { version } = (await db
      .selectFrom('answers')
      .select('version')
      .where('nomination_id', '=', id)
      .where('question_id', '=', question)
      .executeTakeFirst()) ?? { version: 0 };
    const saved = await kari.send('PATCH', `/api/v1/nominations/${id}/answers`, {
      answers: { [question]: { value, version } },
    });
    if (saved.statusCode !== 200) throw new Error(saved.body);
  }
}
async function upload(id: string, ...given: UploadedFile[]): Promise<string[]> {
  const answered = await kari.upload(`/api/v1/nominations/${id}/documents`, given);
  const { documents } = answered.json<{ documents: { id: string }[] }>();
  if (documents?.length !== given.length) throw new Error(answered.body);
  return documents.map((each) => each.id);
}
const submit = async (id: string) => {
  const { version } = await db
    .selectFrom('nominations')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return kari.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version });
};
const textOf = async (id: string) => ({
  ...(await db.selectFrom('document_texts').selectAll().where('document_id', '=', id).executeTakeFirst()),
  texts: (
    await db
      .selectFrom('document_pages')
      .selectAll()
      .where('document_id', '=', id)
      .orderBy('number')
      .execute()
  ).map(({ text }) => text),
});
const job = (id: string) =>
  readDocument({ db, files, clock })({ documentId: id }, { attempt: 1, last: false });

t.test('a PDF is read page by page, as paragraphs, with words whole that a line divided', async (t) => {
  const pages = await pagedPdf([
    ['Innledning om etikk.', ...filler(3)],
    'Bare ett ord: refleksjonsgruppe.',
    'Til slutt.',
  ]);
  const found = await extractText(pages, PDF);
  t.equal(found.state, 'read');
  t.equal(found.pages.length, 3);
  t.match(found.pages[1]?.text, 'refleksjonsgruppe');
  t.equal(found.pages[0]?.nodes[0]?.tag, 'h1', 'the large line is a heading');
  t.equal(found.pages[0]?.nodes.filter(({ tag }) => tag === 'p').length, 4);
  t.notMatch(
    found.pages[0]?.nodes.map((node) => plainText([node])).join('|'),
    '\n',
    'lines are put together',
  );
});

t.test('Word and OpenDocument are read as headings and paragraphs, in parts', async (t) => {
  const long = filler(60);
  for (const [kind, content] of [
    [DOCX, textDocx('Plan <for> året', ['Fire møter & ett til.', ...long])],
    [ODT, textOdt('Plan <for> året', ['Fire møter & ett til.', ...long])],
  ] as const) {
    const found = await extractText(content, kind);
    t.equal(found.state, 'read', kind);
    t.ok(found.pages.length > 1, 'long texts are cut into parts');
    t.match(found.pages[0]?.text, 'Plan <for> året\nFire møter & ett til.');
    t.match(found.pages.at(-1)?.text, 'Avsnitt 60.');
  }
});

t.test('what is damaged, empty or without end is said to be so, and harms nobody', async (t) => {
  t.match(await extractText(Buffer.from('%PDF-1.7 no more'), PDF), { state: 'unreadable', fault: 'damaged' });
  t.match(await extractText(taken.docx.content.subarray(0, 200), DOCX), {
    state: 'unreadable',
    fault: 'damaged',
  });
  t.match(await extractText(textOdt('', []), ODT), { state: 'empty', fault: null });
  const long = textPdf(
    'Lang',
    Array.from({ length: 4000 }, () => 'ord '.repeat(60)),
  );
  t.match(await extractText(long, PDF, { ...LIMITS, milliseconds: 600 }), { fault: 'time' });
  const some = await extractText(long, PDF, { ...LIMITS, pages: 3 });
  t.match(some, { state: 'partly', fault: 'size' });
  t.equal(some.pages.length, 3);
  const little = { ...LIMITS, bytes: 12_000_000 };
  t.match(
    await extractText(taken.pdf.content, PDF, little),
    { state: 'unreadable', fault: 'memory' },
    'its heap',
  );
  const buffers = Buffer.concat([taken.pdf.content, Buffer.alloc(60_000_000, ' ')]);
  t.match(
    await extractText(buffers, PDF, { ...LIMITS, bytes: 55_000_000 }),
    { fault: 'memory' },
    'and its buffers',
  );
  t.match(await extractText(taken.pdf.content, PDF), { state: 'read' }, 'and the next is read as ever');
});

t.test('what is no text of the kinds we know never becomes markup', async (t) => {
  const { cleaned } = await import('../../../src/features/reading/thread/docx.ts');
  const nodes = cleaned(
    '<p onclick="x">Hei <script>alert(1)</script><a href="javascript:alert(1)">her</a> <a href="https://ks.no/a">der</a><iframe src="x"></iframe></p><style>p{}</style>',
  );
  t.same(nodes, [
    {
      tag: 'p',
      children: [
        'Hei ',
        'alert(1)',
        { tag: 'a', children: ['her'] },
        ' ',
        { tag: 'a', children: ['der'], href: 'https://ks.no/a' },
      ],
    },
    { tag: 'p', children: ['p{}'] },
  ]);
});

t.test(
  'after the upload every document waits for its reader, once; done twice it leaves the same',
  async (t) => {
    const id = await draft();
    const [pdf, picture] = (await upload(
      id,
      { name: 'Plan.pdf', content: await pagedPdf(['En.', 'To.']) },
      taken.png,
    )) as [string, string];
    await enqueueUnread(db);
    await enqueueUnread(db);
    const waiting = async () =>
      (
        await sql<{
          key: string;
        }>`select key from graphile_worker.jobs where key like ${`${readDocumentTask}:%`}`.execute(db)
      ).rows.map(({ key }) => key.split(':')[1]);
    t.same((await waiting()).filter((one) => one === pdf).length, 1);
    await Promise.all([job(pdf), job(pdf), job(picture)]);
    await job(pdf);
    t.match(await textOf(pdf), { state: 'read', pages: 2, texts: [/En\./, /To\./] });
    t.match(await textOf(picture), { state: 'empty', pages: 0, texts: [] });
    await db.deleteFrom('document_texts').where('document_id', '=', pdf).execute();
    const pool = openPool(
      (await joinCluster())(
        appRole,
        (await sql<{ name: string }>`select current_database() as name`.execute(db)).rows[0]!.name,
      ),
      { poolSize: 3 },
    );
    const worker = await startWorker({
      pool,
      log,
      tasks: { [readDocumentTask]: readDocument({ db, files, clock }) },
    });
    t.teardown(async () => {
      await worker.stop();
      await pool.end();
    });
    while ((await textOf(pdf)).state === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    t.match(await textOf(pdf), { state: 'read', pages: 2 }, 'a real worker takes it from the queue');
  },
);

t.test('a document that is removed takes its text with it; one that is lost says so', async (t) => {
  const id = await draft();
  const [gone, lost] = (await upload(
    id,
    { name: 'A.pdf', content: textPdf('A', ['a']) },
    { name: 'B.pdf', content: textPdf('B', ['b']) },
  )) as [string, string];
  await job(gone);
  await kari.send('DELETE', `/api/v1/documents/${gone}`);
  t.same((await textOf(gone)).texts, []);
  await job(gone); // comes too late, and does nothing
  const { sha256 } = await db
    .selectFrom('documents')
    .select('sha256')
    .where('id', '=', lost)
    .executeTakeFirstOrThrow();
  await rm(path.join(base.folder, 'sha256', sha256.slice(0, 2), sha256));
  await job(lost);
  t.match(await textOf(lost), { state: 'unreadable', fault: 'lost' });
});

t.test(
  'an identity number in a document that nobody has read yet stops the application at the file and page (GDPR-1)',
  async (t) => {
    const id = await draft();
    const [document] = (await upload(id, {
      name: 'Rapport.pdf',
      content: await pagedPdf(['Ingen her.', ['Hei.', `Bruker ${spaced} var med.`], number]),
    })) as [string];
    const refused = await submit(id);
    t.equal(refused.statusCode, 409, refused.body);
    const { errors } = refused.json<{ errors: { requirement: string; message: string }[] }>();
    t.same(
      errors.map(({ requirement }) => requirement),
      ['noIdentityNumbers'],
    );
    t.match(errors[0]?.message, 'i vedlegget «Rapport.pdf», side 2 og 3');
    t.notMatch(refused.body, /12608|126 08/, 'the number itself is not repeated');
    const page = await kari.get(`/soknad/${id}/send-inn`);
    t.match(page.body, 'Ta bort fødselsnummeret i vedlegget «Rapport.pdf», side 2 og 3');
    t.notMatch(page.body, />Send inn søknaden</, 'there is no button while it stands there');
    await kari.send('DELETE', `/api/v1/documents/${document}`);
    t.equal((await submit(id)).statusCode, 200);
  },
);

t.test('…in Word and OpenDocument, also outside of the text', async (t) => {
  const header = textDocx('Plan', ['Ingenting.']);
  for (const [name, content, where] of [
    ['Plan.docx', textDocx('Plan', ['Hei', `Født ${spaced}.`]), 'side 1'],
    ['Plan.odt', textOdt('Plan', [`Født ${spaced}.`]), 'side 1'],
    ['Egenskaper.pdf', await pagedPdf(['Ingenting.'], { author: `Ola ${number}` }), 'utenfor selve teksten'],
  ] as const) {
    const id = await draft();
    await upload(id, { name, content });
    const refused = await submit(id);
    t.equal(refused.statusCode, 409, name);
    t.match(refused.body, where, name);
  }
  t.equal((await extractText(header, DOCX)).identityNumbersBesides, 0);
});

t.test(
  '…in an answer, in what a file is called and said to be, and in the name of who applies',
  async (t) => {
    const id = await draft();
    const [question] = await db
      .selectFrom('questions')
      .selectAll()
      .where('edition_id', '=', year.id)
      .where('kind', '=', 'text')
      .execute();
    await answer(id, { [question!.id]: `Hun (${spaced}) sa ja.` });
    const [document] = (await upload(id, { name: `${number}.pdf`, content: taken.pdf.content })) as [string];
    const refused = await submit(id);
    const label = (question!.texts as { nb: { label: string } }).nb.label;
    t.match(refused.json<{ errors: { message: string }[] }>().errors[0]?.message, `i svaret på «${label}»`);
    t.match(refused.body, '«018190•••••.pdf»');
    const [, field = ''] =
      /href="([^"]*\/del\/[^"]*)">Ta bort fødselsnummeret i svaret/.exec(
        (await kari.get(`/soknad/${id}/send-inn`)).body,
      ) ?? [];
    t.match(
      (await kari.get(field.split('#')[0] ?? '')).body,
      'Ta bort fødselsnummeret. Ingen skal kunne kjennes igjen.',
      'and the field itself says so',
    );

    t.notMatch(refused.body, '12608');
    await answer(id, { [question!.id]: 'Hun sa ja.' });
    await kari.send('DELETE', `/api/v1/documents/${document}`);
    const [described] = (await upload(id, taken.pdf)) as [string];
    await kari.send('PATCH', `/api/v1/documents/${described}`, { description: `Om ${number}` });
    t.match((await submit(id)).body, 'beskrivelsen av vedlegget «Årsrapport.pdf»');
    await kari.send('PATCH', `/api/v1/documents/${described}`, { description: 'Om oss' });
    await db
      .updateTable('nominations')
      .set({ unit_name: `Avdeling ${number}` })
      .where('id', '=', id)
      .execute();
    t.match((await submit(id)).body, 'i navnet på søkeren');
  },
);

t.test('…and never gets into the name of an applicant to begin with', async (t) => {
  const refused = await kari.post(`/api/v1/editions/${year.id}/nominations`, {
    kind: 'enterprise',
    organisation: 'Virksomhet',
    unit: `Ola ${number}`,
    language: 'nb',
  });
  t.equal(refused.statusCode, 422);
  t.match(refused.json(), {
    errors: [{ field: 'unit', message: 'Ta bort fødselsnummeret. Ingen skal kunne kjennes igjen.' }],
  });
  t.notMatch(refused.body, number);
});

t.test('…nor later, nor into what others read before anything is sent in', async (t) => {
  const id = await draft();
  const unit = { version: 0, unit: `Ola ${number}` };
  const begun = `/api/v1/editions/${year.id}/join-requests`;
  const join = { kind: 'enterprise', organisation: 'Virksomhet' };
  for (const [field, answer] of [
    ['unit', await kari.send('PUT', `/api/v1/nominations/${id}/organisation`, unit)],
    ['message', await kari.post(begun, { ...join, message: `Jeg er ${spaced}.` })],
    ['organisation', await kari.post(begun, { ...join, organisation: number })],
  ] as const) {
    t.match([answer.statusCode, answer.json()], [422, { errors: [{ field }] }], field);
    t.notMatch(answer.body, /12608|126 08/);
  }
  for (const [page, form] of [
    [`/soknad/${id}/soker`, unit],
    ['/soknad/bli-med', { ...join, message: `Jeg er ${spaced}.` }],
  ] as const) {
    const answer = await kari.post(page, form);
    t.equal(answer.statusCode, 422, page);
    t.match(answer.body, 'Ta bort fødselsnummeret. Ingen skal kunne kjennes igjen.', page);
    t.match(answer.body, /126 ?08/, 'what was typed is there to be mended');
  }
  const { unit_name } = await db
    .selectFrom('nominations')
    .select('unit_name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  t.equal(unit_name, '');
  t.same(await db.selectFrom('join_requests').selectAll().execute(), []);
});

t.test('somebody else who tries to send it in causes no reading, and learns nothing', async (t) => {
  const id = await draft();
  const [document] = (await upload(id, { name: 'Plan.pdf', content: textPdf('Plan', ['x']) })) as [string];
  const stranger = await base.as('stranger@example.no');
  const answered = await stranger.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version: 0 });
  t.equal(answered.statusCode, 404);
  t.equal((await textOf(document)).state, undefined);
});

t.test('none of these numbers comes into the log, at any level (GDPR-1)', async (t) => {
  log.level = 'trace';
  base.errors.length = 0;
  const id = await draft();
  const [question] = await db
    .selectFrom('questions')
    .select('id')
    .where('edition_id', '=', year.id)
    .where('kind', '=', 'text')
    .execute();
  await answer(id, { [question!.id]: `Nummer ${number}` });
  await upload(id, { name: `Hei ${number}.pdf`, content: await pagedPdf([number]) });
  await submit(id);
  await kari.get(`/soknad/${id}/send-inn`);
  await kari.get(`/sok?q=${number}`);
  await kari.get(`/api/v1/search?q=${number}`);
  log.level = 'error';
  const lines = base.errors.splice(0);
  t.ok(lines.length > 5, `${lines.length} lines were written`);
  t.same(
    lines.filter((line) => line.includes('12608')),
    [],
  );
});

t.test('nothing went wrong inside', async (t) => t.same(base.errors, []));
