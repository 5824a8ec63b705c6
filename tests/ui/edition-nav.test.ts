import { parseHTML } from 'linkedom';
import t from 'tap';
import { editionHead, editionHref, editionIndex, editionPages } from '../../src/ui/edition-nav.ts';
import { html } from '../../src/ui/html.ts';
import { LANGS } from '../../src/ui/text/index.ts';

const edition = { id: 'e', year: 2026 };
const documentOf = (body: unknown) => parseHTML(`<html><body>${String(body)}</body></html>`).document;
type Root = Pick<ReturnType<typeof documentOf>, 'querySelectorAll'>;
const addresses = (root: Root): (string | null)[] =>
  [...root.querySelectorAll('a')].map((a) => a.getAttribute('href'));

t.test('every page of the year is on the index, once, in every language', async (t) => {
  for (const lang of LANGS) {
    const found = addresses(documentOf(html`${editionIndex('e', lang, editionPages)}`));
    const rest = editionPages.filter((page) => page !== 'overview').map((page) => editionHref('e', page));
    t.same([...found].sort(), [...rest].sort());
  }
});

t.test('on every page one sees which group it is in, the others of it, and that one is there', async (t) => {
  for (const page of editionPages) {
    const document = documentOf(html`${editionHead(edition, page, { title: 'x' }, 'nb')}`);
    const rows = [...document.querySelectorAll('nav')];
    const inGroups = rows[0]?.querySelectorAll('[aria-current]') ?? [];
    t.equal(inGroups.length, 1, `${page}: one group is the current one`);
    t.ok(
      document.querySelector(`[aria-current="page"][href="${editionHref('e', page)}"]`),
      `${page}: itself`,
    );
    t.equal(rows.length, page === 'overview' ? 1 : 2);
    const names = rows.map((row) => row.getAttribute('aria-label'));
    t.equal(new Set(names).size, names.length, 'no two rows have the same name');
    const reached = new Set(rows.flatMap(addresses));
    t.ok(reached.has(editionHref('e')), `${page}: leads back to the overview`);
  }
});

t.test('who may open few pages sees them in one row, and no others', async (t) => {
  const few = ['publication', 'statements'] as const;
  const document = documentOf(html`${editionHead(edition, 'statements', { title: 'x' }, 'nb', few)}`);
  t.equal(document.querySelectorAll('nav').length, 1);
  t.same(addresses(document), ['/sekretariat/e/offentliggjoring', '/sekretariat/e/begrunnelser']);
});
