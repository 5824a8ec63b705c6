/** The workspace, reading mode and the copy on paper in a real browser: by keyboard, on a phone, a tablet, with large text, without scripts. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import t from 'tap';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { filler, pagedPdf, textDocx } from '../helpers/documents.ts';
import { ballotOf, declareAll, judgingYear } from '../helpers/jury-year.ts';
import { hiddenFocus } from '../helpers/keyboard.ts';
import { until, writer } from '../helpers/writers.ts';

const pages = Array.from({ length: 6 }, (_, i) => [...filler(4), `Side ${i + 1} slutter her.`]);
const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss'], {
  documents: [
    { name: 'Årsrapport.pdf', content: await pagedPdf(pages) },
    { name: 'Plan.docx', content: textDocx('Plan for året', filler(8)) },
  ],
});
await declareAll(year);
const base = await year.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const screens = {
  wide: { viewport: { width: 1280, height: 900 } },
  tablet: { viewport: { width: 820, height: 1180 } },
  phone: { viewport: { width: 390, height: 844 } },
};
const home = (name: string): string => `${base}/jury/soknad/${year.nominations[name]}`;
const shots = process.env['SHOTS'];
const shoot = async (page: Page, name: string, fullPage = false) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage });
};
const sit = (options: BrowserContextOptions = screens.wide, who = 'liv') =>
  writer(year, browser, base, `${who}@example.no`, options);
const faultless = async (page: Page, state: string): Promise<void> =>
  void t.same(await pageFaults(page), [], state);
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Søknaden og vurderingen' }).getByRole('link', { name });

t.test('on a wide screen one reads beside what one writes', async (t) => {
  const liv = await sit();
  const { page } = liv;
  await page.goto(home('Eigersund'));
  await shoot(page, 'desk-wide');
  await faultless(page, 'wide');
  const [left, right] = [
    await page.locator('#soknad').boundingBox(),
    await page.locator('#vurdering').boundingBox(),
  ];
  t.ok(left && right && right.x >= left.x + left.width - 1 && Math.abs(left.y - right.y) < 2, 'side by side');
  t.ok(
    await page.evaluate(
      `[...document.querySelectorAll('.ep-split__pane')].every((pane) => pane.scrollHeight > pane.clientHeight)`,
    ),
    'each scrolls by itself',
  );
  const text = page.getByRole('textbox', { name: /^Vurdering av / }).first();
  await text.fill('Dette skriver jeg mens jeg leser');
  await page.locator('#soknad').getByRole('navigation').getByRole('link', { name: 'Årsrapport.pdf' }).click();
  await page.locator('#soknad .page canvas').first().waitFor();
  t.equal(await text.inputValue(), 'Dette skriver jeg mens jeg leser', 'the form was left alone');
  t.match(page.url(), /\?vis=/);
  await shoot(page, 'desk-wide-pdf');
  await faultless(page, 'a document beside the ballot');
  await page.goBack();
  await page.locator('#soknad').getByRole('heading', { name: 'Søknaden', exact: true }).waitFor();
  t.equal(await text.inputValue(), 'Dette skriver jeg mens jeg leser', 'also on the way back');
  const whole = page.locator('[data-complete] [data-shown]');
  t.match(await whole.innerText(), /^0 av \d+ kriterier$/);
  await page
    .getByRole('group', { name: /hvor godt\?/ })
    .first()
    .getByLabel(/^4 – /)
    .check();
  const must = page.getByRole('group', { name: /er kravet oppfylt\?/ }).first();
  if (await must.count()) await must.getByLabel('Ja', { exact: true }).check();
  await until(async () => !(await whole.innerText()).startsWith('0 av'));
  await page.locator('.ep-desk').getByRole('link', { name: 'Neste: Modum' }).click();
  await page.getByRole('heading', { level: 1, name: 'Modum' }).waitFor();
  t.same(liv.problems, []);
  await liv.close();
});

for (const [name, options] of Object.entries({
  phone: screens.phone,
  'tablet, dark': { ...screens.tablet, colorScheme: 'dark' },
  'phone without scripts': { ...screens.phone, javaScriptEnabled: false },
} as Record<string, BrowserContextOptions>))
  t.test(`${name}: two tabs, and what is pressed is shown`, async (t) => {
    const nina = await sit(options, 'nina');
    const { page } = nina;
    await page.goto(home('Eigersund'));
    const [reading, ballot] = [page.locator('#soknad'), page.locator('#vurdering')];
    t.ok((await reading.isVisible()) && !(await ballot.isVisible()), 'one begins with reading');
    await shoot(page, `desk-${name}`);
    await tab(page, 'Vurderingen din').click();
    t.ok(!(await reading.isVisible()) && (await ballot.isVisible()));
    await shoot(page, `desk-${name}-ballot`);
    if (options.javaScriptEnabled !== false) await faultless(page, name);
    t.equal(
      await page.evaluate('document.documentElement.scrollWidth > innerWidth'),
      false,
      'nothing sticks out',
    );
    // An error leads to its field, which is in sight.
    await page.getByRole('button', { name: 'Lagre og lever' }).click();
    await page.getByRole('alert').waitFor();
    t.ok(await ballot.isVisible(), 'the form is shown again');
    await page.getByRole('alert').getByRole('link').last().click();
    t.ok(await ballot.getByRole('textbox').first().isVisible());
    await tab(page, 'Søknaden').click();
    t.ok((await reading.isVisible()) && !(await ballot.isVisible()));
    await nina.close();
  });

for (const [name, options] of Object.entries({
  'phone, the text twice as large': { viewport: { width: 390, height: 844 }, large: true },
  phone: { viewport: { width: 390, height: 844 }, large: false },
  'phone lying': { viewport: { width: 844, height: 390 }, large: false },
}))
  t.test(
    `WCAG 2.4.11, 2.5.8, ${name}: by keyboard through the ballot and back, nothing is under the tabs`,
    async (t) => {
      const nina = await sit({ viewport: options.viewport }, 'nina');
      const { page } = nina;
      await page.goto(home('Voss'));
      if (options.large) await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      await tab(page, 'Vurderingen din').click();
      const hidden: string[] = [];
      let steps = 0;
      for (const key of ['Tab', 'Shift+Tab'])
        for (let i = 0; i < 45; i++) {
          await page.keyboard.press(key);
          steps++;
          let found = await page.evaluate<string | null>(hiddenFocus);
          if (found) {
            await page.waitForTimeout(300);
            found = await page.evaluate<string | null>(hiddenFocus);
          }
          if (found) await shoot(page, `desk-hidden-${name}-${key}-${i}`);
          if (found) hidden.push(`${key} ${i}: ${found}`);
        }
      t.same(hidden, [], `${steps} steps`);
      await shoot(page, `desk-focus-${name}`);
      const small = await page.evaluate<string[]>(
        `[...document.querySelectorAll('#vurdering :is(input:not([type=hidden]), button, textarea, select, summary)')].filter((one) => one.checkVisibility()).flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width < 24 || height < 24 ? [one.name + ' ' + width + ' x ' + height] : [];
      })`,
      );
      t.same(small, [], 'and each is large enough to press');
      await nina.close();
    },
  );

t.test('by keyboard: the keys are off until they are turned on, and never while one writes', async (t) => {
  const henrik = await sit(screens.wide, 'henrik');
  const { page } = henrik;
  await page.goto(home('Eigersund'));
  const keys = page.locator('[data-shortcuts]');
  const score = async () =>
    page.evaluate(
      `document.querySelectorAll('#vurdering input[type=radio]:checked').length`,
    ) as Promise<number>;
  const group = page.getByRole('group', { name: /hvor godt\?/ }).first();
  await group.getByRole('radio').first().focus();
  await page.keyboard.press('3');
  t.equal(await score(), 0, 'off');
  await keys.locator('summary').focus();
  await page.keyboard.press('Enter');
  await keys.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await shoot(page, 'desk-keys', true);
  await faultless(page, 'the keys are shown');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  for (let i = 0; i < 8 && !(await page.evaluate(`document.activeElement.name?.startsWith('score-')`)); i++)
    await page.keyboard.press('n');
  await page.keyboard.press('3');
  t.equal(await page.evaluate('document.activeElement.value'), '3');
  t.equal(await page.evaluate('document.activeElement.checked'), true);
  const writing = page.getByRole('textbox', { name: /^Vurdering av / }).first();
  await writing.focus();
  await page.keyboard.type('n p 3 s v ?');
  t.equal(await writing.inputValue(), 'n p 3 s v ?', 'letters are letters');
  await group.getByRole('radio').first().focus();
  await page.keyboard.press('?');
  t.ok(
    await page.evaluate(`document.activeElement.matches('[data-shortcuts] summary')`),
    'the list is shown',
  );
  await page.reload();
  t.ok(await keys.locator('input').isChecked(), 'remembered on the device');
  await group.getByRole('radio').first().focus();
  await page.keyboard.press('v');
  await page.getByRole('heading', { level: 1, name: 'Modum' }).waitFor();
  t.same(henrik.problems, []);
  await henrik.close();
});

/** The end of the third page is on the screen, and not under the bar. */
async function inSight(page: Page): Promise<boolean> {
  const [there, bar] = [
    await page.getByText('Side 3 slutter her.').boundingBox(),
    await page.locator('.ep-reading-tools').boundingBox(),
  ];
  return Boolean(
    there && bar && there.y >= bar.y + bar.height && there.y < (page.viewportSize()?.height ?? 0),
  );
}

t.test('reading mode: the place is found again on another device', async (t) => {
  const liv = await sit(screens.tablet);
  const { page } = liv;
  await page.goto(`${home('Voss')}/les`);
  await shoot(page, 'reading-tablet');
  await faultless(page, 'reading mode');
  await page.getByText('Side 3 slutter her.').scrollIntoViewIfNeeded();
  await page.evaluate(
    `[...document.querySelectorAll('p')].find((p) => p.textContent.includes('Side 3 slutter')).scrollIntoView()`,
  );
  const place = async () =>
    (await year.clients.liv.get(`/api/v1/nominations/${year.nominations['Voss']}/reading-place`)).json<{
      place: string | null;
    }>().place;
  await until(async () => /^document-.*-3\./.test((await place()) ?? ''));
  await page.getByRole('button', { name: 'størst tekst' }).click();
  t.equal(await page.locator('.ep-reading').getAttribute('data-size'), 'largest');
  await page.waitForTimeout(200);
  t.ok(await inSight(page), 'and still in sight');
  await shoot(page, 'reading-tablet-largest');
  const phone = await sit({ ...screens.phone, colorScheme: 'dark' });
  await phone.page.goto(`${home('Voss')}/les`);
  await phone.page.getByText('Du er der du slapp.').waitFor();
  t.ok(await inSight(phone.page), 'there it is');
  await shoot(phone.page, 'reading-phone');
  await faultless(phone.page, 'reading mode on a phone');
  t.equal(await phone.page.evaluate('document.documentElement.scrollWidth > innerWidth'), false);
  const plain = await sit({ ...screens.phone, javaScriptEnabled: false });
  await plain.page.goto(`${home('Voss')}/les`);
  await plain.page.getByRole('link', { name: 'Fortsett der du slapp' }).click();
  t.match(plain.page.url(), /#document-.*-3$/);
  await plain.page.getByRole('button', { name: 'Husk at jeg er her' }).last().click();
  await until(async () => /^document-.*-1$/.test((await place()) ?? ''));
  await plain.page.getByRole('button', { name: 'stor tekst' }).click();
  t.equal(await plain.page.locator('.ep-reading').getAttribute('data-size'), 'large');
  for (const each of [liv, phone]) t.same(each.problems, []);
  for (const each of [liv, phone, plain]) await each.close();
});

t.test('on paper each application begins a page, with one’s name at the foot of every page', async (t) => {
  const liv = await sit();
  const { page } = liv;
  await page.goto(`${base}/jury`);
  await shoot(page, 'overview', true);
  await faultless(page, 'overview');
  await page.getByRole('link', { name: 'Skriv ut søknadene med tomme skjemaer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Søknadene dine på papir' }).waitFor();
  await faultless(page, 'the copy for paper');
  await shoot(page, 'paper', true);
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const printed = await page.pdf({ format: 'A4' });
  if (shots) (await import('node:fs')).writeFileSync(`${shots}/paper.pdf`, printed);
  const paper = await getDocument({ data: new Uint8Array(printed), verbosity: 0 }).promise;
  const sheets = await Promise.all(
    Array.from({ length: paper.numPages }, async (_, i) => {
      const { items } = await (await paper.getPage(i + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  t.ok(sheets.length >= 3);
  for (const [i, sheet] of sheets.entries())
    t.match(sheet, /Eksemplaret til Liv Torgersdal, laget 17\. oktober/, `page ${i + 1}`);
  for (const name of Object.keys(year.nominations))
    t.equal(
      sheets.filter((sheet) =>
        new RegExp(`Eksemplaret til Liv Torgersdal\\. Fortrolig\\.\\s+${name}`).test(sheet),
      ).length,
      1,
      `${name} begins a page`,
    );
  const forms = sheets.filter((sheet) => /^\s*Vurdering av (Eigersund|Modum|Voss)/.test(sheet));
  t.equal(forms.length, 3, 'and each form begins a page of its own');
  t.notMatch(sheets.join(' '), 'Hurtigtaster');
  await liv.close();
});

t.test('with text twice as large everything is there and nothing sticks out', async (t) => {
  // A browser at 200 % has half the room.
  for (const [name, at] of [
    ['ballot', '#vurdering'],
    ['reading', '/les'],
    ['overview', null],
  ] as const) {
    const liv = await sit({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    await liv.page.goto(at === null ? `${base}/jury` : home('Eigersund') + at);
    t.equal(await liv.page.evaluate('document.documentElement.scrollWidth > innerWidth'), false, name);
    await faultless(liv.page, `${name} at 200 %`);
    await shoot(liv.page, `large-${name}`);
    await liv.close();
  }
  const sheet = await ballotOf(year, 'liv', year.nominations['Eigersund']!);
  t.equal(sheet.state, 'started', 'what was written along the way is kept');
  t.same(year.errors, []);
});
