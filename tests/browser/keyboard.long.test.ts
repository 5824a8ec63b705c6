/** Every kind of page without a mouse: once through it with Tab on a phone, and nothing is left out, unmarked, covered or holding on. */
import type { Browser } from 'playwright-core';
import t from 'tap';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { walkThrough } from '../helpers/keyboard.ts';
import { findStates, type PageState } from '../helpers/matrix/states.ts';
import { fullWorld } from '../helpers/matrix/world.ts';

const browser = await openBrowser(t);
/** Whose pages are walked through: a page that several of them have is walked once. */
const whose = ['passer-by', 'secretary', 'administrator', 'chair', 'applicant', 'auditor'];

/** One page of each route, in bokmål: the others are made of the same elements. */
function oneOfEach(states: readonly PageState[]): PageState[] {
  const own = states.filter(({ address, status }) => status === 200 && !/^\/(nn|en)(\/|$)/.test(address));
  return [...Map.groupBy(own, ({ route }) => route).values()].map(
    (same) => same.toSorted((a, b) => b.body.length - a.body.length)[0]!,
  );
}

/** One line a fault of the pages of one person. */
async function faultsOf(browser: Browser, base: string, states: readonly PageState[]): Promise<string[]> {
  const { page, close } = await openPage(browser, {
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    extraHTTPHeaders: states[0]!.headers,
  });
  const found: string[] = [];
  for (const { address } of states) {
    await page.goto(base + address);
    const { faults, presses } = await walkThrough(page);
    walked.pages += 1;
    walked.presses += presses;
    found.push(...faults.map((fault) => `${address}: ${fault}`));
  }
  await close();
  return found;
}

const walked = { pages: 0, presses: 0 };

t.test('through every kind of page with Tab', async (t) => {
  const { value: stage } = await fullWorld(t).next();
  const { site, people, now } = stage!;
  const base = await site.app.listen({ port: 0, host: '127.0.0.1' });
  const world = { app: site.app, db: site.services.db, now };
  const asked = whose.map((role) => people.find((person) => person.role === role)!);
  const pages = oneOfEach(await findStates(world, asked, new Set(), new Set()));
  const byPerson = [...Map.groupBy(pages, ({ who }) => who)];
  const faults = await Promise.all(
    byPerson.map(async ([who, own]) => [who, await faultsOf(browser, base, own)] as const),
  );
  for (const [who, found] of faults) t.same(found, [], who);
  t.ok(walked.pages > 100, `${walked.pages} pages, ${walked.presses} presses`);
  t.comment(`${walked.pages} pages walked through with ${walked.presses} presses of Tab`);
});
