/** Attachments in a real browser: many at once with progress, stopped, dropped, by keyboard; marked, replaced and taken back without JavaScript. */
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import t from 'tap';
import { scanFile } from '../../src/features/documents/scanning.ts';
import { addDays } from '../../src/platform/clock.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { eicar, startScanner } from '../helpers/clamd.ts';
import { playground } from '../helpers/client.ts';
import { docxOf, pdfOfSize, pngOf } from '../helpers/made-files.ts';
import { taken } from '../helpers/samples.ts';
import { temporaryFolder } from '../helpers/server.ts';
import { datesOf, plannedYear } from '../helpers/year.ts';

const clamd = await startScanner(t);
const play = await playground(t, { CLAMD_URL: clamd.url });
const { db } = play.services;
const year = await plannedYear(db);
const dates = await datesOf(db, year.id);
await year.send('secretary', addDays(dates.opens_at, -7), 'announce');
await play.setClock(addDays(dates.closes_at, -3));
const base = await play.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const folder = await temporaryFolder(t);
const shots = process.env['SHOTS'];

const kari = await play.as('kari@solbakken.example');
async function draft(name: string): Promise<string> {
  const body = { kind: 'enterprise', organisation: name, language: 'nb' };
  return (await kari.post(`/api/v1/editions/${year.id}/nominations`, body)).json<{ id: string }>().id;
}
async function onDisk(name: string, content: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}
async function scanAll(): Promise<void> {
  for (const { sha256 } of await db
    .selectFrom('stored_files')
    .select('sha256')
    .where('scan', '=', 'waiting')
    .execute())
    await scanFile(play.services)({ sha256 }, { attempt: 1, last: false });
}
let seen = 0;
async function look(
  t: { same(found: unknown, wanted: unknown, message: string): boolean },
  page: Page,
  state: string,
): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    t.same(await pageFaults(page), [], `${state} at ${width}`);
    if (shots)
      await page.screenshot({
        path: path.join(shots, `${++seen}-${state.replace(/\W+/g, '-')}-${width}.png`),
        fullPage: true,
      });
  }
}
const main = (page: Page) => page.locator('main').innerText();

t.test('three files at once: each has its progress and its answer, and the list follows', async (t) => {
  const id = await draft('Solbakken');
  const { page, problems, close } = await openPage(browser, {
    viewport: { width: 390, height: 844 },
    extraHTTPHeaders: kari.headers,
  });
  await page.goto(`${base}/soknad/${id}/vedlegg`);
  await look(t, page, 'empty');
  t.notOk(await page.getByRole('button', { name: 'Last opp' }).isVisible(), 'choosing is enough');
  await page
    .locator('input[name=files]')
    .setInputFiles([
      await onDisk('Årsrapport.pdf', taken.pdf.content),
      await onDisk('side.html', Buffer.from('<p>Hei</p>')),
      await onDisk('Plan.docx', docxOf('Plan')),
    ]);
  await page.getByText('2 av 3 filer er lastet opp. 1 ble ikke tatt imot.').waitFor();
  const rows = page.locator('.ep-uploads__file');
  t.same(
    await rows.evaluateAll((all) =>
      all.map((row) => (row as unknown as { dataset: { state: string } }).dataset.state),
    ),
    ['taken', 'refused', 'taken'],
  );
  t.match(await rows.nth(1).innerText(), /En nettside eller tegning kan ikke brukes.*«side\.html»/s);
  await page.getByRole('heading', { name: 'Plan.docx' }).waitFor();
  t.match(await main(page), /Sjekkes for virus/);
  t.equal(await page.getByRole('link', { name: 'Plan.docx' }).count(), 0, 'what is not checked has no link');
  await look(t, page, 'uploaded and waiting');
  await scanAll();
  await page.getByRole('link', { name: 'Plan.docx' }).waitFor(); // the page finds out by itself
  await page.getByRole('button', { name: 'Fjern fra listen side.html' }).click();
  t.equal(await rows.count(), 2);
  t.same(
    problems.filter((line) => !line.includes('415')),
    [],
  );
  await close();
});

t.test(
  'a large file shows speed and time left; stopped with the keyboard it leaves nothing, and can be sent again',
  async (t) => {
    const id = await draft('Solbakken stopp');
    const { page, close } = await openPage(browser, { extraHTTPHeaders: kari.headers });
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    const slow = (bytes: number) =>
      network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: bytes,
      });
    await page.goto(`${base}/soknad/${id}/vedlegg`);
    await slow(600_000);
    await page
      .locator('input[name=files]')
      .setInputFiles(await onDisk('Stor.pdf', await pdfOfSize(12_000_000)));
    await page.getByText(/\d+ prosent\. .*i sekundet, .*(sekunder|minutt).* igjen/).waitFor();
    await look(t, page, 'sending');
    await page.locator('input[name=files]').focus();
    await page.keyboard.press('Tab');
    t.match(await page.evaluate('document.activeElement.textContent'), 'Avbryt Stor.pdf');
    await page.keyboard.press('Enter');
    await page.getByText('Avbrutt. Ingenting er lagret.').waitFor();
    t.match(
      await page.evaluate('document.activeElement.textContent'),
      'Prøv på nytt Stor.pdf',
      'the keyboard is where it was',
    );
    const halfWritten = () => readdir(path.join(play.folder, 'resumable'));
    for (let i = 0; i < 200 && (await halfWritten()).length > 0; i++)
      await new Promise((done) => setTimeout(done, 50));
    t.same(await halfWritten(), [], 'nothing half-written');
    t.same(await db.selectFrom('documents').select('id').where('nomination_id', '=', id).execute(), []);
    await look(t, page, 'stopped');
    await network.send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await page.getByRole('button', { name: 'Prøv på nytt Stor.pdf' }).press('Enter');
    await page.getByText('Forbindelsen ble brutt. Prøver igjen').waitFor();
    await look(t, page, 'trying again');
    await page.getByText('Det som er sendt, er tatt vare på').waitFor({ timeout: 60_000 });
    await look(t, page, 'broken');
    await slow(-1);
    await page.getByRole('button', { name: 'Fortsett der den stoppet Stor.pdf' }).press('Enter');
    await page.getByText('1 av 1 filer er lastet opp.').waitFor();
    await page.getByRole('heading', { name: 'Stor.pdf' }).waitFor();
    await close();
  },
);

t.test('files can be dropped; what is too large is told before it is sent', async (t) => {
  const id = await draft('Solbakken slipp');
  await db.updateTable('editions').set({ document_bytes_max: 50_000 }).execute();
  const { page, close } = await openPage(browser, { extraHTTPHeaders: kari.headers });
  let posted = 0;
  page.on('request', (request) => request.method() === 'POST' && (posted += 1));
  await page.goto(`${base}/soknad/${id}/vedlegg`);
  const picture = pngOf(40, 30).toString('base64');
  await page.evaluate(`{
    const bytes = Uint8Array.from(atob('${picture}'), (char) => char.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'Sluppet.png'));
    transfer.items.add(new File([new Uint8Array(60000)], 'For stor.pdf'));
    const area = document.querySelector('[data-uploads]');
    area.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    area.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }`);
  await page.getByRole('heading', { name: 'Sluppet.png' }).waitFor();
  t.match(await page.locator('.ep-uploads__file').nth(1).innerText(), 'Filen er for stor');
  t.equal(posted, 1);
  await db.updateTable('editions').set({ document_bytes_max: 26_214_400 }).execute();
  await close();
});

for (const javaScriptEnabled of [true, false])
  t.test(
    `described, marked, moved, replaced, taken back and removed, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`,
    async (t) => {
      const id = await draft(`Solbakken ${javaScriptEnabled}`);
      for (const [name, width] of [
        ['A.png', 31],
        ['B.png', 32],
      ] as const)
        await kari.upload(`/api/v1/nominations/${id}/documents`, [
          { name, content: pngOf(width, javaScriptEnabled ? 9 : 8) },
        ]);
      await scanAll();
      const { page, problems, close } = await openPage(browser, {
        viewport: { width: 390, height: 844 },
        javaScriptEnabled,
        extraHTTPHeaders: kari.headers,
      });
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(`${base}/soknad/${id}/vedlegg`);
      if (javaScriptEnabled) await look(t, page, 'two');
      const open = (word: string, name: string) =>
        page.locator('summary', { hasText: word }).filter({ hasText: name }).press('Enter');
      await open('Beskriv eller merk filen', 'A.png');
      await page.getByLabel('Hva er dette?').first().fill('Fra refleksjonsmøtet');
      // By keyboard: the lines of the files may move under a pointer while they are judged.
      await page.getByLabel('Denne filen bør ikke offentliggjøres').first().press('Space');
      await page.getByRole('button', { name: 'Lagre', exact: true }).first().press('Enter');
      t.match(await main(page), 'Skriv hvorfor filen ikke bør offentliggjøres');
      t.equal(
        await page.getByLabel('Hva er dette?').first().inputValue(),
        'Fra refleksjonsmøtet',
        'what was written is there',
      );
      if (javaScriptEnabled) await look(t, page, 'reason missing');
      await page.getByLabel('Hvorfor bør den ikke offentliggjøres?').first().fill('Viser ansatte');
      await page.getByRole('button', { name: 'Lagre', exact: true }).first().press('Enter');
      t.match(
        await main(page),
        /Endringene er lagret[\s\S]*A\.png[\s\S]*Bør ikke offentliggjøres Viser ansatte/,
      );
      await page.getByRole('button', { name: 'Flytt ned A.png' }).press('Enter');
      t.match(await main(page), /B\.png[\s\S]*A\.png/);
      await open('Bytt ut filen', 'A.png');
      await page
        .locator('input[name^=replacement]')
        .nth(1)
        .setInputFiles(await onDisk('A2.html', Buffer.from('<p>')));
      await page.getByRole('button', { name: 'Bytt ut' }).press('Enter');
      await page.getByText('En nettside eller tegning kan ikke brukes').first().waitFor();
      await page
        .locator('input[name^=replacement]')
        .nth(1)
        .setInputFiles(await onDisk('A2.png', pngOf(33, javaScriptEnabled ? 9 : 8)));
      await page.getByRole('button', { name: 'Bytt ut' }).press('Enter');
      await page.getByText('Filen er byttet ut.').waitFor();
      t.match(
        await main(page),
        /A2\.png[\s\S]*Fra refleksjonsmøtet[\s\S]*Viser ansatte[\s\S]*Tidligere versjon.*A\.png/,
      );
      if (javaScriptEnabled) await look(t, page, 'replaced');
      await page.getByRole('button', { name: 'Bruk denne i stedet A.png' }).press('Enter');
      await page.getByText('Den tidligere versjonen er tatt i bruk igjen.').waitFor();
      t.match(await main(page), /Tidligere versjon.*A2\.png/);
      await page.getByRole('button', { name: 'Fjern A.png' }).press('Enter');
      await page.getByText('Filen er fjernet.').waitFor();
      t.notMatch(await main(page), /A2?\.png/);
      t.same(
        problems.filter((line) => !/415|422/.test(line)),
        [],
      );
      await close();
    },
  );

t.test(
  'the infected and the missing say so, on the page and before sending, in every language',
  async (t) => {
    const id = await draft('Solbakken virus');
    const content = docxOf('x', [{ name: 'word/media/a.txt', content: eicar, packed: clamd.real }]);
    await kari.upload(`/api/v1/nominations/${id}/documents`, [
      { name: 'Smittet.docx', content },
      { name: 'Borte.png', content: pngOf(70, 71) },
    ]);
    await scanAll();
    const lost = await db
      .selectFrom('documents')
      .select('sha256')
      .where('name', '=', 'Borte.png')
      .executeTakeFirstOrThrow();
    await play.services.files.remove(lost.sha256);
    const { page, close } = await openPage(browser, { extraHTTPHeaders: kari.headers });
    await page.goto(`${base}/soknad/${id}/vedlegg`);
    t.match(
      await main(page),
      /Smittet\.docx Virus funnet[\s\S]*kan ikke sendes inn[\s\S]*Borte\.png Mangler/,
    );
    await look(t, page, 'infected and missing');
    await page.goto(`${base}/soknad/${id}/send-inn`);
    t.match(await main(page), /Fjern filene som det er funnet virus i: Smittet\.docx/);
    await look(t, page, 'cannot be sent');
    for (const lang of ['nn', 'en']) {
      await page.goto(`${base}/soknad/${id}/vedlegg?lang=${lang}`);
      await look(t, page, lang);
    }
    await close();
  },
);
