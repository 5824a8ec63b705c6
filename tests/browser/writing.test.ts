/** Writing in a real browser: it saves by itself, two people meet, and nothing that was typed is lost. */
import t, { type Test as T } from 'tap';
import { buildApp } from '../../src/app.ts';
import { addDays } from '../../src/platform/clock.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { playground } from '../helpers/client.ts';
import { plannedYear } from '../helpers/year.ts';
import { saveState, savedText, until, writer, type Writer } from '../helpers/writers.ts';

const play = await playground(t);
const { db } = play.services;
const year = await plannedYear(db);
const { opens_at } = await db
  .selectFrom('editions')
  .select('opens_at')
  .where('id', '=', year.id)
  .executeTakeFirstOrThrow();
await year.send('secretary', addDays(opens_at, -7), 'announce');
await play.setClock(addDays(opens_at, 10));
// A server of its own for the browser: one test restarts it.
let app = await buildApp(play.services);
const base = await app.listen({ port: 0, host: '127.0.0.1' });
t.teardown(() => app.close());
const browser = await openBrowser(t);

/** A draft by Kari, with Nils as colleague; its page address and the two. */
async function draft(name: string, kariOptions = {}, nilsOptions = {}) {
  const api = await play.as(`kari@${name}.example`);
  const made = await api.post(`/api/v1/editions/${year.id}/nominations`, {
    kind: 'enterprise',
    organisation: `Bo ${name}`,
    language: 'nb',
  });
  const { id } = made.json<{ id: string }>();
  await api.post(`/api/v1/nominations/${id}/members`, { email: `nils@${name}.example` });
  const kari = await writer(play, browser, base, `kari@${name}.example`, kariOptions);
  const nils = await writer(play, browser, base, `nils@${name}.example`, nilsOptions);
  const summary = async (): Promise<string> =>
    (await api.get(`/api/v1/nominations/${id}`)).json().answers[1].value;
  return { id, api, kari, nils, summary, home: `${base}/soknad/${id}`, om: `${base}/soknad/${id}/del/om` };
}
const area = ({ page }: Writer) => page.locator('main textarea').first();
async function typed({ page }: Writer, text: string): Promise<void> {
  await area({ page } as Writer).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}
const faults = async ({ page }: Writer, t: T, state: string) => t.same(await pageFaults(page), [], state);

t.test('it saves while one types, says so, and the page can be left at any moment', async (t) => {
  const { kari, nils, om, home, summary, id } = await draft('skriver');
  await kari.page.goto(om);
  t.match(await saveState(kari.page).innerText(), 'Det dere skriver, lagres av seg selv');
  await typed(kari, 'Vi øver på det vanskelige.');
  await savedText(kari.page).waitFor();
  t.match(await saveState(kari.page).innerText(), /^Lagret kl\. \d\d\.\d\d$/);
  t.match(
    await kari.page.locator('[data-save-state] [role=status]').innerText(),
    'Lagret',
    'it is said aloud',
  );
  t.equal(await summary(), 'Vi øver på det vanskelige.');
  t.same(await kari.kept(), [], 'what is saved is not kept');
  await faults(kari, t, 'saved');
  await typed(kari, ' Og vi deler det.');
  await kari.page.getByRole('link', { name: 'Tilbake', exact: true }).click();
  await kari.page.getByRole('heading', { level: 1, name: 'Bo skriver' }).waitFor();
  t.equal(await summary(), 'Vi øver på det vanskelige. Og vi deler det.', 'leaving waits for the save');
  await kari.page.goto(`${home}/del/kriterier-3`);
  await typed(kari, 'Ord');
  await kari.page.getByRole('button', { name: 'Lagre og gå videre' }).click();
  await kari.page.getByRole('heading', { name: 'Kriteriene: spørsmål 4 av 7' }).waitFor();
  t.same(await kari.kept(), []);
  const audit = await db.selectFrom('audit_events').select('event').where('subject_id', '=', id).execute();
  t.same(
    audit.map(({ event }) => event),
    ['start', 'addMember'],
    'no audit rows',
  );
  t.same(kari.problems, []);
  await kari.close();
  await nils.close();
});

for (const width of [1280, 390]) {
  t.test(
    `two people in the same field at ${width} pixels: told at once, both texts shown, none lost`,
    async (t) => {
      const { kari, nils, om, summary, api, id } = await draft(
        `to${width}`,
        { viewport: { width, height: 900 } },
        { viewport: { width, height: 900 }, colorScheme: 'dark' },
      );
      await kari.page.goto(om);
      await nils.page.goto(om);
      await kari.page.getByText(`nils har også denne delen åpen nå.`).waitFor();
      await area(nils).click();
      await kari.page.getByText(`nils er i dette feltet nå.`).waitFor();
      await faults(kari, t, 'another is in the field');
      await typed(kari, 'Karis setning.');
      await savedText(kari.page).waitFor();
      await nils.page.getByText(/endret dette kl\./).waitFor();
      t.equal(await area(nils).inputValue(), 'Karis setning.', 'what the other wrote comes by itself');

      // Both write before either has seen the other's.
      await nils.page.route('**/presence', (route) => route.abort());
      await typed(kari, ' Mer fra Kari.');
      await savedText(kari.page).waitFor();
      t.equal(await summary(), 'Karis setning. Mer fra Kari.');
      await typed(nils, ' Mer fra Nils.');
      const card = nils.page.locator('[data-clash-card]');
      await card.waitFor();
      t.match(await card.innerText(), /har skrevet i dette feltet samtidig[\s\S]*Mer fra Kari\./);
      t.equal(await area(nils).inputValue(), 'Karis setning. Mer fra Nils.');
      t.match(await saveState(nils.page).innerText(), 'en annen har skrevet i det samme feltet');
      const [mine, theirs] = [await area(nils).boundingBox(), await card.boundingBox()];
      if (!mine || !theirs) throw new Error('they are not shown');
      if (width > 1000) t.ok(theirs.x >= mine.x + mine.width, 'side by side');
      else t.ok(theirs.y >= mine.y + mine.height, 'below each other');
      t.equal(await summary(), 'Karis setning. Mer fra Kari.', 'nothing is written over');
      await faults(nils, t, 'a conflict');
      const history = (await api.get(`/api/v1/nominations/${id}/revisions`)).json().revisions;
      t.ok(
        history.some(({ kind }: { kind: string }) => kind === 'conflict'),
        'the refused text is kept already',
      );
      await typed(nils, ' Enda mer.');
      await card.getByRole('button', { name: 'Begge, etter hverandre' }).click();
      await savedText(nils.page).waitFor();
      t.equal(await summary(), 'Karis setning. Mer fra Kari.\n\nKaris setning. Mer fra Nils. Enda mer.');
      t.equal(await card.count(), 0);
      await until(async () => (await area(kari).inputValue()).includes('Enda mer'));
      t.same(kari.problems, []);
      await kari.close();
      await nils.close();
    },
  );
}

t.test('one person on two devices never meets a conflict', async (t) => {
  const { kari, nils, om, summary } = await draft('enheter');
  const phone = await writer(play, browser, base, 'kari@enheter.example', {
    viewport: { width: 390, height: 844 },
  });
  for (const each of [kari, phone]) {
    await each.page.goto(om);
    await each.page.route('**/presence', (route) => route.abort());
  }
  await typed(kari, 'Fra PC-en.');
  await savedText(kari.page).waitFor();
  await typed(phone, 'Fra telefonen.');
  await savedText(phone.page).waitFor();
  t.equal(await summary(), 'Fra telefonen.', 'the latest counts');
  t.equal(await phone.page.locator('[data-clash-card]').count(), 0);
  await phone.page.goto(om.replace('/del/om', '/historikk'));
  await phone.page.getByText('Tekst fra kari som ikke ble stående').click();
  t.match(
    await phone.page.locator('main').innerText(),
    /Slik var det[\s\S]*Fra PC-en\.[\s\S]*Slik er det nå[\s\S]*Fra telefonen\./,
  );
  await faults(phone, t, 'one step of the history');
  await phone.page.getByRole('button', { name: 'Hent tilbake' }).click();
  await phone.page.getByText('Teksten er hentet tilbake.').waitFor();
  t.equal(await summary(), 'Fra PC-en.');
  await faults(phone, t, 'the history');
  for (const each of [kari, phone, nils]) await each.close();
});

t.test('offline and back: kept, said, and sent when the connection is there again', async (t) => {
  const { kari, nils, om, summary } = await draft('offline');
  await kari.page.goto(om);
  await kari.offline(true);
  await typed(kari, 'Skrevet på toget.');
  await kari.page.getByText('Ikke lagret – ingen forbindelse. Teksten er tatt vare på').first().waitFor();
  t.same(await kari.kept(), ['Skrevet på toget.']);
  await faults(kari, t, 'offline');
  await kari.page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await kari.page.getByRole('button', { name: 'Prøv igjen nå' }).waitFor();
  t.equal(await area(kari).inputValue(), 'Skrevet på toget.', 'one stays on the page');
  await kari.offline(false);
  await savedText(kari.page).waitFor();
  t.equal(await summary(), 'Skrevet på toget.');
  t.same(await kari.kept(), []);

  await kari.offline(true);
  await typed(kari, ' Og så lukket jeg PC-en.');
  await until(async () => (await kari.kept()).some((text) => text.endsWith('lukket jeg PC-en.')));
  await kari.page.close({ runBeforeUnload: false });
  await kari.offline(false);
  const again = await kari.page.context().newPage();
  await again.goto(om);
  await again.getByText(/Vi fant tekst fra kl\. .* som ikke var lagret/).waitFor();
  await savedText(again).waitFor();
  t.equal(await summary(), 'Skrevet på toget. Og så lukket jeg PC-en.');
  t.same(await pageFaults(again), [], 'put back');
  await kari.close();
  await nils.close();
});

t.test('text that was kept while another wrote stands beside the newer one', async (t) => {
  const { kari, nils, om, summary } = await draft('senere');
  await kari.page.goto(om);
  await kari.offline(true);
  await typed(kari, 'Karis ukjente tekst.');
  await until(async () => (await kari.kept())[0] === 'Karis ukjente tekst.');
  await kari.page.close();
  await nils.page.goto(om);
  await typed(nils, 'Nils kom først.');
  await savedText(nils.page).waitFor();
  await kari.offline(false);
  const again = await kari.page.context().newPage();
  await again.goto(om);
  const card = again.locator('[data-clash-card]');
  await card.waitFor();
  t.match(await card.innerText(), 'Nils kom først.');
  t.equal(await again.locator('main textarea').first().inputValue(), 'Karis ukjente tekst.');
  t.equal(await summary(), 'Nils kom først.');
  await card.getByRole('button', { name: 'Begge' }).click();
  await savedText(again).waitFor();
  t.equal(await summary(), 'Nils kom først.\n\nKaris ukjente tekst.');
  await kari.close();
  await nils.close();
});

t.test('the sign-in runs out in mid-sentence: the text stays and is saved after signing in', async (t) => {
  const { kari, nils, om, summary } = await draft('utlogget');
  await kari.page.goto(om);
  await kari.expire();
  await typed(kari, 'Midt i en setn');
  await kari.page.getByText('du er logget ut. Teksten er tatt vare på').first().waitFor();
  const door = kari.page.getByRole('link', { name: 'Logg inn i ny fane' });
  t.match(await door.getAttribute('href'), /^\/logg-inn\?til=%2Fsoknad/);
  await faults(kari, t, 'signed out');
  await kari.enter();
  await typed(kari, 'ing.');
  await savedText(kari.page).waitFor();
  t.equal(await summary(), 'Midt i en setning.');

  await kari.expire();
  await typed(kari, ' En til.');
  await kari.page.getByText('du er logget ut').first().waitFor();
  await kari.page.goto(om);
  await kari.page.getByRole('heading', { name: 'Logg inn' }).waitFor();
  await kari.enter();
  await kari.page.goto(om);
  await savedText(kari.page).waitFor();
  t.equal(await summary(), 'Midt i en setning. En til.', 'also when the page was left');

  // Somebody else signs in in this browser: what Kari typed is neither saved in their name nor shown to them.
  await kari.expire();
  await typed(kari, ' Karis hemmelighet.');
  await kari.page.getByText('du er logget ut').first().waitFor();
  const theirs = await writer(play, browser, base, 'nils@utlogget.example');
  const [session] = (await theirs.page.context().cookies()).filter(({ name }) => name === 'sid');
  if (session) await kari.page.context().addCookies([session]);
  await kari.page.evaluate(`dispatchEvent(new Event('focus'))`);
  await kari.page.waitForResponse((answer) => answer.url().endsWith('/answers'));
  t.equal(await summary(), 'Midt i en setning. En til.');
  const asNils = await kari.page.context().newPage();
  await asNils.goto(om);
  t.equal(await asNils.locator('main textarea').first().inputValue(), 'Midt i en setning. En til.');
  for (const each of [kari, nils, theirs]) await each.close();
});

t.test('the server is restarted: said, and saved when it is back', async (t) => {
  const { kari, nils, om, summary } = await draft('omstart');
  await kari.page.goto(om);
  await typed(kari, 'Før.');
  await savedText(kari.page).waitFor();
  const { port } = new URL(base);
  app.server.closeAllConnections();
  await app.close();
  await typed(kari, ' Mens den var borte.');
  await kari.page.getByText('Ikke lagret – tjenesten svarer ikke akkurat nå').first().waitFor();
  app = await buildApp(play.services);
  await app.listen({ port: Number(port), host: '127.0.0.1' });
  await savedText(kari.page).waitFor();
  t.equal(await summary(), 'Før. Mens den var borte.');
  await kari.close();
  await nils.close();
});

t.test('a shared device keeps nothing; signing out takes what was kept; a week is the longest', async (t) => {
  const { kari, nils, om, summary } = await draft('delt');
  await kari.page.goto(om);
  await kari.offline(true);
  await typed(kari, 'Ikke for andre.');
  await kari.page.getByText('Ikke lagret – ingen forbindelse').first().waitFor();
  t.equal((await kari.kept()).length, 1);
  await kari.page.close();
  await kari.offline(false);
  const elsewhere = await kari.page.context().newPage();
  await elsewhere.goto(`${base}/min-side`);
  await elsewhere.evaluate(`(() => {
    for (const key of Object.keys(localStorage)) {
      const kept = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({ ...kept, at: kept.at - 7 * 24 * 60 * 60 * 1000 }));
    }
  })()`);
  const old = await kari.page.context().newPage();
  await old.goto(om);
  t.equal(await old.locator('main textarea').first().inputValue(), '', 'a week later it is gone');
  t.equal(await old.evaluate('localStorage.length'), 0);

  await kari.page.context().setOffline(true);
  await old.locator('main textarea').first().fill('Til utlogging.');
  await until(async () => (await old.evaluate<number>('localStorage.length')) > 0);
  await kari.page.context().setOffline(false);
  await old.getByRole('button', { name: 'Logg ut' }).click();
  await old.getByText('Du er logget ut').first().waitFor();
  t.equal(await old.evaluate('localStorage.length'), 0);

  await kari.enter();
  await old.goto(om);
  await old.getByText('Tekst i nettleseren').click();
  await old.getByRole('button', { name: 'Dette er en delt maskin' }).click();
  await old.getByText('Tekst i nettleseren').click();
  await old.getByText('Dette er en delt maskin. Ingenting').waitFor();
  await kari.page.context().setOffline(true);
  await old.locator('main textarea').first().fill('Blir ikke liggende.');
  await old.getByText('La siden stå åpen; vi lagrer når forbindelsen er tilbake').first().waitFor();
  t.equal(await old.evaluate('localStorage.length'), 0);
  await kari.page.context().setOffline(false);
  await savedText(old).waitFor();
  t.equal(await summary(), 'Blir ikke liggende.');
  t.same(await pageFaults(old), [], 'shared');
  await kari.close();
  await nils.close();
});

t.test('two megabytes pasted, and signs that nobody sees, get clear answers', async (t) => {
  const { kari, nils, om, summary } = await draft('liming');
  await kari.page.goto(om);
  const paste = (text: string) =>
    area(kari).evaluate((field, value) => {
      (field as unknown as { value: string }).value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  await paste('Æ '.repeat(1_000_000));
  await kari.page
    .getByText(/Teksten er 2\s000\s000 tegn lang. Det er plass til 20\s000/)
    .first()
    .waitFor();
  await faults(kari, t, 'too long');
  await kari.page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await kari.page.locator('.ds-error-summary').getByText('Skriv inntil 20000 tegn').waitFor();
  t.equal((await area(kari).inputValue()).length, 2_000_000, 'it comes back with everything');
  await paste('Snudd \u202etekst\u202c og \u0007 pip');
  await savedText(kari.page).waitFor();
  await kari.page.getByText('Usynlige tegn som ikke er tekst, er fjernet.').waitFor();
  t.equal(await summary(), 'Snudd tekst og  pip');
  await kari.close();
  await nils.close();
});

t.test('tables and choices with the keyboard: rows without waiting, sums while one writes', async (t) => {
  const { kari, nils, home, api, id } = await draft('tabell', { viewport: { width: 390, height: 844 } });
  await kari.page.goto(`${home}/del/tall`);
  await faults(kari, t, 'empty tables');
  await kari.page.getByLabel('Avdeling eller tjeneste, rad 1').focus();
  for (const [name, count] of [
    ['Sør', '2'],
    ['Nord', '3'],
    ['Øst', '4'],
  ] as const) {
    await kari.page.keyboard.type(name);
    await kari.page.keyboard.press('Tab');
    await kari.page.keyboard.type(count);
    await kari.page.keyboard.press('Tab');
  }
  await kari.page.keyboard.press('Enter');
  t.equal(
    await kari.page.evaluate(`document.activeElement.getAttribute('aria-label')`),
    'Avdeling eller tjeneste, rad 4',
  );
  await kari.page.keyboard.type('Vest');
  t.equal(await kari.page.locator('[data-sum=advisers]').innerText(), '9');
  await kari.page.getByLabel('SME-modellen').check();
  await savedText(kari.page).waitFor();
  const facts = (await api.get(`/api/v1/nominations/${id}`))
    .json()
    .answers.filter(({ section }: { section: string }) => section === 'facts');
  t.match(facts[0].value, '{"department":"Vest"}');
  t.equal(facts[2].value, '{"chosen":["sme"]}');
  await faults(kari, t, 'tables with rows');
  t.same(kari.problems, []);
  await kari.close();
  await nils.close();
});

t.test('without JavaScript: a row more, a conflict side by side, and the list of what is left', async (t) => {
  const { kari, nils, home, om, summary } = await draft(
    'uten',
    { javaScriptEnabled: false },
    { javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
  );
  await kari.page.goto(`${home}/del/tall`);
  for (const row of [1, 2, 3]) {
    await kari.page.getByLabel(`Avdeling eller tjeneste, rad ${row}`).fill(`Avdeling ${row}`);
    await kari.page.getByLabel(`Etikkveiledere, rad ${row}`).fill(row === 3 ? 'mange' : '2');
  }
  await kari.page.getByRole('button', { name: 'Legg til en rad' }).first().click();
  await kari.page.getByLabel('Avdeling eller tjeneste, rad 6').waitFor();
  t.equal(await kari.page.locator('[data-sum=advisers]').innerText(), '4', 'the service has added up');
  t.match(
    await kari.page.locator('main').innerText(),
    'Rad 3: «mange» er ikke et helt tall, og er ikke med i summen.',
  );
  await kari.page.goto(om);
  await nils.page.goto(om);
  await area(kari).fill('Kari uten skript');
  await kari.page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await area(nils).fill('Nils uten skript');
  await nils.page.getByRole('button', { name: 'Lagre', exact: true }).click();
  t.match(
    await nils.page.locator('main').innerText(),
    /Noen andre har skrevet[\s\S]*Din tekst[\s\S]*kari lagret dette[\s\S]*Kari uten skript/,
  );
  await nils.page.getByLabel('Begge, etter hverandre').check();
  await nils.page.getByRole('button', { name: 'Lagre', exact: true }).click();
  t.equal(await summary(), 'Kari uten skript\n\nNils uten skript');
  await kari.page.goto(home);
  t.match(await kari.page.locator('main').innerText(), /Mangler: «Kontaktperson»[\s\S]*1 av 5 besvart/);
  await kari.close();
  await nils.close();
});
