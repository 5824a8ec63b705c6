/** What becomes public, without a mouse: what is missing leads there, one prepares, another approves, a moment is moved, what is out is taken down. */
import type { Page } from 'playwright-core';
import t, { type Test } from 'tap';
import { addDays, osloInstant } from '../../src/platform/clock.ts';
import { playground } from '../helpers/client.ts';
import { choose, follow, rewrite, write, writeNoon } from '../helpers/keyboard.ts';
import { button, keysAlone, linkTo, said } from '../helpers/keys-alone.ts';
import { approvedStatements, datesOf, deliberatingYear } from '../helpers/year.ts';

const names = ['Ås helsehus', 'Zakken omsorgssenter', 'Ærfuglen sykehjem'];
const site = await playground(t);
const { db } = site.services;
const year = await deliberatingYear(db, [...names, 'Fem bydel']);
const dates = await datesOf(db, year.id);
const early = addDays(dates.finalists_at, -7);
const decide = (type: string, decision: object) =>
  year.send('chair', early, type, { decision: { ...decision, reason: 'Drøftet' } });
await decide('decideFinalists', { finalists: names.map((name) => year.nominations[name]) });
await decide('decideWinner', { winner: year.nominations['Ærfuglen sykehjem'] });
await site.setClock(early);
const { at } = await keysAlone(t, site);
const [secretary, second] = ['secretary@example.no', 'second@example.no'];
const page = `/sekretariat/${year.id}/offentliggjoring`;

/** The latest version of the kind, as the database has it. */
const latest = (kind: 'finalists' | 'winner') =>
  db
    .selectFrom('publications')
    .selectAll()
    .where('edition_id', '=', year.id)
    .where('kind', '=', kind)
    .orderBy('prepared_at', 'desc')
    .executeTakeFirstOrThrow();
/** Somebody presses what is named, on the page of publications. */
const presses = (t: Test, who: string, name: string, says: RegExp) =>
  at(t, who, page, async (page) => {
    await follow(page, button(page, name));
    t.match(await said(page), says);
  });
const prepare = async (page: Page, kind: string, release: string): Promise<void> => {
  // Each kind has a form of its own, with the same fields.
  const within = page.locator(`main form:has([name="kind"][value="${kind}"])`);
  await choose(page, within.locator(`[name="release"][value="${release}"]`));
  await rewrite(page, within.locator('[name="nb"]'), 'Fagjuryen fikk fire søknader.');
  await rewrite(page, within.locator('[name="nn"]'), 'Fagjuryen fekk fire søknader.');
  await follow(page, within.getByRole('button'));
};

t.test('what is missing is a link to where it is put right', async (t) => {
  await at(t, secretary, page, async (page) => {
    await follow(page, page.locator(`#finalists a[href="/sekretariat/${year.id}/begrunnelser"]`));
    await page.getByRole('heading', { level: 1, name: 'Begrunnelser' }).waitFor();
  });
  await approvedStatements(db, year, names, early);
  // …and from the overview of the year to what is to be done next.
  await at(t, secretary, `/sekretariat/${year.id}`, async (page) => {
    await follow(page, page.locator('main a[href*="/offentliggjoring"]'));
    await page.getByRole('heading', { level: 1, name: 'Offentliggjøring' }).waitFor();
  });
});

t.test('one prepares the nominated, another reads and approves, and they are taken down again', async (t) => {
  await at(t, secretary, page, async (page) => {
    await prepare(page, 'finalists', 'approval');
    t.match(await said(page), /Forberedt\. Nå må en annen godkjenne\./);
    t.equal(await button(page, 'Godkjenn').count(), 0, 'not whoever prepared it');
  });
  t.match(await latest('finalists'), { release: 'approval', approved_at: null });
  await at(t, second, page, async (page) => {
    await follow(page, linkTo(page, 'Slik vil offentligheten se det'));
    t.match(await said(page), /Fagjuryen mener at Ås helsehus/);
  });
  await presses(t, second, 'Godkjenn', /Godkjent\./);
  t.match(await latest('finalists'), { approved_by: year.people.second.personId, publish_at: early });
  await site.setClock(addDays(early, 1));
  await at(t, secretary, page, async (page) => {
    await follow(page, linkTo(page, 'Ta ned'));
    await write(page, { reason: 'Feil navn.', nb: 'Vi retter en feil.', nn: 'Vi rettar ein feil.' });
    await follow(page, button(page, 'Ta ned nå'));
    t.match(await said(page), /Tatt ned\. Leserne ser meldingen\./);
  });
  t.match(await latest('finalists'), { taken_down_at: addDays(early, 1), takedown_reason: 'Feil navn.' });
  await at(t, secretary, page, async (page) => {
    await follow(page, linkTo(page, 'Rett: De nominerte'));
    await write(page, { correctionNb: 'Navnet er rettet.', correctionNn: 'Namnet er retta.' });
    await prepare(page, 'finalists', 'approval');
    t.match(await said(page), /Forberedt\. Nå må en annen godkjenne\./);
  });
  await presses(t, second, 'Godkjenn', /Godkjent\./);
  t.match(await latest('finalists'), { taken_down_at: null, approved_at: addDays(early, 1) });
});

t.test('the winner waits for the ceremony; the moment is moved by two, held, let go, stopped', async (t) => {
  await at(t, secretary, page, async (page) => {
    await prepare(page, 'winner', 'press');
    t.match(await said(page), /Forberedt\. Nå må en annen godkjenne\./);
  });
  await presses(t, second, 'Godkjenn', /Godkjent\./);
  await at(t, secretary, page, async (page) => {
    await follow(page, linkTo(page, 'Flytt tidspunktet'));
    await writeNoon(page, 'publishAt', 12, year.year);
    await follow(page, button(page, 'Be om å flytte'));
    t.match(await said(page), /Bedt flyttet\. Nå må en annen godkjenne\./);
  });
  const moved = osloInstant(`${year.year}-12-12`, '12:00');
  t.match(await latest('winner'), { move_to: moved, moved_at: null });
  await presses(t, second, 'Godkjenn flyttingen', /Flyttet\. Det nye tidspunktet gjelder\./);
  t.match(await latest('winner'), { publish_at: moved, moved_by: year.people.second.personId });
  await presses(t, secretary, 'Hold tilbake', /Holdt tilbake\./);
  t.not((await latest('winner')).held_at, null);
  await presses(t, secretary, 'La tidspunktet gjelde igjen', /Nå gjelder tidspunktet igjen\./);
  t.equal((await latest('winner')).held_at, null);
  await at(t, secretary, page, async (page) => {
    await follow(page, linkTo(page, 'Stopp'));
    await write(page, { reason: 'Vi venter.' });
    await follow(page, button(page, 'Stopp'));
    t.match(await said(page), /Stoppet\. Ingenting blir offentlig\./);
  });
  t.match(await latest('winner'), { stop_reason: 'Vi venter.' });
});
