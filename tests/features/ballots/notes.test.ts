/** Private notes: nobody but their juror, in nothing that is kept elsewhere, and gone when they are emptied. */
import { sql } from 'kysely';
import t from 'tap';
import { declareAll, judgingYear, type Person } from '../../helpers/jury-year.ts';

const SECRET = 'Kanarinotat som aldri forlater jurymedlemmet';

t.test('a private note stays with its juror', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { clients, nominations, ids, db, dates } = year;
  const id = nominations['Eigersund']!;
  await declareAll(year);
  const url = `/api/v1/nominations/${id}/note`;
  const put = (who: Person, text: string, version: number) =>
    clients[who].send('PUT', url, { text, version });

  t.same((await clients.liv.get(url)).json(), { text: '', version: 0 });
  t.match((await put('liv', SECRET, 0)).json(), { text: SECRET, version: 1 });
  t.same((await clients.liv.get(url)).json(), { text: SECRET, version: 1 });
  t.match((await clients.liv.get(`/jury/soknad/${id}`)).body, SECRET, 'beside the ballot');

  await t.test('nobody else has it, and nothing else holds it', async (t) => {
    for (const who of ['chair', 'nina', 'deputyChair'] as const)
      t.same(
        (await clients[who].get(url)).json(),
        { text: '', version: 0 },
        `${who} has a note of their own`,
      );
    for (const who of ['secretary', 'leader', 'applicant', 'vara'] as const)
      t.equal((await clients[who].get(url)).statusCode, 404, who);
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'juror_notes'`.execute(
      db,
    );
    t.ok(rows.length > 30);
    for (const { name } of rows) {
      const held =
        await sql`select 1 from ${sql.table(name)} x where x::text like ${`%${SECRET}%`} limit 1`.execute(db);
      t.equal(held.rows.length, 0, `not in ${name}`);
    }
  });

  await t.test('another window: nothing is lost', async (t) => {
    t.equal((await put('liv', 'Fra det andre vinduet', 0)).statusCode, 409);
    const page = await clients.liv.post(`/jury/soknad/${id}/notat`, { version: '0', note: 'Fra skjemaet' });
    t.equal(page.statusCode, 409);
    t.match(page.body, /Fra skjemaet/);
    t.match(page.body, SECRET, 'what is stored stands beside it');
    const both = await Promise.all([put('nina', 'Den ene', 0), put('nina', 'Den andre', 0)]);
    t.same(both.map(({ statusCode }) => statusCode).toSorted(), [200, 409], 'two first notes at once');
    const saved = await clients.liv.post(`/jury/soknad/${id}/notat`, { version: '1', note: `${SECRET} 2` });
    t.equal(saved.statusCode, 303);
    t.equal((await put('liv', 'x'.repeat(20_001), 2)).statusCode, 422);
  });

  await t.test('out of the application it is closed to its own juror, who can still delete it', async (t) => {
    await clients.liv.post(`/api/v1/nominations/${id}/declarations`, {
      answer: 'connection',
      grounds: ['H9'],
    });
    const closed = await clients.liv.get(url);
    t.equal(closed.statusCode, 403);
    t.notMatch(closed.body, SECRET);
    t.equal((await clients.liv.send('DELETE', url)).statusCode, 204);
    const left = await db.selectFrom('juror_notes').select('text').where('person_id', '=', ids.liv).execute();
    t.same(left, []);
  });

  await t.test('an emptied note is deleted; after the deadline one may still write', async (t) => {
    await year.setClock(dates.after);
    const { version } = (await clients.nina.get(url)).json<{ version: number }>();
    t.equal((await put('nina', 'Til møtet', version)).statusCode, 200);
    t.match((await put('nina', '  \n ', version + 1)).json(), { text: '', version: 0 });
    t.same(await db.selectFrom('juror_notes').select('text').execute(), []);
  });
  t.same(year.errors, []);
});
