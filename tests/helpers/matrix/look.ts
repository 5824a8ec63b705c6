/** Looks at page states in a real browser: what axe finds, and whether a page is wider than the screen. */
import type { Browser, Page } from 'playwright-core';
import { axeFaults, widthFaults } from '../axe.ts';
import { openPage } from '../browser.ts';
import type { PageState } from './states.ts';

export interface Look {
  /** Large screens first: the page is loaded once and then becomes narrower. */
  widths: readonly number[];
  schemes: readonly ('light' | 'dark')[];
  /** Whether axe runs at every width and scheme, or at the first and the others are measured. */
  everywhere: boolean;
}
interface Test {
  same(found: unknown, wanted: unknown, message: string): boolean;
  fail(message: string): void;
}

/** @returns how many page states it looked at: pages times widths and schemes */
export async function lookAt(
  t: Test,
  browser: Browser,
  base: string,
  states: readonly PageState[],
  look: Look,
): Promise<number> {
  let looks = 0;
  for (const [who, own] of Map.groupBy(states, (state) => state.who)) {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width: look.widths[0] ?? 1280, height: 900 },
      extraHTTPHeaders: own[0]?.headers ?? {},
    });
    for (const state of own) {
      const name = `${who}: ${state.route} as ${state.address}`;
      if (state.status >= 500) t.fail(`${name} answers ${state.status}`);
      await open(page, base, state);
      looks += await allLooks(t, page, name, look);
    }
    // The browser itself notes that a form was refused; nothing else.
    t.same(
      problems.filter((line) => !/status of 4\d\d/.test(line)),
      [],
      `${who}: no script error, nothing refused by the content security policy`,
    );
    await close();
  }
  return looks;
}

/** A page that answers a form is shown as it came; the others are asked for. */
async function open(page: Page, base: string, { route, address, status, body }: PageState): Promise<void> {
  if (!route.startsWith('POST')) {
    await page.goto(base + address);
    return;
  }
  await page.route(base + address, (request) =>
    request.fulfill({ status, contentType: 'text/html; charset=utf-8', body }),
  );
  await page.goto(base + address);
  await page.unroute(base + address);
}

async function allLooks(
  t: Test,
  page: Page,
  name: string,
  { widths, schemes, everywhere }: Look,
): Promise<number> {
  let looks = 0;
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const judged = everywhere || looks === 0;
      const faults = [...(judged ? await axeFaults(page) : []), ...(await widthFaults(page))];
      t.same(faults, [], `${name} at ${width}, ${colorScheme}`);
      looks++;
    }
  }
  return looks;
}
