/** HAB-9 in a real browser: an adviser is let in, answers, discovers a connection; keyboard, phone, dark, without scripts. */
import type { BrowserContextOptions } from 'playwright-core';
import t from 'tap';
import { openCall } from '../helpers/applying.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import type { Client } from '../helpers/client.ts';

const call = await openCall(t);
const kari = await call.as('kari@eigersund.example');
const secretary = await call.as('secretary@example.no');
const adviser = await call.as('veronika@ks.example');
const base = await call.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const shots = process.env['SHOTS'];

const { regions } = (await kari.get('/api/v1/regions')).json<{
  regions: { id: string; version: number; name: object; counties: string[] }[];
}>();
const { id: region, version, name, counties } = regions.find((one) => one.counties.includes('11'))!;
const veronika = { adviserName: 'Veronika Veileder', adviserEmail: 'veronika@ks.example', adviserPhone: '' };
await secretary.send('PUT', `/api/v1/regions/${region}`, { version, name, counties, ...veronika });
const drafts: string[] = [];
for (const organisation of ['Eigersund', 'Sola']) {
  const { id } = await call.draft(kari, organisation);
  await call.fillIn(kari, id);
  const given = await kari.send('PUT', `/api/v1/nominations/${id}/adviser-access`, { region, mayRead: true });
  if (given.statusCode !== 200) throw new Error(given.body);
  drafts.push(id);
}
const [eigersund] = drafts as [string];
const screens = {
  wide: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 } },
} as const satisfies Record<string, BrowserContextOptions>;

/** The same page on each screen: nothing that axe finds, nothing too wide. */
async function everywhere(who: Client, path: string, what: string): Promise<void> {
  for (const [look, options] of Object.entries(screens)) {
    const { page, close } = await openPage(browser, { ...options, extraHTTPHeaders: who.headers });
    await page.goto(base + path);
    t.same(await pageFaults(page), [], `${what}, ${look}`);
    if (shots) await page.screenshot({ path: `${shots}/${what}-${look}.png`, fullPage: true });
    await close();
  }
}

t.test('asked, and told what a connection takes away', async () => {
  await everywhere(adviser, '/veiledning', 'drafts');
  await everywhere(adviser, '/veiledning/habilitet', 'questions');
  await everywhere(adviser, `/soknad/${eigersund}/les`, 'draft, not answered');
});

t.test('by keyboard, on a phone and without scripts: none; then, from the draft, a connection', async (t) => {
  const { page, problems, close } = await openPage(browser, {
    ...screens.phone,
    javaScriptEnabled: false,
    extraHTTPHeaders: adviser.headers,
  });
  await page.goto(`${base}/veiledning/habilitet`);
  const question = page.getByRole('group', { name: 'Har du noen tilknytning til Eigersund?' });
  const press = async (key: string) => page.keyboard.press(key);
  await question.getByLabel('Nei, ingen tilknytning').focus();
  await press('Space');
  await page.getByRole('button', { name: 'Lagre svarene' }).focus();
  await press('Enter');
  await page.waitForURL(/lagret/);
  await page.goto(`${base}/soknad/${eigersund}/les`);
  await page.getByRole('link', { name: 'Jeg har oppdaget en tilknytning' }).focus();
  await press('Enter');
  await page.waitForURL(/oppdaget/);
  await question.getByLabel('Jeg er usikker').focus();
  await press('Space');
  await page.getByRole('button', { name: 'Lagre svarene' }).focus();
  await press('Enter');
  await page.waitForURL(/lagret/);
  t.match(await page.locator('main').innerText(), /Utkastet er lukket for deg/);
  t.same(problems, []);
  await close();
  await everywhere(adviser, '/veiledning/habilitet', 'closed to the adviser');
  await everywhere(adviser, `/soknad/${eigersund}/les`, 'draft, closed');
  await everywhere(kari, `/soknad/${eigersund}/hjelp`, 'what the applicant sees');
});

t.test('nothing of this was an error of ours', async (t) => t.same(call.errors, []));
