/** Writing in a real browser: it saves by itself, two people meet, offline and back, the sign-in runs out. */
import t from 'tap';
import { addMinutes, instant } from '../../src/platform/clock.ts';
import { pageFaults } from '../helpers/axe.ts';
import {
  faults,
  area,
  saveState,
  savedText,
  twoInOneField,
  typed,
  until,
  writer,
  writingSite,
} from '../helpers/writers.ts';

const site = await writingSite(t);
const { play, db, base, browser, draft } = site;

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

t.test(
  'the countdown goes on by itself, by the clock of the service, and is said aloud now and then',
  async (t) => {
    const { kari, nils, id, om, home } = await draft('frist');
    const { closes_at } = await db
      .selectFrom('editions')
      .innerJoin('nominations as n', 'n.edition_id', 'editions.id')
      .select('closes_at')
      .where('n.id', '=', id)
      .executeTakeFirstOrThrow();
    const before = await play.services.clock.now();
    await play.setClock(addMinutes(closes_at, -65.5));
    const { page } = kari;
    // The clock of this machine is wrong, as many are.
    await page.clock.install({ time: instant('2031-01-01T00:00:00Z') });
    await page.goto(om);
    const left = page.locator('[data-left]');
    const said = page.locator('[data-countdown] [role=status]');
    t.equal(await left.innerText(), 'Fristen går ut om 1 time og 5 minutter.');
    t.match(await page.locator('[data-countdown]').innerText(), 'kl. 23.59 (norsk tid)');
    const heard: string[] = [];
    for (let minute = 1; minute <= 66; minute++) {
      await page.clock.runFor(60_000);
      const now = await said.innerText();
      if (now !== '' && now !== heard.at(-1)) heard.push(now);
      if (minute === 1) t.equal(await left.innerText(), 'Fristen går ut om 1 time og 4 minutter.');
    }
    t.equal(await left.innerText(), 'Fristen er ute.');
    t.same(heard, [
      'Fristen går ut om 1 time.',
      'Fristen går ut om 30 minutter.',
      'Fristen går ut om 10 minutter.',
      'Fristen går ut om 5 minutter.',
      'Fristen går ut om 1 minutt.',
      'Fristen er ute.',
    ]);
    await faults(kari, t, 'the deadline has passed while the page was open');
    for (const where of [home, `${home}/send-inn`]) {
      await page.goto(where);
      t.equal(await page.locator('[data-countdown]').count(), 1, where);
    }
    await play.setClock(before);
    t.same(kari.problems, []);
    await kari.close();
    await nils.close();
  },
);

t.test('two people in the same field at 390 pixels: told at once, both texts shown, none lost', (t) =>
  twoInOneField(t, site, 390),
);

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
  // What a closing page sends last is not held up by a browser that plays offline: nobody is there to get it.
  await site.stop();
  await kari.page.close({ runBeforeUnload: false });
  await site.startAgain();
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
