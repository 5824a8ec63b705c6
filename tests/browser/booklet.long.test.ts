/** The booklet of a juror in a browser: the page on a phone, on a desk, in the dark and on paper, and the file behind its link. */
import { readFile } from 'node:fs/promises';
import t from 'tap';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { textDocx } from '../helpers/documents.ts';
import { canary, declareAll, judgingYear } from '../helpers/jury-year.ts';
import { readPdf } from '../helpers/pdf.ts';

const plan = {
  name: 'Plan for etikkarbeidet i kommunen.docx',
  content: textDocx('Plan for året', ['Første avsnitt.']),
};
const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss'], { documents: [plan] });
await declareAll(year, {}, ['liv']);
const base = await year.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const shots = process.env['SHOTS'];

for (const width of [390, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    t.test(`${width} wide, ${colorScheme}`, async (t) => {
      const { page, problems, close } = await openPage(browser, {
        viewport: { width, height: 900 },
        colorScheme,
        extraHTTPHeaders: year.clients.liv.headers,
      });
      await page.goto(`${base}/jury/utskrift`);
      t.same(await pageFaults(page), []);
      t.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'nothing is cut');
      await page.getByRole('navigation', { name: 'Innhold' }).getByRole('link', { name: 'Modum' }).click();
      t.match(page.url(), /#soknad-/);
      if (shots)
        await page.screenshot({ path: `${shots}/booklet-${width}-${colorScheme}.png`, fullPage: true });
      await page.goto(`${base}/jury`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /som PDF/ }).click(),
      ]);
      t.equal(download.suggestedFilename(), 'soknadene-2026.pdf');
      if (shots)
        await page.screenshot({ path: `${shots}/workspace-${width}-${colorScheme}.png`, fullPage: true });
      const { text } = await readPdf(await readFile(await download.path()));
      t.match(text, canary('Voss'));
      if (shots) await download.saveAs(`${shots}/booklet.pdf`);
      t.same(problems, []);
      await close();
    });

t.test('printed by the browser: a cover of its own, and whose it is at the foot of each page', async (t) => {
  const { page, close } = await openPage(browser, { extraHTTPHeaders: year.clients.liv.headers });
  await page.goto(`${base}/jury/utskrift`);
  const bytes = await page.pdf({
    format: 'A4',
    margin: { top: '18mm', bottom: '18mm', left: '18mm', right: '18mm' },
  });
  const { text } = await readPdf(bytes);
  const pages = bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  t.ok(pages > 6);
  t.equal(text.match(/Eksemplaret til Liv Torgersdal, laget/g)?.length, pages);
  t.notMatch(text, /Last ned som PDF|Alle søknadene du vurderer, hver med/, 'nothing of the screen');
  if (shots) {
    const { writeFile } = await import('node:fs/promises');
    await writeFile(`${shots}/printed.pdf`, bytes);
  }
  await close();
});
t.same(year.errors, []);
