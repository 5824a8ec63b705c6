/** Through a whole page by keyboard alone (WCAG 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7, 2.4.11). */
import type { Page } from 'playwright-core';
import { keyboardRules } from '../../scripts/accessibility/keyboard.ts';
import { remember } from './axe-record.ts';
import { hiddenFocus, reach, rings } from './keyboard.ts';

/**
 * In the page: what Tab is to reach, in the order of the document, and a note of where each press went. A press is noted when the key is let
 * go, since the page has been scrolled by then.
 */
const watch = `(() => {
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [onclick], [role=button], [role=link], [role=switch], [role=checkbox]';
  // What the pointer shows that it can be pressed is a control, too, unless it belongs to one.
  const isPressed = (one) => getComputedStyle(one).cursor === 'pointer' && getComputedStyle(one.parentElement).cursor !== 'pointer'
    && !one.closest('label, ' + controls) && !one.querySelector('label, ' + controls);
  const all = [...document.body.querySelectorAll('*')].filter((one) => one.matches(controls + ', [tabindex="0"]') || isPressed(one));
  const chosen = (one) => {
    if (one.type !== 'radio') return true;
    const group = all.filter((other) => other.type === 'radio' && other.name === one.name && other.form === one.form);
    return one === (group.find((other) => other.checked) ?? group[0]);
  };
  const wanted = all.filter((one) => !one.matches(':disabled') && !one.closest('[inert]')
    && one.checkVisibility({ visibilityProperty: true }) && chosen(one));
  const named = (one) => one.tagName.toLowerCase() + ' ' + (one.name || one.getAttribute('href') || one.textContent.trim().slice(0, 40));
  ${rings}
  noteRings(all);
  const main = document.querySelector('main');
  const menu = wanted.filter((one) => !one.matches('.ds-skip-link') && !(main && main.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) && !main?.contains(one));
  const reached = new Set();
  const faults = new Set();
  let before = null;
  let presses = 0;
  addEventListener('keyup', ({ key }) => {
    if (key !== 'Tab') return;
    presses++;
    const one = document.activeElement;
    if (!one || one === document.body) { before = null; return; }
    if (one === before) return;
    const isRound = one === wanted[0] && reached.has(one);
    if (before && !isRound && !(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING))
      faults.add('2.4.3 ' + named(one) + ' comes after ' + named(before));
    before = one;
    reached.add(one);
    if (!isMarked(one)) faults.add('2.4.7 nothing shows that ' + named(one) + ' has the focus');
    const hidden = ${hiddenFocus};
    if (hidden) faults.add('2.4.11 ' + hidden);
  }, true);
  globalThis.walked = () => ({
    left: wanted.filter((one) => !reached.has(one)).map(named), presses, faults: [...faults], menu: menu.length,
    isBack: wanted.length === 0 || reached.has(wanted[0]) && (document.activeElement === wanted[0] || document.activeElement === document.body),
  });
  return wanted.length;
})()`;

interface Walked {
  left: string[];
  presses: number;
  faults: string[];
  /** Stops before the main content. */
  menu: number;
  /** Tab has left the page, or begun anew: nothing holds it. */
  isBack: boolean;
}

/**
 * Once through the page with Tab and out of it, then past the menu with the first link. What was found out is counted for the page on
 * accessibility.
 *
 * @returns one line a fault, which begins with its criterion; how many times Tab was pressed
 */
export async function walkThrough(
  page: Page,
  record = remember,
): Promise<{ faults: string[]; presses: number }> {
  const stops = await page.evaluate<number>(watch);
  const result = () => page.evaluate<Walked>('walked()');
  for (let i = 0; i < stops; i++) await page.keyboard.press('Tab');
  let now = await result();
  // A field for a date takes several presses, and so does a box that scrolls.
  for (let i = 0; i < stops * 5 + 20 && !(now.left.length === 0 && now.isBack); i++) {
    await page.keyboard.press('Tab');
    now = await result();
  }
  const faults = [...now.faults, ...now.left.map((one) => `2.1.1 Tab does not reach ${one}`)];
  if (!now.isBack) faults.push('2.1.2 Tab does not leave the page');
  const hasSkip = (await page.locator('a.ds-skip-link').count()) > 0;
  // Whoever is held on the page does not come to its first link.
  if (hasSkip && now.isBack) faults.push(...(await skipFaults(page)));
  else if (!hasSkip && now.menu > 0) faults.push('2.4.1 no first link leads past the menu');
  const nothingToSkip = hasSkip ? !now.isBack : now.menu === 0;
  note(record, faults, nothingToSkip ? ['2.4.1'] : []);
  return { faults, presses: now.presses };
}

/** One page for the record: `absent` are the criteria that it has nothing for. */
function note(record: typeof remember, faults: readonly string[], absent: readonly string[]): void {
  const outcomes = Map.groupBy(Object.entries(keyboardRules), ([criterion]) => {
    if (absent.includes(criterion)) return 'inapplicable';
    return faults.some((fault) => fault.startsWith(`${criterion} `)) ? 'violations' : 'passes';
  });
  const of = (outcome: 'passes' | 'violations' | 'inapplicable') =>
    (outcomes.get(outcome) ?? []).map(([, id]) => ({ id }));
  record({
    passes: of('passes'),
    violations: of('violations'),
    incomplete: [],
    inapplicable: of('inapplicable'),
  });
}

/** The first link leads past the menu. */
async function skipFaults(page: Page): Promise<string[]> {
  await reach(page, 'a.ds-skip-link');
  await page.keyboard.press('Enter');
  const isThere = await page.evaluate<boolean>(`document.activeElement?.id === 'main'`);
  return isThere ? [] : ['2.4.1 the first link does not lead to the main content'];
}
