/** The applicant, confirmations and earlier applications in the browser: nothing that axe finds, on a phone, by keyboard, without scripts. */
import type { Page } from 'playwright-core';
import t from 'tap';
import { updateEdition } from '../../src/features/editions/commands.ts';
import { instant } from '../../src/platform/clock.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openCall } from '../helpers/applying.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';

const call = await openCall(t, {}, async (year) => {
  await year.as('secretary', instant('2026-04-02T08:00:00Z'), (unit) =>
    updateEdition(unit, year.id, 0, { leaderApproval: 'link', partnerConfirmation: true }),
  );
});
const { db } = call.services;
const eva = await call.as('eva@innlandet.example');
const secretary = await call.as('secretary@example.no');
const { id } = await call.draft(eva, 'USHT Innlandet', {
  kind: 'cooperation',
  organisationNumber: '974760673',
  partners: ['Løten kommune', 'Stange kommune'],
});
await call.fillIn(eva, id, 'Vi øver på det vanskelige');
const ask = (kind: string, organisation: string, email: string) =>
  eva.post(`/api/v1/nominations/${id}/confirmations`, {
    kind,
    organisation,
    name: 'Lise Leder',
    title: 'kommunedirektør',
    email,
  });
await ask('leader', '', 'lise@innlandet.example');
await ask('partner', 'Løten kommune', 'per@loten.example');
const base = await call.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const shots = process.env['SHOTS'];

async function linkTo(email: string): Promise<string> {
  const { body } = await db
    .selectFrom('letters')
    .select('body')
    .where('email', '=', email)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return /^\/bekreft\/\S+$/m.exec(body)?.[0] ?? '';
}
const leader = await linkTo('lise@innlandet.example');
const partner = await linkTo('per@loten.example');

async function look(page: Page, t: Tap, path: string, width: number, name: string): Promise<void> {
  await page.goto(base + path);
  t.same(await pageFaults(page), [], `${path} at ${width}`);
  if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
}
type Tap = { same(found: unknown, wanted: unknown, message: string): boolean };

t.test('every new page, large and light, small and dark', async (t) => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    const open = (headers: Record<string, string>) =>
      openPage(browser, { viewport: { width, height: 900 }, colorScheme, extraHTTPHeaders: headers });
    const own = await open({ ...eva.headers, 'accept-language': width === 390 ? 'nn' : 'nb' });
    for (const [name, path] of [
      ['soker', `/soknad/${id}/soker`],
      ['bekreftelser', `/soknad/${id}/bekreftelser`],
      ['tidligere', `/soknad/${id}/tidligere`],
      ['oversikt', `/soknad/${id}`],
      ['send', `/soknad/${id}/send-inn`],
    ] as const)
      await look(own.page, t, path, width, name);
    t.same(own.problems, []);
    await own.close();
    const outside = await open({ 'accept-language': width === 390 ? 'nn' : 'nb' });
    await look(outside.page, t, leader, width, 'lenke-leder');
    await look(outside.page, t, partner, width, 'lenke-partner');
    t.same(outside.problems, []);
    await outside.close();
    const office = await open(secretary.headers);
    await look(office.page, t, `/sekretariat/${call.year.id}/oppsett`, width, 'oppsett');
    await look(office.page, t, `/sekretariat/${call.year.id}/soknader`, width, 'liste');
    await office.close();
  }
});

t.test('a number that cannot be right is said at once, and again by the server', async (t) => {
  const { page, close } = await openPage(browser, { extraHTTPHeaders: eva.headers });
  await page.goto(`${base}/soknad/${id}/soker`);
  const field = page.getByLabel(/Organisasjonsnummer/);
  await field.fill('123 456 789');
  await field.press('Tab');
  await page
    .getByRole('alert')
    .getByText(/ikke et organisasjonsnummer/)
    .waitFor();
  t.equal(await field.getAttribute('aria-invalid'), 'true');
  t.same(await pageFaults(page), [], 'with the message');
  await field.fill('974 760 673');
  await field.press('Tab');
  await page.getByText(/ikke et organisasjonsnummer/).waitFor({ state: 'hidden' });
  await field.fill('123456789');
  await field.press('Enter');
  await page.locator('[data-focus]').waitFor();
  t.equal(await field.inputValue(), '123456789', 'what was typed is kept');
  t.same(await pageFaults(page), [], 'the answer of the server');
  await close();
});

for (const javaScriptEnabled of [true, false])
  t.test(
    `a partner answers by the link with the keyboard, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`,
    async (t) => {
      const { page, problems, close } = await openPage(browser, {
        viewport: { width: 390, height: 844 },
        javaScriptEnabled,
      });
      const link = javaScriptEnabled ? partner : leader;
      await page.goto(base + link);
      await page.getByRole('button', { name: 'Send svaret' }).press('Enter');
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      if (javaScriptEnabled) t.same(await pageFaults(page), [], 'nothing chosen');
      await page.getByRole('radio').first().press('Space');
      t.ok(await page.getByRole('radio').first().isChecked());
      await page.getByRole('button', { name: 'Send svaret' }).press('Enter');
      await page.getByText(/Takk! Du har bekreftet/).waitFor();
      if (javaScriptEnabled) t.same(await pageFaults(page), [], 'answered');
      t.same(
        problems.filter((text) => !text.includes('422')),
        [],
      );
      await close();
    },
  );
