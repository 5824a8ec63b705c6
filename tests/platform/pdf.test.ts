/** PDF documents as another program reads them: text, tags, language, pages. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import t from 'tap';
import { instant } from '../../src/platform/clock.ts';
import {
  boxes,
  contents,
  bars,
  heading,
  lines,
  list,
  note,
  pageBreak,
  paragraph,
  prose,
  renderPdf,
  table,
  terms,
  title,
  type PaperBlock,
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

async function read(
  blocks: readonly PaperBlock[],
  more: Partial<typeof meta & { banner: string; bookmarks: 2 | 3 | 4 }> = {},
) {
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

t.test('contents with page numbers and links, bookmarks by level', async (t) => {
  const long = paragraph('Vi møtes hver uke. '.repeat(400));
  const blocks = [
    title('Hefte'),
    heading(2, 'Innhold'),
    contents(),
    pageBreak(),
    heading(2, 'Første del'),
    heading(3, 'Under første'),
    heading(4, 'Uten bokmerke'),
    long,
    heading(2, 'Andre del', 'nn-NO'),
    ...prose('Slutt.'),
  ];
  const { pdf, pages, bytes } = await read(blocks, { bookmarks: 3 });
  const place = pages.findIndex(({ text }) => text.includes('Slutt.'));
  t.ok(place > 1);
  const numbers = pages[0]?.text.replace(/Etikkprisen 2026[\s\S]*/, '').match(/\d+/g);
  t.same(numbers, ['2', String(place + 1)]);
  const links = await (await pdf.getPage(1)).getAnnotations();
  t.same(
    links.map(({ contentsObj }) => contentsObj.str),
    ['Første del', 'Andre del'],
    'each is named',
  );
  const to = await Promise.all(links.map(({ dest }) => pdf.getDestination(dest as string)));
  const found = await Promise.all(to.map((dest) => pdf.getPageIndex(dest?.[0] as never)));
  t.same(found, [1, place]);
  const outline = await pdf.getOutline();
  t.same(
    outline.map(({ title: name, items }) => [name, items.map((item) => item.title)]),
    [
      ['Innhold', []],
      ['Første del', ['Under første']],
      ['Andre del', []],
    ],
  );
  t.equal(pages[0]?.roles.filter((role) => role === 'TOCI').length, 2);
  t.match(JSON.stringify(pages[0]?.tree), /"lang":"nn-NO"/);
  t.same(bytes, await renderPdf({ ...meta, bookmarks: 3 }, blocks), 'the same bytes');
  const without = await read([heading(2, 'Del')]);
  t.equal(await without.pdf.getOutline(), null, 'no bookmarks unless they are asked for');
});

t.test('boxes to tick are a list; lines to write on are only drawn', async (t) => {
  const { pages } = await read([heading(2, 'Skjema'), boxes(['Ja', 'Nei']), lines(8)]);
  t.same(pages[0]?.roles, ['Root', 'Document', 'H2', 'L', 'LI', 'LBody', 'LI', 'LBody']);
  const many = Array.from({ length: 12 }, () => [boxes(['Ja', 'Nei']), lines(8)]).flat();
  const full = await read(many);
  for (const { text } of full.pages) t.match(text, /Ja\s*Nei/, 'no page with lines alone, no boxes apart');
});

t.test('bars are a figure with a text, and as many as there is room for on a page', async (t) => {
  const rows = Array.from({ length: 90 }, (_, index) => ({ name: `Fylke ${index}`, value: index }));
  const { pages } = await read([bars(rows, 89, 'Stolper for fylkene'), bars([], 0, 'Ingen')]);
  t.equal(pages.length, 3);
  for (const { tree, roles: found } of pages) {
    t.ok(found.includes('Figure'));
    t.match(
      JSON.stringify(tree),
      /"role":"Figure"[^}]*"alt":"Stolper for fylkene"|"alt":"Stolper for fylkene"/,
    );
  }
  const all = pages.map(({ text }) => text).join('\n');
  for (const { name } of rows) t.match(all, name);
});
