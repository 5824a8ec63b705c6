/** Looks at page states in a real browser: what axe finds, and whether a page is wider than the screen. */
import type { Browser, Page } from 'playwright-core';
import { axeFaults, widthFaults } from '../axe.ts';
import { openPage } from '../browser.ts';
import type { PageState } from './states.ts';

export interface Look {
  width: number;
  /** Whether axe runs, or the page is only measured. */
  axe: boolean;
}
interface Test {
  same(found: unknown, wanted: unknown, message: string): boolean;
  fail(message: string): void;
}

/**
 * @param sights how each page is looked at, the large screens first: it is loaded once and then becomes narrower
 * @returns how many times axe looked
 */
export async function lookAt(
  t: Test,
  browser: Browser,
  base: string,
  states: readonly PageState[],
  sights: readonly Look[],
): Promise<number> {
  // Pages of one person at a time in one browser window; several windows, since a page mostly waits.
  const waiting = [...Map.groupBy(states, ({ who }) => who)].flatMap(([who, own]) =>
    Array.from({ length: Math.ceil(own.length / AT_ONCE) }, (_, i) => ({
      who,
      states: own.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
    })),
  );
  let looks = 0;
  const window = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const own = await lookAs(t, browser, base, { ...next, sights });
      looks += own;
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, window));
  return looks;
}

/** A new window has to read styles, letters and scripts anew; with much fewer of them one would be busy when the others are done. */
const AT_ONCE = 30;
const WINDOWS = 3;

async function lookAs(
  t: Test,
  browser: Browser,
  base: string,
  { who, states, sights }: { who: string; states: readonly PageState[]; sights: readonly Look[] },
): Promise<number> {
  let looks = 0;
  const { page, problems, close } = await openPage(browser, {
    viewport: { width: sights[0]?.width ?? 1280, height: 900 },
    colorScheme: 'light',
    extraHTTPHeaders: states[0]?.headers ?? {},
  });
  for (const state of states) {
    const name = `${who}: ${state.route} as ${state.address}`;
    if (state.status >= 500) t.fail(`${name} answers ${state.status}`);
    await open(page, base, state);
    looks += await allLooks(t, page, name, sights);
  }
  // The browser itself notes that a form was refused; nothing else.
  t.same(
    problems.filter((line) => !/status of 4\d\d/.test(line)),
    [],
    `${who}: no script error, nothing refused by the content security policy`,
  );
  await close();
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

async function allLooks(t: Test, page: Page, name: string, sights: readonly Look[]): Promise<number> {
  for (const { width, axe } of sights) {
    await page.setViewportSize({ width, height: 900 });
    const faults = [...(axe ? await axeFaults(page) : []), ...(await widthFaults(page))];
    t.same(faults, [], `${name} at ${width}`);
  }
  return sights.filter(({ axe }) => axe).length;
}
