/** What the page on accessibility says comes from runs of axe (issue 5 §4): a planted fault is a fault, and what was not run is not said to hold. */
import t from 'tap';
import { takenIn } from '../../scripts/accessibility/merge.ts';
import { readWcag } from '../../scripts/generate/wcag.ts';
import { axeFaults } from '../helpers/axe.ts';
import { newRecord } from '../helpers/axe-record.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';

const browser = await openBrowser(t);
const known = readWcag();
async function lookedAt(body: string) {
  const { page, close } = await openPage(browser);
  await page.setContent(
    `<!doctype html><html lang="nb"><head><title>Prøve</title></head><body><main><h1>Prøve</h1>${body}</main></body></html>`,
  );
  const { record, add } = newRecord('a test');
  const faults = await axeFaults(page, add);
  await close();
  return { record, faults };
}
const stateOf = (id: string, records: Parameters<typeof takenIn>[1]) =>
  takenIn(known, records).criteria.find((one) => one.id === id);

t.test('a field without a label is a fault of 4.1.2, and with one it is not', async (t) => {
  const good = await lookedAt('<label>Navn <input name="navn"></label>');
  t.same(good.faults, []);
  t.match(stateOf('4.1.2', [good.record]), { state: 'noFaultFound', pages: 1 });
  const bad = await lookedAt('<input name="navn">');
  t.match(bad.faults.join(), /^label: /);
  t.match(stateOf('4.1.2', [bad.record]), { state: 'faultFound' });
  t.match(stateOf('4.1.2', [good.record, bad.record, good.record]), { state: 'faultFound', pages: 3 });
  t.match(takenIn(known, [good.record, good.record]).run, { pages: 2, files: 2 });
});

t.test('what had nothing to look at, and what was not run, is not said to hold', async (t) => {
  const { record } = await lookedAt('<p>Bare tekst.</p>');
  t.match(stateOf('1.2.2', [record]), { state: 'notPresent', pages: 0 }, 'no video on the page');
  t.match(stateOf('1.1.1', [record]), { state: 'notPresent' }, 'no picture');
  t.match(stateOf('1.3.3', [record]), { state: 'notTestedByMachine' }, 'no rule of a machine');
  const nothing = takenIn(known, []);
  t.equal(nothing.run, null);
  t.ok(nothing.criteria.every(({ state }) => state === 'notTestedByMachine'));
});
