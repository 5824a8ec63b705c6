/** History as a file (issue 5 §4): looked at first, every bad line by its number, and nothing overwritten that was not shown. */
import t from 'tap';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t);
const { db } = call.services;
const secretary = await call.as('secretary@example.no');
const here = '/sekretariat/historie';
const look = (lines: string) => secretary.post(here, { lines });
const seenIn = (body: string) => /name="seen" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
const save = async (lines: string, seen?: string) =>
  secretary.post(here, { lines, save: '1', seen: seen ?? seenIn((await look(lines)).body) });
const stored = () => db.selectFrom('past_editions').selectAll().orderBy('year').execute();
await db
  .insertInto('past_editions')
  .values({ year: 2012, winner: 'Halden kommune', applications: 7 })
  .execute();

t.test('every line that is wrong is named; nothing is saved, and what was typed is kept', async (t) => {
  const lines = [
    'år;vinner;nominerte;søknader;dato;form',
    '1999;For tidlig;;;;',
    '2013;;Sula kommune|Asker kommune;ti;31.2.2013;telepatisk',
    '2014;Bodø kommune;;12;4.12.2014;fysisk',
    '2014;Bodø kommune;;;;',
    '2026;Kanarifugl kommune;;;;',
    '2999;Kanarifugl kommune;;;;',
  ].join('\n');
  for (const answer of [await look(lines), await save(lines, 'x')]) {
    t.equal(answer.statusCode, 422);
    for (const said of [
      'Linje 2: «1999» er ikke et år',
      'Linje 3: vinneren mangler',
      'Linje 3: «ti» er ikke et antall søknader',
      'Linje 3: «31.2.2013» er ikke en dato',
      'Linje 3: «telepatisk» er verken fysisk eller digital',
      'Linje 5: 2014 står flere ganger',
      'Linje 6: 2026 er et prisår i tjenesten',
      'Linje 7: «2999» er ikke et år',
    ])
      t.match(answer.body, said);
    t.match(answer.body, '4.12.2014;fysisk');
  }
  t.match((await look('navn;sted\nx;y')).body, '«navn, sted» er ikke en kolonne vi kjenner');
  t.match((await look('2014;Bodø')).body, 'er ikke en kolonne');
  t.match((await look('år;vinner;vinner\n2014;Bodø;Asker')).body, '«vinner» står på to kolonner');
  const unnamed = await look('år;vinner;\n2014;Bodø;Asker');
  t.equal(unnamed.statusCode, 422);
  t.match(unnamed.body, 'Kolonne 3 har ikke noe navn');
  t.equal((await look('år;vinner;\n2014;Bodø;')).statusCode, 200, 'an empty column is none');
  t.match(await stored(), [{ year: 2012 }]);
  t.equal((await stored()).length, 1);
});

const lines =
  'year,winner,finalists,applications,date\n2012,Halden,Halden|Sula,9,\n2013,"Sula kommune",Sula kommune|Asker kommune,10,5.12.2013\n';
t.test('looking shows what would be overwritten, and changes nothing', async (t) => {
  const page = await look(lines);
  t.equal(page.statusCode, 200);
  t.match(page.body, /<del>Halden kommune<\/del> → <ins>Halden<\/ins>/);
  t.match(page.body, /<del>7<\/del> → <ins>9<\/ins>/);
  t.match(page.body, '2 år blir lagret. Ingenting er lagret ennå.');
  t.match(await stored(), [{ year: 2012, winner: 'Halden kommune', applications: 7 }]);
});

t.test('what was shown is saved; what has changed since is not overwritten', async (t) => {
  const seen = seenIn((await look(lines)).body);
  await db.updateTable('past_editions').set({ winner: 'Noen andre' }).where('year', '=', 2012).execute();
  const stale = await save(lines, seen);
  t.equal(stale.statusCode, 409);
  t.match(stale.body, 'Noe er endret siden du så på linjene');
  t.match(stale.body, '2013,&quot;Sula kommune&quot;', 'what was typed is kept');
  t.equal((await save(lines, '')).statusCode, 409, 'nothing without having been looked at');
  t.equal((await stored()).length, 1);
  const now = seenIn((await look(lines)).body);
  const both = await Promise.all([save(lines, now), save(lines, now)]);
  t.same(both.map(({ statusCode }) => statusCode).toSorted(), [303, 409], 'two at once: one saves');
  t.match(await stored(), [
    { year: 2012, winner: 'Halden', finalists: ['Halden', 'Sula'], applications: 9 },
    { year: 2013, winner: 'Sula kommune', finalists: ['Sula kommune', 'Asker kommune'], applications: 10 },
  ]);
  t.match((await call.anyone.get('/historie')).body, 'Sula kommune');
  t.match((await look(lines)).body, 'Alt på linjene er lagret fra før.');
});

t.test('a column that is missing is left as it is; the API does the same', async (t) => {
  const api = (body: object) => secretary.post('/api/v1/history-imports', body);
  const narrow = 'år;vinner\n2013;Sula';
  const plan = (await api({ lines: narrow })).json<{ plan: object[]; seen: string; saved: boolean }>();
  t.match(plan, {
    saved: false,
    plan: [
      {
        line: 2,
        year: 2013,
        kind: 'changed',
        changes: [{ field: 'winner', from: 'Sula kommune', to: 'Sula' }],
      },
    ],
  });
  t.match((await api({ lines: narrow, seen: plan.seen })).json(), { saved: true });
  t.match(await stored(), [
    {},
    { winner: 'Sula', applications: 10, finalists: ['Sula kommune', 'Asker kommune'] },
  ]);
});

t.test('for the secretariat and the administrators, and nobody else', async (t) => {
  for (const email of ['chair@example.no', 'leader@example.no', 'applicant@example.no']) {
    const other = await call.as(email);
    for (const answer of [
      await other.get(here),
      await other.post(here, { lines }),
      await other.post('/api/v1/history-imports', { lines }),
    ])
      t.equal(answer.statusCode, 403, email);
  }
  t.equal((await call.anyone.get(here)).statusCode, 303);
});
