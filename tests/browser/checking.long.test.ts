/** Checking a receipt in the browser: nothing is sent, what was changed is named; keyboard, phone, no scripts. */
import { createHash } from 'node:crypto';
import t from 'tap';
import { addMinutes, instant } from '../../src/platform/clock.ts';
import { signDocument, verify } from '../../src/platform/signed-document.ts';
import { createHash as browserHash } from '../../src/ui/browser/node-crypto.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { playground } from '../helpers/client.ts';
import { deliberatingJury, due, frozenFile, frozenList } from '../helpers/frozen-year.ts';

const play = await playground(t);
const { signing, config } = play.services;
const plan = Buffer.from('Plan for etikkarbeidet');
const text = signDocument(
  signing,
  { kind: 'receipt', service: config.baseUrl, at: instant('2026-10-01T12:00:00Z') },
  [
    { name: 'application', content: { receiptNumber: 'EP-TEST-TEST' } },
    { name: 'answer/1', content: { label: 'Hvordan arbeider dere?', value: 'Vi møtes hver uke.' } },
    {
      name: 'file/1',
      content: { name: 'plan.pdf', sha256: createHash('sha256').update(plan).digest('hex') },
    },
  ],
);
const file = (name: string, content: string | Buffer, mimeType = 'application/json') => ({
  name,
  mimeType,
  buffer: Buffer.from(content as string),
});
const base = await play.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const shots = process.env['SHOTS'];

t.test('a receipt, whole and changed, on a large light screen and a small dark one', async (t) => {
  const screens = [
    [1280, 'light', '/kontroller'],
    [390, 'dark', '/nn/kontroller'],
  ] as const;
  for (const [width, colorScheme, path] of screens) {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width, height: 900 },
      colorScheme,
    });
    await page.goto(base + path);
    await page.locator('[data-check-form]').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    const [document, files] = [page.locator('main input').first(), page.locator('main input').nth(1)];
    const result = page.locator('[data-check-result]');
    await document.setInputFiles(file('kvittering.json', text));
    await result.getByText(/kvittering\.json er uendr(et|a)/).waitFor();
    t.match(await result.innerText(), /demonstrasjon/, 'a demonstration says what it is');
    await files.setInputFiles([file('nytt namn.pdf', plan, 'application/pdf'), file('ny.pdf', 'x')]);
    await result.getByText(/nytt namn\.pdf/).waitFor();
    t.match(await result.innerText(), /nytt namn\.pdf: den samm?e som «plan\.pdf»/);
    t.match(await result.innerText(), /ny\.pdf: (finnes ikke|finst ikkje)/);
    t.same(await pageFaults(page), [], `whole at ${width}`);
    if (shots) await page.screenshot({ path: `${shots}/check-ok-${width}.png`, fullPage: true });

    await files.setInputFiles([]);
    await document.setInputFiles(file('endret.json', text.replace('hver uke', 'hver dag')));
    await result.getByText(/endret\.json er ikkj?e slik/).waitFor();
    t.match(await result.innerText(), /Svar 1 \(«Hvordan arbeider dere\?»\): endr(et|a) \(linje 4/);
    t.same(await pageFaults(page), [], `changed at ${width}`);
    if (shots) await page.screenshot({ path: `${shots}/check-bad-${width}.png`, fullPage: true });
    await document.setInputFiles(file('plan.pdf', plan));
    await result.getByText(/ikkj?e ei?n?n? signert fil/).waitFor();
    t.same(sent, [], 'nothing was sent');
    t.same(problems, []);
    await close();
  }
});

t.test('by keyboard, and without scripts or Ed25519', async (t) => {
  const { page, close } = await openPage(browser);
  await page.goto(`${base}/kontroller`);
  await page.locator('[data-check-form]').waitFor();
  await page.locator('main input').first().focus();
  await page.keyboard.press('Tab');
  t.equal(await page.evaluate('document.activeElement.name'), 'signedFiles');
  await page.evaluate(`Object.defineProperty(crypto, 'subtle', { value: undefined })`);
  await page.locator('main input').first().setInputFiles(file('kvittering.json', text));
  await page.getByText(/kan ikke kontrollere denne typen signatur/).waitFor();
  await close();

  const plain = await openPage(browser, { javaScriptEnabled: false });
  await plain.page.goto(`${base}/kontroller`);
  t.equal(await plain.page.locator('main input[type=file]').first().isVisible(), false);
  t.match(await plain.page.locator('main').innerText(), /trenger JavaScript[\s\S]*npm run verify/);
  await plain.close();
});

t.test(
  'a frozen result is computed again here: whole, changed and resigned, the core alone, and after erasure',
  async (t) => {
    const year = await deliberatingJury(t);
    const { services, nominations, dates } = year;
    const decided = await year.event('chair', 'decideFinalists', {
      decision: { finalists: [nominations['Lier']], reason: 'Tydelig best.' },
    });
    t.equal(decided.statusCode, 200, decided.body);
    await due(year, addMinutes(dates.after, 5));
    const [{ id } = { id: '' }] = (await frozenList(year)).versions;
    const [core, full] = [await frozenFile(year, id, 'core'), await frozenFile(year, id, 'full')];
    const { parts } = await verify(Buffer.from(full));
    /** Signed anew over a score that nobody gave, by whoever holds the key. */
    const forged = signDocument(
      services.signing,
      { kind: 'result-full', service: '', at: dates.after },
      parts
        .filter(({ name }) => name !== 'document')
        .map(({ name, content }) => ({
          name,
          content:
            name === 'ballot/3'
              ? {
                  ...(content as object),
                  given: (content as { given: { score: number }[] }).given.map((one) => ({
                    ...one,
                    score: one.score && 1,
                  })),
                }
              : content,
        })),
    );
    const url = await year.app.listen({ port: 0, host: '127.0.0.1' });
    const { page, problems, close } = await openPage(browser, { viewport: { width: 390, height: 900 } });
    await page.goto(`${url}/kontroller`);
    await page.locator('[data-check-form]').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    const [document, files] = [page.locator('main input').first(), page.locator('main input').nth(1)];
    const result = page.locator('[data-check-result]');
    const says = async (wanted: RegExp) => {
      await result.getByText(wanted).first().waitFor({ timeout: 60_000 });
      return result.innerText();
    };
    await document.setInputFiles(file('resultat-fullt.json', full));
    t.match(await says(/regnet ut på nytt her, og stemmer/), /15 vurderinger av 3 søknader/);
    t.same(await pageFaults(page), []);
    if (shots) await page.screenshot({ path: `${shots}/check-result-390.png`, fullPage: true });
    await document.setInputFiles(file('kjerne.json', core));
    t.match(await says(/Dette er kjernen/), /15 vurderinger står her/);
    await files.setInputFiles([file('resultat-fullt.json', full)]);
    t.match(await says(/regnet ut på nytt her, og stemmer/), /den samme som/);
    await files.setInputFiles([]);
    await document.setInputFiles(file('forfalsket.json', forged));
    const named = await says(/Regnet ut på nytt stemmer ikke/);
    t.match(
      named,
      /ballot\/3 \(nomination \d, \S+; juror \d, .+\) is not what the juror delivered/,
      'the ballot is named',
    );
    t.match(named, /computed\.\S+ is .+, computed again it is/, 'and the figures that follow');
    t.same(await pageFaults(page), []);
    if (shots) await page.screenshot({ path: `${shots}/check-result-bad-390.png`, fullPage: true });
    t.same(sent, [], 'nothing was sent');
    t.same(problems, []);
    await close();
  },
);

t.test('the SHA-256 of the browser is the one of Node', async (t) => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 1000]) {
    const data = 'æ'.repeat(length);
    t.equal(
      browserHash('sha256').update(data).digest().toString('hex'),
      createHash('sha256').update(data).digest('hex'),
    );
  }
});
