/** The form of the call as PDF and as Word document, without signing in: opened by libraries that did not write them. */
import mammoth from 'mammoth';
import { parseHTML } from 'linkedom';
import t from 'tap';
import { addDays } from '../../../src/platform/clock.ts';
import { renderDocx } from '../../../src/platform/docx/render.ts';
import { heading, list, note, pageBreak, paragraph, table, title } from '../../../src/platform/pdf/index.ts';
import { unzip } from '../../../scripts/season/zip.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { readPdf } from '../../helpers/pdf.ts';
import { datesOf, plannedYear } from '../../helpers/year.ts';

const langs = [
  ['', 'nb-NO', 'Søknadsskjema for Etikkprisen 2026'],
  ['/nn', 'nn-NO', 'Søknadsskjema for Etikkprisen 2026'],
  ['/en', 'en-GB', 'Application form for Etikkprisen 2026'],
] as const;
const file = (lang: string, kind: 'pdf' | 'docx') => `${lang}/utlysning/soknadsskjema.${kind}`;

/** As Word would find it: headings by their levels, lists and tables. */
async function readDocx(bytes: Buffer) {
  const { value, messages } = await mammoth.convertToHtml({ buffer: bytes });
  const { document } = parseHTML(`<html><body>${value}</body></html>`);
  const all = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
  return {
    all,
    text: document.body.textContent ?? '',
    faults: messages.filter(({ type }) => type === 'error'),
  };
}

async function announced(t: Parameters<typeof playground>[0]) {
  const site = await playground(t);
  const { db } = site.services;
  const year = await plannedYear(db);
  const dates = await datesOf(db, year.id);
  return { ...site, db, year, dates };
}

t.test(
  'nothing of a call that is not announced; then both, in every language, linked from the page',
  async (t) => {
    const { anyone, setClock, year, dates } = await announced(t);
    await setClock(addDays(dates.opens_at, -8));
    for (const [lang] of langs)
      for (const kind of ['pdf', 'docx'] as const)
        t.equal((await anyone.get(file(lang, kind))).statusCode, 404);
    await year.send('secretary', addDays(dates.opens_at, -7), 'announce');
    await setClock(addDays(dates.opens_at, 1));
    const call = (await anyone.get('/api/v1/public/call')).json();
    t.ok(call.questions.length > 3);
    for (const [lang, code, name] of langs) {
      const page = await anyone.get(`${lang}/utlysning`);
      t.same(await htmlProblems(page.body), []);
      for (const kind of ['pdf', 'docx'] as const) t.match(page.body, `href="${file(lang, kind)}"`);

      const pdf = await anyone.get(file(lang, 'pdf'));
      t.equal(pdf.statusCode, 200, file(lang, 'pdf'));
      t.equal(pdf.headers['content-type'], 'application/pdf');
      const printed = await readPdf(pdf.rawPayload);
      t.equal(printed.lang, code);
      t.match(printed.tagged, /"H1"[\s\S]*"H2"/, 'it has headings');

      const docx = await anyone.get(file(lang, 'docx'));
      t.match(String(docx.headers['content-type']), /wordprocessingml/);
      const written = await readDocx(docx.rawPayload);
      t.same(written.faults, []);
      t.same(written.all('h1'), [name]);
      t.ok(written.all('table').length > 0, 'the dates are a table');
      const own = lang.slice(1) || 'nb';
      for (const { texts } of call.questions) {
        const { label } = texts[own] ?? texts.nb;
        t.ok(written.all('h3').includes(label), label);
        t.ok(printed.text.replaceAll(' ', '').includes(label.replace(/\s/g, '')), label);
      }
      for (const { texts } of call.criteria) t.ok(written.text.includes((texts[own] ?? texts.nb).name));
      for (const one of [pdf, docx]) {
        const again = await anyone.get(file(lang, one === pdf ? 'pdf' : 'docx'), {
          'if-none-match': String(one.headers.etag),
        });
        t.equal(again.statusCode, 304);
      }
    }
    await setClock(addDays(dates.opens_at, 2));
    t.ok(
      (await anyone.get(file('', 'docx'))).rawPayload.equals((await anyone.get(file('', 'docx'))).rawPayload),
      'the same each time',
    );
  },
);

t.test(
  'a Word document: every block, what people write cannot break it, the same bytes each time',
  async (t) => {
    const meta = {
      title: 'Prøve & <b>',
      author: 'Etikkprisen',
      lang: 'nb-NO',
      at: new Date('2026-05-01T10:00:00Z'),
    };
    const nasty = 'Ål & <w:p>"x"</w:p> \u0007\ud800 日本\nny linje';
    const blocks = [
      title(nasty, { over: 'Over', lead: 'Ingress' }),
      heading(2, nasty),
      paragraph(nasty, 'muted', 'nn-NO'),
      note(nasty),
      list(['a', nasty], { ordered: true }),
      heading(3, 'Mellom'),
      list(['b', 'c'], { ordered: true }),
      list(['d']),
      pageBreak(),
      table([{ label: 'Hode' }, { label: 'Tall', align: 'end' }], [[nasty, '2']], { rowHeads: true }),
    ];
    const bytes = await renderDocx(meta, blocks);
    t.ok(bytes.equals(await renderDocx(meta, blocks)));
    const { all, text, faults } = await readDocx(bytes);
    t.same(faults, []);
    t.equal(text.split('Ål & <w:p>"x"</w:p>  日本').length - 1, 6, text);
    t.same(all('ol').length, 2);
    t.same(all('ul li'), ['d']);
    t.same(all('thead, th').length > 0, true, 'the head of the table is one');
    const parts = await unzip(bytes);
    t.match(String(parts.get('docProps/core.xml')), /<dc:title>Prøve &amp; &lt;b&gt;<\/dc:title>.*nb-NO/);
    const document = String(parts.get('word/document.xml'));
    t.match(document, /<w:lang w:val="nn-NO"\/>/);
    t.same(
      [...document.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id),
      ['2', '2', '3', '3', '1'],
      'each numbered list begins at 1',
    );
    t.equal(String(parts.get('word/numbering.xml')).match(/startOverride/g)?.length, 2);
  },
);
