/** People who write applications in a real browser, signed in with a session as anybody is. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPage } from './browser.ts';
import type { Playground } from './client.ts';
import { signIn } from './personas.ts';

export interface Writer {
  page: Page;
  personId: string;
  /** What the browser complained about: scripts, the content security policy. */
  problems: string[];
  /** Signs in (anew) in this browser, as in another tab. */
  enter(): Promise<void>;
  /** Ends every session of this person, as time does. */
  expire(): Promise<void>;
  offline(yes: boolean): Promise<void>;
  /** What the browser keeps of unsaved text, by question. */
  kept(): Promise<string[]>;
  close(): Promise<void>;
}

export async function writer(
  play: Playground,
  browser: Browser,
  base: string,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Writer> {
  const opened = await openPage(browser, options);
  const { page } = opened;
  const enter = async () => {
    const { personId, headers } = await signIn(play, email);
    const [name = '', value = ''] = headers.cookie.split('=');
    await page.context().addCookies([{ name, value, url: base }]);
    return personId;
  };
  const personId = await enter();
  return {
    page,
    personId,
    problems: opened.problems,
    enter: async () => void (await enter()),
    expire: async () => {
      await play.services.db
        .updateTable('sessions')
        .set({ ended_at: await play.services.clock.now() })
        .where('person_id', '=', personId)
        .execute();
    },
    offline: (yes) => page.context().setOffline(yes),
    kept: () =>
      page.evaluate(
        `Object.entries(localStorage).filter(([key]) => key.startsWith('ep-tekst:')).map(([, value]) => JSON.parse(value).value)`,
      ),
    close: opened.close,
  };
}

/** How the saving goes, as it stands on the page. */
export const saveState = (page: Page) => page.locator('[data-save-state] > p').first();
export const savedText = (page: Page) =>
  page.locator('[data-save-state] > p:first-child').filter({ hasText: /^Lagret kl\./ });

/** Waits for something that the page cannot be asked to wait for itself. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It does not come about: ${holds.toString()}`);
}
