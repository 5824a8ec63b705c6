/** The ceremony without a mouse: signing up for it, the list of its guests, and the host's way to the winner. */
import type { Locator } from 'playwright-core';
import t from 'tap';
import { addDays, osloInstant } from '../../src/platform/clock.ts';
import { ceremonyYear } from '../helpers/ceremony-year.ts';
import { playground } from '../helpers/client.ts';
import { choose, follow, press, tabTo, take, write, writeNoon } from '../helpers/keyboard.ts';
import { asLongAsAPerson, button, keysAlone, said } from '../helpers/keys-alone.ts';

const site = await playground(t);
const { db } = site.services;
const { year, ceremony, winnerId } = await ceremonyYear(db);
const { at } = await keysAlone(t, site);
const secretary = 'secretary@example.no';
const edition = `/sekretariat/${year.id}`;

t.test('the secretariat opens the sign-up, two ask for the one place, one is taken off', async (t) => {
  await site.setClock(addDays(ceremony, -60));
  await at(t, secretary, `${edition}/seremonipamelding`, async (page) => {
    await choose(page, '[name="mode"][value="form"]');
    await write(page, { 'text.nb': 'Det blir lunsj.', 'text.nn': 'Det blir lunsj.' });
    await press(page, 'main summary');
    await write(page, { places: '1' });
    await writeNoon(page, 'closesAt', 11, year.year);
    await follow(page, 'main form:has([name="places"]) button[type=submit]');
    t.match(await said(page), /Påmeldingen er lagret/);
  });
  t.match(await db.selectFrom('ceremony_signups').selectAll().executeTakeFirstOrThrow(), {
    mode: 'form',
    places: 1,
    closes_at: osloInstant(`${year.year}-11-11`, '12:00'),
  });
  for (const name of ['Gunn Gjest', 'Vidar Venter'])
    await at(t, site.anyone, '/seremoni/pamelding', async (page) => {
      const email = `${name.split(' ')[0]?.toLowerCase()}@kommune.example`;
      await write(page, { name, organisation: 'Solbakken', email, needs: 'Nøtter' });
      await asLongAsAPerson(page);
      await follow(page, 'main button[type=submit]');
      t.match(await said(page), /Takk! Se i innboksen din/);
    });
  await at(t, secretary, `${edition}/seremonipamelding`, async (page) => {
    const { name, content } = await take(page, page.getByRole('link', { name: 'CSV' }));
    t.match(name, /\.csv$/);
    t.match(String(content), /Gunn Gjest[\s\S]*Vidar Venter/);
    await follow(page, button(page, /Gunn Gjest/));
    t.match(await said(page), /1 av 1 plasser er tatt\. Ingen står på ventelisten/);
  });
  const guests = await db
    .selectFrom('ceremony_guests')
    .select('name')
    .where('placed_at', 'is not', null)
    .execute();
  t.same(
    guests.map(({ name }) => name),
    ['Vidar Venter'],
    'the place goes to whoever waited',
  );
});

t.test('the host leads the hall to the winner, back and forth, by Tab and Enter', async (t) => {
  await site.setClock(ceremony);
  const released = () =>
    db
      .selectFrom('publications')
      .select('pressed_at')
      .where('id', '=', winnerId)
      .executeTakeFirstOrThrow()
      .then(({ pressed_at }) => pressed_at);
  await at(t, secretary, `${edition}/seremoni`, async (page) => {
    const shows = (title: string) => page.locator('.ep-stage__title', { hasText: title }).waitFor();
    const next = '[data-clicker="next"] button';
    /** Two presses at once are one: whoever means two waits that long. */
    const enter = async (): Promise<void> => {
      await page.waitForTimeout(450);
      await page.keyboard.press('Enter');
    };
    const presses = async (button: Locator | string): Promise<void> => {
      await tabTo(page, button);
      await enter();
    };
    await shows(`Etikkprisen ${year.year}`);
    await presses(next);
    await shows('Zakken omsorgssenter');
    for (const name of ['Ærfuglen sykehjem', 'Ås helsehus']) {
      t.ok(await page.evaluate(`document.activeElement.matches('${next}')`), 'the button keeps the focus');
      await enter();
      await shows(name);
    }
    await presses('[data-clicker="back"] button');
    await shows('Ærfuglen sykehjem');
    for (const name of ['Ås helsehus', 'Og vinneren er …']) {
      await presses(next);
      await shows(name);
    }
    t.equal(await released(), null, 'nothing is out before the press');
    const headingHasFocus = (what: string) =>
      page
        .waitForFunction(`document.activeElement.matches('.ep-stage__title')`, undefined, { timeout: 3000 })
        .then(() => t.pass(what))
        .catch(() => t.fail(what));
    await presses(button(page, 'Kunngjør vinneren'));
    await page.locator('.ep-stage[data-kind="winner"]').waitFor();
    t.same(await released(), ceremony);
    await headingHasFocus('the button is gone: what the hall sees has the focus, and is read aloud');
    await presses('[data-clicker="back"] button');
    await shows('Og vinneren er …');
    await presses('form:has([value="restart"]) button');
    await shows(`Etikkprisen ${year.year}`);
    await headingHasFocus('there is nothing to begin anew: the heading has the focus');
  });
  await at(t, site.anyone, `/prisen/${year.year}`, async (page) => {
    t.match(await said(page), /Ærfuglen sykehjem/);
  });
});
