/** What the page on accessibility says comes from runs of axe and from walks by keyboard (issue 5 §4): a planted fault is a fault, and what was not run is not said to hold. */
import t from 'tap';
import { takenIn } from '../../scripts/accessibility/merge.ts';
import { readWcag } from '../../scripts/generate/wcag.ts';
import { axeFaults } from '../helpers/axe.ts';
import { newRecord } from '../helpers/axe-record.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { choose, press } from '../helpers/keyboard.ts';
import { walkThrough } from '../helpers/keyboard-walk.ts';

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

/** A page with this after its first link, walked through. */
async function walked(body: string, first = '<a class="ds-skip-link" href="#main">Hopp</a>') {
  const { page, close } = await openPage(browser, { viewport: { width: 390, height: 844 } });
  await page.setContent(
    `<!doctype html><html lang="nb"><body>${first}<a href="#meny">Meny</a><main id="main" tabindex="-1">${body}</main></body></html>`,
  );
  const { record, add } = newRecord('a walk');
  const { faults } = await walkThrough(page, add);
  await close();
  return { record, faults };
}

t.test('by keyboard: each kind of fault is found, and a page without any has none', async (t) => {
  const good = await walked(
    '<label>Dato <input type="date"></label><label><input type="radio" name="a">Ja</label><label><input type="radio" name="a">Nei</label><button>Send</button>',
  );
  t.same(good.faults, []);
  for (const id of ['2.1.1', '2.1.2', '2.4.1', '2.4.3', '2.4.7', '2.4.11'])
    t.match(stateOf(id, [good.record]), { state: 'noFaultFound', pages: 1 }, id);
  for (const [id, planted, first] of [
    ['2.1.1', '<button tabindex="-1">Utenom</button>'],
    ['2.1.1', '<div onclick="send()">Bare for mus</div>'],
    ['2.1.1', '<div style="cursor: pointer">Bare for mus</div>'],
    ['2.1.2', '<button onkeydown="event.preventDefault()">Felle</button><button>Etter</button>'],
    ['2.4.1', '<button>Send</button>', ''],
    ['2.4.1', '<button>Send</button>', '<a class="ds-skip-link" href="#meny">Hopp</a>'],
    ['2.4.3', '<button>Etter</button><button tabindex="1">Før</button>'],
    ['2.4.7', '<button style="outline: none">Umerket</button>'],
    ['2.4.7', '<button style="outline: none; box-shadow: 0 0 4px black">Alltid skygge</button>'],
    ['2.4.7', '<button style="outline: 2px solid black">Alltid ring</button>'],
    ['2.4.11', '<div style="position: fixed; inset: 0; background: white"></div><button>Under</button>'],
  ] as const) {
    const { record, faults } = await walked(planted, first);
    t.match(faults.join('\n'), new RegExp(`^${id.replaceAll('.', '\\.')} `, 'm'), `${id} ${planted}`);
    t.match(stateOf(id, [good.record, record]), { state: 'faultFound' }, id);
  }
});

t.test('what is done by keyboard fails where nobody could do it', async (t) => {
  const { page, close } = await openPage(browser);
  const on = (body: string) => page.setContent(`<!doctype html><html lang="nb"><body>${body}</body></html>`);
  await on('<a href="#">Først</a><div onclick="send()">Send</div>');
  await t.rejects(press(page, 'div'), { message: /does not reach/ });
  await on('<button style="outline: none; box-shadow: 0 0 4px black">Send</button>');
  await t.rejects(press(page, 'button'), { message: /nothing shows/ });
  await on('<button>Send</button><div style="position: fixed; inset: 0; background: white"></div>');
  await t.rejects(press(page, 'button'), { message: /covered/ });
  await on('<input type="radio" name="a" value="1"><input type="radio" name="a" value="2">');
  await choose(page, '[value="2"]');
  t.ok(await page.locator('[value="2"]').isChecked());
  await close();
});
