/** Uploads at their limits: the largest cut in the middle, many at the same moment, one that is under way when the deadline falls, and every declared type. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { checkStore } from '../../../src/features/documents/sweeping.ts';
import { instant } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import { multipart, type UploadedFile } from '../../helpers/client.ts';
import { pdfOfSize, pngOf } from '../../helpers/made-files.ts';
import { taken } from '../../helpers/samples.ts';

const call = await openCall(t);
const { db } = call.services;
await call.app.listen({ port: 0, host: '127.0.0.1' });
const { port } = call.app.server.address() as AddressInfo;
const kari = await call.as('kari@eigersund.example');
let drafts = 0;
const draft = async () => (await call.draft(kari, `Virksomhet ${++drafts}`, { kind: 'enterprise' })).id;
const documents = (id: string) => `/api/v1/nominations/${id}/documents`;
const rows = (id: string) =>
  db.selectFrom('documents').select(['name', 'sha256']).where('nomination_id', '=', id).execute();
/** Everything that lies in the store, half-written files too. */
const stored = async () =>
  (await readdir(call.folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
const problemOf = (body: string) => (JSON.parse(body) as { type: string }).type.split(':').at(-1);

/** A request of which a part is sent; what is left is sent, or the line is cut. */
async function begin(id: string, files: readonly UploadedFile[], share: number) {
  const { body, headers } = await multipart(files);
  const socket = net.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => {});
  let answer = '';
  socket.on('data', (piece) => (answer += piece.toString()));
  const head = [
    `POST ${documents(id)} HTTP/1.1`,
    'host: localhost',
    `authorization: ${kari.headers['authorization']}`,
    `content-type: ${headers['content-type']}`,
    `content-length: ${body.length}`,
    'connection: close',
  ];
  const at = Math.floor(body.length * share);
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await new Promise((done) => socket.write(body.subarray(0, at), done));
  return {
    cut: () => socket.destroy(),
    async finish() {
      socket.write(body.subarray(at));
      await once(socket, 'close');
      return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
    },
  };
}

t.test(
  '25 MB cut in the middle leaves nothing behind, and sent again it is there with the same hash (must show 2)',
  { timeout: 60_000 },
  async (t) => {
    const id = await draft();
    const before = await stored();
    const content = await pdfOfSize(25 * 1_048_576, 3);
    const half = await begin(id, [{ name: 'Stor.pdf', content }], 0.5);
    // It is being written: the cut comes while there is something to leave behind.
    for (let i = 0; i < 200 && (await stored()).length === before.length; i++) await sleep(25);
    t.equal((await stored()).length, before.length + 1, 'half of it lies there');
    half.cut();
    for (let i = 0; i < 200 && (await stored()).length > before.length; i++) await sleep(25);
    t.same([await rows(id), await stored()], [[], before]);
    const again = await begin(id, [{ name: 'Stor.pdf', content }], 1);
    t.equal(await again.finish(), 201);
    const sha256 = createHash('sha256').update(content).digest('hex');
    t.same(await rows(id), [{ name: 'Stor.pdf', sha256 }]);
    t.same(await stored(), [...before, sha256].toSorted());
  },
);

t.test(
  'twenty uploads at the same moment: as many as the year allows, and nothing of the others',
  async (t) => {
    const id = await draft();
    const before = await stored();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        kari.upload(documents(id), [{ name: 'Bilde.png', content: pngOf(200 + i, 5) }]),
      ),
    );
    const counts = Map.groupBy(answers, ({ statusCode }) => statusCode);
    t.same([counts.get(201)?.length, counts.get(409)?.length], [10, 10]);
    for (const { body } of counts.get(409) ?? []) t.equal(problemOf(body), 'document/too-many');
    const made = await rows(id);
    t.equal(made.length, 10);
    t.equal(new Set(made.map(({ name }) => name)).size, 10, 'each has a name of its own');
    t.same(await stored(), [...before, ...made.map(({ sha256 }) => sha256)].toSorted());
  },
);

t.test(
  'the same file taken away by one and brought by another at the same moment: never a row without it',
  async (t) => {
    const [one, two] = [await draft(), await draft()];
    for (let round = 0; round < 12; round++) {
      const file = { name: 'Felles.png', content: pngOf(300 + round, 5) };
      const [{ id: there }] = (await kari.upload(documents(one), [file])).json().documents;
      const [gone, brought] = await Promise.all([
        kari.send('DELETE', `/api/v1/documents/${there}`),
        kari.upload(documents(two), [file]),
      ]);
      t.equal(gone.statusCode, 204);
      if (brought.statusCode === 201) {
        const [{ id: mine }] = brought.json().documents;
        t.same((await kari.get(`/api/v1/documents/${mine}`)).rawPayload, file.content, `round ${round}`);
        await kari.send('DELETE', `/api/v1/documents/${mine}`);
      } else t.equal(problemOf(brought.body), 'document/interrupted', 'told, and to be sent again');
    }
    t.match(await checkStore(call.services), { ok: true, missing: [], orphans: [] });
  },
);

t.test(
  'what has begun to arrive before the deadline counts, however long it takes; what begins at the deadline does not (T12)',
  async (t) => {
    const id = await draft();
    const last = instant(call.dates.closes_at.getTime() - 1);
    await call.setClock(last);
    const slow = await begin(id, [{ ...taken.pdf, name: 'I tide.pdf' }], 0.4);
    await sleep(300);
    await call.setClock(call.dates.closes_at);
    const late = await begin(id, [{ ...taken.docx, name: 'For sent.docx' }], 0.4);
    t.equal(await late.finish(), 409);
    t.equal(await slow.finish(), 201);
    t.match(await rows(id), [{ name: 'I tide.pdf' }]);
    const { uploaded_at } = await db
      .selectFrom('documents')
      .select('uploaded_at')
      .where('nomination_id', '=', id)
      .executeTakeFirstOrThrow();
    t.same(uploaded_at, last, 'the time that stands there is when it began to arrive');
    await call.setClock(call.during);
  },
);

const declared = ['application/pdf', 'image/png', 'text/html'];

t.test(
  'twelve kinds of what a browser would run, each said to be three things: none comes in (peers 76)',
  async (t) => {
    const id = await draft();
    const payloads: Record<string, string> = {
      'side.html': '<!doctype html><script>alert(1)</script>',
      'side.xhtml': '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
      'tegning.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'data.xml': '<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
      'stil.xsl': '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"/>',
      'kode.js': 'alert(1)',
      'modul.mjs': 'export default alert(1)',
      'side.mht': 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>',
      'program.hta': '<hta:application/><script>alert(1)</script>',
      'bilde.gif': 'GIF89a/*<svg onload=alert(1)>*/=1',
      'film.swf': 'CWS\u000a',
      'skript.sh': '#!/bin/sh\nid',
    };
    for (const [name, text] of Object.entries(payloads))
      for (const type of declared) {
        for (const given of [name, name.replace(/\.\w+$/, '.pdf')]) {
          const file = { name: given, content: Buffer.from(text), type };
          const answer = await kari.upload(documents(id), [file]);
          t.ok([415, 422].includes(answer.statusCode), `${given} as ${type}: ${answer.statusCode}`);
          t.match(problemOf(answer.body), /^document\//);
        }
      }
    t.same(await rows(id), []);
  },
);

t.test('what is taken is what it is, whatever it is said to be, and never opens in the page', async (t) => {
  for (const { name, content, type } of Object.values(taken))
    for (const said of declared) {
      const id = await draft();
      const [made] = (await kari.upload(documents(id), [{ name, content, type: said }])).json().documents;
      for (const path of [`/api/v1/documents/${made.id}`, `/dokument/${made.id}`]) {
        const { headers } = await kari.get(path);
        t.match(
          headers,
          {
            'content-type': type,
            'content-disposition': /^attachment;/,
            'content-security-policy': /sandbox/,
            'x-content-type-options': 'nosniff',
          },
          `${name} as ${said}`,
        );
      }
    }
  t.same(call.errors, []);
});
