/** The juror's desk in a real browser: the ballot saves by itself as the form of an application does, and nothing typed is lost. */
import type { Page } from 'playwright-core';
import t from 'tap';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { ballotOf, declareAll, deliverBallot, judgingYear, type Juror } from '../helpers/jury-year.ts';
import { until, writer, type Writer } from '../helpers/writers.ts';

const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss']);
const { clients, nominations } = year;
await declareAll(year);
const base = await year.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const tablet = { viewport: { width: 820, height: 1180 } };
const wide = { viewport: { width: 1280, height: 900 } };

const sit = (who: Juror, options: object = wide): Promise<Writer> =>
  writer(year, browser, base, `${who}@example.no`, options);
const at = (name: string): string => `${base}/jury/soknad/${nominations[name]}#vurdering`;
/** The ballot says how the saving goes in the first line of this kind, the note in the second. */
const line = (page: Page, which: 'ballot' | 'note' = 'ballot') =>
  page
    .locator('[data-save-state]')
    .nth(which === 'ballot' ? 0 : 1)
    .locator('> p')
    .first();
const isSaved = (page: Page, which?: 'ballot' | 'note') =>
  line(page, which)
    .filter({ hasText: /^Lagret kl\./ })
    .waitFor();
const says = (page: Page, words: RegExp, which?: 'ballot' | 'note') =>
  line(page, which).filter({ hasText: words }).waitFor();
/** On a criterion that has levels. */
const criterion = (page: Page) =>
  page.locator('[data-question]', { has: page.getByRole('group', { name: /hvor godt\?/ }) }).first();
const text = (page: Page) => criterion(page).getByRole('textbox');
const choose = (page: Page, level: number) =>
  criterion(page)
    .getByLabel(new RegExp(`^${level} – `))
    .check();
async function stored(who: Juror, name: string) {
  const { scores } = await ballotOf(year, who, nominations[name]!);
  return scores.find(({ weight }) => weight !== null) as unknown as {
    score: number | null;
    assessment: string;
  };
}

t.test('a level and a text are saved without a button, and once more after a reload', async (t) => {
  const liv = await sit('liv', tablet);
  const { page } = liv;
  let asked = 0;
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().startsWith(base) && request.resourceType() === 'fetch')
      asked++;
  });
  await page.goto(at('Eigersund'));
  t.match(await line(page).innerText(), 'Det du velger og skriver, lagres av seg selv.');
  await choose(page, 4);
  await isSaved(page);
  t.match(await stored('liv', 'Eigersund'), { score: 4, assessment: '' });
  await text(page).fill('Godt forankret i ledelsen');
  await until(async () => (await stored('liv', 'Eigersund')).assessment === 'Godt forankret i ledelsen');
  await isSaved(page);
  t.same(await liv.kept(), [], 'what is saved is not kept in the browser');
  await page.getByLabel('Notat til deg selv').fill('Ring dem.');
  await isSaved(page, 'note');
  const note = await clients.liv.get(`/api/v1/nominations/${nominations['Eigersund']}/note`);
  t.match(note.json(), { text: 'Ring dem.' });
  t.same(await pageFaults(page), [], 'saved');
  await page.waitForTimeout(3000);
  t.equal(asked, 0, 'a page to write on is not read anew behind one’s back');

  await page.reload();
  t.equal(await text(page).inputValue(), 'Godt forankret i ledelsen');
  await text(page).fill('Godt forankret i ledelsen, og i praksis.');
  // The button saves what was typed this moment, upon the version that the last save made.
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.getByText('Vurderingen er lagret.').waitFor();
  t.match(await stored('liv', 'Eigersund'), {
    score: 4,
    assessment: 'Godt forankret i ledelsen, og i praksis.',
  });
  t.same(liv.problems, []);
  await liv.close();
});

t.test('two windows: both texts are shown, and one chooses', async (t) => {
  const [one, two] = [await sit('nina'), await sit('nina', { ...tablet, colorScheme: 'dark' })];
  await one.page.goto(at('Modum'));
  await two.page.goto(at('Modum'));
  await choose(one.page, 5);
  await text(one.page).fill('Fra PC-en');
  await isSaved(one.page);
  await choose(two.page, 2);
  await text(two.page).fill('Fra nettbrettet');
  const card = two.page.locator('[data-clash-card]');
  await card.waitFor();
  t.match(await card.innerText(), /Dette er lagret nå[\s\S]*5 – [\s\S]*Fra PC-en/);
  t.equal(await text(two.page).inputValue(), 'Fra nettbrettet', 'nothing is taken from the keyboard');
  t.match(await stored('nina', 'Modum'), { score: 5, assessment: 'Fra PC-en' }, 'nothing is written over');
  await says(two.page, /fra et annet vindu/);
  t.same(await pageFaults(two.page), [], 'a conflict');
  await card.getByRole('button', { name: 'Begge, etter hverandre' }).click();
  await isSaved(two.page);
  t.match(await stored('nina', 'Modum'), { score: 2, assessment: 'Fra PC-en\n\nFra nettbrettet' });
  await one.close();
  await two.close();
});

t.test('the sign-in runs out, the connection goes: what is typed stays and is saved', async (t) => {
  const liv = await sit('liv', tablet);
  const { page } = liv;
  await page.goto(at('Modum'));
  await liv.expire();
  await text(page).fill('Midt i en setning');
  await says(page, /du er logget ut\. Teksten er tatt vare på/);
  t.match(
    await page.getByRole('link', { name: 'Logg inn i ny fane' }).first().getAttribute('href'),
    /^\/logg-inn\?til=%2Fjury/,
  );
  t.same(await pageFaults(page), [], 'signed out');
  await liv.enter();
  await text(page).fill('Midt i en setning.');
  await isSaved(page);
  await liv.offline(true);
  await text(page).fill('Midt i en setning. Og på toget.');
  await says(page, /ingen forbindelse/);
  await liv.offline(false);
  await isSaved(page);
  t.match(await stored('liv', 'Modum'), { assessment: 'Midt i en setning. Og på toget.' });
  await liv.close();
});

t.test('delivered elsewhere, out of it, too late: refused in words, and nothing typed is lost', async (t) => {
  const henrik = await sit('henrik');
  const { page } = henrik;
  await page.goto(at('Modum'));
  await deliverBallot(year, 'henrik', nominations['Modum']!, 3, 'Levert fra mobilen');
  await text(page).fill('Skrevet etterpå');
  await says(page, /^Ikke lagret – .*Åpne den igjen.*kan kopiere det/);
  t.equal(await text(page).inputValue(), 'Skrevet etterpå');
  t.match(await stored('henrik', 'Modum'), { assessment: 'Levert fra mobilen' });
  t.same(await pageFaults(page), [], 'delivered elsewhere');

  await page.goto(at('Voss'));
  await text(page).fill('Før tilknytningen');
  await isSaved(page);
  await clients.henrik.post(`/api/v1/nominations/${nominations['Voss']}/declarations`, {
    answer: 'connection',
    grounds: ['H9'],
  });
  await text(page).fill('Etter tilknytningen');
  await says(page, /du deltar ikke lenger/);
  t.equal(await text(page).inputValue(), 'Etter tilknytningen');
  await henrik.close();

  const sigrid = await sit('chair');
  await sigrid.page.goto(at('Voss'));
  await text(sigrid.page).fill('I tide');
  await isSaved(sigrid.page);
  await year.setClock(year.dates.after);
  await text(sigrid.page).fill('For sent');
  await says(sigrid.page, /før fristen.*kan kopiere det/);
  t.equal(await text(sigrid.page).inputValue(), 'For sent');
  t.match(await stored('chair', 'Voss'), { assessment: 'I tide' });
  await year.setClock(year.dates.judging);
  await sigrid.close();
});

t.test('without scripts the same page saves with its buttons', async (t) => {
  const sigrid = await sit('chair', { ...tablet, javaScriptEnabled: false });
  const { page } = sigrid;
  await page.goto(at('Modum'));
  await choose(page, 6);
  await text(page).fill('Uten skript');
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.getByText('Vurderingen er lagret.').waitFor();
  t.match(await stored('chair', 'Modum'), { score: 6, assessment: 'Uten skript' });
  await sigrid.close();
});
