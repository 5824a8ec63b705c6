/** The public pages through a year, and the secretariat's pages about it, in a real browser: nothing that axe finds, nothing too wide. */
import t from 'tap';
import { approvePublication, preparePublication } from '../../src/features/publication/commands.ts';
import { seedHistory } from '../../src/features/seed/history.ts';
import { addDays } from '../../src/platform/clock.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { playground } from '../helpers/client.ts';
import { approvedStatements, datesOf, deliberatingYear } from '../helpers/year.ts';

const names = ['Ås helsehus', 'Ærfuglen sykehjem', 'Zakken omsorgssenter'];
const texts = { nb: 'Fagjuryen fikk fire søknader.', nn: 'Fagjuryen fekk fire søknader.' };

const play = await playground(t);
const { db } = play.services;
await seedHistory(db);
const year = await deliberatingYear(db, [...names, 'Fem bydel']);
const dates = await datesOf(db, year.id);
const at = addDays(dates.finalists_at, -2);
const secretary = await play.as('secretary@example.no');
const second = await play.as('second@example.no');
const base = await play.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
/** Large and light: matrix.long.test.ts looks at every page so. */
const screens = [[390, 'dark']] as const;
let checked = 0;

/** Every path on a small dark screen, as this person. */
async function look(
  t: { same(found: unknown, wanted: unknown, message: string): boolean },
  paths: readonly string[],
  what: string,
  headers: Record<string, string> = {},
): Promise<void> {
  for (const [width, colorScheme] of screens) {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width, height: 900 },
      colorScheme,
      extraHTTPHeaders: headers,
    });
    for (const path of paths) {
      await page.goto(base + path);
      t.same(await pageFaults(page), [], `${what}: ${path} at ${width}`);
      checked++;
    }
    t.same(problems, [], 'no script error, nothing refused by the content security policy');
    await close();
  }
}
const home = ['/', `/prisen/${year.year}`];

t.test('the public pages, from the open call to the winner (UU-1, UU-3)', async (t) => {
  await play.setClock(addDays(dates.opens_at, 20));
  await look(
    t,
    [
      ...home,
      '/utlysning',
      '/en/utlysning',
      '/historie',
      '/prisen/2019',
      '/slik-kan-du-kontrollere',
      '/personvern',
      '/personvern/lagring',
      '/informasjonskapsler',
      '/tilgjengelighet',
    ],
    'open',
  );
  await play.setClock(at);
  await look(t, home, 'judging');
  await approvedStatements(db, year, names, at);
  await year.send('chair', at, 'decideFinalists', {
    decision: { finalists: names.map((name) => year.nominations[name]), reason: 'Drøftet' },
  });
  await year.send('chair', at, 'decideWinner', {
    decision: {
      winner: year.nominations['Ærfuglen sykehjem'],
      honourableMentions: [year.nominations['Ås helsehus']],
      reason: 'Drøftet',
    },
  });
  for (const [kind, publishAt] of [
    ['finalists', dates.finalists_at],
    ['winner', dates.ceremony_at],
  ] as const) {
    const { id, version } = await year.as('secretary', at, (unit) =>
      preparePublication(unit, year.id, { kind, publishAt, texts }),
    );
    if (kind === 'finalists')
      await look(
        t,
        [
          `/sekretariat/${year.id}/offentliggjoring`,
          `/sekretariat/${year.id}/offentliggjoring/${id}`,
          `/sekretariat/${year.id}/offentliggjoring/${id}/stopp`,
        ],
        'prepared',
        second.headers,
      );
    await year.as('second', at, (unit) => approvePublication(unit, id, { version }));
  }
  await play.setClock(addDays(dates.finalists_at, 1));
  await look(t, [...home, '/nn'], 'finalists');
  await play.setClock(addDays(dates.ceremony_at, 1));
  const winner = `/prisen/${year.year}/nominerte/aerfuglen-sykehjem`;
  await look(t, [...home, `/nn/prisen/${year.year}`, '/historie', winner, `/en${winner}`], 'winner');
});

t.test('a reader of its own opens the picture for sharing, and the data of the page', async (t) => {
  await play.setClock(addDays(dates.ceremony_at, 1));
  const { page, problems, close } = await openPage(browser);
  await page.goto(`${base}/prisen/${year.year}/nominerte/aerfuglen-sykehjem`);
  const { pathname } = new URL(
    (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '',
  );
  // Drawn by the browser, not by what made it: how large, and how much of it is of another colour than its corner.
  const seen = (await page.evaluate(`(async () => {
    const picture = new Image();
    picture.src = ${JSON.stringify(pathname)};
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] !== data[0]) inked++;
    return { width, height, inked: inked / (data.length / 4) };
  })()`)) as { width: number; height: number; inked: number };
  t.match(seen, { width: 1200, height: 630 });
  t.ok(seen.inked > 0.05 && seen.inked < 0.5, `${seen.inked} of it is words and rings`);
  t.match(JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? ''), {
    about: { name: 'Ærfuglen sykehjem' },
  });
  t.same(problems, [], 'data within the page is no script to the content security policy');

  // Feeds and the site map, read by the browser's own parser of XML: it knows nothing of what wrote them.
  const read = (await page.evaluate(`(async () => {
    const parsed = async (address) => {
      const text = await (await fetch(address)).text();
      return new DOMParser().parseFromString(text, 'application/xml');
    };
    const ATOM = 'http://www.w3.org/2005/Atom';
    const [atom, map] = [await parsed('/nn/feed.atom'), await parsed('/sitemap.xml')];
    const words = (node, name) => node.getElementsByTagNameNS(ATOM, name)[0]?.textContent ?? '';
    return {
      faults: atom.querySelectorAll('parsererror').length + map.querySelectorAll('parsererror').length,
      root: [atom.documentElement.namespaceURI, atom.documentElement.localName, map.documentElement.localName],
      entries: [...atom.getElementsByTagNameNS(ATOM, 'entry')].map((entry) => ({
        whole: ['id', 'title', 'updated', 'summary'].every((name) => words(entry, name) !== ''),
        dated: !Number.isNaN(Date.parse(words(entry, 'updated'))),
        title: words(entry, 'title'),
      })),
      places: [...map.getElementsByTagName('loc')].map(({ textContent }) => new URL(textContent).pathname),
      json: await (await fetch('/nn/feed.json')).json(),
    };
  })()`)) as {
    faults: number;
    root: string[];
    entries: { whole: boolean; dated: boolean; title: string }[];
    places: string[];
    json: { version: string; items: { id: string; url: string; date_published: string }[] };
  };
  t.equal(read.faults, 0);
  t.same(read.root, ['http://www.w3.org/2005/Atom', 'feed', 'urlset']);
  t.equal(read.entries.length, 3, 'the call, the nominated, the winner');
  for (const { whole, dated, title } of read.entries) t.ok(whole && dated, title);
  t.ok(read.places.includes(`/nn/prisen/${year.year}/nominerte/aerfuglen-sykehjem`));
  t.equal(new Set(read.places).size, read.places.length, 'each place once');
  t.equal(read.json.version, 'https://jsonfeed.org/version/1.1');
  t.equal(new Set(read.json.items.map(({ id }) => id)).size, 3);
  await close();
});

t.test('the secretariat about a year (UU-1, UU-3)', async (t) => {
  await play.setClock(at);
  const { id } = (
    await secretary.post('/api/v1/editions', { year: year.year + 1, copyFrom: year.id })
  ).json();
  const here = `/sekretariat/${id}`;
  await look(
    t,
    [
      '/sekretariat',
      '/sekretariat/ny',
      here,
      `${here}/oppsett`,
      `${here}/kriterier`,
      `${here}/kriterier/sporsmal/ny`,
      `${here}/diagram`,
      `${here}/avlys`,
    ],
    'planned',
    secretary.headers,
  );
  await look(
    t,
    [`/sekretariat/${year.id}`, `/sekretariat/${year.id}/oppsett`, `/sekretariat/${year.id}/kriterier`],
    'frozen',
    secretary.headers,
  );
  t.comment(`axe: ${checked} page states checked`);
});

t.test('a year is set up and announced with the keyboard only, without JavaScript', async (t) => {
  const { page, close } = await openPage(browser, {
    javaScriptEnabled: false,
    extraHTTPHeaders: secretary.headers,
  });
  await page.goto(`${base}/sekretariat/ny`);
  await page.getByLabel('Året for prisen').fill(String(year.year + 2));
  await page.getByLabel(`Etikkprisen ${year.year}`, { exact: true }).press('Space');
  await page.getByRole('button', { name: 'Lag prisåret' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: `Etikkprisen ${year.year + 2}` }).waitFor();
  await page.getByRole('link', { name: 'Tekster og datoer' }).press('Enter');
  await page.getByLabel('Sted for prisutdelingen').fill('Kommunenes hus');
  await page.getByRole('button', { name: 'Lagre datoer og sted' }).press('Enter');
  await page.getByText('Lagret.').waitFor();
  await page.getByRole('link', { name: 'Oversikt' }).press('Enter');
  await page.getByRole('button', { name: 'Lys ut prisen' }).press('Enter');
  await page.getByText('Status: Utlyst.').waitFor();
  t.equal((await play.anyone.get('/api/v1/public/call')).json().year, year.year + 2);
  await close();
});
