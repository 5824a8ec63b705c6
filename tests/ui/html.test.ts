import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import t from 'tap';
import { attrs, escapeHtml, html, Html, join, nothing, url } from '../../src/ui/html.ts';
import type { Content } from '../../src/ui/html.ts';

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('<', '>', '&', '"', "'", '=', '/', '`', 'x', ' '),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  ),
});

const UNESCAPE: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const unescape = (escaped: string): string =>
  escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => UNESCAPE[entity] as string);

t.test('text can neither open nor close anything, and reads as it was written', async (t) => {
  fc.assert(
    fc.property(text, (value) => {
      const made = html`<p title="${value}">${value}</p>`.toString();
      const [, attribute = '', content = ''] = /^<p title="([^"]*)">([^]*)<\/p>$/.exec(made) ?? [];
      t.ok(!/[<>"']/.test(attribute + content));
      return unescape(attribute) === value && unescape(content) === value && attribute === escapeHtml(value);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(text, (value) => {
      const { document } = parseHTML(
        html`<html><body><p${attrs({ title: value })}>${value}</p></body></html>`.toString(),
      );
      const body = document.body.children;
      return body.length === 1 && body[0]?.children.length === 0;
    }),
    { numRuns: 200 },
  );
});

t.test('nesting is not escaped twice, arrays are joined, nothing is nothing', async (t) => {
  const content: fc.Arbitrary<Content> = fc.letrec<{ node: Content }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer(),
      fc.constantFrom<Content>(null, undefined, false),
      text.map((value) => html`<b>${value}</b>`),
      fc.array(tie('node'), { maxLength: 3 }),
      tie('node').map((inner) => html`<i>${inner}</i>`),
    ),
  })).node;
  const flat = (value: Content): string => {
    if (value === null || value === undefined || value === false) return '';
    if (Array.isArray(value)) return value.map(flat).join('');
    return value instanceof Html ? value.toString() : escapeHtml(String(value));
  };
  fc.assert(fc.property(content, (value) => html`<p>${value}</p>`.toString() === `<p>${flat(value)}</p>`));
  t.equal(html`${0}${''}${nothing}`.toString(), '0');
  t.equal(join(['a', '<', html`<br>`], ', ').toString(), 'a, &lt;, <br>');
});

t.test('html cannot be forged from text or data', async (t) => {
  t.throws(() => new Html('<script>', Symbol('html') as never), TypeError);
  const lookalike = JSON.parse('{"toString":"x"}') as Content;
  t.throws(() => html`${lookalike}`.toString());
  t.equal(html`${{ toString: () => '<script>' } as unknown as Content}`.toString(), '&lt;script&gt;');
});

t.test('addresses: only relative ones, the web, mail and telephone', async (t) => {
  for (const good of [
    '/a?b=c:d',
    '#x',
    'a/b',
    './a',
    '?a=b',
    '',
    'https://ks.no',
    'mailto:a@b.no',
    'tel:+4722000000',
    '/x:y',
  ]) {
    t.equal(url(good), good);
  }
  for (const bad of [
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    ' javascript:x',
    'java\nscript:x',
    'java\tscript:x',
    '\u0000javascript:x',
    'data:text/html,x',
    'vbscript:x',
    'blob:x',
    'javascript\r\n:x',
  ]) {
    t.equal(url(bad), '#', JSON.stringify(bad));
    t.match(html`<a${attrs({ href: bad })}>x</a>`.toString(), 'href="#"');
    t.match(html`<form${attrs({ action: bad })}></form>`.toString(), 'action="#"');
  }
  const control = fc.integer({ min: 0, max: 0x20 }).map((code) => String.fromCodePoint(code));
  const noise = fc.string({ unit: control, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(noise, { minLength: 11, maxLength: 11 }), (between) => {
      const hidden = [...'javascript:'].map((letter, i) => (between[i] as string) + letter).join('');
      return url(`${hidden}alert(1)`) === '#';
    }),
  );
});

t.test('attributes: absent, bare and quoted; no scripts', async (t) => {
  t.equal(
    attrs({ id: 'a', hidden: true, title: null, lang: undefined, open: false, rows: 3 }).toString(),
    ' id="a" hidden rows="3"',
  );
  t.throws(() => attrs({ onclick: 'x' }), TypeError);
  t.throws(() => attrs({ 'a b': 'x' }), TypeError);
});
