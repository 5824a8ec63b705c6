/** Where documents lie, on a disk and in an object store: one suite for both. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { constants, PerformanceObserver } from 'node:perf_hooks';
import t from 'tap';
import { s3Store } from '../../src/platform/files/s3.ts';
import { diskStore, FileTooLarge, type FileStore } from '../../src/platform/files/store.ts';
import { turnsOf } from '../../src/platform/files/turns.ts';
import { realNow } from '../../src/platform/clock.ts';
import { objectStore, stored } from '../helpers/object-store.ts';

const objects = await objectStore(t);
const kinds = {
  disk: async (folder: string) => diskStore(folder),
  s3: async (folder: string) => s3Store({ ...(await objects.bucket()), incoming: join(folder, 'tmp') }),
};

async function makeStore(kind: keyof typeof kinds = 'disk') {
  const folder = await mkdtemp(join(tmpdir(), 'ep-files-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return { folder, store: await kinds[kind](folder) };
}

async function* pieces(content: Buffer, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

/** What is kept, by its hash, and every half-written file of this machine, by its name. */
async function everything({ folder, store }: { folder: string; store: FileStore }): Promise<string[]> {
  const kept = (await stored(store)).map(({ sha256 }) => sha256);
  return [...kept, ...(await readdir(join(folder, 'tmp')).catch(() => []))];
}

for (const kind of ['disk', 's3'] as const) {
  t.test(`${kind}: what goes in comes out, under the hash of its content`, async (t) => {
    const { folder, store } = await makeStore(kind);
    const content = randomBytes(1_000_003);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = await store.put(pieces(content, 65_536));
    t.equal(file.sha256, sha256);
    t.equal(file.bytes, content.length);
    t.same(await everything({ folder, store }), [sha256]);
    t.equal(await store.size(sha256), content.length);
    t.ok((await buffer((await store.open(sha256)) as Readable)).equals(content));
    t.ok(
      (await buffer((await store.open(sha256, { start: 10, end: 19 })) as Readable)).equals(
        content.subarray(10, 20),
      ),
      'a range',
    );
    const again = await Promise.all([store.put(pieces(content)), store.put(pieces(content, 7777))]);
    t.same(
      again.map((one) => one.sha256),
      [sha256, sha256],
    );
    t.same(await everything({ folder, store }), [sha256], 'the same content is stored once');
    await store.remove(sha256);
    await store.remove(sha256);
    t.equal(await store.size(sha256), undefined);
    t.equal(await store.open(sha256), undefined);
  });

  t.test(`${kind}: an empty file is a file; whether it is wanted is for others to say`, async (t) => {
    const { store } = await makeStore(kind);
    const file = await store.put(pieces(Buffer.alloc(0)));
    t.match(file, { bytes: 0, sha256: createHash('sha256').digest('hex') });
    t.equal((await buffer((await store.open(file.sha256)) as Readable)).length, 0);
  });

  t.test(`${kind}: nothing is left of what failed: cut off, too large, refused`, async (t) => {
    const { folder, store } = await makeStore(kind);
    const content = randomBytes(10_000);
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield content.subarray(0, 5000);
      throw new Error('the line went dead');
    }
    await t.rejects(store.put(cut()), /line went dead/);
    await t.rejects(store.put(Readable.from(pieces(content)), { limit: 9999 }), FileTooLarge);
    await t.rejects(
      store.put(pieces(content), {
        accept: async () => {
          throw new Error('not a PDF');
        },
      }),
      /not a PDF/,
    );
    t.same(await everything({ folder, store }), []);
    t.equal(
      (
        await store.put(pieces(content), {
          limit: 10_000,
          accept: async ({ bytes }) => void t.equal(bytes, 10_000),
        })
      ).bytes,
      10_000,
    );
  });

  t.test(`${kind}: another file may be kept in the place of the one that came`, async (t) => {
    const { folder, store } = await makeStore(kind);
    const cleaned = Buffer.from('cleaned');
    const sha256 = createHash('sha256').update(cleaned).digest('hex');
    const instead = async ({ path }: { path: string }) => {
      await writeFile(`${path}-cleaned`, cleaned);
      return { path: `${path}-cleaned`, sha256, bytes: cleaned.length };
    };
    t.match(await store.put(pieces(Buffer.from('as it came')), { accept: instead }), { sha256, bytes: 7 });
    t.same(await everything({ folder, store }), [sha256]);
    const listed = [];
    for await (const each of store.list()) listed.push(each);
    t.match(listed, [{ sha256, storedAt: Date }]);
  });

  t.test(`${kind}: an address is a hash and nothing else`, async (t) => {
    const { store } = await makeStore(kind);
    for (const bad of ['../../etc/passwd', '', 'ABC', 'a'.repeat(63), `${'a'.repeat(64)}/..`])
      await t.rejects(store.open(bad), RangeError);
  });

  t.test(
    `${kind}: what a stopped process left behind is swept away, what is being written is not`,
    async (t) => {
      const { folder, store } = await makeStore(kind);
      t.equal(await store.sweep(0), 0, 'before anything was stored');
      await store.put(pieces(Buffer.from('x')));
      await Promise.all(['old', 'new'].map((name) => writeFile(join(folder, 'tmp', name), 'half')));
      const hourAgo = (realNow().getTime() - 3_600_000) / 1000;
      await utimes(join(folder, 'tmp', 'old'), hourAgo, hourAgo);
      t.equal(await store.sweep(60_000), 1);
      t.same(
        (await everything({ folder, store })).filter((name) => name.length < 64),
        ['new'],
      );
    },
  );
}

t.test('pieces go on by turns, in order, and what else is to be done comes in between', async (t) => {
  const turn = turnsOf(2);
  const seen: string[] = [];
  const ends = Array.from({ length: 5 }, (_, i) => turn().then(() => seen.push(String(i))));
  const other = (left: number): void => {
    seen.push('-');
    if (left > 0) setImmediate(other, left - 1);
  };
  setImmediate(other, 2);
  await Promise.all(ends);
  t.same(seen.join(''), '01-23-4');
});

type GarbageCollection = PerformanceEntry & { detail: { kind: number } };

t.test(
  'a long stream comes in whole, and its spent pieces do not make the service collect all that it holds',
  async (t) => {
    const { store } = await makeStore();
    const kinds: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { detail } of list.getEntries() as GarbageCollection[]) kinds.push(detail.kind);
    });
    observer.observe({ entryTypes: ['gc'] });
    const hash = createHash('sha256');
    async function* long(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 4000; i++) {
        // As from a socket: memory of its own.
        const piece = Buffer.alloc(65_536, i % 251);
        hash.update(piece);
        yield piece;
      }
    }
    const file = await store.put(long());
    await new Promise((resolve) => setTimeout(resolve, 20));
    observer.disconnect();
    t.match(file, { bytes: 4000 * 65_536, sha256: hash.digest('hex') });
    const { NODE_PERFORMANCE_GC_MAJOR: major, NODE_PERFORMANCE_GC_MINOR: minor } = constants;
    t.ok(kinds.filter((kind) => kind === minor).length >= 10, `collections: ${kinds.join(' ')}`);
    t.ok(kinds.filter((kind) => kind === major).length <= 1, `collections: ${kinds.join(' ')}`);
  },
);

t.test('an object store that tells of its files in parts is listed to the end', async (t) => {
  // The one of the tests breaks down where a real one goes on: here only the telling is played.
  const hashes = ['a', 'b', 'c'].map((text) => createHash('sha256').update(text).digest('hex'));
  const asked: (string | null)[] = [];
  const entry = (sha256?: string) =>
    `<Contents><Key>sha256/${sha256?.slice(0, 2)}/${sha256}</Key><LastModified>2026-11-26T12:00:00.000Z</LastModified></Contents>`;
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://x').searchParams.get('continuation-token');
    asked.push(token);
    const more = '<IsTruncated>true</IsTruncated><NextContinuationToken>1+&amp;=</NextContinuationToken>';
    response.end(
      token === null
        ? `<ListBucketResult>${more}${entry(hashes[0])}${entry(hashes[1])}</ListBucketResult>`
        : `<ListBucketResult><IsTruncated>false</IsTruncated>${entry(hashes[2])}</ListBucketResult>`,
    );
  }).listen(0, '127.0.0.1');
  t.teardown(() => void server.close());
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = { endpoint, bucket: 'b', region: 'r', accessKeyId: 'k', secretAccessKey: 's' };
  const listed = await stored(s3Store({ ...options, incoming: join(tmpdir(), 'ep-none') }));
  t.same(asked, [null, '1+&=']);
  t.same(
    listed,
    hashes.map((sha256) => ({ sha256, storedAt: new Date('2026-11-26T12:00:00Z') })),
  );
});

t.test(
  'an object store that is away, or without its bucket, keeps nothing back on this machine',
  async (t) => {
    const options = await objects.bucket();
    const folder = await mkdtemp(join(tmpdir(), 'ep-files-'));
    t.teardown(() => rm(folder, { recursive: true, force: true }));
    const incoming = join(folder, 'tmp');
    for (const wrong of [{ endpoint: 'http://127.0.0.1:9' }, { bucket: 'etikkprisen-ingen' }]) {
      const store = s3Store({ ...options, ...wrong, incoming });
      await t.rejects(store.put(pieces(randomBytes(5000))));
      t.same(await readdir(incoming), []);
    }
  },
);
