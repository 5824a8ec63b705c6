/**
 * One thing on a page by keyboard alone: there with Tab, which shows where one is, then a key (WCAG 2.1.1, 2.4.7, 2.4.11). Nothing here touches
 * a mouse.
 */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

type Target = string | Locator;
const found = (page: Page, target: Target): Locator =>
  typeof target === 'string' ? page.locator(target) : target;

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
 * Defines in the page: `noteRings`, which keeps what surrounds each of these without the focus, and `isMarked`: with the focus there is a
 * ring that was not there before. An outline or a shadow that is always there tells nobody where one is.
 */
export const rings = `
  const ringOf = (one) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one);
    const outline = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 ? [outlineStyle, outlineWidth, outlineColor].join(' ') : '';
    return outline + (boxShadow === 'none' ? '' : boxShadow);
  };
  // The ring of a tick or a choice goes around its label, too.
  const ringsOf = (one) => [one, one.matches('[type=radio], [type=checkbox]') && one.closest('.ds-field')].map((each) => each ? ringOf(each) : '');
  const without = new WeakMap();
  const noteRings = (all) => { for (const one of all) if (one !== document.activeElement) without.set(one, ringsOf(one)); };
  // The first link is marked by coming into sight.
  const isMarked = (one) => one.matches('.ds-skip-link') && one.offsetWidth > 1
    || ringsOf(one).some((ring, i) => ring !== '' && ring !== without.get(one)?.[i]);`;

/** In the page: one of these has the focus, or another choice of its group, which the arrows lead on from. */
const isFocused = (elements: unknown[]): boolean =>
  (elements as Control[]).some((one) => {
    const { activeElement: active } = one.ownerDocument;
    return active === one || (one.type === 'radio' && active?.type === 'radio' && active.name === one.name);
  });
/** Of an element in the page, as far as it is asked here. */
interface Control {
  type?: string;
  name?: string;
  ownerDocument: { activeElement: Control | null };
}

/**
 * Moves with the Tab key alone to what is named, or to the choice of its group that Tab stops at.
 *
 * @throws when Tab does not come there
 */
export async function reach(page: Page, target: Target): Promise<void> {
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press('Tab');
    if (await found(page, target).evaluateAll(isFocused)) return;
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
}

/** Goes there, where one can see that one is: marked, and not covered. */
export async function tabTo(page: Page, target: Target): Promise<void> {
  await page.evaluate(
    `(() => { ${rings}; noteRings(document.querySelectorAll('*')); globalThis.isMarked = isMarked; })()`,
  );
  await reach(page, target);
  // A page may take its time to scroll there.
  await page.waitForFunction(`${hiddenFocus} === null`, undefined, { timeout: 2000 }).catch(async () => {
    throw new Error(`what has the focus is covered: ${await page.evaluate<string>(hiddenFocus)}`);
  });
  if (!(await page.evaluate('isMarked(document.activeElement)')))
    throw new Error(`nothing shows that ${String(target)} has the focus`);
}

/** Goes to each field by its name, in the order of the page, and types; an empty text is a press of the space bar: a tick or a choice. */
export async function write(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    await tabTo(page, `[name="${name}"]`);
    await (text === '' ? page.keyboard.press('Space') : page.keyboard.type(text));
  }
}

/**
 * Goes to a date and its time of day and writes noon of this day. A browser asks for day and month, and for the hour, in the order of its own
 * language: a day with the number of its month, and noon, are the same in all of them.
 */
export const writeNoon = (page: Page, name: string, month: 10 | 11 | 12, year: number): Promise<void> =>
  write(page, { [name]: `${month}${month}${year}`, [`${name}Time`]: '1200P' });

/** Goes to a field and writes instead of what stands there. */
export async function rewrite(page: Page, target: Target, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Goes to a group of choices and on with the arrows to this one; or ticks a box. */
export async function choose(page: Page, target: Target): Promise<void> {
  const wanted = found(page, target);
  await tabTo(page, wanted);
  if (await wanted.isChecked()) return;
  await page.keyboard.press('Space');
  for (let i = 0; i < 12 && !(await wanted.isChecked()); i++) await page.keyboard.press('ArrowDown');
  if (!(await wanted.isChecked())) throw new Error(`the arrows do not lead to ${String(target)}`);
}

/** Goes to a button or a link and presses it. */
export async function press(page: Page, target: Target): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** …and waits for the page that answers. */
export async function follow(page: Page, target: Target): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** …and takes the file that answers. */
export async function take(page: Page, target: Target): Promise<{ name: string; content: Buffer }> {
  await tabTo(page, target);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}
