/** A page by keyboard alone: to one thing with Tab, and through everything (WCAG 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7, 2.4.11). */
import type { Page } from 'playwright-core';
import { keyboardRules } from '../../scripts/accessibility/keyboard.ts';
import { remember } from './axe-record.ts';

/** Moves to what the selector names with the Tab key alone. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

/** Goes to each field by its name, in the order of the page, and types; an empty text is a press of the space bar: a tick or a choice. */
export async function write(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    await tabTo(page, `[name="${name}"]`);
    await (text === '' ? page.keyboard.press('Space') : page.keyboard.type(text));
  }
}

/** Goes to a button or a link and presses it. */
export async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/**
 * Of what has the focus, what there is too little of to see and press: under a bar that stays, or beside the screen. 24 pixels each way, or
 * all there is of it. Null where nothing is wrong.
 */
export const hiddenFocus = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  // A link that goes on in the next line: its first one.
  const { left, right, top, bottom } = one.getClientRects()[0];
  const shows = (x, y) => {
    const at = document.elementFromPoint(x, y);
    return at !== null && (one.contains(at) || at.contains(one) && at.matches('label'));
  };
  const middle = Math.min((left + right) / 2, left + 20);
  let rows = 0;
  for (let y = Math.ceil(top); y < bottom; y++) if (shows(middle, y)) rows++;
  const least = Math.min(24, Math.floor(bottom - top)) - 1;
  return rows >= least ? null : one.tagName + ' ' + (one.name || one.textContent.trim().slice(0, 40)) + ': ' + rows + ' of ' + Math.round(bottom - top);
})()`;

/**
 * In the page: what Tab is to reach, in the order of the document, and a note of where each press went. A press is noted when the key is let
 * go, since the page has been scrolled by then.
 */
const watch = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')];
  const chosen = (one) => {
    if (one.type !== 'radio') return true;
    const group = all.filter((other) => other.type === 'radio' && other.name === one.name && other.form === one.form);
    return one === (group.find((other) => other.checked) ?? group[0]);
  };
  const wanted = all.filter((one) => one.tabIndex >= 0 && !one.matches(':disabled') && !one.closest('[inert]')
    && one.checkVisibility({ visibilityProperty: true }) && chosen(one));
  const named = (one) => one.tagName.toLowerCase() + ' ' + (one.name || one.getAttribute('href') || one.textContent.trim().slice(0, 40));
  // The ring of a tick or a choice goes around its label, too; the first link is marked by coming into sight.
  const ringed = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 || boxShadow !== 'none';
  };
  const marked = (one) => ringed(one) || one.matches('.ds-skip-link') && one.offsetWidth > 1
    || one.matches('[type=radio], [type=checkbox]') && one.closest('.ds-field') !== null && ringed(one.closest('.ds-field'));
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
    if (!marked(one)) faults.add('2.4.7 nothing shows that ' + named(one) + ' has the focus');
    const hidden = ${hiddenFocus};
    if (hidden) faults.add('2.4.11 ' + hidden);
  }, true);
  globalThis.walked = () => ({
    left: wanted.filter((one) => !reached.has(one)).map(named), presses, faults: [...faults],
    isBack: wanted.length === 0 || reached.has(wanted[0]) && (document.activeElement === wanted[0] || document.activeElement === document.body),
  });
  return wanted.length;
})()`;

interface Walked {
  left: string[];
  presses: number;
  faults: string[];
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
  // Whoever is held on the page does not come to its first link.
  const hasSkip = now.isBack && (await page.locator('a.ds-skip-link').count()) > 0;
  if (hasSkip) faults.push(...(await skipFaults(page)));
  note(record, faults, hasSkip ? [] : ['2.4.1']);
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
  await press(page, 'a.ds-skip-link');
  const isThere = await page.evaluate<boolean>(`document.activeElement?.id === 'main'`);
  return isThere ? [] : ['2.4.1 the first link does not lead to the main content'];
}
