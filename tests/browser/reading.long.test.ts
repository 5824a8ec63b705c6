/** Reading in a real browser: the pages of a PDF, its text, searching; by keyboard, without JavaScript, on every screen. */
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import t from 'tap';
import { readAll } from '../../src/features/reading/commands.ts';
import { addDays } from '../../src/platform/clock.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { playground } from '../helpers/client.ts';
import { filler, pagedPdf, textDocx, textOdt } from '../helpers/documents.ts';
import { datesOf, plannedYear } from '../helpers/year.ts';

const play = await playground(t);
const { db, files } = play.services;
const year = await plannedYear(db);
const dates = await datesOf(db, year.id);
await year.send('secretary', addDays(dates.opens_at, -7), 'announce');
const now = addDays(dates.closes_at, -3);
await play.setClock(now);
const base = await play.app.listen({ port: 0, host: '127.0.0.1' });
const kari = await play.as('kari@solbakken.example');
const { id } = (
  await kari.post(`/api/v1/editions/${year.id}/nominations`, {
    kind: 'enterprise',
    organisation: 'Solbakken',
    language: 'nb',
  })
).json<{ id: string }>();
const pages = Array.from({ length: 9 }, (_, i) => [
  ...filler(4),
  ...(i === 6 ? ['Her står refleksjonskanari, og så går teksten videre.'] : []),
]);
const picture = await sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#3a6ea5' } })
  .jpeg()
  .toBuffer();
const uploaded = await kari.upload(`/api/v1/nominations/${id}/documents`, [
  { name: 'Årsrapport.pdf', content: await pagedPdf(pages) },
  { name: 'Plan.docx', content: textDocx('Plan for året', filler(12)) },
  { name: 'Referat.odt', content: textOdt('Referat', filler(6)) },
  { name: 'Bilde.jpg', content: picture },
]);
const [pdf, docx, odt, jpeg] = uploaded
  .json<{ documents: { id: string }[] }>()
  .documents.map((one) => one.id) as [string, string, string, string];
await readAll(db, files, id, now);
const browser = await openBrowser(t);
const read = (document: string, rest = '') => `${base}/dokument/${document}/les${rest}`;
const shots = process.env['SHOTS'];
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};
const wide = { viewport: { width: 1280, height: 900 }, extraHTTPHeaders: kari.headers };

t.test('the pages of a PDF are shown in the page itself, and one can go through them', async (t) => {
  const { page, problems, close } = await openPage(browser, wide);
  await page.goto(read(pdf));
  await page.locator('.page[data-page-number="1"] canvas').first().waitFor();
  t.match(await page.locator('[data-part="move"]').innerText(), 'av 9');
  await page.locator('.ep-reader__thumbs button').nth(3).click();
  await page.waitForFunction(`document.querySelector('[data-part="page"]').value === '4'`);
  await page.getByRole('button', { name: 'Neste side' }).click();
  await page.waitForFunction(`document.querySelector('[data-part="page"]').value === '5'`);
  t.equal(await page.locator('.ep-reader__thumbs [aria-current]').innerText(), '5');
  const before = await page.locator('[data-part="zoom"]').innerText();
  await page.getByRole('button', { name: 'Større' }).click();
  t.not(await page.locator('[data-part="zoom"]').innerText(), before);
  await page.getByRole('button', { name: 'Tilpass bredden' }).click();
  await page.locator('.page[data-page-number="5"] .textLayer span').first().waitFor();
  await shoot(page, 'pdf-1280');
  await page.getByRole('button', { name: 'Som tekst' }).click();
  t.match(await page.locator('#side-7').innerText(), 'refleksjonskanari');
  await shoot(page, 'pdf-text-1280');
  await page.reload();
  t.ok(await page.locator('#side-7').isVisible(), 'how one reads is remembered');
  t.same(problems, []);
  await close();
});

t.test('searching in the document finds the word on page 7 and goes there, by keyboard alone', async (t) => {
  const { page, problems, close } = await openPage(browser, wide);
  await page.goto(read(pdf));
  await page.locator('.page[data-page-number="1"] canvas').first().waitFor();
  await page.locator('[data-part="scroll"]').focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('refleksjonskanari');
  await page.keyboard.press('Enter');
  await page.getByText('1 av 1 treff').waitFor();
  await page.locator('.page[data-page-number="7"] .highlight.selected').waitFor();
  t.equal(await page.locator('[data-part="page"]').inputValue(), '7');
  await shoot(page, 'pdf-search-1280');
  await page.locator('[name=sok]').fill('finnesikke');
  await page.keyboard.press('Enter');
  await page.getByText('Ingen treff', { exact: true }).waitFor();
  await page.locator('[data-part="scroll"]').focus();
  for (const [key, number] of [
    ['n', '8'],
    ['p', '7'],
  ] as const) {
    await page.keyboard.press(key);
    await page.waitForFunction(`document.querySelector('[data-part="page"]').value === '${number}'`);
  }
  t.same(problems, []);
  await close();
});

t.test('from the search of the service one comes to the page, with the words marked', async (t) => {
  const { page, problems, close } = await openPage(browser, wide);
  await page.goto(`${base}/sok`);
  await page.getByLabel('Hva leter du etter?').fill('refleksjonskanari');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '1 treff' }).waitFor();
  t.equal(await page.locator('mark').innerText(), 'refleksjonskanari');
  await shoot(page, 'search-1280');
  await page.getByRole('link', { name: /Årsrapport\.pdf/ }).click();
  await page.locator('.page[data-page-number="7"] .highlight').first().waitFor();
  t.same(problems, []);
  await close();
});

t.test('without JavaScript the text is read page by page, and searched with the words marked', async (t) => {
  const { page, close } = await openPage(browser, { ...wide, javaScriptEnabled: false });
  await page.goto(read(pdf));
  t.ok(await page.locator('#side-7').isVisible());
  t.notOk(await page.locator('[data-part="tools"]').isVisible());
  await page.getByLabel('Søk i dokumentet').fill('refleksjonskanari');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'side 7' }).click();
  t.equal(await page.locator('#side-7 mark').innerText(), 'refleksjonskanari');
  t.match(page.url(), /#side-7$/);
  await shoot(page, 'pdf-nojs-1280');
  await close();
});

t.test('when the pages cannot be shown, one is told and reads the text', async (t) => {
  const { page, close } = await openPage(browser, wide);
  await page.route('**/assets/pdfjs/**', (route) => route.abort());
  await page.goto(read(pdf));
  await page.getByText('Vi fikk ikke vist originalen her.').waitFor();
  t.ok(await page.locator('#side-7').isVisible());
  await close();
});

t.test('every kind of document, large and light, small and dark', async (t) => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
    [820, 'light'],
  ] as const) {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width, height: width === 820 ? 1180 : 900 },
      colorScheme,
      hasTouch: width !== 1280,
      extraHTTPHeaders: kari.headers,
    });
    for (const [name, address, ready] of [
      ['pdf', read(pdf), '.page[data-page-number="1"] .textLayer span'],
      ['pdf-hit', read(pdf, '?sok=refleksjonskanari#side-7'), '.page[data-page-number="7"] .highlight'],
      ['docx', read(docx), '#side-1'],
      ['docx-sok', read(docx, '?sok=vanskelig'), 'mark'],
      ['odt', read(odt), '#side-1'],
      ['bilde', read(jpeg), 'figure img'],
      ['sok', `${base}/sok?q=vanskelige`, 'mark'],
      ['sok-ingen', `${base}/sok?q=finnesikke`, '.ep-empty'],
      ['sok-tom', `${base}/sok`, 'form'],
    ] as const) {
      await page.goto(address);
      await page.locator(ready).first().waitFor();
      t.same(await pageFaults(page), [], `${name} at ${width}`);
      await shoot(page, `${name}-${width}`);
      if (name === 'pdf' && width === 390) {
        await page.getByRole('button', { name: 'Sideoversikt' }).click();
        await page.locator('.ep-reader__thumbs canvas').first().waitFor();
        t.same(await pageFaults(page), [], `${name} with its overview at ${width}`);
        await shoot(page, `${name}-thumbs-${width}`);
      }
    }
    const drawn = await page.goto(read(jpeg)).then(() =>
      page
        .locator('figure img')
        .evaluate(async (image: { decode(): Promise<void>; naturalWidth: number }) => {
          await image.decode();
          return image.naturalWidth;
        }),
    );
    t.ok(drawn > 300 && drawn <= 2000, `the picture is ${drawn} wide, not 2400`);
    t.same(problems, [], 'no script error, nothing refused by the content security policy');
    await close();
  }
});

t.test('nobody else reads it, in any way', async (t) => {
  const stranger = await play.as('mari@voss.example');
  for (const address of [
    `/dokument/${pdf}/les`,
    `/dokument/${jpeg}/bilde/600`,
    `/dokument/${docx}/les?sok=plan`,
    `/api/v1/documents/${pdf}/text`,
  ])
    t.equal((await stranger.get(address)).statusCode, 404, address);
  const outside = await play.anyone.get(`/assets/pdfjs/6.5.438/build/..%2f..%2fpackage.json`);
  t.equal(outside.statusCode, 404);
  t.same(play.errors, []);
});
