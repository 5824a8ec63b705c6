/** What members of the jury are appointed for: said on the seat, followed by a copied year, and seen when it is over. */
import { parseHTML } from 'linkedom';
import t from 'tap';
import { createEdition } from '../../../src/features/editions/commands.ts';

import { judgingYear } from '../../helpers/jury-year.ts';

t.test('a term is said, mended, refused where it ends before it begins, and copied', async (t) => {
  const { clients, editionId, ids, dates, db, play } = await judgingYear(t, ['Eigersund']);
  const jury = `/sekretariat/${editionId}/jury`;
  const nina = await db
    .selectFrom('seat_holders')
    .select('seat_id')
    .where('person_id', '=', ids.nina)
    .executeTakeFirstOrThrow();
  const seat = `${jury}/${nina.seat_id}`;
  const fields = { organisation: 'Helse- og omsorgsdepartementet', role: 'member' };
  const { year } = await db
    .selectFrom('editions')
    .select('year')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();

  const backwards = await clients.secretary.post(seat, {
    ...fields,
    termFrom: String(year),
    termTo: String(year - 1),
  });
  t.equal(backwards.statusCode, 422);
  t.match(backwards.body, /Siste år kan ikke være før det første/);
  t.match(backwards.body, new RegExp(`name="termTo"[^>]*value="${year - 1}"`), 'what was typed stays');
  t.equal((await clients.secretary.post(seat, { ...fields, termFrom: 'i fjor' })).statusCode, 422);
  await t.rejects(
    db.updateTable('seats').set({ term_from: 2026, term_to: 2025 }).where('id', '=', nina.seat_id).execute(),
    /seats_term/,
    'the database refuses it too',
  );

  const save = (from: string, to: string) =>
    clients.secretary.post(seat, { ...fields, termFrom: from, termTo: to });
  t.equal((await save(String(year - 2), String(year))).statusCode, 303);
  t.match((await clients.secretary.get(jury)).body, new RegExp(`${year - 2}–${year}.*Siste år i perioden`));

  const { id: next } = await play('secretary', dates.after, (unit) =>
    createEdition(unit, { year: year + 1, copyFrom: editionId }),
  );
  const copied = await clients.secretary.get(`/sekretariat/${next}/jury`);
  t.match(copied.body, new RegExp(`${year - 2}–${year}.*Perioden er ute`), 'the copy says that it is over');
  const there = await db
    .selectFrom('seats')
    .select(['id', 'term_to'])
    .where('edition_id', '=', next)
    .where('organisation', '=', fields.organisation)
    .executeTakeFirstOrThrow();
  t.equal(there.term_to, year);
  const { document: empty } = parseHTML(
    (await clients.secretary.get(`/sekretariat/${next}/jury/${there.id}`)).body,
  );
  t.equal(empty.querySelector('input[name=name]')?.getAttribute('value'), 'Nina Hauglien', 'asked again');
  t.match(empty.querySelector('input[name=email]')?.getAttribute('value'), /@/);
  t.equal((await clients.liv.get(`/sekretariat/${next}/jury/${there.id}`)).statusCode, 404);

  t.equal((await save('', '')).statusCode, 303);
  t.match((await clients.secretary.get(seat)).body, /Ikke oppgitt/, 'what was emptied is taken away');
  const over = await clients.secretary.get(`/api/v1/editions/${editionId}/seats`);
  const seats = over.json<{ seats: { id: string; termTo: number | null; holder: { since: number } }[] }>()
    .seats;
  const one = seats.find(({ id }) => id === nina.seat_id);
  t.equal(one?.termTo, null);
  t.equal(one?.holder.since, year, 'since when the person has sat in juries here');
});
