/** People, setting up, and the record of a year, without a mouse. */
import { sql } from 'kysely';
import t from 'tap';
import { createEdition } from '../../src/features/editions/commands.ts';
import { applyDue } from '../../src/features/due.ts';
import { ensurePerson } from '../../src/features/people/commands.ts';
import { addDays } from '../../src/platform/clock.ts';
import { openCall } from '../helpers/applying.ts';
import { unpacked } from '../helpers/archive.ts';
import { granted } from '../helpers/granted.ts';
import { choose, follow, press, rewrite, tabTo, take, write } from '../helpers/keyboard.ts';
import { button, keysAlone, linkTo, said } from '../helpers/keys-alone.ts';
import { readPdf } from '../helpers/pdf.ts';
import { readXlsx } from '../helpers/spreadsheets.ts';

const call = await openCall(t);
const { db } = call.services;
const { year, dates, during } = call;
const applicant = await call.as('applicant@example.no');
await call.sent(applicant, 'Alver');
await call.draft(applicant, 'Halden');
const [secretary, administrator] = ['secretary@example.no', 'admin@example.no'];
const { id: adminId } = await year.as('system', dates.created_at, (unit) =>
  ensurePerson(unit, { email: administrator, name: 'Astrid Admin', language: 'nb' }),
);
await db
  .insertInto('role_grants')
  .values(granted(adminId, 'administrator', dates.created_at))
  .execute();
const { id: next } = await year.as('secretary', during, (unit) =>
  createEdition(unit, { year: year.year + 1, copyFrom: year.id }),
);
const { at } = await keysAlone(t, call);
const edition = `/sekretariat/${year.id}`;

t.test('somebody is invited to the secretariat, found again, and the role ended', async (t) => {
  const roles = () =>
    db
      .selectFrom('role_grants as r')
      .innerJoin('people as p', 'p.id', 'r.person_id')
      .select(['r.role', 'r.until_at'])
      .where('p.email', '=', 'ny@ks.example')
      .execute();
  await at(t, administrator, '/administrasjon', async (page) => {
    await follow(page, linkTo(page, 'Inviter en person'));
    await write(page, { email: 'ny@ks.example', name: 'Ny Ansatt' });
    await choose(page, '[name="role"][value="secretary"]');
    await follow(page, button(page, 'Send invitasjonen'));
    t.match(await said(page), /Invitasjonen er sendt\./);
    t.same(await roles(), [{ role: 'secretary', until_at: null }]);
    await write(page, { sok: 'Ansatt' });
    await follow(page, button(page, 'Søk'));
    await follow(page, linkTo(page, 'Ny Ansatt'));
    await follow(page, button(page, 'Avslutt rollen sekretariat'));
    t.match(await said(page), /Rollen er avsluttet\./);
    t.same(await roles(), [{ role: 'secretary', until_at: during }]);
  });
});

t.test('a seat in the jury: another is invited to it, and goes out of it', async (t) => {
  const holder = () =>
    db
      .selectFrom('seats as s')
      .leftJoin('seat_holders as m', (join) =>
        join.onRef('m.seat_id', '=', 's.id').on('m.until_at', 'is', null),
      )
      .leftJoin('people as p', 'p.id', 'm.person_id')
      .select('p.email')
      .where('s.edition_id', '=', year.id)
      .where('s.organisation', '=', 'Fagforbundet')
      .executeTakeFirstOrThrow();
  t.same(await holder(), { email: 'third@example.no' });
  await at(t, secretary, `${edition}/jury`, async (page) => {
    await follow(page, linkTo(page, /: Fagforbundet$/));
    await rewrite(page, '[name="name"]', 'Ragnhild Ny');
    await rewrite(page, '[name="email"]', 'ragnhild@example.no');
    await follow(page, button(page, 'Inviter'));
    t.match(await said(page), /Invitasjonen er sendt\./);
    t.same(await holder(), { email: 'ragnhild@example.no' });
    await follow(page, linkTo(page, /: Fagforbundet$/));
    await follow(page, button(page, 'Gå ut av plassen'));
    t.same(await holder(), { email: null });
  });
});

t.test('the guide leads from step to step, and what is written shows as it will be', async (t) => {
  await at(t, secretary, `/sekretariat/${next}`, async (page) => {
    await follow(page, linkTo(page, 'Kriterier, skjema og poeng'));
    t.match(await said(page), /Du er på steg 3 av 5: Kriterier, skjema og poeng\./);
    await follow(page, page.locator('main a[href$="/kriterier/kriterium/ny"]'));
    await rewrite(page, '[name="name-nb"]', 'Mot til å spørre');
    await rewrite(page, '[name="name-nn"]', 'Mot til å spørje');
    await press(page, button(page, 'Vis forhåndsvisning'));
    await page.locator('#slik-blir-det', { hasText: 'Mot til å spørre' }).waitFor();
    await tabTo(page, '#slik-blir-det :is(input, textarea, summary)');
    await follow(page, button(page, 'Lagre'));
    t.match(await said(page), /Mot til å spørre/);
  });
  const names = await db
    .selectFrom('criteria')
    .select(sql<string>`texts->'nb'->>'name'`.as('name'))
    .where('edition_id', '=', next)
    .execute();
  t.ok(names.some(({ name }) => name === 'Mot til å spørre'));
  for (const [what, heading] of [
    ['skjema', 'Slik vil søkeren se skjemaet'],
    ['vurdering', 'Slik vil jurymedlemmet se vurderingen'],
  ] as const)
    await at(t, secretary, `/sekretariat/${next}/kriterier`, async (page) => {
      await follow(page, page.locator(`main a[href*="/forhandsvis/${what}?sprak=nb"]`));
      t.match(await said(page), new RegExp(heading));
      await follow(page, linkTo(page, 'Se på nynorsk'));
      t.equal(new URL(page.url()).searchParams.get('sprak'), 'nn');
    });
});

t.test('the report and the archive package come as files', async (t) => {
  await at(t, secretary, `${edition}/rapport`, async (page) => {
    const { text } = await readPdf((await take(page, linkTo(page, 'PDF'))).content);
    t.match(text, new RegExp(String(year.year)));
    const { rows } = await readXlsx((await take(page, linkTo(page, 'Excel (XLSX)'))).content);
    t.ok(rows.length > 5);
  });
  await at(t, secretary, `${edition}/arkiv`, async (page) => {
    await rewrite(page, 'main form [type=text]', '2026/1234');
    await follow(page, button(page, 'Lagre'));
    t.match(await said(page), /Nummeret er lagret\./);
    const { name, content } = await take(page, button(page, 'Last ned arkivpakken (ZIP)'));
    t.match(name, /\.zip$/);
    t.ok((await unpacked(content)).messages.size > 0);
  });
  t.match(await db.selectFrom('archive_numbers').selectAll().executeTakeFirstOrThrow(), {
    edition_id: year.id,
    number: '2026/1234',
  });
});

t.test('the logs are narrowed to one kind, and to all again', async (t) => {
  for (const [who, address, filter, choice, word] of [
    [secretary, `${edition}/logg`, 'hva', 'Juryen', /Fagforbundet/],
    [administrator, '/administrasjon/logg', 'person', 'Astrid', /Astrid Admin/],
  ] as const)
    await at(t, who, address, async (page) => {
      const lines = () => page.locator('main tbody tr').count();
      const before = await lines();
      await write(page, { [filter]: choice });
      await follow(page, button(page, 'Vis'));
      t.match(await said(page), word);
      t.ok((await lines()) > 0 && (await lines()) < before, `${await lines()} of ${before}`);
      await follow(page, linkTo(page, 'Vis alt'));
      t.equal(await lines(), before);
    });
  const id = await db
    .selectFrom('nominations')
    .select('id')
    .where('organisation_name', '=', 'Alver')
    .executeTakeFirstOrThrow();
  await at(t, secretary, `${edition}/logg`, async (page) => {
    await write(page, { soknad: 'Alver' });
    await follow(page, button(page, 'Vis'));
    t.equal(new URL(page.url()).searchParams.get('soknad'), id.id);
    t.notMatch(await page.locator('main tbody').innerText(), /Halden/);
  });
});

t.test('what is to be erased is read first, ticked, and goes', async (t) => {
  // A draft goes when its holder has been told, two weeks before.
  for (const days of [0, 50]) await applyDue(call.services, addDays(dates.closes_at, days));
  await call.setClock(addDays(dates.closes_at, 90));
  const drafts = () =>
    db.selectFrom('nominations').select('id').where('organisation_name', '=', 'Halden').execute();
  await at(t, administrator, '/administrasjon', async (page) => {
    await follow(page, linkTo(page, 'Se hva som skal slettes'));
    t.match(await said(page), /Halden/);
    t.equal((await drafts()).length, 1, 'looking erases nothing');
    await write(page, { sure: '' });
    await follow(page, button(page, /^Slett nå/));
    t.notMatch(page.url(), /igjen=[1-9]/);
    t.same(await drafts(), []);
  });
});
