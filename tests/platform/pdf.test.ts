/** PDF documents as another program reads them: text, tags, language, pages. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import t from 'tap';
import { instant } from '../../src/platform/clock.ts';
import {
  heading,
  list,
  note,
  pageBreak,
  paragraph,
  prose,
  renderPdf,
  table,
  terms,
  title,
  type Block,
} from '../../src/platform/pdf/index.ts';

const meta = {
  title: 'Søknad til Etikkprisen',
  author: 'Etikkprisen',
  lang: 'nb-NO',
  at: instant('2026-10-01T10:00:00Z'),
  foot: 'Etikkprisen 2026',
  pageOf: (page: number, pages: number) => `Side ${page} av ${pages}`,
};
interface Node {
  role?: string;
  lang?: string;
  children?: Node[];
}
const roles = (node: Node): string[] => [
  // Of a table that runs on, the tree of a page names the rows of the others, too: without content.
  ...(node.role && node.children?.length ? [node.role] : []),
  ...(node.children ?? []).flatMap(roles),
];

async function read(blocks: readonly Block[], more: Partial<typeof meta & { banner: string }> = {}) {
  const bytes = await renderPdf({ ...meta, ...more }, blocks);
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const tree = (await page.getStructTree()) as Node;
      return {
        text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
        roles: roles(tree),
        tree,
      };
    }),
  );
  return { bytes, pdf, pages };
}

t.test('says what it is: title, language, tags, PDF/A-2a, its own date', async (t) => {
  const { bytes, pdf } = await read([title('Søknad')]);
  const { info, metadata } = await pdf.getMetadata();
  t.match(info, { Title: 'Søknad til Etikkprisen', Language: 'nb-NO', CreationDate: /^D:20261001100000Z/ });
  t.match(metadata?.getRaw(), /<pdfaid:part>2<[\s\S]*<pdfaid:conformance>A</);
  t.match(await pdf.getMarkInfo(), new Map([['Marked', true]]));
  t.notMatch(bytes.toString('latin1'), /\/BaseFont \/Helvetica/, 'every font is embedded');
  t.same(bytes, await renderPdf(meta, [title('Søknad')]), 'the same content gives the same bytes');
});

t.test('headings, lists and tables are in the tag tree; foot and banner are not', async (t) => {
  const { pages } = await read(
    [
      title('Tittel', { over: 'Over', lead: 'Ingress' }),
      heading(2, 'Del'),
      ...prose('Ett.\n\nTo.', 'nn-NO'),
      list(['a', 'b'], { ordered: true }),
      note('Husk'),
      terms([
        ['Søker', 'Ås'],
        ['Tom', null],
      ]),
      table([{ label: 'Navn' }, { label: 'Antall', align: 'end' }], [['Å', '1']], { rowHeads: true }),
    ],
    { banner: 'DEMO' },
  );
  const wanted = [
    'Root',
    'Document',
    'P',
    'H1',
    'P',
    'H2',
    'P',
    'P',
    'L',
    'LI',
    'Lbl',
    'LBody',
    'LI',
    'Lbl',
    'LBody',
    'P',
  ];
  t.same(pages[0]?.roles, [
    ...wanted,
    'Table',
    'TR',
    'TH',
    'TD',
    'Table',
    'TR',
    'TH',
    'TH',
    'TR',
    'TH',
    'TD',
  ]);
  t.match(JSON.stringify(pages[0]?.tree), /"lang":"nn-NO"/, 'a passage in another language says so');
  t.match(pages[0]?.text, /Side 1 av 1/);
  t.match(pages[0]?.text, /DEMO/);
});

t.test('Norwegian, Sámi, Cyrillic and Greek signs; what the font lacks, and what is none', async (t) => {
  const { pages } = await read([
    paragraph('Æøå «Kárášjohka» đŋŧ Новый Ελλάδα – … 10 €'),
    paragraph('Decomposed: a\u030A. Hidden:\u202E\u200B\u0007x. Emoji 👩‍👩‍👧 and 漢字.'),
  ]);
  t.match(pages[0]?.text, 'Æøå «Kárášjohka» đŋŧ Новый Ελλάδα – … 10 €');
  t.match(pages[0]?.text, 'Decomposed: å. Hidden:x. Emoji ??? and ??.');
});

t.test('long texts run on over pages, with their tag; a table takes its head along', async (t) => {
  const word = 'Vi møtes hver uke. ';
  const rows = Array.from({ length: 60 }, (_, index) => [`Rad ${index}`, word.repeat(3)]);
  const { pages } = await read([
    heading(2, 'Lang tekst'),
    paragraph(word.repeat(500)),
    table([{ label: 'Hode' }, { label: 'Tekst' }], rows),
    pageBreak(),
    table([{ label: 'A' }, { label: 'B' }], [[word.repeat(400), 'kort']]),
    paragraph(`https://example.no/${'x'.repeat(300)} slutt`),
  ]);
  const all = pages.map(({ text }) => text.replace(/Etikkprisen 2026\s*Side.*/, '')).join('\n');
  t.equal(all.match(/Vi\s+møtes\s+hver\s+uke\./g)?.length, 500 + 60 * 3 + 400, 'not a word is lost');
  t.equal(all.match(/x/g)?.length, 301, 'an address longer than a line is broken, not cut');
  for (let row = 0; row < 60; row++) t.match(all, `Rad ${row}`);
  const withRows = pages.filter(({ text }) => /Rad \d/.test(text));
  t.ok(withRows.length > 1);
  for (const { text } of withRows) t.match(text, /Hode/);
  const heads = pages.flatMap((page) => page.roles).filter((role) => role === 'TH');
  t.equal(heads.length, 4, 'each head is read aloud once');
  t.match(pages.at(-1)?.text, `Side ${pages.length} av ${pages.length}`);
});
