/** Uploads to a server that dies: killed three times, also after the last byte, the file arrives whole and once (issue 3, must show 2). */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import t from 'tap';
import { Upload } from 'tus-js-client';
import { addDays } from '../../../src/platform/clock.ts';
import { openDatabase } from '../../../src/platform/db/open.ts';
import { playground } from '../../helpers/client.ts';
import { pdfOfSize } from '../../helpers/made-files.ts';
import { mortalServer } from '../../helpers/mortal-server.ts';
import { plannedYear } from '../../helpers/year.ts';

const base = await playground(t);
const { db } = base.services;
const year = await plannedYear(db);
const { opens_at } = await db.selectFrom('editions').select('opens_at').executeTakeFirstOrThrow();
await year.send('secretary', addDays(opens_at, -7), 'announce');
await base.setClock(addDays(opens_at, 10));
const kari = await base.as('kari@eigersund.example');
const owner = openDatabase(base.adminUrl);
t.teardown(() => owner.destroy());
const server = await mortalServer(t, base);
const { origin, resumable: folder } = server;

let drafts = 0;
async function draft(): Promise<string> {
  const body = { kind: 'enterprise', organisation: `Virksomhet ${++drafts}`, language: 'nb' };
  return (await kari.post(`/api/v1/editions/${year.id}/nominations`, body)).json<{ id: string }>().id;
}
const rows = (id: string) => db.selectFrom('documents').selectAll().where('nomination_id', '=', id).execute();
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const left = async () => (await readdir(folder).catch(() => [])).toSorted();
const until = async (what: string, met: () => Promise<boolean>) => {
  for (let i = 0; i < 4000; i++) {
    if (await met()) return;
    await sleep(25);
  }
  throw new Error(`never: ${what}`);
};

/** Nobody registers a document of this application until the promise that it gives is called. */
async function hold(id: string): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { promise: held, resolve: holds } = Promise.withResolvers<void>();
  const done = owner.transaction().execute(async (trx) => {
    await sql`select from nominations where id = ${id} for update`.execute(trx);
    holds();
    await promise;
  });
  await held;
  return () => {
    resolve();
    return done;
  };
}
const waiting = async () =>
  (
    await sql<{ count: number }>`select count(*)::int from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(owner)
  ).rows[0]?.count ?? 0;

const own = { ...kari.headers, 'tus-resumable': '1.0.0' };
async function begin(id: string, content: Buffer, name: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/nominations/${id}/uploads`, {
    method: 'POST',
    headers: {
      ...own,
      'upload-length': String(content.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
  return new URL(answer.headers.get('location') ?? '', origin).href;
}
const patch = (address: string, from: number, piece: Buffer, signal?: AbortSignal) =>
  fetch(address, {
    method: 'PATCH',
    headers: {
      ...own,
      'upload-offset': String(from),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(piece),
    ...(signal && { signal }),
  });
const head = (address: string) => fetch(address, { method: 'HEAD', headers: own });

t.test(
  '25 MB: killed three times, the last time after the last byte, it arrives whole and once',
  async (t) => {
    const id = await draft();
    const content = await pdfOfSize(25_000_000, 7);
    const release = await hold(id);
    const kills: number[] = [];
    const arrived = async () => {
      const name = (await left()).find((each) => !each.endsWith('.json'));
      return name ? (await stat(path.join(folder, name))).size : 0;
    };
    const done = new Promise<number>((resolve, reject) => {
      new Upload(content, {
        endpoint: `${origin}/api/v1/nominations/${id}/uploads`,
        headers: kari.headers,
        metadata: { filename: 'Årsmelding.pdf' },
        chunkSize: 2_000_000,
        // As long as a busy machine takes to start a server.
        retryDelays: Array.from({ length: 600 }, () => 250),
        onSuccess: ({ lastResponse }) => resolve(lastResponse.getStatus()),
        onError: reject,
      }).start();
    });
    for (const bytes of [6_000_000, 16_000_000, 25_000_000]) {
      await until(`${bytes} bytes have come`, async () => (await arrived()) >= bytes);
      if (bytes === content.length) await until('the last one waits', async () => (await waiting()) > 0);
      await server.kill();
      kills.push(await arrived());
      if (bytes === content.length) await release();
      await server.start();
    }
    t.equal(kills.at(-1), content.length, `killed at ${kills.join(', ')} bytes`);
    t.equal(await done, 200);
    t.match(await rows(id), [{ name: 'Årsmelding.pdf', sha256: hashOf(content), bytes: '25000000' }]);
    t.same((await rows(id)).length, 1);
    t.same(await left(), []);
  },
);

t.test(
  'a client that never heard the answer asks again and gets the same document, not a second one',
  async (t) => {
    const id = await draft();
    const content = await pdfOfSize(400_000, 9);
    const address = await begin(id, content, 'Plan.pdf');
    const release = await hold(id);
    const stop = new AbortController();
    const unheard = patch(address, 0, content, stop.signal).catch(() => 'cut');
    await until('it waits', async () => (await waiting()) > 0);
    stop.abort();
    t.equal(await unheard, 'cut');
    const both = [head(address), patch(address, content.length, Buffer.alloc(0))];
    await sleep(300);
    await release();
    for (const answer of await Promise.all(both)) {
      t.match([answer.status, answer.headers.get('upload-offset')], [200, '400000']);
      await answer.text();
    }
    const [row, ...more] = await rows(id);
    t.same(more, []);
    await server.kill();
    await server.start();
    const again = await patch(address, content.length, Buffer.alloc(0));
    t.match([again.status, await again.json()], [200, { id: row?.id, sha256: hashOf(content) }]);
    const asked = await head(address);
    t.match(
      [asked.status, asked.headers.get('upload-offset'), asked.headers.get('upload-length')],
      [200, '400000', '400000'],
    );
    t.equal((await patch(address, 1000, content.subarray(1000))).status, 409, 'it is not written to');
    t.same((await rows(id)).length, 1);
    t.same(await left(), []);
    await kari.send('DELETE', `/api/v1/documents/${row?.id}`);
    t.equal((await head(address)).status, 404, 'what the person has removed does not come back');
  },
);

t.test('a fault that passes takes nothing away: asked again, the upload becomes a document', async (t) => {
  const id = await draft();
  const content = await pdfOfSize(300_000, 11);
  const address = await begin(id, content, 'Plan.pdf');
  await sql`alter table documents add constraint broken check (name <> 'Plan.pdf')`.execute(owner);
  const failed = await patch(address, 0, content);
  t.ok(failed.status >= 500, `${failed.status}`);
  t.notMatch(await failed.text(), /broken|violates|constraint/, 'nothing of the inside is told');
  // The answer may be here before the line of the log.
  for (let i = 0; i < 100 && !server.output().includes('broken'); i++) await sleep(50);
  t.match(server.output(), /broken/, 'whoever runs the service is told');
  t.same((await left()).length, 2, 'the bytes are kept');
  t.ok((await head(address)).status >= 500, 'not complete while it is nobody’s document');
  await sql`alter table documents drop constraint broken`.execute(owner);
  t.equal((await head(address)).status, 200);
  t.match(await rows(id), [{ sha256: hashOf(content) }]);
  t.same(await left(), []);
});
