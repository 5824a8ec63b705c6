/**
 * Every kind of page without a mouse: once through it with Tab on a phone, and nothing is left out, unmarked, covered or holding on. Then
 * what guests and the secretariat do on the newest pages, with keys alone.
 */
import type { Page } from 'playwright-core';
import t, { type Test } from 'tap';
import { openPage } from '../helpers/browser.ts';
import { press, write } from '../helpers/keyboard.ts';
import { asLongAsAPerson, keysAlone } from '../helpers/keys-alone.ts';
import { walkThrough } from '../helpers/keyboard-walk.ts';
import { findStates, type PageState } from '../helpers/matrix/states.ts';
import { fullWorld, type Stage } from '../helpers/matrix/world.ts';

const { value } = await fullWorld(t).next();
const { site, people, now } = value as Stage;
const alone = await keysAlone(t, site);
const { browser, base } = alone;
const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const;
/** Whose pages are walked through: a page that several of them have is walked once. */
const whose = ['passer-by', 'secretary', 'administrator', 'chair', 'applicant'];

/** One page of each route, in bokmål: the others are made of the same elements. */
function oneOfEach(states: readonly PageState[]): PageState[] {
  const own = states.filter(({ address, status }) => status === 200 && !/^\/(nn|en)(\/|$)/.test(address));
  return [...Map.groupBy(own, ({ route }) => route).values()].map(
    (same) => same.toSorted((a, b) => b.body.length - a.body.length)[0]!,
  );
}

/** One line a fault of the pages of one person. */
async function faultsOf(states: readonly PageState[]): Promise<string[]> {
  const { page, close } = await openPage(browser, { ...phone, extraHTTPHeaders: states[0]!.headers });
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
  const world = { app: site.app, db: site.services.db, now };
  const asked = whose.map((role) => people.find((person) => person.role === role)!);
  const pages = oneOfEach(await findStates(world, asked, new Set(), new Set()));
  const byPerson = [...Map.groupBy(pages, ({ who }) => who)];
  const faults = await Promise.all(byPerson.map(async ([who, own]) => [who, await faultsOf(own)] as const));
  for (const [who, found] of faults) t.same(found, [], who);
  t.ok(walked.pages > 100, `${walked.pages} pages, ${walked.presses} presses`);
  t.comment(`${walked.pages} pages walked through with ${walked.presses} presses of Tab`);
});

/** Somebody of the matrix at a page, with nothing but keys. */
const at = (t: Test, who: string, address: string, work: (page: Page) => Promise<void>): Promise<void> =>
  alone.at(
    t,
    people.find((person) => person.who === who)!,
    address,
    work,
  );

t.test('somebody tells of what cannot be used, and the secretariat answers', async (t) => {
  await at(t, 'passer-by', '/tilgjengelighet/si-fra', async (page) => {
    await write(page, { told: 'Datoen kan ikke velges', page: '/soknad/ny', email: 'spor@kommune.example' });
    await asLongAsAPerson(page);
    await press(page, 'main button[type=submit]');
    await page.waitForURL('**?gjort=sendt');
  });
  await at(t, 'secretary', '/sekretariat/tilgjengelighet', async (page) => {
    await press(page, 'main a[href^="/sekretariat/tilgjengelighet/"]');
    await page.waitForURL(/tilgjengelighet\/[\w-]{36}$/);
    await write(page, { answer: 'Takk. Nå kan den skrives.' });
    await press(page, 'main button[type=submit]');
    await page.waitForURL('**?gjort=besvart');
  });
});

t.test('an old application is registered and found again', async (t) => {
  await at(t, 'secretary', '/sekretariat/gamle-soknader', async (page) => {
    // The eighth of the eighth: the same whichever of them comes first.
    const about = { year: '2022', kind: 'Virks', organisation: 'Gamleheimen', nominated: '' };
    await write(page, { ...about, receivedOn: '08082022', note: 'To vedlegg' });
    await press(page, 'main form[action="/sekretariat/gamle-soknader"] button[type=submit]');
    await page.waitForURL('**?gjort=registrert');
    await page.goto(`${base}/sekretariat/gamle-soknader`);
    await press(page, 'main a[href^="/sekretariat/gamle-soknader/"]');
    await page.getByRole('heading', { name: /Gamleheimen/ }).waitFor();
  });
});

t.test('a practice is made and purged', async (t) => {
  await at(t, 'secretary', '/ovelse', async (page) => {
    await press(page, 'form[action="/ovelse"] button[type=submit]');
    // Its page says that it can take a minute.
    await page.waitForURL('**?gjort=made', { timeout: 60_000 });
    await write(page, { sure: '' });
    await press(page, 'form[action="/ovelse-slett"] button[type=submit]');
    await page.waitForURL('**?gjort=purged');
  });
});
