/** The chair's result in a real browser: keyboard, without scripts, on a phone, in the dark; nothing that axe finds. */
import t from 'tap';
import { createEdition } from '../../src/features/editions/commands.ts';
import { addMinutes } from '../../src/platform/clock.ts';
import { followed, progress } from '../../src/ui/components/index.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { due } from '../helpers/frozen-year.ts';
import { press } from '../helpers/keyboard.ts';
import { declareAll, deliverBallot, judgingYear, jurors } from '../helpers/jury-year.ts';

/** Quality of each application as each juror sees it; null = out of it. */
const given: Record<string, readonly (number | null)[]> = {
  'Arendal kommune, hjemmetjenesten': [5, 5, 4, 5, null],
  'Bydel Grünerløkka': [5, 4, 5, 5, 3],
  'Drammen helse og mestring': [4, 4, 4, 3, 2],
  'Eigersund sykehjem': [2, 5, 3, 6, 1],
  'Øygarden bu- og behandlingssenter': [3, 2, 3, 3, 2],
};

const year = await judgingYear(t, Object.keys(given));
await declareAll(year, { henrik: { 'Arendal kommune, hjemmetjenesten': 'connection' } });
await year.clients.chair.post(
  `/api/v1/nominations/${year.nominations['Arendal kommune, hjemmetjenesten']}/conflict-decisions`,
  { personId: year.ids.henrik, recused: true, reason: 'Har arbeidet der.' },
);
for (const [name, row] of Object.entries(given))
  for (const [i, quality] of row.entries())
    if (quality !== null)
      await deliverBallot(
        year,
        jurors[i]!,
        year.nominations[name]!,
        (criterion) => Math.min(6, Math.max(1, quality + ((criterion + i) % 3) - 1)),
        `Godt forankret. ${name}.`,
      );
await year.setClock(year.dates.after);
await year.event('chair', 'closeJudging', { reason: '' });
const base = await year.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const shots = process.env['SHOTS'];

async function open(who: 'chair' | 'henrik' | 'secretary', options: Parameters<typeof openPage>[1] = {}) {
  return openPage(browser, { extraHTTPHeaders: year.clients[who].headers, ...options });
}

t.test('every page of the result on a large light screen and a small dark one', async (t) => {
  for (const [width, colorScheme, locale] of [
    [1280, 'light', 'nb'],
    [390, 'dark', 'nn'],
  ] as const) {
    for (const who of ['chair', 'henrik'] as const) {
      const { page, problems, close } = await open(who, {
        viewport: { width, height: 900 },
        colorScheme,
        extraHTTPHeaders: { ...year.clients[who].headers, 'accept-language': locale },
      });
      for (const path of ['/jury/resultat', '/jury/resultat/tall']) {
        await page.goto(base + path);
        // While the juries are redrawn the page follows it, and comes anew when it is done.
        await page.locator('[data-follow]').waitFor({ state: 'detached' });
        t.same(await pageFaults(page), [], `${who}: ${path} at ${width}`);
        if (shots)
          await page.screenshot({
            path: `${shots}/${who}-${path.split('/').at(-1)}-${width}-${colorScheme}.png`,
            fullPage: true,
          });
      }
      t.same(problems, []);
      await close();
    }
  }
});

t.test('the signed result and the rules of the places', async (t) => {
  await year.event('chair', 'decideFinalists', {
    decision: { finalists: Object.values(year.nominations).slice(0, 3), reason: 'Etter en lang samtale.' },
  });
  t.equal((await due(year, addMinutes(year.dates.after, 5))).frozen, 1);
  const { id } = await year.play('secretary', year.dates.after, (unit) =>
    createEdition(unit, { year: 2027 }),
  );
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const)
    for (const [who, path, name] of [
      ['chair', `/sekretariat/${year.editionId}/resultat`, 'signert'],
      ['secretary', `/sekretariat/${id}/oppsett`, 'oppsett'],
      ['secretary', '/slik-kan-du-kontrollere', 'kontrollere'],
    ] as const) {
      const { page, problems, close } = await open(who, { viewport: { width, height: 900 }, colorScheme });
      await page.goto(base + path);
      t.same(await pageFaults(page), [], `${path} at ${width}`);
      if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
      t.same(problems, []);
      await close();
    }
});

t.test(
  'by keyboard alone: the order, its table, the figures, and what points at a juror only once opened',
  async (t) => {
    const { page, problems, close } = await open('chair', { viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/jury/resultat`);
    await press(page, page.getByText('Det samme som tabell', { exact: true }));
    t.ok(await page.getByRole('table', { name: 'Resultat' }).isVisible());
    await press(page, page.getByText('Flere tall', { exact: true }));
    await page.waitForURL('**/tall');
    t.notOk(await page.getByText('Egen spredning', { exact: true }).count(), 'off until opened');
    await press(page, page.getByText('Vis tallene for hvert jurymedlem', { exact: true }));
    await page.getByText('Åpnet. Det er ført i loggen.').waitFor();
    t.same(await pageFaults(page), []);
    if (shots) await page.screenshot({ path: `${shots}/chair-jurors-390.png`, fullPage: true });
    t.same(problems, []);
    await close();
  },
);

t.test('without scripts and with large text nothing is lost', async (t) => {
  const { page, close } = await open('chair', {
    javaScriptEnabled: false,
    viewport: { width: 640, height: 900 },
  });
  await page.goto(`${base}/jury/resultat`);
  t.match(await page.locator('#kort').innerText(), /ligger først|deler førsteplassen/);
  t.match(await page.locator('#rekkefolge').innerText(), /Trolig plass/, 'ranges without scripts');
  await close();
  const large = await open('chair', { viewport: { width: 768, height: 1024 } });
  await large.page.goto(`${base}/jury/resultat`);
  await large.page.evaluate('document.documentElement.style.fontSize = "200%"');
  t.ok(
    await large.page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth + 1'),
    'twice the text does not widen the page of a tablet',
  );
  if (shots) await large.page.screenshot({ path: `${shots}/chair-resultat-200.png`, fullPage: true });
  await large.close();
});

t.test(
  'a long computation is followed: its percent moves, and the page comes anew when it is done',
  async (t) => {
    const { page, problems, close } = await open('chair');
    const real = (await year.clients.chair.get('/jury/resultat')).body;
    const address = '/jury/resultat/omtrekk.json';
    const body = progress({ id: 'omtrekk', label: 'Utregningen', value: 0, max: 100, shown: '0 %' });
    const running = real.replace(
      '</main>',
      `${String(followed({ address, words: 'Regner: {n} % ferdig', percent: 0, body }))}</main>`,
    );
    // Eleven jurors would be needed for a computation that lasts: the server's answers stand in for it.
    let asked = 0;
    let shown = 0;
    await page.route(`**${address}`, (route) =>
      route.fulfill({ json: ++asked < 3 ? { state: 'running', part: 0.42 } : { state: 'done', part: 1 } }),
    );
    await page.route('**/jury/resultat', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: ++shown === 1 ? running : real }),
    );
    await page.goto(`${base}/jury/resultat`);
    await page.getByText('Regner: 42 % ferdig').waitFor();
    t.equal(await page.evaluate<number>('document.querySelector("progress").value'), 42);
    await page.locator('progress').waitFor({ state: 'detached' });
    t.equal(shown, 2);
    t.same(problems, []);
    await close();
  },
);
