/** Uploads that are cut and go on: three times cut, whole in the end; refused, foreign and forgotten ones leave nothing. */
import { createHash } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import t from 'tap';
import { Upload } from 'tus-js-client';
import { sweepStore } from '../../../src/features/documents/sweeping.ts';
import { addDays, realNow } from '../../../src/platform/clock.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { pdfOfSize } from '../../helpers/made-files.ts';
import { plannedYear } from '../../helpers/year.ts';

const base = await playground(t);
const { services } = base;
const { db } = services;
const year = await plannedYear(db);
const { opens_at, closes_at } = await db
  .selectFrom('editions')
  .select(['opens_at', 'closes_at'])
  .executeTakeFirstOrThrow();
await year.send('secretary', addDays(opens_at, -7), 'announce');
await base.setClock(addDays(opens_at, 10));
const origin = await base.app.listen({ port: 0, host: '127.0.0.1' });
const kari = await base.as('kari@eigersund.example');
const body = { kind: 'enterprise', organisation: 'Virksomhet', language: 'nb' };
const { id } = (await kari.post(`/api/v1/editions/${year.id}/nominations`, body)).json<{ id: string }>();
const endpoint = `${origin}/api/v1/nominations/${id}/uploads`;
const left = () => readdir(path.join(base.folder, 'resumable')).catch(() => []);
const rows = () => db.selectFrom('documents').selectAll().where('nomination_id', '=', id).execute();

/** Sends a file with the protocol's own client and cuts it at each of `cuts` bytes. Resolves with the last answer. */
function send(content: Buffer, name: string, cuts: readonly number[] = [], who: Client = kari) {
  const waiting = [...cuts];
  return new Promise<{ status: number; body: string; cut: number }>((resolve, reject) => {
    const upload: Upload = new Upload(content, {
      endpoint,
      headers: who.headers,
      metadata: { filename: name, description: 'Sendt i biter' },
      chunkSize: 300_000,
      retryDelays: null,
      onProgress(sent) {
        if (waiting[0] === undefined || sent < waiting[0]) return;
        waiting.shift();
        void upload.abort().then(() => setTimeout(() => upload.start(), 100));
      },
      onSuccess: ({ lastResponse }) =>
        resolve({
          status: lastResponse.getStatus(),
          body: lastResponse.getBody(),
          cut: cuts.length - waiting.length,
        }),
      onError(error) {
        const answer = 'originalResponse' in error ? error.originalResponse : null;
        if (answer)
          resolve({ status: answer.getStatus(), body: answer.getBody(), cut: cuts.length - waiting.length });
        else reject(error);
      },
    });
    upload.start();
  });
}

t.test('cut three times it arrives whole, with the same hash', async (t) => {
  const content = await pdfOfSize(3_000_000, 7);
  const answer = await send(content, 'Årsmelding.pdf', [400_000, 1_300_000, 2_500_000]);
  t.same([answer.status, answer.cut], [200, 3], answer.body);
  const sha256 = createHash('sha256').update(content).digest('hex');
  t.match(JSON.parse(answer.body), {
    name: 'Årsmelding.pdf',
    description: 'Sendt i biter',
    sha256,
    bytes: 3_000_000,
  });
  t.match(await rows(), [{ sha256 }]);
  t.same((await kari.get(`/api/v1/documents/${JSON.parse(answer.body).id}`)).rawPayload, content);
  t.same(await left(), []);
});

t.test('a socket that dies in the middle of a piece loses only what had not arrived', async (t) => {
  const content = await pdfOfSize(2_000_000, 8);
  const begun = await fetch(endpoint, {
    method: 'POST',
    headers: {
      ...kari.headers,
      'tus-resumable': '1.0.0',
      'upload-length': String(content.length),
      'upload-metadata': `filename ${Buffer.from('Kuttet.pdf').toString('base64')}`,
    },
  });
  t.equal(begun.status, 201, await begun.text());
  const address = new URL(begun.headers.get('location') ?? '', origin).href;
  const offset = async () =>
    Number(
      (
        await fetch(address, { method: 'HEAD', headers: { ...kari.headers, 'tus-resumable': '1.0.0' } })
      ).headers.get('upload-offset'),
    );
  const patch = (from: number, piece: unknown, signal?: AbortSignal) =>
    fetch(address, {
      method: 'PATCH',
      headers: {
        ...kari.headers,
        'tus-resumable': '1.0.0',
        'upload-offset': String(from),
        'content-type': 'application/offset+octet-stream',
      },
      body: piece,
      duplex: 'half',
      ...(signal && { signal }),
    } as RequestInit);
  for (const share of [0.3, 0.6, 0.8]) {
    const from = await offset();
    const stop = new AbortController();
    const slow = new ReadableStream({
      async start(controller) {
        controller.enqueue(content.subarray(from, Math.floor(content.length * share)));
        for (let i = 0; i < 100 && (await offset()) === from; i++)
          await new Promise((done) => setTimeout(done, 30));
        stop.abort();
      },
    });
    await patch(from, slow, stop.signal).catch(() => {});
  }
  const from = await offset();
  t.ok(from > 0 && from < content.length, `${from} bytes had arrived`);
  t.same((await rows()).length, 1, 'nobody’s document yet');
  const stranger = await base.as('stranger@example.no');
  t.equal(
    (await fetch(address, { method: 'HEAD', headers: { ...stranger.headers, 'tus-resumable': '1.0.0' } }))
      .status,
    404,
  );
  const answer = await patch(from, content.subarray(from));
  t.equal(answer.status, 200);
  t.match(await answer.json(), { sha256: createHash('sha256').update(content).digest('hex') });
});

t.test(
  'what is refused says why and leaves nothing; too long, too late and foreign are refused before a byte',
  async (t) => {
    const before = (await rows()).length;
    const html = await send(Buffer.from('<!doctype html><p>'.padEnd(5000)), 'side.html');
    t.match([html.status, JSON.parse(html.body).type], [415, /document\/web-page$/]);
    t.equal((await send(Buffer.alloc(30_000_000), 'stor.pdf')).status, 413);
    t.equal(
      (await send(await pdfOfSize(50_000), 'x.pdf', [], await base.as('stranger@example.no'))).status,
      404,
    );
    await base.setClock(closes_at);
    t.equal((await send(await pdfOfSize(50_000), 'sent.pdf')).status, 409);
    await base.setClock(addDays(opens_at, 10));
    t.equal((await rows()).length, before);
    t.same(await left(), []);
  },
);

t.test('what is never finished is swept away after a day', async (t) => {
  await fetch(endpoint, {
    method: 'POST',
    headers: { ...kari.headers, 'tus-resumable': '1.0.0', 'upload-length': '1000' },
  });
  const names = await left();
  t.ok(names.length > 0);
  await sweepStore(services);
  t.same(await left(), names, 'not yet');
  const old = realNow().getTime() / 1000 - 90_000;
  for (const name of names) await utimes(path.join(base.folder, 'resumable', name), old, old);
  await sweepStore(services);
  t.same(await left(), []);
  t.same(base.errors, []);
});
