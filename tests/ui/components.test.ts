import { parseHTML } from 'linkedom';
import t from 'tap';
import * as ui from '../../src/ui/components/index.ts';
import { LANGS, texts } from '../../src/ui/text/index.ts';
import { htmlProblems } from '../helpers/html.ts';
import { kitchenSink } from './kitchen-sink.ts';

t.test('every component is valid HTML in three languages', async (t) => {
  for (const lang of LANGS) {
    for (const [name, page] of Object.entries(kitchenSink(lang))) {
      t.same(await htmlProblems(page.toString()), [], `${name} ${lang}`);
    }
  }
});

t.test('nothing inline: no style, no script, no handlers (GDPR-7)', async (t) => {
  for (const [name, page] of Object.entries(kitchenSink('nb'))) {
    t.notMatch(
      page.toString(),
      /\sstyle=|<style|<script(?! type="module" src="\/)|\son[a-z]+="|javascript:/,
      name,
    );
  }
});

t.test('fields tie label, hint and error to their control', async (t) => {
  const { document } = parseHTML(kitchenSink('nb')['failed']?.toString() ?? '');
  const controls = document.querySelectorAll('main input:not([type=hidden]), main textarea, main select');
  t.ok(controls.length > 15);
  const ids = new Set<string>();
  for (const element of document.querySelectorAll('[id]')) {
    t.notOk(ids.has(element.id), `#${element.id} is the only one`);
    ids.add(element.id);
  }
  for (const control of controls) {
    t.ok(document.querySelector(`label[for="${control.id}"]`), `${control.id} has a label`);
  }
  for (const element of document.querySelectorAll('[aria-describedby]')) {
    for (const id of element.getAttribute('aria-describedby')?.split(' ') ?? [])
      t.ok(ids.has(id), `${id} exists`);
  }
  for (const link of document.querySelectorAll('.ds-error-summary a'))
    t.ok(ids.has(link.getAttribute('href')?.slice(1) ?? ''), 'leads to a control');
  t.equal(document.querySelector('#field-name')?.getAttribute('aria-invalid'), 'true');
  t.equal(
    document.querySelector('#field-name')?.getAttribute('aria-describedby'),
    'field-name-hint field-name-error',
  );
});

t.test('help stands in the same place on every page', async (t) => {
  const footers = Object.values(kitchenSink('nn')).map(
    (page) => /<footer[^]*<\/footer>/.exec(page.toString())?.[0],
  );
  t.equal(new Set(footers).size, 1);
  t.match(footers[0], /mailto:etikkprisen@example\.no[^]*tel:22000000/);
});

t.test('text that people wrote keeps its shape and nothing else', async (t) => {
  t.equal(
    ui.prose('En <b>\r\nto\r\n\r\n\r\ntre', 'nn').toString(),
    '<div class="ep-prose" lang="nn"><p class="ds-paragraph" data-variant="long">En &lt;b&gt;<br>to</p><p class="ds-paragraph" data-variant="long">tre</p></div>',
  );
  t.match(ui.textArea({ name: 'a', label: 'A', value: '\nførste' }).toString(), '>\n\nførste</textarea>');
});

t.test('errors by field: the first one wins, and a name like __proto__ is a name', async (t) => {
  const found = ui.errorsByField([
    { field: 'a', message: '1' },
    { field: 'a', message: '2' },
    { message: '3' },
    { field: '__proto__', message: '4' },
  ]);
  t.equal(found['a'], '1');
  t.equal(found['__proto__'], '4');
  t.equal(found['toString'], undefined);
  t.equal(ui.errorSummary([], texts('nb')).toString(), '');
});

t.test('pages of a list: nothing for one, ends without links', async (t) => {
  const options = { hrefOf: (n: number) => `?side=${n}`, t: texts('nb') };
  t.equal(ui.pagination({ ...options, page: 1, total: 1 }).toString(), '');
  t.notMatch(ui.pagination({ ...options, page: 1, total: 3 }).toString(), 'rel="prev"');
  t.match(ui.pagination({ ...options, page: 1, total: 3 }).toString(), /href="\?side=2" rel="next"/);
});
