/** What happens to documents that are in: marked, replaced, read in parts, lost; and what crashes leave is swept away. */
import { spawnSync } from 'node:child_process';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { rangeOf } from '../../../src/features/documents/range.ts';
import { checkStore, dropUnreferenced, sweepStore } from '../../../src/features/documents/sweeping.ts';
import { addDays, realNow } from '../../../src/platform/clock.ts';
import { joinCluster } from '../../helpers/cluster.ts';
import { playground, type Client, type UploadedFile } from '../../helpers/client.ts';
import { pngOf } from '../../helpers/made-files.ts';
import { taken } from '../../helpers/samples.ts';
import { plannedYear } from '../../helpers/year.ts';

const base = await playground(t);
const { services } = base;
const { db, files } = services;
const year = await plannedYear(db);
const { opens_at } = await db.selectFrom('editions').select('opens_at').executeTakeFirstOrThrow();
await year.send('secretary', addDays(opens_at, -7), 'announce');
await base.setClock(addDays(opens_at, 10));
const kari = await base.as('kari@eigersund.example');
const secretary = await base.as('secretary@example.no');
const stranger = await base.as('stranger@example.no');

interface Shown {
  id: string;
  name: string;
  sha256: string;
  description: string;
  withholdReason: string | null;
}
let made = 0;
/** A picture that nobody has uploaded before. */
const picture = (name: string): UploadedFile => ({ name, content: pngOf(100 + ++made, 7) });
async function draft(): Promise<string> {
  const body = { kind: 'enterprise', organisation: `Virksomhet ${++made}`, language: 'nb' };
  const { id } = (await kari.post(`/api/v1/editions/${year.id}/nominations`, body)).json<{ id: string }>();
  const { answers } = (await kari.get(`/api/v1/nominations/${id}`)).json();
  const filled = answers
    .filter(({ kind }: { kind: string }) => ['tick', 'line', 'text'].includes(kind))
    .map((field: { id: string }) => [field.id, { value: 'yes', version: 0 }]);
  await kari.send('PATCH', `/api/v1/nominations/${id}/answers`, { answers: Object.fromEntries(filled) });
  return id;
}
const upload = async (id: string, ...some: UploadedFile[]) =>
  (await kari.upload(`/api/v1/nominations/${id}/documents`, some)).json<{ documents: Shown[] }>().documents;
const list = async (id: string) =>
  (await kari.get(`/api/v1/nominations/${id}/documents`)).json<{
    documents: Shown[];
    earlier: (Shown & { replacedBy: string })[];
  }>();
const submit = (id: string, version: number) =>
  kari.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version });
const replace = (id: string, file: UploadedFile, who: Client = kari) =>
  who.upload(`/api/v1/documents/${id}/replacement`, [file]);
const onDisk = async () =>
  (await readdir(base.folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .toSorted();

t.test(
  'OFF-3: the mark and its reason go with what is sent in, and everybody who reads it sees them',
  async (t) => {
    const id = await draft();
    const [first] = await upload(id, picture('a.png'), picture('b.png'));
    const patch = (body: object) => kari.send('PATCH', `/api/v1/documents/${first?.id}`, body);
    t.equal((await patch({ withholdReason: '  ' })).statusCode, 422, 'a mark has a reason');
    t.equal((await patch({ withholdReason: ' Viser\nansatte ' })).statusCode, 204);
    t.equal((await list(id)).documents[0]?.withholdReason, 'Viser ansatte');
    t.equal((await submit(id, 0)).statusCode, 200);
    const submission = (await secretary.get(`/api/v1/nominations/${id}/submission`)).json();
    t.match(submission.content?.documents ?? submission.rendered?.documents ?? submission.documents, [
      { withhold: 'Viser ansatte' },
      { name: 'b.png' },
    ]);
    for (const [who, page] of [
      [kari, `/soknad/${id}/innsendt`],
      [secretary, `/sekretariat/soknad/${id}`],
    ] as const)
      t.match((await who.get(page)).body, /Bør ikke offentliggjøres<\/span> Viser ansatte/);
    t.equal((await patch({ withholdReason: null })).statusCode, 204);
    t.equal((await submit(id, 1)).statusCode, 200, 'the mark alone is a change that can be sent');
    t.notMatch((await secretary.get(`/sekretariat/soknad/${id}`)).body, 'Viser ansatte');
    const { rows } = await sql<{
      withheld: string | null;
    }>`select rendered->'documents'->0->>'withhold' as withheld from submissions where nomination_id = ${id} order by number`.execute(
      db,
    );
    t.same(
      rows.map(({ withheld }) => withheld),
      ['Viser ansatte', null],
      'the earlier submission stays as it was',
    );
  },
);

t.test(
  'replaced: the old version waits until the application is sent in, can come back, and then goes',
  async (t) => {
    const id = await draft();
    const [one, other] = (await upload(id, picture('plan.png'), picture('annet.png'))) as [Shown, Shown];
    await kari.send('PATCH', `/api/v1/documents/${one.id}`, {
      description: 'Planen',
      withholdReason: 'Navn',
    });
    const second = (await replace(one.id, picture('plan.png'))).json<Shown>();
    t.match(second, { name: 'plan.png', description: 'Planen', withholdReason: 'Navn' });
    const third = (await replace(second.id, picture('plan ny.png'))).json<Shown>();
    t.match(await list(id), {
      documents: [{ id: third.id }, { id: other.id }],
      earlier: [{ replacedBy: third.id }, { replacedBy: third.id }],
    });
    t.equal(
      (await kari.get(`/api/v1/documents/${one.id}`)).statusCode,
      200,
      'those who write can look at it',
    );
    t.equal(
      (await replace(one.id, picture('x.png'))).statusCode,
      404,
      'what is replaced is not replaced again',
    );
    const back = await kari.post(`/api/v1/documents/${one.id}/restoration`);
    t.match(back.json(), { id: one.id, name: 'plan.png' });
    t.same(
      (await list(id)).earlier.map(({ id, replacedBy }) => [id, replacedBy]).toSorted(),
      [
        [second.id, one.id],
        [third.id, one.id],
      ].toSorted(),
    );
    t.equal((await kari.post(`/api/v1/documents/${other.id}/restoration`)).statusCode, 404);
    for (const who of [stranger, secretary])
      t.equal((await replace(one.id, picture('x.png'), who)).statusCode, 404);
    t.equal((await submit(id, 0)).statusCode, 200);
    t.same((await list(id)).earlier, []);
    t.equal((await kari.get(`/api/v1/documents/${third.id}`)).statusCode, 404);
    t.ok(await files.size(third.sha256), 'the content goes with the next sweep');
    t.equal(await dropUnreferenced(services), 2);
    t.same([await files.size(second.sha256), await files.size(third.sha256)], [undefined, undefined]);
    // What was sent in stays with what was sent in, also when it is replaced and removed afterwards.
    const fourth = (await replace(one.id, picture('plan fire.png'))).json<Shown>();
    t.equal((await secretary.get(`/api/v1/documents/${one.id}`)).statusCode, 200);
    t.equal((await kari.send('DELETE', `/api/v1/documents/${fourth.id}`)).statusCode, 204);
    t.same(
      (await list(id)).documents.map((each) => each.id),
      [other.id],
    );
    t.equal((await secretary.get(`/api/v1/documents/${one.id}`)).statusCode, 200);
    t.same(base.errors, []);
  },
);

t.test('a place in the order', async (t) => {
  const id = await draft();
  const [, b, c] = (await upload(id, picture('a.png'), picture('b.png'), picture('c.png'))) as [
    Shown,
    Shown,
    Shown,
  ];
  const order = async () => (await list(id)).documents.map(({ name }) => name).join(' ');
  await kari.send('PATCH', `/api/v1/documents/${c.id}`, { position: 1 });
  t.equal(await order(), 'c.png a.png b.png');
  await kari.send('PATCH', `/api/v1/documents/${c.id}`, { position: 99 });
  t.equal(await order(), 'a.png b.png c.png');
  for (const way of ['up', 'up', 'up', 'down']) await kari.post(`/soknad/${id}/vedlegg/${b.id}`, { do: way });
  t.equal(await order(), 'a.png b.png c.png');
});

t.test('parts of a document, and what has not changed', async (t) => {
  t.same(rangeOf('bytes=0-9', 100), { start: 0, end: 9 });
  t.same(rangeOf('bytes=90-', 100), { start: 90, end: 99 });
  t.same(rangeOf('bytes=-10', 100), { start: 90, end: 99 });
  t.same(rangeOf('bytes=-1000', 100), { start: 0, end: 99 });
  t.same(rangeOf('bytes=50-1000', 100), { start: 50, end: 99 });
  for (const bad of ['bytes=100-', 'bytes=-0', 'bytes=200-300'])
    t.equal(rangeOf(bad, 100), 'unsatisfiable', bad);
  for (const odd of [undefined, '', 'bytes=', 'bytes=-', 'bytes=9-1', 'bytes=0-1,5-6', 'pages=1-2'])
    t.equal(rangeOf(odd, 100), undefined, odd ?? 'none');
  const [document] = (await upload(await draft(), taken.pdf)) as [Shown];
  const get = (headers: Record<string, string>) => kari.get(`/api/v1/documents/${document.id}`, headers);
  const whole = await get({});
  const etag = String(whole.headers['etag']);
  t.equal(etag, `"${document.sha256}"`);
  const part = await get({ range: 'bytes=5-14' });
  t.match(
    [part.statusCode, part.headers['content-range'], part.headers['content-length']],
    [206, `bytes 5-14/${whole.rawPayload.length}`, '10'],
  );
  t.same(part.rawPayload, whole.rawPayload.subarray(5, 15));
  t.match(part.headers, {
    'content-security-policy': /sandbox/,
    'x-content-type-options': 'nosniff',
    'content-disposition': /^attachment/,
  });
  t.equal((await get({ range: 'bytes=999999-' })).statusCode, 416);
  t.equal((await get({ range: 'bytes=0-1', 'if-range': etag })).statusCode, 206);
  t.equal((await get({ range: 'bytes=0-1', 'if-range': '"other"' })).statusCode, 200);
  const same = await get({ 'if-none-match': `"x", W/${etag}` });
  t.same([same.statusCode, same.body], [304, '']);
  const foreign = await stranger.get(`/api/v1/documents/${document.id}`, {
    'if-none-match': etag,
    range: 'bytes=0-1',
  });
  t.equal(foreign.statusCode, 404, 'the right comes before the tag');
});

t.test(
  'no orphan after a crash: half-written files and files without a document are swept away, the others stay',
  async (t) => {
    const [kept] = (await upload(await draft(), picture('blir.png'))) as [Shown];
    const half = path.join(base.folder, 'tmp', 'half');
    await writeFile(half, 'half');
    const orphan = Buffer.from('killed between the file and its row');
    const { sha256 } = await files.put(
      (async function* () {
        yield orphan;
      })(),
    );
    const underWay = await files.put(
      (async function* () {
        yield Buffer.from('its request is under way');
      })(),
    );
    const old = realNow().getTime() / 1000 - 7200;
    const place = (hash: string) => path.join(base.folder, 'sha256', hash.slice(0, 2), hash);
    for (const file of [half, place(sha256), place(kept.sha256)]) await utimes(file, old, old);
    t.match(await checkStore(services), { ok: true, orphans: [sha256, underWay.sha256].toSorted() });
    t.same(await sweepStore(services), { halfWritten: 1, orphans: 1 });
    const left = await onDisk();
    t.ok(left.includes(kept.sha256) && left.includes(underWay.sha256));
    t.notOk(left.includes(sha256) || left.includes('half'));
    const registered = (await db.selectFrom('stored_files').select('sha256').orderBy('sha256').execute()).map(
      (row) => row.sha256,
    );
    t.same(
      left.filter((name) => name !== underWay.sha256),
      registered,
      'the store is what the tables say',
    );
  },
);

t.test(
  'npm run files -- check: every hash; what is changed or missing is named, and shows on the page',
  async (t) => {
    const id = await draft();
    const [changed, lost] = (await upload(id, picture('endret.png'), picture('borte.png'))) as [Shown, Shown];
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
    const check = async () => {
      const env = {
        ...process.env,
        DATABASE_URL: (await joinCluster())('app', rows[0]?.name ?? ''),
        DATA_DIR: services.config.dataDir,
      };
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['scripts/files.ts', 'check', '--json'],
        { env, encoding: 'utf8' },
      );
      return { status, report: JSON.parse(stdout || JSON.stringify(stderr)) };
    };
    t.match(await check(), { status: 0, report: { ok: true, missing: [], changed: [] } });
    const place = (hash: string) => path.join(base.folder, 'sha256', hash.slice(0, 2), hash);
    await writeFile(place(changed.sha256), 'something else');
    await rm(place(lost.sha256));
    t.match(await check(), {
      status: 1,
      report: {
        ok: false,
        missing: [{ sha256: lost.sha256, documents: [lost.id] }],
        changed: [{ sha256: changed.sha256, documents: [changed.id] }],
      },
    });
    const page = await kari.get(`/soknad/${id}/vedlegg`);
    t.match(
      [page.statusCode, page.body],
      [200, /borte\.png <span class="ds-tag" data-color="danger">Mangler/],
    );
    const gone = await kari.get(`/api/v1/documents/${lost.id}`);
    t.match([gone.statusCode, gone.json().type], [404, /document\/lost$/]);
  },
);
