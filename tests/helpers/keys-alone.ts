/** People who have no mouse: at a phone's width, with a keyboard. */
import type { Page } from 'playwright-core';
import { openBrowser, openPage } from './browser.ts';
import type { Playground } from './client.ts';
import { signIn } from './personas.ts';

interface Asserts {
  same(found: unknown, wanted: unknown, message: string): unknown;
}
/** What a page calls itself, for the messages of a test. */
const pathOf = (page: Page): string => new URL(page.url()).pathname;

/**
 * `at`: whoever has this e-mail address, signed in, or sends these headers, is at a page with nothing but keys. A question that a script asks
 * is answered with yes; what a script complains of fails the test.
 */
export async function keysAlone(t: Parameters<typeof openBrowser>[0], site: Playground) {
  const browser = await openBrowser(t);
  const base = await site.app.listen({ port: 0, host: '127.0.0.1' });
  const at = async (
    t: Asserts,
    who: string | { headers: Record<string, string> },
    address: string,
    work: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
      ...(typeof who === 'object' && { extraHTTPHeaders: who.headers }),
    });
    page.setDefaultTimeout(15_000);
    page.on('dialog', (dialog) => void dialog.accept());
    if (typeof who === 'string') {
      const [name = '', value = ''] = (await signIn(site, who)).headers.cookie.split('=');
      await page.context().addCookies([{ name, value, url: base }]);
    }
    await page.goto(base + address);
    await work(page);
    t.same(problems, [], `${pathOf(page)}: no script error`);
    await close();
  };
  return { browser, base, at };
}

/** Nobody has filled in an open form in less than three seconds. */
export const asLongAsAPerson = (page: Page): Promise<void> => page.waitForTimeout(3100);

/** A button by what stands on it. */
export const button = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('button', { name, exact: true });
/** A link of the page's own by what stands on it. */
export const linkTo = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('link', { name, exact: true });

/** What the page says in its main part. */
export const said = (page: Page): Promise<string> => page.locator('main').innerText();
