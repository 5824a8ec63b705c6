/** The table of applications with the keyboard alone: columns, ticks, what would happen, and what did; at the width of a phone too. */
import t from 'tap';
import { addDays } from '../../src/platform/clock.ts';
import { openCall } from '../helpers/applying.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { signIn } from '../helpers/personas.ts';

const call = await openCall(t);
const base = await call.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const applicant = await call.as('applicant@example.no');
for (const place of ['Alver', 'Bodø', 'Gran']) await call.sent(applicant, place);
await call.draft(applicant, 'Halden');
const secretary = await signIn(call, 'secretary@example.no');
/** As a cookie of the browser, beside which others can be remembered. */
const [name = '', value = ''] = secretary.headers.cookie.split('=');
const session = { name, value, url: base };
const table = `/sekretariat/${call.year.id}/soknader`;

t.test('what folds out can be used at once, and covers nothing', async (t) => {
  const { page, close } = await openPage(browser, { viewport: { width: 390, height: 844 } });
  await page.context().addCookies([session]);
  await page.goto(base + table);
  const summary = page.locator('#kolonner > summary');
  const reached = await page.evaluate(`(() => {
    document.querySelector('#kolonner > summary').click();
    const first = document.querySelector('#kolonner input[type=checkbox]');
    first.focus();
    return document.activeElement === first;
  })()`);
  t.ok(reached, 'before anything of it is drawn');
  await summary.press('Enter');
  await summary.press('Enter');
  t.same(await pageFaults(page), []);
  await close();
});

for (const [width, colorScheme, language, javaScriptEnabled] of [
  [1280, 'light', 'nb', true],
  [390, 'dark', 'nn', true],
  [390, 'light', 'en', false],
] as const)
  t.test(`${width}, ${colorScheme}, ${language}, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async (t) => {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width, height: 844 },
      colorScheme,
      javaScriptEnabled,
    });
    await page.context().addCookies([session, { name: 'lang', value: language, url: base }]);
    const clean = async (where: string) => {
      if (javaScriptEnabled) t.same(await pageFaults(page), [], where);
      const folder = process.env['SHOTS'];
      if (folder)
        await page.screenshot({ path: `${folder}/table-${width}-${language}-${where}.png`, fullPage: true });
    };
    await page.goto(base + table);
    await clean('table');

    await page.locator('#kolonner > summary').press('Enter');
    const receipt = page.getByLabel(/^(Kvitteringsnummer|Receipt number)$/);
    await receipt.press('Space');
    t.ok(await receipt.isChecked(), 'the key went where it was meant to');
    await clean('columns');
    await page.getByRole('button', { name: /^(Vis|Show)$/ }).press('Enter');
    await page.getByRole('columnheader', { name: /Kvitteringsnummer|Receipt number/ }).waitFor();
    t.match(page.url(), /column=receipt/);
    await page.goto(base + table);
    t.equal(
      await page.getByRole('columnheader', { name: /Kvitteringsnummer|Receipt number/ }).count(),
      1,
      'remembered',
    );

    const ticks = page.locator('tbody input[type=checkbox]');
    const all = page.locator('[data-choose-all]');
    await all.press('Enter');
    if (!javaScriptEnabled) await page.waitForURL(/velg=alle/);
    t.equal(await ticks.and(page.locator(':checked')).count(), 4, 'all on the page');
    await ticks.last().press('Space');
    if (javaScriptEnabled) t.match(await page.locator('output[data-chosen]').textContent(), /3/, 'counted');
    await page.locator('select[name=what]').selectOption('note');
    await clean('ticked');
    await page
      .getByRole('button', { name: /(Se|Sjå) (hva|kva) som skjer|See what will happen/ })
      .press('Enter');
    await page.locator('textarea[name=text]').waitFor();
    await clean('preview');
    await page.getByRole('button', { name: /Lagre notatet|Save the note/ }).press('Enter');
    await page.getByRole('alert').waitFor();
    await clean('missing');
    await page.locator('textarea[name=text]').fill(`Ringte alle tre. ${language}`);
    await page.getByRole('button', { name: /Lagre notatet|Save the note/ }).press('Enter');
    await page.getByText(/3 (notater er lagret|notat er lagra|notes are saved)/).waitFor();
    await clean('report');
    await page.getByRole('link', { name: /Tilbake til søknadene|Back to the applications/ }).press('Enter');
    await page.waitForURL(new RegExp(table));
    t.same(
      problems.filter((text) => !text.includes('422')),
      [],
    );
    await close();
  });

t.test('every action has a preview without a fault', async (t) => {
  const { page, close } = await openPage(browser, {
    viewport: { width: 390, height: 844 },
    extraHTTPHeaders: { 'accept-language': 'nb' },
  });
  await page.context().addCookies([session]);
  await call.setClock(addDays(call.dates.closes_at, 1));
  for (const action of ['admit', 'return', 'extend', 'letter', 'note', 'package']) {
    await page.goto(`${base}${table}?velg=alle`);
    await page.locator('select[name=what]').selectOption(action);
    await page.getByRole('button', { name: 'Se hva som skjer' }).press('Enter');
    await page.waitForURL(/flere/);
    t.same(await pageFaults(page), [], action);
  }
  await close();
});
