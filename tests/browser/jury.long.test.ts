/**
 * A jury of seven, from the invitation to the signed result: two recusals, a deputy called in, an objection, a decision that departs
 * from the ranking. Every hand here is on the keyboard; phones and large text among the screens; nothing that axe finds.
 */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import t from 'tap';
import { addMinutes } from '../../src/platform/clock.ts';
import { verify } from '../../src/platform/signed-document.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { due, frozenFile, frozenList } from '../helpers/frozen-year.ts';
import { choose, follow, tabTo } from '../helpers/keyboard.ts';
import { deliverBallot, judgingYear, type Juror, type Person } from '../helpers/jury-year.ts';

const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss']);
const { clients, nominations, editionId, ids, db } = year;
const base = await year.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const shots = process.env['SHOTS'];
const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 } };

/** Somebody at a keyboard: no pointer is used. */
interface Keys {
  page: Page;
  go(path: string): Promise<void>;
  reach(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  choose(radioOrBox: Locator): Promise<void>;
  press(target: Locator): Promise<void>;
  sees(pattern: RegExp): Promise<void>;
  close(): Promise<void>;
}

async function keys(
  who: Person | 'ola',
  options: BrowserContextOptions & { large?: boolean } = wide,
): Promise<Keys> {
  const { large, ...context } = options;
  const { page, problems, close } = await openPage(browser, {
    ...context,
    extraHTTPHeaders: clients[who as Person].headers,
  });
  page.on('dialog', (dialog) => void dialog.accept());
  let n = 0;
  const look = async (): Promise<void> => {
    // While something is computed the page follows it, and comes anew when it is done.
    await page.locator('[data-follow]').waitFor({ state: 'detached' });
    if (large) await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
    t.same(await pageFaults(page), [], `${who}: ${new URL(page.url()).pathname}`);
    if (shots) await page.screenshot({ path: `${shots}/jury-${who}-${++n}.png`, fullPage: true });
  };
  const at = (target: Locator) => tabTo(page, target.first());
  return {
    page,
    reach: at,
    go: async (path) => {
      await page.goto(base + path);
      await look();
    },
    type: async (target, text) => {
      await at(target);
      await page.keyboard.insertText(text);
    },
    choose: (target) => choose(page, target.first()),
    press: async (target) => {
      await follow(page, target.first());
      await look();
    },
    sees: async (pattern) => void t.match(await page.locator('main').innerText(), pattern),
    close: async () => {
      t.same(problems, [], `${who}: no errors`);
      await close();
    },
  };
}
const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const forEach = (work: (id: string, name: string) => Promise<unknown>) =>
  Object.entries(nominations).reduce<Promise<unknown>>(
    (before, [name, id]) => before.then(() => work(id, name)),
    Promise.resolve(),
  );

t.test('invited to a seat, and into the jury on a phone', async (t) => {
  const ingeborg = await keys('secretary');
  await ingeborg.go(`/sekretariat/${editionId}/jury`);
  const { page } = ingeborg;
  await ingeborg.type(page.getByLabel('Organisasjon', { exact: true }), 'Brukerrådet');
  await ingeborg.press(button(page, 'Legg til'));
  await ingeborg.press(page.getByRole('link', { name: /Brukerrådet/ }));
  await ingeborg.type(page.getByLabel('Navn', { exact: true }), 'Ola Nordgard');
  await ingeborg.type(page.getByLabel('E-postadresse', { exact: true }), 'ola@example.no');
  await ingeborg.press(button(page, 'Inviter'));
  await ingeborg.sees(/Ola Nordgard|Invitert/);
  await ingeborg.close();
  const letters = await db
    .selectFrom('letters')
    .select('body')
    .where('email', '=', 'ola@example.no')
    .execute();
  t.match(letters[0]?.body, /Brukerrådet/, 'a letter says which seat it is');
  (clients as Record<string, unknown>)['ola'] = await year.as('ola@example.no');

  const { seats } = (await clients.secretary.get(`/api/v1/editions/${editionId}/seats`)).json<{
    seats: { id: string; organisation: string }[];
  }>();
  t.equal(seats.length, 7, 'six and a deputy were there, one has come');
  const made = await clients.secretary.post(`/api/v1/editions/${editionId}/seats`, {
    organisation: 'Pårørendealliansen',
    role: 'member',
  });
  const put = await clients.secretary.send('PUT', `/api/v1/seats/${made.json<{ id: string }>().id}/holder`, {
    email: 'pia@example.no',
    name: 'Pia Pårud',
    language: 'nn',
  });
  t.equal(put.statusCode, 200, 'and the seventh');
  (clients as Record<string, unknown>)['pia'] = await year.as('pia@example.no');

  const ola = await keys('ola', phone);
  await ola.go('/jury');
  await ola.press(ola.page.getByRole('link', { name: 'Bekreft reglene om fortrolighet' }));
  const box = ola.page.getByRole('checkbox');
  await ola.choose(box);
  await ola.press(button(ola.page, 'Bekreft'));
  await ola.go('/jury/habilitet');
  await forEach((_id, name) =>
    ola.choose(
      ola.page
        .getByRole('group', { name: `Har du noen tilknytning til ${name}?` })
        .getByLabel('Nei, ingen tilknytning'),
    ),
  );
  await ola.press(button(ola.page, 'Lagre svarene'));
  await ola.sees(/du har svart for alle/);
  await ola.close();
});

t.test('two connections, decided by the chair; a deputy is called in; an applicant objects', async () => {
  const connected = [
    ['liv', 'Modum'],
    ['henrik', 'Voss'],
  ] as const;
  await clients['pia' as Person].post(`/api/v1/editions/${editionId}/confidence`, { accept: true });
  for (const who of ['chair', 'deputyChair', 'nina', 'henrik', 'pia'] as Person[])
    await forEach((id, name) => {
      const is = who === 'henrik' && name === 'Voss';
      return clients[who].post(`/api/v1/nominations/${id}/declarations`, {
        answer: is ? 'connection' : 'none',
        ...(is ? { grounds: ['H8'] } : {}),
      });
    });
  const liv = await keys('liv', phone);
  await liv.go('/jury/habilitet');
  for (const name of ['Eigersund', 'Voss'])
    await liv.choose(
      liv.page
        .getByRole('group', { name: `Har du noen tilknytning til ${name}?` })
        .getByLabel('Nei, ingen tilknytning'),
    );
  const question = liv.page.getByRole('group', { name: 'Har du noen tilknytning til Modum?' });
  await liv.choose(question.getByLabel('Ja, jeg har en tilknytning'));
  const card = liv.page.locator('.ep-card', { has: liv.page.getByRole('heading', { name: 'Modum' }) });
  const ground = card.getByLabel('Jeg har vært med på arbeidet som søknaden beskriver, eller veiledet dem');
  if (!(await ground.isVisible())) {
    await liv.reach(card.locator('summary').first());
    await liv.page.keyboard.press('Enter');
  }
  await liv.choose(ground);
  await liv.press(button(liv.page, 'Lagre svarene'));
  await liv.close();

  const sigrid = await keys('chair');
  for (const [who, name] of connected) {
    await sigrid.go('/jury/leder');
    const person = who === 'liv' ? 'Liv Torgersdal' : 'Henrik Aspelien';
    const form = sigrid.page.getByRole('form', { name: `${person} og ${name}` });
    await sigrid.choose(form.getByLabel('Inhabil: deltar ikke'));
    await sigrid.type(
      form.getByRole('textbox', { name: 'Begrunnelse' }),
      'Har tatt del i arbeidet som skal vurderes.',
    );
    await sigrid.press(button(form, 'Før avgjørelsen'));
    await sigrid.sees(/Avgjørelsen er ført/);
  }
  await sigrid.close();

  const ingeborg = await keys('secretary', { ...wide, large: true });
  await ingeborg.go(`/sekretariat/${editionId}/jury`);
  await ingeborg.press(ingeborg.page.getByRole('row', { name: /Vera Varamo/ }).getByRole('link'));
  await ingeborg.press(button(ingeborg.page, 'Kall inn varamedlemmet'));
  await ingeborg.close();
  await forEach((id) => clients.vara.post(`/api/v1/nominations/${id}/declarations`, { answer: 'none' }));

  const kari = await keys('applicant', phone);
  await kari.go(`/soknad/${nominations['Eigersund']}/innsigelse`);
  const about = kari.page.getByLabel('Hvem gjelder det?');
  await kari.reach(about);
  await kari.page.keyboard.type('Nina');
  t.equal(await about.inputValue(), ids.nina, 'a select takes the first letters of a name');
  await kari.type(kari.page.locator('main').getByRole('textbox').first(), 'Hun veiledet naboen vår i fjor.');
  await kari.press(button(kari.page, 'Send innsigelsen'));
  await kari.close();
  const leads = await keys('chair', { ...phone, large: true });
  await leads.go('/jury/innsigelser');
  await leads.choose(leads.page.getByLabel('Habil: kan lese og vurdere'));
  await leads.type(
    leads.page.getByRole('textbox', { name: 'Begrunnelse i protokollen' }),
    'Naboen har ikke søkt i år.',
  );
  await leads.type(
    leads.page.getByRole('textbox', { name: 'Svar til søkeren' }),
    'Innsigelsen er vurdert. Juryen er satt riktig.',
  );
  await leads.press(button(leads.page, 'Avgjør og svar'));
  await leads.sees(/Innsigelsen er besvart/);
  await leads.close();
});

t.test(
  'a ballot by keyboard on a phone; the others deliver theirs; the chair closes the judging',
  async () => {
    const ola = await keys('ola', phone);
    await ola.go(`/jury/soknad/${nominations['Eigersund']}`);
    const main = ola.page.locator('main');
    await ola.reach(main.getByRole('link', { name: 'Vurderingen din' }));
    await ola.page.keyboard.press('Enter');
    for (const must of await main.getByRole('group', { name: /er kravet oppfylt\?/ }).all())
      await ola.choose(must.getByLabel('Ja', { exact: true }));
    for (const criterion of await main.getByRole('group', { name: /hvor godt\?/ }).all())
      await ola.choose(criterion.getByLabel(/^4 – /));
    for (const text of await main.getByRole('textbox', { name: /^Vurdering av / }).all())
      await ola.type(text, 'Godt beskrevet, og det er holdt ved like.');
    await ola.press(button(ola.page, 'Lagre og lever'));
    await ola.sees(/Vurderingen er levert/);
    await ola.close();
    const points: Record<string, number> = { Eigersund: 4, Modum: 3, Voss: 5 };
    for (const who of ['chair', 'deputyChair', 'nina', 'liv', 'henrik', 'vara', 'ola', 'pia'] as Juror[])
      await forEach(async (id, name) => {
        const out = (who === 'liv' && name === 'Modum') || (who === 'henrik' && name === 'Voss');
        const done = (who as string) === 'ola' && name === 'Eigersund';
        if (!out && !done) await deliverBallot(year, who, id, points[name]!, 'Godt holdt ved like.');
      });
    await year.setClock(year.dates.after);
    const sigrid = await keys('chair', phone);
    await sigrid.go('/jury/leder');
    await sigrid.press(button(sigrid.page, 'Avslutt vurderingen og lås den'));
    await sigrid.go('/jury/resultat');
    await sigrid.close();
  },
);

t.test('a decision that departs from the ranking, its protocol, and the signed result', async (t) => {
  const sigrid = await keys('chair');
  await sigrid.go('/jury/vedtak');
  await sigrid.sees(/Deltar ikke: ute av Modum/);
  for (const name of ['Eigersund', 'Modum'])
    await sigrid.choose(sigrid.page.getByRole('checkbox', { name: new RegExp(`^${name}`) }));
  await sigrid.type(
    sigrid.page.getByLabel(/^Begrunnelse/).first(),
    'Modum har kommet lengst på kort tid, og juryen legger mest vekt på det.',
  );
  await sigrid.press(button(sigrid.page, 'Før de nominerte'));
  await sigrid.sees(/Avviker fra rangeringen/);
  await sigrid.choose(sigrid.page.getByRole('group', { name: 'Vinner' }).getByLabel(/^Modum/));
  await sigrid.type(sigrid.page.getByLabel(/^Begrunnelse/).first(), 'Enstemmig blant dem som deltok.');
  await sigrid.press(button(sigrid.page, 'Før vinneren'));
  await sigrid.sees(/Modum: vinner/);
  await sigrid.press(sigrid.page.getByRole('link', { name: 'Juryens protokoll' }));
  await sigrid.sees(/Liv Torgersdal[\s\S]*H7/);
  await sigrid.sees(/Vera Varamo[\s\S]*[Kk]alt inn/);
  await sigrid.close();

  for (const [who, options] of [
    ['nina', { ...phone, colorScheme: 'dark' }],
    ['ola', { ...phone, large: true }],
  ] as const) {
    const hands = await keys(who, options);
    await hands.go(`/sekretariat/${editionId}/protokoll`);
    for (let left = 2; left > 0; left--) await hands.press(button(hands.page, 'Ja, dette er riktig ført'));
    t.equal(await button(hands.page, 'Ja, dette er riktig ført').count(), 0);
    await hands.close();
  }
  const liv = await keys('liv', phone);
  await liv.go(`/sekretariat/${editionId}/protokoll`);
  t.notMatch(
    await liv.page.locator('main').innerText(),
    /Modum|lengst/,
    'who is out of it hears nothing of it',
  );
  await liv.close();

  t.equal((await due(year, addMinutes(year.dates.after, 5))).frozen, 1);
  const signed = await keys('chair', phone);
  await signed.go(`/sekretariat/${editionId}/resultat`);
  await signed.close();
  const { versions } = await frozenList(year);
  const core = await frozenFile(year, versions.at(-1)!.id, 'core');
  const verdict = await verify(Buffer.from(core));
  t.same(verdict.faults, [], 'what is signed verifies');
  t.match(core, /"departs":true/);
  t.same(year.errors, []);
});
