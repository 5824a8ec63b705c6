/** What an applicant takes home: a receipt that can be checked, the application on paper, and nothing that is not theirs (OFF-2). */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import t from 'tap';
import { addMinutes } from '../../../src/platform/clock.ts';
import { rawKey, verify } from '../../../src/platform/signed-document.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { taken } from '../../helpers/samples.ts';

const call = await openCall(t);
const { db, signing } = call.services;
const key = rawKey(signing.publicKey);
const kari = await call.as('kari@eigersund.example');
const sent = await call.sent(kari, 'Eigersund', { word: 'Etikk «først»', files: [taken.pdf, taken.docx] });
const here = `/soknad/${sent.id}`;
const api = `/api/v1/nominations/${sent.id}`;

async function textOf(pdf: Buffer): Promise<string> {
  const read = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: read.numPages }, async (_, index) =>
      (await (await read.getPage(index + 1)).getTextContent()).items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join(''),
    ),
  );
  return pages.join('\n').replace(/\s+/g, ' ');
}

t.test('the receipt holds the whole application, and verifies offline (must show 5)', async (t) => {
  const answer = await kari.get(`${here}/kvittering.json`);
  t.equal(answer.statusCode, 200);
  t.match(answer.headers['content-disposition'], `kvittering-${sent.receiptNumber}.json`);
  const verdict = await verify(answer.rawPayload, [key]);
  t.same(verdict.faults, []);
  t.match(verdict, { ok: true, origin: 'checked', demo: true });
  const part = (name: string) => verdict.parts.find((one) => one.name === name)?.content;
  const stored = await db
    .selectFrom('submissions')
    .selectAll()
    .where('nomination_id', '=', sent.id)
    .executeTakeFirstOrThrow();
  t.match(part('application'), {
    receiptNumber: sent.receiptNumber,
    submission: 1,
    submittedAt: call.during.toISOString(),
    sha256: stored.sha256,
  });
  t.match(part('organisation'), { name: 'Eigersund', key: 'kommune:1101' });
  const files = await db.selectFrom('documents').select('sha256').orderBy('position').execute();
  t.same(
    [part('file/1'), part('file/2')].map((file) => (file as { sha256: string }).sha256),
    files.map(({ sha256 }) => sha256),
  );
  const rules = await call.anyone.get(`/prisen/2026/regler.json`);
  const { criteria, regulations } = rules.json() as Record<string, unknown>;
  t.same([part('criteria'), part('regulations')], [criteria, regulations]);
  t.match(answer.body, 'Etikk «først»');
  t.equal((await kari.get(`${api}/receipt.json`)).body, answer.body, 'the API gives the same bytes');
});

t.test('bytes changed all over a real receipt fail it (must show 5)', async (t) => {
  const file = (await kari.get(`${here}/kvittering.json`)).rawPayload;
  let missed = 0;
  // Every 41st byte; every bit of every byte is tried on a smaller document in platform/signed-document.test.ts.
  for (let at = 0; at < file.length; at += 41) {
    const changed = Buffer.from(file);
    changed[at] = (file[at] as number) ^ (1 + ((at * 37) % 255));
    const { ok, faults } = await verify(changed, [key]);
    if (ok || faults.length === 0) missed++;
  }
  t.equal(missed, 0, `${file.length} bytes`);
});

t.test('the application as PDF: everything in it, tagged, the same every time', async (t) => {
  const answer = await kari.get(`${here}/soknad.pdf`);
  t.equal(answer.headers['content-type'], 'application/pdf');
  t.match(answer.headers['content-disposition'], `soknad-${sent.receiptNumber}.pdf`);
  const text = await textOf(answer.rawPayload);
  t.match(text, sent.receiptNumber);
  const submission = (await kari.get(`${api}/submission`)).json();
  for (const { label } of submission.content.answers)
    t.match(text, label.replace(/\s+/g, ' '), 'the question');
  t.match(text, 'Etikk «først»');
  for (const { name, sha256 } of submission.content.documents) {
    t.match(text, name);
    t.match(text.replaceAll(' ', ''), sha256);
  }
  t.match(text, 'Demonstrasjon');
  t.same((await kari.get(`${api}/submission.pdf`)).rawPayload, answer.rawPayload);
});

t.test('sent again: the receipt of each submission stays as it was', async (t) => {
  const modum = await call.as('kari@modum.example');
  const first = await call.sent(modum, 'Modum', { word: 'Gammelt' });
  const path = `/soknad/${first.id}`;
  const before = await modum.get(`${path}/kvittering.json`);
  await call.fillIn(modum, first.id, 'Nytt');
  await call.setClock(addMinutes(call.during, 5));
  await call.submit(modum, first.id, 1);
  const now = await modum.get(`${path}/kvittering.json`);
  t.match([before.body, now.body], [/Gammelt/, /Nytt/]);
  const old = await modum.get(`${path}/kvittering.json?nr=1`);
  t.match(old.headers['content-disposition'], 'versjon-1.json');
  t.equal(old.body, before.body, 'the same bytes');
  t.match(await textOf((await modum.get(`${path}/soknad.pdf?nr=1`)).rawPayload), 'Gammelt');
  t.equal((await modum.get(`${path}/kvittering.json?nr=9`)).statusCode, 404);
  const page = await modum.get(`${path}/kvittering`);
  t.same(await htmlProblems(page.body), []);
  t.match(page.body, 'kvittering.json?nr=1');
  await call.setClock(call.during);
});

t.test('the preview is what the jury reads, and the draft on paper says that it is one', async (t) => {
  const ola = await call.as('ola@asker.example');
  const { id } = await call.draft(ola, 'Asker');
  await call.fillIn(ola, id, 'Utkastord');
  const preview = await ola.get(`/soknad/${id}/forhandsvis`);
  t.equal(preview.statusCode, 200);
  t.same(await htmlProblems(preview.body), []);
  t.match(preview.body, 'Utkastord');
  t.equal((await ola.get(`/soknad/${id}/kvittering.json`)).statusCode, 404, 'nothing has been sent in');
  t.equal((await ola.get(`/soknad/${id}/soknad.pdf`)).statusCode, 404);
  const draft = await textOf((await ola.get(`/soknad/${id}/utkast.pdf`)).rawPayload);
  t.match(draft, /Utkast\. Ikke sendt inn\./);
  t.match(draft, 'Utkastord');
  await call.submit(ola, id);
  const content = (page: string) =>
    /<dl class="ep-terms">[\s\S]*id="del-vedlegg"[\s\S]*?<\/section>/.exec(page)?.[0];
  const sentPage = await ola.get(`/soknad/${id}/innsendt`);
  t.ok(content(preview.body));
  t.equal(content(sentPage.body), content(preview.body), 'the same as was sent in');
});

t.test('none of it is for anybody else', async (t) => {
  const others = [
    call.anyone,
    await call.as('fremmed@larvik.example'),
    await call.as('secretary@example.no'),
  ];
  const paths = ['kvittering.json', 'soknad.pdf', 'utkast.pdf', 'forhandsvis'].map((end) => `${here}/${end}`);
  for (const path of [...paths, `${api}/receipt.json`, `${api}/submission.pdf`]) {
    for (const other of others) {
      const answer = await other.get(path);
      t.ok([302, 303, 401, 403, 404].includes(answer.statusCode), `${answer.statusCode} ${path}`);
      t.notMatch(answer.body, /først|EP-/);
    }
    t.equal((await (others[1] as typeof kari).get(path)).statusCode, 404, 'a stranger learns nothing');
  }
});
