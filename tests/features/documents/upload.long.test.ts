/** Documents: streamed, judged by content, downloaded by right; what is refused or cut leaves nothing. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import t from 'tap';
import { attachment, safeName, uniqueName } from '../../../src/features/documents/names.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { multipart, playground, type Client } from '../../helpers/client.ts';
import { pdfOfSize, pngOf } from '../../helpers/made-files.ts';
import { taken } from '../../helpers/samples.ts';
import { plannedYear } from '../../helpers/year.ts';

const base = await playground(t);
const { db, files } = base.services;
const year = await plannedYear(db);
const edition = await db
  .selectFrom('editions')
  .selectAll()
  .where('id', '=', year.id)
  .executeTakeFirstOrThrow();
await db
  .updateTable('editions')
  .set({ documents_max: 4, document_bytes_max: 100_000 })
  .where('id', '=', year.id)
  .execute();
await year.send('secretary', addDays(edition.opens_at, -7), 'announce');
const during = addDays(edition.opens_at, 10);
await base.setClock(during);
const kari = await base.as('kari@eigersund.example');
const begin = `/api/v1/editions/${year.id}/nominations`;

let drafts = 0;
async function draft(person: Client): Promise<string> {
  const answer = await person.post(begin, {
    kind: 'enterprise',
    organisation: `Virksomhet ${++drafts}`,
    language: 'nb',
  });
  return answer.json<{ id: string }>().id;
}
const documents = (id: string) => `/api/v1/nominations/${id}/documents`;
const typeOf = (answer: { body: string }) =>
  (JSON.parse(answer.body) as { type: string }).type.split('/').at(-1);
/** Everything that lies in the store, half-written files too. */
async function stored(): Promise<string[]> {
  const entries = await readdir(base.folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}
const rows = (id: string) =>
  db
    .selectFrom('documents')
    .selectAll()
    .where('nomination_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute();

t.test('every type that is taken: stored under its hash, downloaded byte by byte', async (t) => {
  const id = await draft(kari);
  await db.updateTable('editions').set({ documents_max: 10 }).execute();
  const all = Object.values(taken);
  const answer = await kari.upload(documents(id), all, { description: 'Vedlagt' });
  await db.updateTable('editions').set({ documents_max: 4 }).execute();
  t.equal(answer.statusCode, 201, answer.body);
  const made = answer.json<{
    documents: { id: string; name: string; sha256: string; mediaType: string; description: string }[];
    refused: unknown[];
  }>();
  t.same(made.refused, []);
  for (const [i, document] of made.documents.entries()) {
    const sample = all[i] as (typeof all)[number];
    t.match(document, {
      name: sample.name,
      mediaType: sample.type,
      description: 'Vedlagt',
      sha256: createHash('sha256').update(sample.content).digest('hex'),
    });
    const down = await kari.get(`/api/v1/documents/${document.id}`);
    t.same(down.rawPayload, sample.content);
    t.match(down.headers, {
      'content-type': sample.type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': /sandbox/,
      'content-disposition': /^attachment; filename="/,
      'content-length': String(sample.content.length),
    });
  }
  t.match(
    (await kari.get(`/api/v1/documents/${made.documents[0]?.id}`)).headers['content-disposition'],
    `filename="Arsrapport.pdf"; filename*=UTF-8''%C3%85rsrapport.pdf`,
  );
});

t.test(
  'too big: refused while it streams, with and without Content-Length; the limit itself is fine',
  async (t) => {
    const id = await draft(kari);
    const before = await stored();
    const big = { name: 'stor.pdf', content: await pdfOfSize(100_001) };
    const over = await kari.upload(documents(id), [big]);
    t.match([over.statusCode, typeOf(over)], [413, 'too-large']);
    const { body, headers } = await multipart([big]);
    const chunked = await base.app.inject({
      method: 'POST',
      url: documents(id),
      headers: { ...kari.headers, ...headers },
      payload: Readable.from(slices(body)),
    });
    t.match([chunked.statusCode, typeOf(chunked)], [413, 'too-large']);
    t.same([await rows(id), await stored()], [[], before]);
    const exact = { name: 'akkurat.pdf', content: await pdfOfSize(100_000) };
    t.equal((await kari.upload(documents(id), [exact])).statusCode, 201);
  },
);

function* slices(body: Buffer) {
  for (let at = 0; at < body.length; at += 7000) yield body.subarray(at, at + 7000);
}

t.test(
  'one bad file does not take the good ones with it; more than the edition allows are refused',
  async (t) => {
    const id = await draft(kari);
    const mixed = await kari.upload(documents(id), [
      taken.pdf,
      { name: 'x.html', content: Buffer.from('<p>') },
      { name: 'stor.pdf', content: await pdfOfSize(150_000) },
      taken.png,
    ]);
    t.equal(mixed.statusCode, 201, mixed.body);
    t.same(
      mixed.json().documents.map(({ name }: { name: string }) => name),
      ['Årsrapport.pdf', 'figur.png'],
    );
    t.same(
      mixed.json().refused.map(({ title }: { title: string }) => title),
      ['En nettside eller tegning kan ikke brukes', 'Filen er for stor'],
    );
    const more = await kari.upload(documents(id), [taken.pdf, taken.pdf, taken.pdf]);
    t.same(
      more.json().documents.map(({ name }: { name: string }) => name),
      ['Årsrapport (2).pdf', 'Årsrapport (3).pdf'],
    );
    t.match(more.json().refused, [{ detail: /inntil 4 vedlegg/ }]);
    const full = await kari.upload(documents(id), [taken.docx]);
    t.match([full.statusCode, typeOf(full)], [409, 'too-many']);
    t.equal((await rows(id)).length, 4);
  },
);

t.test('a request without a file says so', async (t) => {
  const id = await draft(kari);
  const empty = await kari.upload(documents(id), [], { description: 'x' });
  t.match([empty.statusCode, typeOf(empty)], [422, 'missing-file']);
  const unnamed = await kari.upload(documents(id), [{ name: '', content: Buffer.alloc(0) }]);
  t.equal(typeOf(unnamed), 'missing-file');
  t.equal((await kari.post(documents(id), { a: 1 })).statusCode, 415);
});

t.test(
  'a stream that is cut in the middle leaves no row, no file and no half-written file, and can be sent again',
  async (t) => {
    const id = await draft(kari);
    const before = await stored();
    await base.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = base.app.server.address() as AddressInfo;
    const content = await pdfOfSize(90_000);
    const { body, headers } = await multipart([{ ...taken.docx }, { name: 'avbrutt.pdf', content }]);
    for (const cut of [200, 2000, 30_000, body.length - 20]) {
      const socket = net.connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.on('error', () => {});
      const head = [
        `POST ${documents(id)} HTTP/1.1`,
        'host: localhost',
        `authorization: ${kari.headers['authorization']}`,
        `content-type: ${headers['content-type']}`,
        `content-length: ${body.length}`,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      socket.write(body.subarray(0, cut));
      await sleep(150);
      socket.destroy();
      await sleep(250);
      t.same([await rows(id), await stored()], [[], before], `cut after ${cut} of ${body.length} bytes`);
    }
    t.equal((await kari.upload(documents(id), [{ name: 'avbrutt.pdf', content }])).statusCode, 201);
  },
);

t.test('order, description, removal; what was sent in stays with what was sent in', async (t) => {
  const id = await draft(kari);
  const made = (await kari.upload(documents(id), [taken.pdf, taken.docx])).json<{
    documents: { id: string; sha256: string }[];
  }>().documents;
  const [first, second] = made as [{ id: string; sha256: string }, { id: string; sha256: string }];
  t.equal(
    (await kari.send('PATCH', `/api/v1/documents/${second.id}`, { description: 'Planen vår' })).statusCode,
    204,
  );
  t.equal((await rows(id))[1]?.description, 'Planen vår');
  const { answers } = (await kari.get(`/api/v1/nominations/${id}`)).json();
  const changes = Object.fromEntries(
    answers.map((field: { id: string; kind: string }) => [
      field.id,
      { value: field.kind === 'tick' ? 'yes' : 'Vi øver.', version: 0 },
    ]),
  );
  await kari.send('PATCH', `/api/v1/nominations/${id}/answers`, { answers: changes });
  t.equal(
    (await kari.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version: 0 })).statusCode,
    200,
  );
  t.equal((await kari.send('DELETE', `/api/v1/documents/${first.id}`)).statusCode, 204);
  t.same(
    (await rows(id)).map((row) => row.id),
    [second.id],
  );
  t.equal((await kari.get(`/api/v1/documents/${first.id}`)).statusCode, 200, 'it belongs to the submission');
  const third = (await kari.upload(documents(id), [{ name: 'egen.png', content: pngOf(3, 7) }])).json()
    .documents[0];
  t.ok(await files.size(third.sha256));
  t.equal((await kari.send('DELETE', `/api/v1/documents/${third.id}`)).statusCode, 204);
  t.equal(await files.size(third.sha256), undefined, 'nobody refers to it');
  t.equal((await kari.get(`/api/v1/documents/${third.id}`)).statusCode, 404);
});

t.test(
  'who may download: the applicants theirs; the secretariat only what was sent in last; others nothing',
  async (t) => {
    const id = await draft(kari);
    const [early] = (await kari.upload(documents(id), [taken.pdf])).json().documents;
    const secretary = await base.as('secretary@example.no');
    const stranger = await base.as('stranger@example.no');
    const get = async (person: Client, document = early.id) =>
      (await person.get(`/api/v1/documents/${document}`)).statusCode;
    t.equal(await get(secretary), 404, 'a draft');
    const { answers } = (await kari.get(`/api/v1/nominations/${id}`)).json();
    await kari.send('PATCH', `/api/v1/nominations/${id}/answers`, {
      answers: Object.fromEntries(
        answers.map((field: { id: string; kind: string }) => [field.id, { value: 'yes', version: 0 }]),
      ),
    });
    await kari.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version: 0 });
    t.equal(await get(secretary), 200);
    const [later] = (await kari.upload(documents(id), [taken.docx])).json().documents;
    t.equal(await get(secretary, later.id), 404, 'not sent in yet');
    await kari.send('DELETE', `/api/v1/documents/${early.id}`);
    await kari.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version: 1 });
    t.same(
      [await get(secretary, early.id), await get(secretary, later.id)],
      [404, 200],
      'only those of the last submission',
    );
    t.same([await get(stranger), await get(base.anyone)], [404, 401]);
    const foreign = await stranger.get(`/api/v1/documents/${later.id}`);
    const unknown = await stranger.get('/api/v1/documents/018f0000-0000-7000-8000-000000000000');
    const plain = (body: string) => body.replace(/"requestId":"[^"]+"/, '');
    t.equal(plain(foreign.body), plain(unknown.body));
    t.equal((await secretary.send('DELETE', `/api/v1/documents/${later.id}`)).statusCode, 403);
  },
);

t.test('a file that is gone from the disk is told of as missing', async (t) => {
  const id = await draft(kari);
  const [document] = (
    await kari.upload(documents(id), [
      { ...taken.pdf, content: Buffer.concat([taken.pdf.content, Buffer.from('%borte')]) },
    ])
  ).json().documents;
  await rm((await stored()).find((file) => file.endsWith(document.sha256)) as string);
  const answer = await kari.get(`/api/v1/documents/${document.id}`);
  t.match([answer.statusCode, typeOf(answer)], [404, 'lost']);
});

t.test('names are reduced to what is safe, and keep their letters', async (t) => {
  t.equal(safeName('../../etc/passwd.pdf'), 'passwd.pdf');
  t.equal(safeName('C:\\Brukere\\Åse\\Søknad.pdf'), 'Søknad.pdf');
  t.equal(safeName('rapport\u202efdp.exe'), 'rapportfdp.exe');
  t.equal(safeName('A\u030arsplan.pdf'), 'Årsplan.pdf');
  t.equal(safeName('Kárášjohka – plan (1).pdf'), 'Kárášjohka – plan (1).pdf');
  t.equal(safeName('...'), 'vedlegg');
  t.equal(safeName(`${'x'.repeat(10_000)}.pdf`).length, 120);
  t.equal(uniqueName('Plan.pdf', ['plan.PDF', 'Plan (2).pdf']), 'Plan (3).pdf');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 160 }), (given) => {
      const name = safeName(given);
      return (
        name.length > 0 &&
        [...name].length <= 120 &&
        safeName(name) === name &&
        !/[/\\\p{Cc}<>:"|?*]/u.test(name) &&
        name !== '.' &&
        name !== '..'
      );
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
      const header = attachment(safeName(given));
      return (
        /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!~%'-]*$/.test(header) &&
        decodeURIComponent(header.split("''")[1] as string) === safeName(given)
      );
    }),
  );
});
