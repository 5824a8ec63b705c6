/** Two servers on one database and one store, asked in turn: what the one has taken, the other has (peers 50). */
import { createHash } from 'node:crypto';
import t from 'tap';
import { buildApp } from '../../../src/app.ts';
import { openCall } from '../../helpers/applying.ts';
import { multipart } from '../../helpers/client.ts';
import { pdfOfSize } from '../../helpers/made-files.ts';
import { taken } from '../../helpers/samples.ts';

const call = await openCall(t);
const other = await buildApp(call.services);
t.teardown(() => other.close());
await other.ready();
const origins = await Promise.all([call.app, other].map((app) => app.listen({ port: 0, host: '127.0.0.1' })));
const kari = await call.as('kari@eigersund.example');
let asked = 0;
/** Each request goes to the other server than the one before it. */
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${origins[asked++ % 2]}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { ...kari.headers, ...(init.headers as Record<string, string>) },
  });
const json = (path: string, body: object, method = 'POST') =>
  ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

t.test('begun, written, attached, sent in and read: in turn', async (t) => {
  const begun = await json(`/api/v1/editions/${call.year.id}/nominations`, {
    kind: 'municipality',
    organisation: 'Eigersund',
    language: 'nb',
  });
  const { id, answers } = (await begun.json()) as {
    id: string;
    answers: { id: string; kind: string }[];
  };
  const changes = answers
    .filter(({ kind }) => ['tick', 'line', 'text'].includes(kind))
    .map(({ id: field, kind }) => [field, { value: kind === 'tick' ? 'yes' : 'Vi øver.', version: 0 }]);
  const saved = await json(
    `/api/v1/nominations/${id}/answers`,
    { answers: Object.fromEntries(changes) },
    'PATCH',
  );
  t.equal(saved.status, 200);
  const form = await multipart([taken.pdf, taken.docx]);
  const uploaded = await ask(`/api/v1/nominations/${id}/documents`, {
    method: 'POST',
    body: new Uint8Array(form.body),
    headers: form.headers,
  });
  t.equal(uploaded.status, 201);
  const { documents } = (await uploaded.json()) as { documents: { id: string; name: string }[] };
  for (const [i, { id: document }] of documents.entries()) {
    const down = Buffer.from(await (await ask(`/api/v1/documents/${document}`)).arrayBuffer());
    t.same(down, [taken.pdf, taken.docx][i]?.content, 'from the server that did not take it');
    await ask('/api/v1/health');
  }
  const sent = await json(`/api/v1/nominations/${id}/events`, { type: 'submit', version: 0 });
  t.equal(sent.status, 200, await sent.clone().text());
  const receipt = await ask(`/soknad/${id}/kvittering.json`);
  t.match(await receipt.text(), /Årsrapport\.pdf/, 'one name, as it was given');
  t.notMatch(documents.map(({ name }) => name).join(), /[0-9a-f]{16}/, 'no hash grows onto it');
});

t.test('an upload in pieces, each to the other server, arrives whole and once', async (t) => {
  const modum = await call.as('ola@modum.example');
  const { id } = await call.draft(modum, 'Modum');
  const content = await pdfOfSize(1_200_000, 5);
  const tus = { ...modum.headers, 'tus-resumable': '1.0.0' };
  const begun = await ask(`/api/v1/nominations/${id}/uploads`, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(content.length),
      'upload-metadata': `filename ${Buffer.from('Plan.pdf').toString('base64')}`,
    },
  });
  const address = begun.headers.get('location') ?? '';
  let last: Response | undefined;
  for (let at = 0; at < content.length; at += 200_000)
    last = await ask(address, {
      method: 'PATCH',
      headers: {
        ...tus,
        'upload-offset': String(at),
        'content-type': 'application/offset+octet-stream',
      },
      body: new Uint8Array(content.subarray(at, at + 200_000)),
    });
  t.equal(last?.status, 200);
  const sha256 = createHash('sha256').update(content).digest('hex');
  t.match(await last?.json(), { name: 'Plan.pdf', sha256 });
  const list = await ask(`/api/v1/nominations/${id}/documents`, { headers: modum.headers });
  t.match(await list.json(), { documents: [{ sha256 }] });
  t.same(call.errors, []);
});
