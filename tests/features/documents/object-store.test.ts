/** Documents in an object store: in and out over HTTP, nothing left of what is cut or refused, checked and swept like those on a disk. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { checkStore, sweepStore } from '../../../src/features/documents/sweeping.ts';
import { loadConfig } from '../../../src/config.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { multipart, playground } from '../../helpers/client.ts';
import { pdfOfSize } from '../../helpers/made-files.ts';
import { objectStore, stored } from '../../helpers/object-store.ts';
import { taken } from '../../helpers/samples.ts';
import { plannedYear } from '../../helpers/year.ts';

const objects = await objectStore(t);
const { endpoint, bucket, accessKeyId, secretAccessKey, region } = await objects.bucket();
const settings = {
  S3_ENDPOINT: endpoint,
  S3_BUCKET: bucket,
  S3_REGION: region,
  S3_ACCESS_KEY_ID: accessKeyId,
  S3_SECRET_ACCESS_KEY: secretAccessKey,
};
const base = await playground(t, settings);
const { db, files } = base.services;
const year = await plannedYear(db);
const { opens_at } = await db.selectFrom('editions').select('opens_at').executeTakeFirstOrThrow();
await year.send('secretary', addDays(opens_at, -7), 'announce');
await base.setClock(addDays(opens_at, 10));
const kari = await base.as('kari@eigersund.example');
const body = { kind: 'enterprise', organisation: 'Virksomhet', language: 'nb' };
const { id } = (await kari.post(`/api/v1/editions/${year.id}/nominations`, body)).json<{ id: string }>();
const documents = `/api/v1/nominations/${id}/documents`;
/** What lies in the bucket, and everything that lies on this machine. */
const everything = async () => [
  ...(await stored(files)).map(({ sha256 }) => sha256),
  ...(await readdir(base.folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name),
];
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

t.test('stored under its hash, downloaded byte by byte, whole and in part', async (t) => {
  const content = await pdfOfSize(2_000_000, 3);
  const answer = await kari.upload(documents, [{ name: 'Stor.pdf', content }]);
  t.equal(answer.statusCode, 201, answer.body);
  const [{ id: made, sha256 }] = answer.json().documents;
  t.same([sha256, await everything()], [hashOf(content), [sha256]], 'nothing stays on this machine');
  t.same((await kari.get(`/api/v1/documents/${made}`)).rawPayload, content);
  const part = await kari.get(`/api/v1/documents/${made}`, { range: 'bytes=1000-1999' });
  t.same([part.statusCode, part.rawPayload], [206, content.subarray(1000, 2000)]);
});

t.test('what is refused or cut in the middle leaves nothing in the bucket and nothing here', async (t) => {
  const before = await everything();
  t.equal((await kari.upload(documents, [{ name: 'x.html', content: Buffer.from('<p>') }])).statusCode, 415);
  await base.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = base.app.server.address() as AddressInfo;
  const sent = await multipart([{ name: 'avbrutt.pdf', content: await pdfOfSize(3_000_000, 4) }]);
  const socket = net.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => {});
  const head = [
    `POST ${documents} HTTP/1.1`,
    'host: localhost',
    `authorization: ${kari.headers['authorization']}`,
    `content-type: ${sent.headers['content-type']}`,
    `content-length: ${sent.body.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(sent.body.subarray(0, 1_500_000));
  await sleep(300);
  socket.destroy();
  for (let i = 0; i < 100 && (await everything()).length > before.length; i++) await sleep(50);
  t.same(await everything(), before);
});

t.test(
  'checked: what is gone and what was changed is named; swept: what nothing refers to goes',
  async (t) => {
    const stores = { db, files, config: base.services.config };
    t.match(await checkStore(stores), { ok: true, files: 1, missing: [], changed: [], orphans: [] });
    const made = (await kari.upload(documents, [taken.docx, taken.png])).json().documents;
    const [changed, missing] = made.map(({ sha256 }: { sha256: string }) => sha256) as [string, string];
    const place = (sha256: string) => `${endpoint}/${bucket}/sha256/${sha256.slice(0, 2)}/${sha256}`;
    await objects.client.fetch(place(changed), { method: 'PUT', body: 'noe annet' });
    await files.remove(missing);
    const orphan = hashOf(Buffer.from('foreldreløs'));
    await objects.client.fetch(place(orphan), { method: 'PUT', body: 'foreldreløs' });
    t.match(await checkStore(stores), {
      ok: false,
      missing: [{ sha256: missing }],
      changed: [{ sha256: changed }],
      orphans: [orphan],
    });
    t.match(await sweepStore(stores), { orphans: 0 }, 'it may belong to a request that is under way');
    await sleep(1100); // the store tells times in seconds
    t.match(await sweepStore(stores, 0), { orphans: 1 });
    t.equal(await files.size(orphan), undefined);
    const gone = await kari.get(`/api/v1/documents/${made[1].id}`);
    t.match([gone.statusCode, gone.json().type], [404, /lost/]);
    t.same(base.errors, []);
  },
);

t.test('an object store is named whole or not at all', async (t) => {
  for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
    t.throws(() => loadConfig({ ...settings, [name]: '' }), new RegExp(`${name} is missing`));
  t.throws(
    () => loadConfig({ ...settings, S3_ENDPOINT: 'https://s3.example.no/' }),
    /S3_ENDPOINT is not valid/,
  );
});
