/** Applying in a real browser: with the keyboard and uploads that show their progress, without JavaScript, and on every page nothing that axe finds. */
import path from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import t from 'tap';
import { addDays } from '../../src/platform/clock.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { playground } from '../helpers/client.ts';
import { tabTo } from '../helpers/keyboard.ts';
import { taken } from '../helpers/samples.ts';
import { temporaryFolder } from '../helpers/server.ts';
import { datesOf, plannedYear } from '../helpers/year.ts';

const play = await playground(t);
const { db } = play.services;
const year = await plannedYear(db);
const dates = await datesOf(db, year.id);
await year.send('secretary', addDays(dates.opens_at, -7), 'announce');
await play.setClock(addDays(dates.closes_at, -3));
const base = await play.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const folder = await temporaryFolder(t);
let checked = 0;

async function files(): Promise<string[]> {
  const named = [taken.pdf, taken.docx, { name: 'side.html', content: Buffer.from('<p>Hei</p>') }];
  return Promise.all(
    named.map(async ({ name, content }) => {
      const file = path.join(folder, name);
      await writeFile(file, content);
      return file;
    }),
  );
}

/** Fills in every field of the section that is open and goes on. */
async function fillIn(page: Page): Promise<void> {
  for (const field of await page.locator('main textarea, main input[type=text]').all())
    await field.fill('Vi øver på det vanskelige.');
  for (const box of await page.locator('main input[type=checkbox]').all()) await box.check();
  const here = page.url();
  await page.getByRole('button', { name: 'Lagre og gå videre' }).click();
  await page.waitForURL((url) => url.href !== here);
}

for (const javaScriptEnabled of [true, false]) {
  t.test(
    `an application from the start to the receipt, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`,
    async (t) => {
      const kari = await play.as(`kari-${javaScriptEnabled}@solbakken.example`);
      const { page, problems, close } = await openPage(browser, {
        viewport: { width: 390, height: 844 },
        javaScriptEnabled,
        extraHTTPHeaders: kari.headers,
      });
      await page.goto(`${base}/soknad/ny`);
      await page.getByRole('link', { name: 'Virksomhet' }).click();
      await page.getByLabel('Navnet på virksomheten').fill(`Solbakken ${javaScriptEnabled}`);
      await page.getByRole('button', { name: 'Begynn på søknaden' }).click();
      await page.getByRole('link', { name: 'Om dere' }).click();
      // Three parts on a page each, the tables, and a page for each of the seven criteria.
      for (let i = 0; i < 11; i++) await fillIn(page);
      t.match(await page.locator('main').innerText(), '14 av 14 obligatoriske spørsmål');
      await page.getByRole('link', { name: 'Vedlegg' }).click();
      await page.locator('input[type=file]').setInputFiles(await files());
      if (javaScriptEnabled) await page.getByText('2 av 3 filer er lastet opp.').waitFor();
      else {
        await page.getByRole('button', { name: 'Last opp' }).click();
        await page.getByText('2 filer er lastet opp.').waitFor();
      }
      // Files go up one after another; this one is the last.
      await page
        .getByText(/«side\.html» er en nettside/)
        .first()
        .waitFor();
      await page.getByRole('link', { name: 'Tilbake til søknaden' }).click();
      await page.getByRole('link', { name: 'Se over og send inn' }).click();
      await page.getByRole('button', { name: 'Send inn søknaden' }).click();
      t.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Kvittering');
      t.match(
        await page.locator('main').innerText(),
        /EP-\w{4}-\w{4}[\s\S]*Årsrapport\.pdf[\s\S]*Plan\.docx/,
      );
      // The browser itself notes that a file was refused (415); nothing else.
      t.same(
        problems.filter((line) => !line.includes('415')),
        [],
      );
      await close();
    },
  );
}

t.test('files chosen before the script has come are uploaded when it comes', async (t) => {
  const kari = await play.as('sein@solbakken.example');
  const { page, problems, close } = await openPage(browser, { extraHTTPHeaders: kari.headers });
  const made = await kari.post(`/api/v1/editions/${year.id}/nominations`, {
    kind: 'enterprise',
    organisation: 'Sein linje',
    language: 'nb',
  });
  const script = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.goto(`${base}/soknad/${made.json<{ id: string }>().id}/vedlegg`, { waitUntil: 'commit' });
  await page.locator('input[type=file]').setInputFiles((await files()).slice(0, 2));
  t.equal(await page.locator('[data-uploads][data-on]').count(), 0, 'the script has not come');
  script.resolve();
  await page.getByText('2 av 2 filer er lastet opp.').waitFor();
  t.same(problems, []);
  await close();
});

t.test('writing with the keyboard alone', async (t) => {
  const kari = await play.as('tastatur@solbakken.example');
  const { page, close } = await openPage(browser, { extraHTTPHeaders: kari.headers });
  await page.goto(`${base}/soknad/ny?slag=kommune`);
  await tabTo(page, '[name=organisation]');
  await page.keyboard.type('Kautokeino');
  await tabTo(page, 'main button[type=submit]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Guovdageaidnu - Kautokeino' }).waitFor();
  await tabTo(page, 'a[href$="/del/om"]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Om dere' }).waitFor();
  await tabTo(page, 'main input[type=text]');
  await page.keyboard.type('Máret, telefon 00 00 00 00');
  await tabTo(page, 'main textarea');
  await page.keyboard.type('Vi øver.');
  t.match(await page.locator('.ep-counter').innerText(), '148');
  await tabTo(page, 'main details summary');
  await page.keyboard.press('Enter');
  await page.getByText('Hvem er dere, og hvilke tjenester gjelder det?').waitFor();
  await tabTo(page, 'main button[value=stay]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/lagret=1/);
  t.match(await page.getByRole('status').first().innerText(), 'Lagret');
  t.equal(await page.locator('main textarea').inputValue(), 'Vi øver.');
  await close();
});

t.test('every page of applying and of the formal check, small and dark (UU-1, UU-3)', async (t) => {
  const kari = await play.as('kari-true@solbakken.example');
  const secretary = await play.as('secretary@example.no');
  await (
    await play.as('nils@example.no')
  ).post('/soknad/bli-med', { kind: 'enterprise', organisation: 'Solbakken true' });
  const [mine] = (await kari.get('/api/v1/nominations')).json<{ nominations: { id: string }[] }>()
    .nominations as [{ id: string }];
  const parts = [
    '',
    '/del/om',
    '/del/kriterier',
    '/del/kriterier-1',
    '/del/tall',
    '/del/tillegg',
    '/del/godkjenning',
    '/vedlegg',
    '/send-inn',
    '/kvittering',
    '/innsendt',
    '/medarbeidere',
    '/trekk',
  ];
  const kinds = ['', '?slag=kommune', '?slag=bydel', '?slag=virksomhet', '?slag=samarbeid'];
  const own = [
    ...kinds.map((query) => `/soknad/ny${query}`),
    '/soknad/bli-med',
    '/soknad/bli-med?sendt=1',
    ...parts.map((part) => `/soknad/${mine.id}${part}`),
  ];
  const office = [
    `/sekretariat/${year.id}/soknader`,
    `/sekretariat/soknad/${mine.id}`,
    '/sekretariat/foresporsler',
  ];
  await look(t, own, kari.headers);
  await play.setClock(addDays(dates.closes_at, 1));
  await look(t, office, secretary.headers);
  await look(t, [`/soknad/${mine.id}`, `/soknad/${mine.id}/del/om`], kari.headers);
  t.comment(`${checked} page states checked`);
});

async function look(
  t: { same(found: unknown, wanted: unknown, message: string): boolean },
  paths: readonly string[],
  headers: Record<string, string>,
): Promise<void> {
  // Large and light: matrix.long.test.ts looks at every page so.
  for (const [width, colorScheme] of [[390, 'dark']] as const) {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width, height: 900 },
      colorScheme,
      extraHTTPHeaders: headers,
    });
    for (const one of paths) {
      await page.goto(base + one);
      t.same(await pageFaults(page), [], `${one} at ${width}`);
      checked++;
    }
    t.same(problems, [], 'no script error, nothing refused by the content security policy');
    await close();
  }
}
