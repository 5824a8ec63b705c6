/** Coming in with the keyboard alone, without scripts, and losing nothing when the sign-in runs out. */
import type { Page } from 'playwright-core';
import t from 'tap';
import { ensureFirstAdministrator } from '../../src/features/people/commands-access.ts';
import { addMinutes, realNow } from '../../src/platform/clock.ts';
import { testApp } from '../helpers/app.ts';
import { axeFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { signIn } from '../helpers/personas.ts';

const site = await testApp(t, { FIRST_ADMINISTRATOR: 'astrid@ks.no' });
const { db } = site.services;
await ensureFirstAdministrator(site.services);
const url = await site.app.listen({ port: 0 });
const browser = await openBrowser(t);

async function codeTo(email: string): Promise<string> {
  const { body } = await db
    .selectFrom('letters')
    .select('body')
    .where('email', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return /^\d{6}$/m.exec(body)?.[0] ?? '';
}

async function asPerson(page: Page, email: string, name: string): Promise<string> {
  const { headers, personId } = await signIn(site, email, name);
  await page.context().addCookies([{ name: 'sid', value: headers.cookie.slice('sid='.length), url }]);
  return personId;
}

t.test('without scripts and with the keyboard: address, a wrong code, the right one, the name', async (t) => {
  const { page, close } = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(`${url}/logg-inn`);
  await page.getByLabel('E-postadresse').focus();
  await page.keyboard.type('kari@modum.kommune.no');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/logg-inn/kode');
  const code = await codeTo('kari@modum.kommune.no');
  await page.getByLabel('Kode fra e-posten').focus();
  await page.keyboard.type(code === '000000' ? '111111' : '000000');
  await page.keyboard.press('Enter');
  t.match(await page.getByRole('alert').textContent(), 'Du har 4 forsøk igjen');
  await page.getByRole('alert').getByRole('link').click();
  t.match(page.url(), '#field-code', 'the summary leads to the field');
  await page.getByLabel('Kode fra e-posten').focus();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.getByLabel('Fullt navn').fill('Kari Nordmann');
  await page.getByRole('button', { name: 'Lagre og fortsett' }).click();
  t.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Hei, Kari Nordmann!');
  await page.getByRole('button', { name: 'Logg ut' }).click();
  t.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Du er logget ut');
  await close();
});

t.test(
  'without scripts: what was written when the sign-in ran out is sent after signing in again',
  async (t) => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false });
    const email = 'skriver@modum.kommune.no';
    const personId = await asPerson(page, email, 'Gammelt Navn');
    await page.goto(`${url}/min-side/profil`);
    await page.getByLabel('Fullt navn').fill('Nytt Navn på Modum');
    await db
      .updateTable('sessions')
      .set({ expires_at: addMinutes(realNow(), -1) })
      .where('person_id', '=', personId)
      .execute();
    await page.getByRole('button', { name: 'Lagre' }).click();
    t.match(await page.locator('main').textContent(), 'Det du skrev, er tatt vare på');
    await page.getByLabel('E-postadresse').fill(email);
    await page.getByRole('button', { name: 'Send meg en e-post' }).click();
    await page.getByLabel('Kode fra e-posten').fill(await codeTo(email));
    await page.locator('main').getByRole('button', { name: 'Logg inn' }).click();
    t.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Vi tok vare på det du skrev');
    t.match(await page.locator('details').textContent(), 'Nytt Navn på Modum');
    await page.getByRole('button', { name: 'Send det jeg skrev' }).click();
    t.match(await page.getByRole('status').textContent(), 'Endringene er lagret');
    t.equal(await page.getByLabel('Fullt navn').inputValue(), 'Nytt Navn på Modum');
    await close();
  },
);

t.test('no page of these has a fault that axe finds, on a desk or in the hand', async (t) => {
  let states = 0;
  for (const viewport of [
    { width: 1200, height: 800 },
    { width: 390, height: 800 },
  ]) {
    const { page, problems, close } = await openPage(browser, { viewport, bypassCSP: true });
    const look = async (path: string): Promise<void> => {
      await page.goto(url + path);
      t.same(await axeFaults(page), [], `${path} at ${viewport.width}`);
      t.equal(
        await page.evaluate('document.documentElement.scrollWidth > innerWidth'),
        false,
        `${path} is not too wide`,
      );
      states += 1;
    };
    for (const path of ['/logg-inn', '/logg-inn?til=/min-side/tatt-vare-pa/x', '/logg-ut']) await look(path);
    const personId = await asPerson(page, 'astrid@ks.no', 'Astrid Lienvold');
    for (const path of [
      '/min-side',
      '/min-side/profil',
      '/min-side/nokler',
      '/administrasjon',
      '/administrasjon?sok=ingen',
      '/administrasjon/inviter',
    ])
      await look(path);
    for (const path of ['', '/steng-ute']) await look(`/administrasjon/person/${personId}${path}`);
    t.same(problems, []);
    await close();
  }
  t.comment(`${states} page states without a violation`);
});

t.test('nothing of this was an error of ours', async (t) => t.same(site.errors, []));
