/** The ceremony as it happens: a projector, a host with a clicker, a network that goes away, and everything the network has said. */
import t, { type Test } from 'tap';
import type { Page } from 'playwright-core';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { ceremonyYear, secretWords } from '../helpers/ceremony-year.ts';
import { playground } from '../helpers/client.ts';
import { publicAddresses } from '../helpers/public-app.ts';
import { openRecorder } from '../helpers/recorder.ts';

const play = await playground(t);
const day = await ceremonyYear(play.services.db);
await play.setClock(day.ceremony);
const { headers } = await play.as('secretary@example.no');
const line = await openRecorder(t, await play.app.listen({ port: 0, host: '127.0.0.1' }));
const { base } = line;
const browser = await openBrowser(t);
const remote = `${base}/sekretariat/${day.year.id}/seremoni`;
const screen = `${base}/prisen/${day.year.year}/skjerm`;
const hall = { viewport: { width: 1920, height: 1080 } };

/** Until this stands on the picture, within the two seconds that are promised. */
const shows = (page: Page, title: string): Promise<unknown> =>
  page.locator('.ep-stage__title', { hasText: title }).waitFor({ timeout: 2000 });

/** What has come back since the last look holds nothing of the winner; the screen and the remote control are among it. */
function saysNothing(t: Test, when: string): number {
  // Scripts and styles are the same for every year, and hold the words for any winner.
  const answers = line.take().filter(({ url }) => !url.startsWith('/assets/'));
  for (const page of [screen, remote])
    t.ok(
      answers.some(({ url, answer }) => base + url === page && answer.includes('ep-stage')),
      `${page} ${when}`,
    );
  for (const { url, answer } of answers) t.notMatch(answer, secretWords, `${url} ${when}`);
  return answers.length;
}

t.test(
  'the clicker leads the hall to the winner; before the press the network has said nothing of it',
  async (t) => {
    const projector = await openPage(browser, hall);
    const host = await openPage(browser, {
      extraHTTPHeaders: headers,
      viewport: { width: 1280, height: 900 },
    });
    await projector.page.goto(screen);
    await host.page.goto(remote);
    await shows(projector.page, 'Etikkprisen 2026');
    t.same(await pageFaults(projector.page), [], 'the start');
    t.same(await pageFaults(host.page), [], 'the remote control');

    for (const [key, name] of [
      ['PageDown', 'Zakken omsorgssenter'],
      ['ArrowRight', 'Ærfuglen sykehjem'],
      [' ', 'Ås helsehus'],
      ['PageUp', 'Ærfuglen sykehjem'],
      ['PageDown', 'Ås helsehus'],
      ['PageDown', 'Og vinneren er …'],
    ] as const) {
      await host.page.waitForTimeout(450);
      await host.page.keyboard.press(key);
      await Promise.all([shows(projector.page, name), shows(host.page, name)]);
    }
    t.same(await pageFaults(projector.page), [], 'before the winner');
    for (const address of publicAddresses(day.year.year)) await fetch(base + address);
    const answers = saysNothing(t, 'while the nominated are shown');
    t.ok(answers > 40, `${answers} answers`);

    // The line is dead without saying so, and is back when the next look has just gone out into nothing.
    await projector.page.route(screen, () => {});
    await projector.page.locator('.ep-stage-lost').waitFor({ state: 'visible', timeout: 4000 });
    await host.page.keyboard.press('PageUp');
    await shows(host.page, 'Ås helsehus');
    await projector.page.waitForRequest(screen);
    await projector.page.unroute(screen);
    await shows(projector.page, 'Ås helsehus');
    await host.page.waitForTimeout(450);
    await host.page.keyboard.press('PageDown');
    await Promise.all([projector, host].map(({ page }) => shows(page, 'Og vinneren er …')));

    // The hall loses its network; the host, on another one, presses.
    await projector.page.context().setOffline(true);
    await projector.page.locator('.ep-stage-lost').waitFor({ state: 'visible', timeout: 4000 });
    await host.page.waitForTimeout(450);
    saysNothing(t, 'until the press');
    await host.page.keyboard.press('PageDown');
    await host.page.locator('.ep-stage[data-kind="winner"]').waitFor({ timeout: 2000 });
    await shows(host.page, 'Ærfuglen sykehjem');
    t.equal(
      await projector.page.locator('.ep-stage__title').textContent(),
      'Og vinneren er …',
      'the hall keeps its picture',
    );
    await projector.page.context().setOffline(false);
    await shows(projector.page, 'Ærfuglen sykehjem');
    await projector.page.locator('.ep-stage-lost').waitFor({ state: 'hidden' });
    t.same(await pageFaults(projector.page), [], 'the winner');
    t.same(await pageFaults(host.page), [], 'the remote control with the winner');
    t.match(await (await projector.page.request.get(`${base}/feed.atom`)).text(), /fikk Etikkprisen 2026/);

    // The host loses it: what was there stays, and says so.
    await host.page.context().setOffline(true);
    await host.page.waitForTimeout(450);
    await host.page.keyboard.press('PageUp');
    await host.page.getByText('Ingen kontakt med tjenesten').waitFor({ timeout: 4000 });
    await shows(host.page, 'Ærfuglen sykehjem');
    await host.page.context().setOffline(false);
    await host.page.getByText('Ingen kontakt med tjenesten').waitFor({ state: 'hidden', timeout: 4000 });
    const real = (problem: string) => !/ERR_INTERNET_DISCONNECTED/.test(problem);
    t.same(
      [...projector.problems, ...host.problems].filter(real),
      [],
      'no script error, nothing refused by the policy',
    );
    await projector.close();
    await host.close();
  },
);

t.test(
  'a clicker that bounces moves once; what moves for the eye stands still for those who ask for it',
  async (t) => {
    const { page, close } = await openPage(browser, {
      extraHTTPHeaders: headers,
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
      colorScheme: 'dark',
    });
    await page.goto(`${remote}/prove`);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await shows(page, 'Solvika sykehjem');
    await page.waitForTimeout(1000);
    await shows(page, 'Solvika sykehjem');
    t.same(await pageFaults(page), [], 'the rehearsal on a telephone');
    t.equal(
      await page.evaluate("getComputedStyle(document.querySelector('.ep-stage__title')).animationName"),
      'none',
    );
    await close();
  },
);
