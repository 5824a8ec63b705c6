/** The virus scan, with ClamAV itself where it is installed: what is not clean is opened by nobody and not sent in. */
import net, { type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import t from 'tap';
import { applyScanRule, scanFile } from '../../../src/features/documents/scanning.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { clamdScanner, ScannerUnavailable } from '../../../src/platform/scan/clamd.ts';
import type { Services } from '../../../src/platform/services.ts';
import { loadConfig } from '../../../src/config.ts';
import { openPool } from '../../../src/platform/db/open.ts';
import { startBackgroundWork } from '../../../src/worker.ts';
import { eicar, startScanner } from '../../helpers/clamd.ts';
import { joinCluster } from '../../helpers/cluster.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { docxOf, pdfOf, pngOf } from '../../helpers/made-files.ts';
import { taken } from '../../helpers/samples.ts';
import { plannedYear } from '../../helpers/year.ts';

const clamd = await startScanner(t);
t.comment(clamd.real ? 'ClamAV itself answers' : 'NO CLAMAV HERE: a double of its protocol answers');
const base = await playground(t, { CLAMD_URL: clamd.url });
const { services } = base;
const { db } = services;
const year = await plannedYear(db);
const { opens_at } = await db.selectFrom('editions').select('opens_at').executeTakeFirstOrThrow();
await year.send('secretary', addDays(opens_at, -7), 'announce');
await base.setClock(addDays(opens_at, 10));
const kari = await base.as('kari@eigersund.example');
const secretary = await base.as('secretary@example.no');

let drafts = 0;
async function draft(): Promise<string> {
  const body = { kind: 'enterprise', organisation: `Virksomhet ${++drafts}`, language: 'nb' };
  const { id } = (await kari.post(`/api/v1/editions/${year.id}/nominations`, body)).json<{ id: string }>();
  const { answers } = (await kari.get(`/api/v1/nominations/${id}`)).json();
  const filled = Object.fromEntries(
    answers.map((field: { id: string }) => [field.id, { value: 'yes', version: 0 }]),
  );
  await kari.send('PATCH', `/api/v1/nominations/${id}/answers`, { answers: filled });
  return id;
}
const upload = async (id: string, name: string, content: Uint8Array) => {
  const answer = await kari.upload(`/api/v1/nominations/${id}/documents`, [{ name, content }]);
  return answer.json<{ documents: { id: string; sha256: string; scan: string }[] }>().documents[0] as {
    id: string;
    sha256: string;
    scan: string;
  };
};
const submit = (id: string, version = 0) =>
  kari.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version });
const scan = (sha256: string, by: Services = services) =>
  scanFile(by)({ sha256 }, { attempt: 1, last: false });
const stateOf = async (sha256: string) =>
  (await db.selectFrom('stored_files').select('scan').where('sha256', '=', sha256).executeTakeFirst())?.scan;
const open = async (person: Client, id: string) => {
  const answer = await person.get(`/api/v1/documents/${id}`);
  return [answer.statusCode, answer.statusCode === 200 ? 'content' : answer.json().type.split(':').at(-1)];
};
const infectedPdf = () => pdfOf((doc) => void doc.context.register(doc.context.stream(eicar)));

t.test(
  'the client: clean, found, found inside a Word document, and everything else is no answer',
  async (t) => {
    const scanner = clamdScanner(clamd.url);
    const pieces = async function* (content: Buffer, size = 4000) {
      for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
    };
    t.equal(await scanner.scan(pieces(taken.pdf.content)), null);
    t.match(await scanner.scan(pieces(Buffer.from(eicar))), /EICAR/);
    const packed = clamd.real;
    const docx = docxOf('x', [{ name: 'word/media/a.txt', content: eicar, packed }]);
    t.match(await scanner.scan(pieces(docx, 7)), /EICAR/, packed ? 'packed' : 'stored');
    t.equal(await scanner.scan(pieces(Buffer.alloc(25_000_000, 65), 65_536)), null, '25 MB');
    if (clamd.real)
      await t.rejects(
        scanner.scan(pieces(Buffer.alloc(40_000_000, 66), 65_536)),
        ScannerUnavailable,
        'longer than it takes',
      );
    await t.rejects(clamdScanner('tcp://127.0.0.1:1').scan(pieces(taken.pdf.content)), ScannerUnavailable);
    await t.rejects(clamdScanner('unix:/nowhere.sock').scan(pieces(taken.pdf.content)), ScannerUnavailable);
    for (const answer of ['', 'stream: OK', 'INSTREAM size limit exceeded. ERROR\0', 'nonsense\0']) {
      const server = net.createServer((socket) =>
        socket.on('error', () => {}).on('data', () => socket.end(answer)),
      );
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const url = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await t.rejects(
        clamdScanner(url).scan(pieces(taken.pdf.content)),
        ScannerUnavailable,
        answer || 'hung up',
      );
      server.close();
    }
  },
);

t.test(
  'a document waits until the scanner has looked; then it opens, and the application can be sent',
  async (t) => {
    const id = await draft();
    const made = await upload(id, 'Plan.docx', docxOf('Plan'));
    t.equal(made.scan, 'waiting');
    t.same(await open(kari, made.id), [409, 'document/not-checked']);
    const early = await submit(id);
    t.match(
      [early.statusCode, early.json().errors],
      [409, [{ requirement: 'documentsChecked', message: /Plan\.docx/ }]],
    );
    await scan(made.sha256);
    t.equal(await stateOf(made.sha256), 'clean');
    t.same(await open(kari, made.id), [200, 'content']);
    t.equal((await submit(id)).statusCode, 200);
    t.same(await open(secretary, made.id), [200, 'content']);
  },
);

for (const [where, make] of [
  ['in a PDF', infectedPdf],
  [
    'inside a Word document',
    async () => docxOf('Se bildet', [{ name: 'word/media/a.txt', content: eicar, packed: clamd.real }]),
  ],
] as const)
  t.test(
    `EICAR ${where}: never opens for anyone, blocks the submission in clear words, and can be replaced`,
    async (t) => {
      const id = await draft();
      const name = where === 'in a PDF' ? 'Smittet.pdf' : 'Smittet.docx';
      const content = await make();
      const made = await upload(id, name, content);
      t.same(await open(kari, made.id), [409, 'document/not-checked'], 'not before either');
      await scan(made.sha256);
      t.equal(await stateOf(made.sha256), 'infected');
      for (const person of [kari, secretary, await base.as('stranger@example.no')])
        t.notOk((await open(person, made.id)).includes('content'));
      t.same(await open(kari, made.id), [403, 'document/infected']);
      const range = await kari.get(`/api/v1/documents/${made.id}`, { range: 'bytes=0-10' });
      t.equal(range.statusCode, 403);
      const refused = await submit(id);
      t.match(
        [refused.statusCode, refused.json().errors],
        [409, [{ requirement: 'documentsClean', message: /virus.*Smittet/ }]],
      );
      const page = await kari.get(`/soknad/${id}/vedlegg`);
      t.match(page.body, /Det er funnet virus/);
      t.notMatch(page.body, `href="/dokument/${made.id}`, 'no link to what does not open');
      // The same bytes under another name, in another application: still infected.
      const again = await upload(await draft(), name, content);
      t.same(
        [again.sha256, again.scan, await open(kari, again.id)],
        [made.sha256, 'infected', [403, 'document/infected']],
      );
      await t.rejects(
        db
          .updateTable('stored_files')
          .set({ scan: 'clean', finding: null })
          .where('sha256', '=', made.sha256)
          .execute(),
        /stays infected/,
        'the database says so too',
      );
      const submission = await db.selectFrom('submissions').select('id').executeTakeFirstOrThrow();
      await t.rejects(
        db
          .insertInto('submission_documents')
          .values({ submission_id: submission.id, document_id: made.id })
          .execute(),
        /not safe/,
      );
      const log = await db
        .selectFrom('audit_events')
        .select(['event', 'subject_id'])
        .where('event', '=', 'quarantineDocument')
        .where('subject_id', '=', id)
        .execute();
      t.equal(log.length, 1, 'it stands in the log');
      t.equal((await kari.send('DELETE', `/api/v1/documents/${made.id}`)).statusCode, 204);
      const clean = await upload(id, name, where === 'in a PDF' ? taken.pdf.content : docxOf(`ren ${id}`));
      await scan(clean.sha256);
      t.equal((await submit(id)).statusCode, 200);
    },
  );

t.test('alone it is not even a document', async (t) => {
  const answer = await kari.upload(`/api/v1/nominations/${await draft()}/documents`, [
    { name: 'eicar.pdf', content: Buffer.from(eicar) },
  ]);
  t.match([answer.statusCode, answer.json().type], [415, /type-not-allowed/]);
});

t.test(
  'without an answer nothing counts as clean: first it waits, then it is not scanned, and required means required',
  async (t) => {
    const id = await draft();
    const made = await upload(id, 'figur.png', pngOf(11, 12));
    const away: Services = { ...services, scanner: clamdScanner('tcp://127.0.0.1:1') };
    for (const expected of ['waiting', 'waiting', 'unscanned', 'unscanned']) {
      await t.rejects(scan(made.sha256, away), ScannerUnavailable, 'the queue tries again');
      t.equal(await stateOf(made.sha256), expected);
    }
    t.same(await open(kari, made.id), [200, 'content'], 'opens, shown as not scanned');
    t.match((await kari.get(`/soknad/${id}/vedlegg`)).body, /Ikke sjekket for virus/);
    await applyScanRule({ db, config: loadConfig({ SCAN_REQUIRED: 'on', CLAMD_URL: clamd.url }) });
    t.same(await open(kari, made.id), [409, 'document/not-checked']);
    t.match((await submit(id)).json().errors, [{ requirement: 'documentsChecked' }]);
    await scan(made.sha256);
    t.same(await open(kari, made.id), [200, 'content'], 'once the scanner is back');
    await applyScanRule(services);
    t.throws(() => loadConfig({ SCAN_REQUIRED: 'on' }), /CLAMD_URL is missing/);
  },
);

t.test('the worker scans what comes, and what no job knows of', async (t) => {
  const id = await draft();
  const made = await upload(id, 'ny.png', pngOf(21, 12));
  const before = await upload(id, 'gammel.png', pngOf(22, 12));
  await db
    .updateTable('stored_files')
    .set({ scan: 'unscanned' })
    .where('sha256', '=', before.sha256)
    .execute();
  await sql`select graphile_worker.remove_job(${`scan:${before.sha256}`})`.execute(db);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const pool = openPool((await joinCluster())('app', rows[0]?.name ?? ''));
  const work = await startBackgroundWork(services, pool, 100);
  for (let i = 0; i < 200 && (await stateOf(before.sha256)) !== 'clean'; i++) await sleep(50);
  await work.stop();
  await pool.end();
  t.same([await stateOf(made.sha256), await stateOf(before.sha256)], ['clean', 'clean']);
  t.same(base.errors, []);
});
