/** What is not safe to open never comes in: files of every wrong kind, made by a seed, through the API and the pages. */
import { deflateRawSync } from 'node:zlib';
import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import t from 'tap';
import { PROBLEMS, type ProblemType } from '../../../src/platform/http/problem.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { texts } from '../../../src/ui/text/index.ts';
import { playground } from '../../helpers/client.ts';
import { chunk, docxOf, pdfOf, pngOf, zipOf } from '../../helpers/made-files.ts';
import { taken } from '../../helpers/samples.ts';
import { wrongFiles, type WrongFile } from '../../helpers/wrong-files.ts';
import { plannedYear } from '../../helpers/year.ts';

const SEED = 2026;
const base = await playground(t);
const { db, files } = base.services;
const year = await plannedYear(db);
const { opens_at } = await db.selectFrom('editions').select('opens_at').executeTakeFirstOrThrow();
await year.send('secretary', addDays(opens_at, -7), 'announce');
await base.setClock(addDays(opens_at, 10));
const kari = await base.as('kari@eigersund.example');

let drafts = 0;
async function draft(): Promise<string> {
  const body = { kind: 'enterprise', organisation: `Virksomhet ${++drafts}`, language: 'nb' };
  return (await kari.post(`/api/v1/editions/${year.id}/nominations`, body)).json<{ id: string }>().id;
}
const documents = (id: string) => `/api/v1/nominations/${id}/documents`;
const stored = async () =>
  (await readdir(base.folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) =>
    entry.isFile(),
  );
const typeOf = (file: Pick<WrongFile, 'why'>) => `document/${file.why}` as ProblemType;
const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

t.test(
  '200 files of every wrong kind: each refused with its own reason, none stored, nothing breaks',
  { timeout: 120_000 },
  async (t) => {
    const id = await draft();
    const wrong = await wrongFiles(SEED, 200);
    t.ok(new Set(wrong.map(({ why }) => why)).size >= 13, 'kinds of wrong');
    for (const file of wrong) {
      const answer = await kari.upload(documents(id), [{ ...file, type: 'application/pdf' }]);
      const { type, detail } = answer.json<{ type: string; detail: string }>();
      t.same(
        [type, answer.statusCode],
        [`urn:etikkprisen:problem:${typeOf(file)}`, PROBLEMS[typeOf(file)]],
        file.name,
      );
      t.match(detail, `«${file.name}»`, 'it says which file');
    }
    for (let i = 0; i < wrong.length; i += 10) {
      const some = wrong.slice(i, i + 10);
      const answer = await kari.upload(`/soknad/${id}/vedlegg`, some);
      t.ok(answer.statusCode < 500 && answer.statusCode >= 400, String(answer.statusCode));
      for (const { name, why } of some) {
        const { title } = texts('nb').problems[`document/${why}` as 'document/empty'];
        t.ok(
          answer.body.includes(html(`${title}. `)) && answer.body.includes(`«${html(name)}»`),
          `${name}: ${title}`,
        );
      }
    }
    t.same(await db.selectFrom('documents').selectAll().execute(), []);
    t.same(await db.selectFrom('stored_files').selectAll().execute(), []);
    t.same(await stored(), [], 'nothing lies in the store, half-written files neither');
    t.same(base.errors, []);
  },
);

t.test(
  'a file that is made to wear out who reads it costs its own thread, and nobody waits for it',
  { timeout: 60_000 },
  async (t) => {
    const id = await draft();
    // Millions of elements within each other: small packed, more than the thread may remember.
    const deep = Buffer.from(`<w>${'<a>'.repeat(15_000_000)}`);
    t.ok(deflateRawSync(deep).length < 200_000);
    const content = docxOf('x', [{ name: 'word/document.xml', content: deep, packed: true }]);
    let answered = 0;
    const judged = new AbortController();
    const others = (async () => {
      while (!judged.signal.aborted) {
        t.equal((await base.anyone.get('/api/v1/health')).statusCode < 500, true);
        answered += 1;
        await new Promise((done) => setTimeout(done, 20));
      }
    })();
    const answer = await kari.upload(documents(id), [{ name: 'dyp.docx', content }]);
    judged.abort();
    await others;
    t.match([answer.statusCode, answer.json().type], [422, /document\/unreadable$/]);
    t.ok(answered > 3, `${answered} answers meanwhile`);
    t.equal(
      (await kari.upload(documents(id), [taken.pdf])).statusCode,
      201,
      'the next file has a new thread',
    );
    t.same(base.errors, []);
  },
);

t.test(
  'a picture loses where, when and with what it was taken; its pixels and which way is up stay',
  async (t) => {
    const id = await draft();
    const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#c33' } }).composite([
      {
        input: Buffer.from('<svg width="20" height="20"><rect width="20" height="20" fill="#33c"/></svg>'),
        top: 0,
        left: 0,
      },
    ]);
    const exif = {
      IFD0: { Make: 'CANARY-PHONE', Artist: 'CANARY-NAME' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '58/1 27/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '6/1 0/1 0/1',
      },
    };
    const jpeg = await picture.clone().withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const withExif = await sharp(jpeg).keepExif().withExifMerge(exif).jpeg().toBuffer();
    const tagged = Buffer.concat([
      withExif.subarray(0, 2),
      segment(0xed, 'Photoshop CANARY-PLACE'),
      segment(0xfe, 'CANARY-COMMENT'),
      withExif.subarray(2),
      Buffer.from('CANARY-AFTER-THE-END'),
    ]);
    t.ok(tagged.includes('CANARY-PHONE') && (await sharp(tagged).metadata()).orientation === 6, 'as it came');
    const png = pngOf(5, 5, undefined, [text('CANARY-PLACE')]);
    const answer = await kari.upload(documents(id), [
      { name: 'fra telefonen.jpg', content: tagged },
      { name: 'skjermbilde.png', content: png },
      { name: 'ren.png', content: pngOf(6, 6) },
    ]);
    t.equal(answer.statusCode, 201, answer.body);
    const made = answer.json<{
      documents: { id: string; sha256: string; bytes: number; metadataRemoved: boolean }[];
    }>().documents;
    t.same(
      made.map(({ metadataRemoved }) => metadataRemoved),
      [true, true, false],
    );
    for (const { id: document } of made) {
      const { rawPayload } = await kari.get(`/api/v1/documents/${document}`);
      t.notOk(rawPayload.includes('CANARY'), 'nothing of it is left');
    }
    const kept = (await kari.get(`/api/v1/documents/${made[0]?.id}`)).rawPayload;
    const metadata = await sharp(kept).metadata();
    t.equal(metadata.orientation, 6);
    t.ok((metadata.exif?.length ?? 0) < 60, 'nothing but the orientation');
    t.same(await sharp(kept).raw().toBuffer(), await sharp(tagged).raw().toBuffer(), 'pixel by pixel');
    const again = await kari.upload(documents(id), [{ name: 'igjen.jpg', content: kept }]);
    t.match(
      again.json().documents,
      [{ sha256: made[0]?.sha256, metadataRemoved: false }],
      'what is clean stays as it is',
    );
    t.ok(await files.size(made[0]?.sha256 ?? ''));
  },
);

const segment = (marker: number, content: string) =>
  Buffer.concat([Buffer.from([0xff, marker, 0, content.length + 2]), Buffer.from(content)]);
const text = (content: string) => chunk('tEXt', Buffer.from(`Comment\0${content}`));

t.test(
  'ordinary files pass: from Word with a table in it, with links, a form without code, of several programs',
  async (t) => {
    const id = await draft();
    const linked = await pdfOf(
      (document) => {
        const { context } = document;
        const link = context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          A: { S: 'URI', URI: 'https://example.no' },
        });
        context.register(link);
      },
      { packed: true },
    );
    const ordinary = [
      { name: 'lenker.pdf', content: linked },
      {
        name: 'tabell.docx',
        content: docxOf('Se tabellen', [
          {
            name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx',
            content: zipOf([{ name: 'xl/workbook.xml', content: '<a/>' }]),
          },
        ]),
      },
      {
        name: 'bilde.jpeg',
        content: await sharp({ create: { width: 90, height: 90, channels: 3, background: '#fff' } })
          .jpeg({ progressive: true })
          .toBuffer(),
      },
      {
        name: 'bilde.png',
        content: await sharp({ create: { width: 90, height: 90, channels: 4, background: '#fff' } })
          .png({ palette: true })
          .toBuffer(),
      },
      {
        name: 'sort.png',
        content: await sharp({ create: { width: 91, height: 33, channels: 3, background: '#000' } })
          .png({ progressive: true })
          .toBuffer(),
      },
    ];
    const answer = await kari.upload(documents(id), ordinary);
    t.same([answer.statusCode, answer.json().refused], [201, []]);
  },
);

t.test(
  'names: other alphabets, marks that turn the writing round, ways out of the folder, ten thousand characters',
  async (t) => {
    const long = `${'søknad '.repeat(1500)}.pdf`;
    const odd: [given: string, kept: string | RegExp][] = [
      ['../../../etc/passwd.pdf', 'passwd.pdf'],
      ['C:\\Windows\\System32\\cmd.pdf', 'cmd.pdf'],
      ['rapport\u202Efdp.exe.pdf', 'rapportfdp.exe.pdf'],
      ['\u200Fתוכנית.pdf', 'תוכנית.pdf'],
      ['计划 – план – σχέδιο.pdf', '计划 – план – σχέδιο.pdf'],
      ['👩‍⚕️ omsorg.pdf', /omsorg\.pdf$/],
      ['<script>alert(1)</script>.pdf', 'script_.pdf'],
      ['tab\tog\u0000null.pdf', /^tab/],
      [long, /^søknad søknad .{90,}\.pdf$/],
      ['.pdf', /\.pdf$/],
    ];
    for (const [given, kept] of odd) {
      const id = await draft();
      const answer = await kari.upload(documents(id), [{ name: given, content: taken.pdf.content }]);
      if (answer.statusCode !== 201) {
        t.match(answer.json().type, /document\/misnamed$/, given.slice(0, 40));
        continue;
      }
      const [document] = answer.json<{ documents: { id: string; name: string }[] }>().documents;
      t.match(document?.name, kept, given.slice(0, 40));
      t.ok([...(document?.name ?? '')].length <= 120);
      const down = await kari.get(`/api/v1/documents/${document?.id}`);
      t.match(
        down.headers['content-disposition'],
        /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~!#$&+^`|-]+$/,
      );
      const page = await kari.get(`/soknad/${id}/vedlegg`);
      t.notMatch(page.body, '<script>alert');
      t.equal(page.statusCode, 200);
    }
  },
);
