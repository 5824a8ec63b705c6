/** The preview and the receipt in the browser: large and small, light and dark, with and without scripts. */
import t from 'tap';
import { pageFaults } from '../helpers/axe.ts';
import { openCall } from '../helpers/applying.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { taken } from '../helpers/samples.ts';

const call = await openCall(t);
const kari = await call.as('kari@eigersund.example');
const { id } = await call.sent(kari, 'Eigersund', { files: [taken.pdf] });
const base = await call.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const shots = process.env['SHOTS'];

t.test('the preview and the receipt', async (t) => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width, height: 900 },
      colorScheme,
      extraHTTPHeaders: kari.headers,
    });
    for (const path of ['forhandsvis', 'kvittering']) {
      await page.goto(`${base}/soknad/${id}/${path}`);
      t.same(await pageFaults(page), [], `${path} at ${width}`);
      if (shots) await page.screenshot({ path: `${shots}/${path}-${width}.png`, fullPage: true });
    }
    await page.goto(`${base}/soknad/${id}/forhandsvis`);
    await page.evaluate('globalThis.print = () => { document.title = "printed" }');
    await page.getByRole('button', { name: 'Skriv ut' }).press('Enter');
    t.equal(await page.title(), 'printed');
    t.same(problems, []);
    await close();
  }
  const plain = await openPage(browser, { javaScriptEnabled: false, extraHTTPHeaders: kari.headers });
  await plain.page.goto(`${base}/soknad/${id}/forhandsvis`);
  t.equal(await plain.page.locator('[data-enhance=print]').isVisible(), false, 'no button that does nothing');
  t.ok(await plain.page.getByRole('link', { name: 'Last ned utkastet som PDF' }).isVisible());
  await plain.close();
});
