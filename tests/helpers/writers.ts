/** People who write applications in a real browser, signed in with a session as anybody is. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Test } from 'tap';
import { buildApp } from '../../src/app.ts';
import { addDays } from '../../src/platform/clock.ts';
import { pageFaults } from './axe.ts';
import { openBrowser, openPage } from './browser.ts';
import { playground, type Playground } from './client.ts';
import { signIn } from './personas.ts';
import { plannedYear } from './year.ts';

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

/** A call that is open, a server for the browser that can be restarted, and drafts with two who write. */
export async function writingSite(t: Test) {
  const play = await playground(t);
  const { db } = play.services;
  const year = await plannedYear(db);
  const { opens_at } = await db
    .selectFrom('editions')
    .select('opens_at')
    .where('id', '=', year.id)
    .executeTakeFirstOrThrow();
  await year.send('secretary', addDays(opens_at, -7), 'announce');
  await play.setClock(addDays(opens_at, 10));
  let app = await buildApp(play.services);
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  t.teardown(() => app.close());
  const browser = await openBrowser(t);

  /** A draft by Kari, with Nils as colleague; its page address and the two. */
  async function draft(name: string, kariOptions = {}, nilsOptions = {}) {
    const api = await play.as(`kari@${name}.example`);
    const made = await api.post(`/api/v1/editions/${year.id}/nominations`, {
      kind: 'enterprise',
      organisation: `Bo ${name}`,
      language: 'nb',
    });
    const { id } = made.json<{ id: string }>();
    await api.post(`/api/v1/nominations/${id}/members`, { email: `nils@${name}.example` });
    const kari = await writer(play, browser, base, `kari@${name}.example`, kariOptions);
    const nils = await writer(play, browser, base, `nils@${name}.example`, nilsOptions);
    const summary = async (): Promise<string> =>
      (await api.get(`/api/v1/nominations/${id}`)).json().answers[1].value;
    return { id, api, kari, nils, summary, home: `${base}/soknad/${id}`, om: `${base}/soknad/${id}/del/om` };
  }
  return {
    play,
    db,
    base,
    browser,
    draft,
    async stop() {
      app.server.closeAllConnections();
      await app.close();
    },
    /** At the same address. */
    async startAgain() {
      app = await buildApp(play.services);
      await app.listen({ port: Number(new URL(base).port), host: '127.0.0.1' });
    },
  };
}

export const area = ({ page }: Pick<Writer, 'page'>) => page.locator('main textarea').first();
/** Types at the end of the first long answer. */
export async function typed({ page }: Pick<Writer, 'page'>, text: string): Promise<void> {
  await area({ page }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}
export const faults = async ({ page }: Pick<Writer, 'page'>, t: Test, state: string): Promise<void> =>
  void t.same(await pageFaults(page), [], state);

/** Two people write in the same field: told at once, both texts shown, none lost. */
export async function twoInOneField(
  t: Test,
  { draft }: Awaited<ReturnType<typeof writingSite>>,
  width: number,
): Promise<void> {
  const { kari, nils, om, summary, api, id } = await draft(
    `to${width}`,
    { viewport: { width, height: 900 } },
    { viewport: { width, height: 900 }, colorScheme: 'dark' },
  );
  await kari.page.goto(om);
  await nils.page.goto(om);
  await kari.page.getByText(`nils har også denne delen åpen nå.`).waitFor();
  await area(nils).click();
  await kari.page.getByText(`nils er i dette feltet nå.`).waitFor();
  await faults(kari, t, 'another is in the field');
  await typed(kari, 'Karis setning.');
  await savedText(kari.page).waitFor();
  await nils.page.getByText(/endret dette kl\./).waitFor();
  t.equal(await area(nils).inputValue(), 'Karis setning.', 'what the other wrote comes by itself');

  // Both write before either has seen the other's.
  await nils.page.route('**/presence', (route) => route.abort());
  await typed(kari, ' Mer fra Kari.');
  await savedText(kari.page).waitFor();
  t.equal(await summary(), 'Karis setning. Mer fra Kari.');
  await typed(nils, ' Mer fra Nils.');
  const card = nils.page.locator('[data-clash-card]');
  await card.waitFor();
  t.match(await card.innerText(), /har skrevet i dette feltet samtidig[\s\S]*Mer fra Kari\./);
  t.equal(await area(nils).inputValue(), 'Karis setning. Mer fra Nils.');
  t.match(await saveState(nils.page).innerText(), 'en annen har skrevet i det samme feltet');
  const [mine, theirs] = [await area(nils).boundingBox(), await card.boundingBox()];
  if (!mine || !theirs) throw new Error('they are not shown');
  if (width > 1000) t.ok(theirs.x >= mine.x + mine.width, 'side by side');
  else t.ok(theirs.y >= mine.y + mine.height, 'below each other');
  t.equal(await summary(), 'Karis setning. Mer fra Kari.', 'nothing is written over');
  await faults(nils, t, 'a conflict');
  const history = (await api.get(`/api/v1/nominations/${id}/revisions`)).json().revisions;
  t.ok(
    history.some(({ kind }: { kind: string }) => kind === 'conflict'),
    'the refused text is kept already',
  );
  await typed(nils, ' Enda mer.');
  await card.getByRole('button', { name: 'Begge, etter hverandre' }).click();
  await savedText(nils.page).waitFor();
  t.equal(await summary(), 'Karis setning. Mer fra Kari.\n\nKaris setning. Mer fra Nils. Enda mer.');
  t.equal(await card.count(), 0);
  await until(async () => (await area(kari).inputValue()).includes('Enda mer'));
  t.same(kari.problems, []);
  await kari.close();
  await nils.close();
}
