/**
 * A year without points: the ballot, the closing, the meeting, the votes, the decision, the statements, the protocol and the signed result
 * are all there, by hand in a browser, and nobody is told of points, ranking or averages. Must show 6.
 */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import t from 'tap';
import { addDays, addMinutes } from '../../src/platform/clock.ts';
import { verify } from '../../src/platform/signed-document.ts';
import { readingAddresses } from '../helpers/addresses.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { due, frozenFile, frozenList } from '../helpers/frozen-year.ts';
import { declareAll, deliverBallot, judgingYear, jurors, type Person } from '../helpers/jury-year.ts';

const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss'], { scoring: false });
const { clients, nominations, editionId, ids } = year;
const base = await year.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const shots = process.env['SHOTS'];
const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 } };

/** What says in so many words that there are none. */
const saysSo = /Prisåret har ikke poeng\.|Fagjuryen gir (ikke|ikkje) poeng\./g;
const ofPoints = /.{0,40}(?:[Pp]oeng|[Rr]anger|[Gg]jennomsnitt|\b(?:NaN|undefined|null)\b).{0,40}/;
const told = (text: string): string | null => ofPoints.exec(text.replaceAll(saysSo, ''))?.[0] ?? null;

let n = 0;
async function look(page: Page, who: Person): Promise<void> {
  const { pathname } = new URL(page.url());
  t.same(await pageFaults(page), [], `${who}: ${pathname}`);
  t.equal(told((await page.locator('main').textContent()) ?? ''), null, `${who}: ${pathname}`);
  if (shots) await page.screenshot({ path: `${shots}/without-${++n}-${who}.png`, fullPage: true });
}

async function sit(who: Person, options: BrowserContextOptions = wide) {
  const { page, problems, close } = await openPage(browser, {
    ...options,
    extraHTTPHeaders: clients[who].headers,
  });
  page.on('dialog', (dialog) => void dialog.accept());
  return {
    page,
    go: async (path: string) => {
      await page.goto(base + path);
      await look(page, who);
    },
    press: async (target: Locator) => {
      await Promise.all([page.waitForEvent('load'), target.click()]);
      await look(page, who);
    },
    sees: async (pattern: RegExp) => void t.match(await page.locator('main').innerText(), pattern),
    /** `refused`: as often an answer said no, of which the browser complains. */
    close: async (refused = 0) => {
      const [unasked, known] = [problems.filter((one) => !/409/.test(one)), problems.length];
      t.same([unasked, known], [[], refused], who);
      await close();
    },
  };
}
const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

await declareAll(year, { liv: { Modum: 'connection' } });
await clients.chair.post(`/api/v1/nominations/${nominations['Modum']}/conflict-decisions`, {
  personId: ids.liv,
  recused: true,
  reason: 'Var med på arbeidet.',
});

t.test(
  'a ballot is written in words; the chair closes; the assessments stand beside each other',
  async (t) => {
    const nina = await sit('nina', phone);
    await nina.go('/jury');
    await nina.go(`/jury/soknad/${nominations['Eigersund']}`);
    await nina.page.getByRole('link', { name: 'Vurderingen din' }).click();
    t.equal(await nina.page.getByRole('group', { name: /hvor godt\?/ }).count(), 0, 'nothing to give');
    const main = nina.page.locator('main');
    for (const must of await main.getByRole('group', { name: /er kravet oppfylt\?/ }).all())
      await must.getByLabel('Ja', { exact: true }).check();
    for (const text of await main.getByRole('textbox', { name: /^Vurdering av / }).all())
      await text.fill('Godt forankret, og det er holdt ved like.');
    await nina.press(button(nina.page, 'Lagre og lever'));
    await nina.sees(/Vurderingen er levert/);
    await nina.close();
    for (const who of jurors)
      for (const [name, id] of Object.entries(nominations))
        if (!(who === 'liv' && name === 'Modum') && !(who === 'nina' && name === 'Eigersund'))
          await deliverBallot(year, who, id, 4, `Om ${name}, sier ${who}.`);
    const liv = await sit('liv', phone);
    await liv.go('/jury/sammenlign');
    await liv.close();
    await year.setClock(year.dates.after);
    const sigrid = await sit('chair');
    await sigrid.go('/jury/leder');
    await sigrid.press(button(sigrid.page, 'Avslutt vurderingen og lås den'));
    await sigrid.go('/jury/resultat');
    await sigrid.sees(/Prisåret har ikke poeng/);
    await sigrid.press(sigrid.page.getByRole('link', { name: 'Voss' }).first());
    await sigrid.sees(/Om Voss, sier liv/);
    await sigrid.close();
    for (const [who, options] of [
      ['chair', phone],
      ['liv', { ...phone, colorScheme: 'dark' }],
    ] as const) {
      const small = await sit(who, options);
      await small.go('/jury/resultat');
      await small.close();
    }
  },
);

t.test('the meeting, its screen, and a motion that is voted on', async (t) => {
  const ingeborg = await sit('secretary');
  const { page } = ingeborg;
  await ingeborg.go(`/sekretariat/${editionId}/moter`);
  for (const name of [
    'Sigrid Falkangen',
    'Olav Brekkestad',
    'Nina Hauglien',
    'Liv Torgersdal',
    'Henrik Aspelien',
  ])
    await page
      .getByRole('group', { name: new RegExp(`^${name}`) })
      .getByLabel('Til stede, ingen ny tilknytning')
      .check();
  for (const rest of await page.getByRole('group', { name: /sekretariatet/ }).all())
    await rest.getByLabel('Til stede, ingen ny tilknytning').check();
  await ingeborg.press(button(page, 'Start møtet'));
  const meeting = page.url().split('/').at(-1)!;
  const voss = page.getByRole('form', { name: 'Åpne Voss på skjermen' });
  await ingeborg.press(button(voss, 'Åpne på skjermen'));
  const screen = await sit('chair');
  await screen.go(`/moter/${meeting}/skjerm`);
  await screen.sees(/Voss/);
  await page.getByRole('textbox', { name: 'Notat om Voss' }).fill('Mange er med, også om natta.');
  await ingeborg.press(button(page.getByRole('form', { name: 'Notat om Voss' }), 'Lagre notatet'));

  await ingeborg.go(`/sekretariat/${editionId}/forslag`);
  await page.getByLabel('Nominere en søknad').check();
  await page.getByLabel('Hvilken søknad?').selectOption({ label: 'Voss' });
  await ingeborg.press(button(page, 'Sett fram forslaget'));
  await ingeborg.press(button(page, 'Vis på skjermen'));
  await ingeborg.sees(/Må ha gått ut: Liv Torgersdal/);
  await page.getByRole('alert').getByRole('link').click();
  await ingeborg.press(page.getByRole('link', { name: 'Før hvem som går ut' }));
  await ingeborg.press(button(page, 'Liv Torgersdal går ut'));
  await ingeborg.go(`/sekretariat/${editionId}/forslag`);
  await ingeborg.press(button(page, 'Vis på skjermen'));
  await screen.go(`/moter/${meeting}/skjerm`);
  await screen.sees(/Nominere Voss/);
  await screen.close();
  for (const [who, vote] of [
    ['chair', 'For'],
    ['nina', 'For'],
    ['henrik', 'Mot'],
  ] as const) {
    const juror = await sit(who, phone);
    await juror.go('/jury/mote');
    await juror.page.getByRole('group', { name: 'Min stemme' }).getByLabel(vote, { exact: true }).check();
    await juror.press(button(juror.page, 'Gi stemmen'));
    await juror.close();
  }
  await ingeborg.go(`/sekretariat/${editionId}/forslag`);
  await ingeborg.press(button(page, 'Avslutt avstemningen'));
  await ingeborg.sees(/Vedtatt[\s\S]*2 for, 1 mot/);
  await ingeborg.go(`/sekretariat/${editionId}/moter/${meeting}`);
  t.equal(await page.getByRole('heading', { name: 'Rangeringen' }).count(), 0);
  await ingeborg.press(button(page, 'Avslutt møtet'));
  await ingeborg.close(1);
});

t.test('nominated, a winner, the statements, the protocol, and the result that is signed', async (t) => {
  const sigrid = await sit('chair');
  const { page } = sigrid;
  await sigrid.go('/jury/vedtak');
  t.ok(await page.getByRole('checkbox', { name: /^Voss/ }).isChecked(), 'what was carried is chosen');
  await page.getByRole('checkbox', { name: /^Eigersund/ }).check();
  await sigrid.press(button(page, 'Før de nominerte'));
  await sigrid.sees(/Beslutningen er ført/);
  await page.getByRole('group', { name: 'Vinner' }).getByLabel(/^Voss/).check();
  await sigrid.press(button(page, 'Før vinneren'));
  await sigrid.sees(/Voss: vinner/);

  const ingeborg = await sit('secretary');
  await ingeborg.go(`/sekretariat/${editionId}/begrunnelser`);
  const card = ingeborg.page.locator('.ep-card', {
    has: ingeborg.page.getByRole('heading', { name: 'Voss' }),
  });
  await card.getByLabel('Begrunnelse på bokmål').fill('Fagjuryen mener at Voss har holdt ut.');
  await card.getByLabel('Begrunnelse på nynorsk').fill('Fagjuryen meiner at Voss har halde ut.');
  await ingeborg.press(button(card, 'Lagre begrunnelsen'));
  await ingeborg.close();
  await sigrid.go(`/sekretariat/${editionId}/begrunnelser`);
  await sigrid.press(button(page, 'Godkjenn begrunnelsen'));
  await sigrid.sees(/Godkjent av Sigrid Falkangen/);

  const protocol = `/sekretariat/${editionId}/protokoll`;
  await sigrid.go(protocol);
  await sigrid.sees(/Nominere Voss[\s\S]*For: Nina Hauglien, Sigrid Falkangen\. Mot: Henrik Aspelien/);
  for (const format of ['json', 'pdf'])
    t.equal((await clients.chair.get(`${protocol}.${format}`)).statusCode, 200, format);
  t.equal((await due(year, addMinutes(year.dates.after, 5))).frozen, 1);
  await sigrid.go(`/sekretariat/${editionId}/resultat`);
  await sigrid.close();
  const [one] = (await frozenList(year)).versions;
  for (const layer of ['core', 'full'] as const)
    t.same((await verify(Buffer.from(await frozenFile(year, one!.id, layer)))).faults, [], layer);
});

/** Where it is chosen whether there are points, and what tells of every year. */
const general =
  /\/oppsett|\/kriterier$|\/diagram|\/oppbevaring|\/logg|\/kopier|^\/(nn\/|en\/)?(hjelp|personvern|slik-kan-du)/;

t.test('no page, for anybody, in any part of the year, speaks of points', async (t) => {
  const edition = await year.db
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  for (const [state, at, readers] of [
    ['decided', null, ['chair', 'liv', 'secretary', 'applicant']],
    ['after the ceremony', addDays(edition.ceremony_at, 1), ['chair', 'applicant']],
  ] as const) {
    if (at) await year.setClock(at);
    const urls = await readingAddresses(year, nominations['Voss']!, 3);
    const spoken: string[] = [];
    let read = 0;
    for (const who of readers)
      for (const url of urls.filter((one) => !general.test(one) && !one.startsWith('/api/'))) {
        const { body, statusCode, headers } = await clients[who].get(url, { accept: 'text/html' });
        if (statusCode !== 200 || !String(headers['content-type']).startsWith('text/html')) continue;
        read++;
        const words = told(body.replaceAll(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' '));
        if (words) spoken.push(`${who} ${url}: ${words}`);
      }
    t.same(spoken, [], `${state}: ${read} pages`);
    t.ok(read > 60, `${read} pages were read`);
  }
  t.same(year.errors, []);
});
