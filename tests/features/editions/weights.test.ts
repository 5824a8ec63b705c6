/** The weight of a criterion is a whole number from 1: zero, negative, fractional and text are refused, with the field, and nothing is lost. */
import pg from 'pg';
import t from 'tap';
import { addDays } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { datesOf, plannedYear } from '../../helpers/year.ts';

t.test('a weight is a whole number from 1', async (t) => {
  const play = await playground(t);
  const { db } = play.services;
  const year = await plannedYear(db);
  await play.setClock(addDays((await datesOf(db, year.id)).opens_at, -14));
  const secretary = await play.as('secretary@example.no');
  const stored = () =>
    db
      .selectFrom('criteria')
      .select(['id', 'weight', 'texts'])
      .where('edition_id', '=', year.id)
      .orderBy('position')
      .execute();
  const before = await stored();
  const texts = { nb: { name: 'Åpenhet', description: 'x' }, nn: { name: 'Openheit', description: 'x' } };

  for (const weight of [0, -1, 2.5, '3', 101]) {
    const refused = await secretary.send('PUT', `/api/v1/editions/${year.id}/criteria`, {
      version: await year.version(),
      criteria: [{ kind: 'assessed', weight, texts }],
    });
    t.equal(refused.statusCode, 422, `API: ${weight}`);
    t.match(refused.json(), { errors: [{ field: /^criteria\.0/ }] }, `API: ${weight}: ${refused.body}`);
  }
  for (const weight of ['0', '-1', '2,5', '2.5', 'tre', '101']) {
    const refused = await secretary.post(`/sekretariat/${year.id}/kriterier/kriterium/ny`, {
      version: String(await year.version()),
      kind: 'assessed',
      weight,
      'name-nb': 'Åpenhet',
      'name-nn': 'Openheit',
    });
    t.equal(refused.statusCode, 422, `page: ${weight}`);
    t.match(refused.body, /href="#field-weight"/, `page: ${weight}: the field is named`);
    t.match(refused.body, /value="Åpenhet"/, 'what was written stays');
    t.match(refused.body, `value="${weight}"`, 'also what was wrong');
  }
  t.same(await stored(), before, 'nothing of it is stored');

  const owner = new pg.Client({ connectionString: play.adminUrl });
  await owner.connect();
  for (const weight of [0, -1, null])
    await t.rejects(
      owner.query(`update criteria set weight = $1 where edition_id = $2 and kind = 'assessed'`, [
        weight,
        year.id,
      ]),
      /criteria_weight/,
      `the database: ${weight}`,
    );
  await owner.end();
});
