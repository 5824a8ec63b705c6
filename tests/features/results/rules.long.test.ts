import t from 'tap';
import { canonicalJson, sha256Hex } from '../../../src/core/audit/canonical.ts';
import { commitTo } from '../../../src/core/record/commitment.ts';
import { committedHashes, contentOf } from '../../../src/features/ballots/commitments.ts';
import { createEdition } from '../../../src/features/editions/commands.ts';
import { ballotOf, declareAll, deliverBallot, judgingYear } from '../../helpers/jury-year.ts';

t.test('the regulations choose how places are found, before the call opens and never after', async (t) => {
  const year = await judgingYear(t, ['Arendal']);
  const { clients, db } = year;
  const { id } = await year.play('secretary', year.dates.judging, (unit) =>
    createEdition(unit, { year: 2027 }),
  );
  const version = async () =>
    (await db.selectFrom('editions').select('version').where('id', '=', id).executeTakeFirstOrThrow())
      .version;
  const patch = async (body: object) =>
    clients.secretary.send('PATCH', `/api/v1/editions/${id}`, { version: await version(), ...body });

  const bare = await patch({ tieRule: 'ladder+lot' });
  t.equal(bare.statusCode, 422, 'a lot needs a number that is named beforehand');
  t.match(bare.json(), { errors: [{ field: 'lotSource' }] });
  t.equal((await patch({ rankRule: 'mode' })).statusCode, 422);
  t.equal(
    (await patch({ rankRule: 'trimmed', tieRule: 'ladder+lot', lotSource: 'Lotto 2. oktober 2027' }))
      .statusCode,
    200,
  );

  const page = await clients.secretary.get(`/sekretariat/${id}/oppsett`);
  t.match(page.body, /Trimmet gjennomsnitt/);
  t.match(page.body, /Lotto 2\. oktober 2027/);
  const refused = await clients.secretary.post(`/sekretariat/${id}/oppsett/rangering`, {
    version: await version(),
    rankRule: 'plain',
    tieRule: 'ladder+lot',
    lotSource: '',
    publicExtract: 'yes',
  });
  t.equal(refused.statusCode, 422);
  t.match(refused.body, /Skriv hvilket tall som avgjør loddtrekningen/);
  t.match(refused.body, /value="plain"[^>]* checked/, 'what was chosen is kept');
  const saved = await clients.secretary.post(`/sekretariat/${id}/oppsett/rangering`, {
    version: await version(),
    rankRule: 'plain',
    tieRule: 'ladder',
    lotSource: '',
  });
  t.equal(saved.statusCode, 303);

  await t.test('frozen by the hash that the public page shows', async (t) => {
    const rules = (await year.anyone.get('/prisen/2026/regler.json')).body;
    t.match(JSON.parse(rules), {
      ranking: { rule: 'adjusted', tieRule: 'shared', lotSource: '' },
      publicExtract: false,
    });
    const call = (await year.anyone.get('/utlysning')).body;
    t.ok(call.includes(sha256Hex(rules)), 'the hash of the file is the one on the page');
    t.match(call, /Justert gjennomsnitt/);
    t.equal(canonicalJson(JSON.parse(rules)), rules);
    const row = await db
      .selectFrom('editions')
      .select('version')
      .where('id', '=', year.editionId)
      .executeTakeFirstOrThrow();
    const late = await clients.secretary.send('PATCH', `/api/v1/editions/${year.editionId}`, {
      version: row.version,
      rankRule: 'plain',
    });
    t.equal(late.statusCode, 409, 'never after the announcement');
  });
});

t.test('delivering fixes the ballot by a salted hash; the salt lies apart', async (t) => {
  const year = await judgingYear(t, ['Arendal', 'Bergen']);
  await declareAll(year);
  const { db } = year;
  const nomination = year.nominations['Arendal']!;
  await deliverBallot(year, 'liv', nomination, 4, 'Forankret i ledelsen.');
  const { id } = await ballotOf(year, 'liv', nomination);
  const commitments = () =>
    db
      .selectFrom('ballot_commitments as c')
      .innerJoin('ballot_salts as s', (join) =>
        join.onRef('s.ballot_id', '=', 'c.ballot_id').onRef('s.delivery', '=', 'c.delivery'),
      )
      .select(['c.delivery', 'c.hash', 's.salt'])
      .where('c.ballot_id', '=', id)
      .orderBy('c.delivery')
      .execute();
  const [first] = await commitments();
  const row = await db.selectFrom('ballots').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  t.equal(first!.hash, commitTo(first!.salt, await contentOf(db, row, first!.salt)));

  const again = (await ballotOf(year, 'liv', nomination)).version;
  await year.clients.liv.post(`/api/v1/ballots/${id}/events`, { type: 'reopen', version: again });
  await deliverBallot(year, 'liv', nomination, 4, 'Forankret i ledelsen.');
  const both = await commitments();
  t.same(
    both.map(({ delivery }) => delivery),
    [1, 2],
    'delivering again is a new delivery',
  );
  t.not(both[0]!.hash, both[1]!.hash, 'the same words under a new salt are another hash');
  t.same(await committedHashes(db, year.editionId), [both[1]!.hash], 'the last delivery of each counts');

  const { rows } = await db
    .selectFrom('audit_events as e')
    .innerJoin('audit_details as d', 'd.event_id', 'e.id')
    .select('d.payload')
    .where('e.subject_id', '=', id)
    .where('e.event', '=', 'commit')
    .execute()
    .then((found) => ({ rows: found }));
  t.same(
    rows.map(({ payload }) => (payload as { hash: string }).hash),
    both.map(({ hash }) => hash),
    'in the chain the hash, and nothing else of the ballot',
  );
  await t.rejects(
    db
      .updateTable('ballot_commitments')
      .set({ hash: 'a'.repeat(64) })
      .execute(),
    {
      code: '42501',
    },
  );
  await t.rejects(db.deleteFrom('ballot_salts').execute(), { code: '42501' });
});

t.test('the lot: the number is written down once, and orders those who share the first place', async (t) => {
  const names = ['Arendal', 'Bergen', 'Drammen'];
  const year = await judgingYear(t, names, {
    settings: { tieRule: 'ladder+lot', lotSource: 'Lotto lørdag 7. november 2026' },
  });
  const { clients, editionId, db } = year;
  const write = (who: keyof typeof clients, beacon: string) =>
    clients[who].post(`/api/v1/editions/${editionId}/lot-beacon`, { beacon });
  t.equal((await write('chair', '1 2 3')).statusCode, 403, 'not those who see who is drawn');
  t.equal(
    (await clients.secretary.post(`/sekretariat/${editionId}/oppsett/lodd`, { beacon: ' ' })).statusCode,
    422,
  );
  t.match(
    (await clients.secretary.get(`/sekretariat/${editionId}/oppsett`)).body,
    /Tallet fra: Lotto lørdag/,
  );
  await declareAll(year);
  for (const name of names)
    for (const juror of ['chair', 'deputyChair', 'nina', 'liv', 'henrik'] as const)
      await deliverBallot(year, juror, year.nominations[name]!, name === 'Drammen' ? 2 : 5, 'Likt.');
  await year.setClock(year.dates.after);
  await year.event('chair', 'closeJudging', { reason: '' });
  interface Seen {
    lines: { organisation: string; place: number }[];
    summary: { lot: { name: string }[] };
  }
  const seen = async () => (await clients.chair.get(`/api/v1/editions/${editionId}/result`)).json<Seen>();
  t.same(
    (await seen()).summary.lot,
    [],
    'identical ballots: no step tells them apart before the number is known',
  );
  t.equal((await write('secretary', '03 11 17 21 28 30 33')).statusCode, 204);
  t.equal((await write('secretary', '01 02 03 04 05 06 07')).statusCode, 409, 'once');
  const { lines, summary } = await seen();
  t.same(
    lines.map(({ place }) => place),
    [1, 1, 3],
    'places still show the tie',
  );
  const receipts = await db
    .selectFrom('nominations')
    .select(['organisation_name', 'receipt_number'])
    .where('organisation_name', '<>', 'Drammen')
    .execute();
  const drawn = receipts
    .map(({ organisation_name, receipt_number }) => ({
      name: organisation_name,
      key: sha256Hex(`jury-lot/v1\netikkprisen-2026\n03 11 17 21 28 30 33\n${receipt_number}\n`),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  t.same(
    summary.lot.map(({ name }) => name),
    drawn.map(({ name }) => name),
    'the lowest key wins, as anybody can compute',
  );
  t.match((await clients.chair.get('/jury/resultat')).body, /Hvis bare én kan få prisen/);
  t.match((await year.anyone.get('/utlysning')).body, /03 11 17 21 28 30 33/);
});
