/** Writing in a real browser, the rest: two devices, a restart, a shared machine, huge pastes, tables, without JavaScript. */
import t from 'tap';
import { pageFaults } from '../helpers/axe.ts';
import {
  faults,
  area,
  savedText,
  twoInOneField,
  typed,
  until,
  writer,
  writingSite,
} from '../helpers/writers.ts';

const site = await writingSite(t);
const { play, base, browser, draft } = site;

t.test('two people in the same field at 1280 pixels: told at once, both texts shown, none lost', (t) =>
  twoInOneField(t, site, 1280),
);

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

t.test('the server is restarted: said, and saved when it is back', async (t) => {
  const { kari, nils, om, summary } = await draft('omstart');
  await kari.page.goto(om);
  await typed(kari, 'Før.');
  await savedText(kari.page).waitFor();
  await site.stop();
  await typed(kari, ' Mens den var borte.');
  await kari.page.getByText('Ikke lagret – tjenesten svarer ikke akkurat nå').first().waitFor();
  await site.startAgain();
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
