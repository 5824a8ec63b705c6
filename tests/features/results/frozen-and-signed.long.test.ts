/** The frozen result: signed when the jury has decided, computed again elsewhere, changed nowhere without being named. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import t from 'tap';
import { sha256Hex } from '../../../src/core/audit/canonical.ts';
import { recompute } from '../../../src/core/record/recompute.ts';
import { caseOfFile, readFull } from '../../../src/core/record/result-file.ts';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { rawKey, signDocument, verify } from '../../../src/platform/signed-document.ts';
import { declareAll, deliverBallot, judgingYear, jurors } from '../../helpers/jury-year.ts';
import {
  deliberatingJury,
  due,
  frozenFile,
  frozenList,
  npmVerify,
  points,
} from '../../helpers/frozen-year.ts';

t.test('frozen when decided, anew with a reason when it changes, and checked anywhere', async (t) => {
  const year = await deliberatingJury(t);
  const { services, clients, nominations, dates } = year;
  const { signing, config } = services;
  const at = addMinutes(dates.after, 5);
  t.same((await frozenList(year)).versions, [], 'nothing before a decision');
  t.equal((await due(year, at)).frozen, 0);
  const decided = await year.event('chair', 'decideFinalists', {
    decision: { finalists: [nominations['Lier'], nominations['Modum']], reason: 'Tydelig best.' },
  });
  t.equal(decided.statusCode, 200, decided.body);
  const both = await Promise.all([due(year, at), due(year, at)]);
  t.equal(both[0].frozen + both[1].frozen, 1, 'once, however many servers look');
  const { versions, whole } = await frozenList(year);
  t.ok(whole);
  t.match(versions, [{ version: 1, cause: 'finalistsDecided', reason: 'Tydelig best.', erased: false }]);
  const { id, coreSha256, fullSha256 } = versions[0]!;
  const core = await frozenFile(year, id, 'core');
  const full = await frozenFile(year, id, 'full');
  t.equal(sha256Hex(core), coreSha256);
  t.equal(sha256Hex(full), fullSha256);
  t.match(core, fullSha256, 'the core names the full file');
  t.notMatch(core + full, /Hemmelig tekst/, 'texts by their hash only');
  t.equal((await verify(Buffer.from(full), [rawKey(signing.publicKey)])).origin, 'checked');

  const folder = config.dataDir;
  const at_ = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const [coreFile, fullFile] = [at_('resultat.json', core), at_('resultat-fullt.json', full)];
  const key = rawKey(signing.publicKey);

  await t.test('npm run verify computes the whole result again, without database', async (t) => {
    const alone = npmVerify(fullFile, '--key', key);
    t.equal(alone.status, 0, alone.out);
    t.match(alone.out, /Computed again from 15 ballots on 3 nominations/);
    const together = npmVerify(coreFile, fullFile, '--key', key);
    t.equal(together.status, 0, together.out);
    t.match(together.out, /is "resultat-2026-1-fullt\.json"/);
    const erased = npmVerify(coreFile, '--key', key);
    t.equal(erased.status, 0, erased.out);
    t.match(erased.out, /15 ballots stand here by their hashes[\s\S]*erased/);
  });

  await t.test('every changed byte is caught, and every changed score named', async (t) => {
    const bytes = Buffer.from(full);
    let missed = 0;
    // Every byte is for frozen.long.test.ts.
    for (const [file, step] of [
      [Buffer.from(core), 13],
      [bytes, 211],
    ] as const)
      for (let i = 0; i < file.length; i += step) {
        const changed = Buffer.from(file);
        changed[i]! ^= 1;
        if ((await verify(changed)).ok) missed++;
      }
    t.equal(missed, 0);
    const verdict = await verify(bytes);
    const contents = new Map(verdict.parts.map(({ name, content }) => [name, content]));
    const read = readFull((name) => structuredClone(contents.get(name)), [...contents.keys()]);
    t.same(recompute(read), []);
    let named = 0;
    let scores = 0;
    for (const [b, ballot] of read.ballots.entries())
      for (const [g, given] of ballot.given.entries()) {
        if (given.score === null) continue;
        scores++;
        const changed = structuredClone(read);
        const cell = changed.ballots[b]!.given[g] as { score: number };
        cell.score = given.score === 6 ? 5 : given.score + 1;
        const [first = ''] = recompute(changed);
        if (
          first.startsWith(`ballot/${b + 1} (nomination ${ballot.nomination}, `) &&
          first.includes(`juror ${ballot.juror}, `)
        )
          named++;
      }
    t.ok(scores > 50);
    t.equal(
      named,
      scores,
      'the ballot of every changed score is named, even if all hashes around it were made anew',
    );
    const forged = signDocument(
      signing,
      { kind: 'result-full', service: '', at, year: 2026 },
      verdict.parts
        .filter(({ name }) => name !== 'document')
        .map(({ name, content }) =>
          name === 'computed/ranking'
            ? { name, content: [...(content as object[])].toReversed() }
            : { name, content },
        ),
    );
    const refused = npmVerify(at_('forfalsket.json', forged), '--key', key);
    t.equal(refused.status, 1);
    t.match(refused.out, /computed\.ranking\[0\]\.nomination is \d, computed again it is \d/);
  });

  await t.test('a later change is a new version with its reason', async (t) => {
    await year.event('chair', 'retractFinalists', { reason: 'Sola må vurderes på nytt.' });
    await due(year, addMinutes(at, 1));
    await year.event('chair', 'decideFinalists', {
      decision: { finalists: Object.values(nominations), reason: 'Alle tre.' },
    });
    await due(year, addMinutes(at, 2));
    await year.event('chair', 'decideWinner', {
      decision: { winner: nominations['Lier'], honourableMentions: [], reason: 'Best av alle.' },
    });
    await due(year, addMinutes(at, 3));
    const now = await frozenList(year);
    t.same(
      now.versions.map(({ version, cause, reason }) => [version, cause, reason]),
      [
        [4, 'winnerDecided', 'Best av alle.'],
        [3, 'finalistsDecided', 'Alle tre.'],
        [2, 'finalistsRetracted', 'Sola må vurderes på nytt.'],
        [1, 'finalistsDecided', 'Tydelig best.'],
      ],
    );
    t.match(await frozenFile(year, now.versions[2]!.id, 'core'), coreSha256, 'each names the one before');
    t.equal((await due(year, addMinutes(at, 4))).frozen, 0, 'and nothing more while nothing changes');
    const page = await clients.chair.get(`/sekretariat/${year.editionId}/resultat`);
    t.match(page.body, /Versjon 4[\s\S]*Vinneren ble besluttet[\s\S]*Best av alle/);
  });

  await t.test('nobody else gets the files, and the public nothing before its time', async (t) => {
    for (const who of ['liv', 'secretary', 'leader', 'applicant', 'vara'] as const) {
      for (const layer of ['core', 'full'])
        t.ok(
          [403, 404].includes((await clients[who].get(`/api/v1/frozen-results/${id}/${layer}`)).statusCode),
          `${who} ${layer}`,
        );
      t.ok([403, 404].includes((await clients[who].get(`/frosset/${id}/fullt.json`)).statusCode));
    }
    const auditor = await year.auditor();
    t.equal((await auditor.get(`/frosset/${id}/fullt.json`)).body, full);
    t.match((await auditor.get(`/sekretariat/${year.editionId}/resultat`)).body, /Versjon 1/);
    t.notMatch((await year.anyone.get('/slik-kan-du-kontrollere')).body, coreSha256);
    t.equal((await year.anyone.get('/prisen/2026/tall.json')).statusCode, 404);
    t.notMatch((await year.anyone.get('/prisen/2026')).body, /id="resultat"/);
  });

  await t.test('the checksums are public once the decisions are; the extract has no names', async (t) => {
    const edition = await year.db
      .selectFrom('editions')
      .selectAll()
      .where('id', '=', year.editionId)
      .executeTakeFirstOrThrow();
    for (const [kind, publishAt] of [
      ['finalists', edition.finalists_at],
      ['winner', edition.ceremony_at],
    ] as const) {
      const decision = await year.db
        .selectFrom('decisions')
        .select('id')
        .where('kind', '=', kind)
        .where('retracted_at', 'is', null)
        .executeTakeFirstOrThrow();
      await year.db
        .insertInto('publications')
        .values({
          edition_id: year.editionId,
          kind,
          decision_id: decision.id,
          publish_at: publishAt,
          texts: JSON.stringify({ nb: 'a', nn: 'a' }),
          prepared_by: year.ids.secretary,
          prepared_at: at,
          approved_by: year.ids.second,
          approved_at: at,
        })
        .execute();
    }
    const frozen = (await frozenList(year)).versions;
    await year.setClock(addMinutes(edition.finalists_at, 1));
    const between = (await year.anyone.get('/prisen/2026')).body;
    t.match(between, frozen[1]!.coreSha256, 'with the nominated, the version that the public knows of');
    t.notMatch(between, frozen[0]!.coreSha256, 'and not the one with the winner');
    t.equal((await year.anyone.get('/prisen/2026/tall.json')).statusCode, 404);
    await year.setClock(addDays(edition.ceremony_at, 1));
    t.match((await year.anyone.get('/prisen/2026')).body, frozen[0]!.coreSha256);
    t.match((await year.anyone.get('/slik-kan-du-kontrollere')).body, frozen[0]!.fullSha256);
    const extract = await year.anyone.get('/prisen/2026/tall.json');
    t.equal(extract.statusCode, 200);
    t.ok((await verify(extract.rawPayload, [key])).ok);
    t.match(extract.body, frozen[0]!.fullSha256, 'it names the full file');
    for (const secret of [
      ...Object.keys(points),
      ...Object.values(nominations),
      ...Object.values(year.ids),
      'Torgersdal',
      'EP-',
    ])
      t.notMatch(extract.body, secret, `not ${secret}`);
    const rows = JSON.parse(extract.body).parts.find(({ name }: { name: string }) => name === 'case').content
      .scores;
    t.equal(rows.flat().length, 15);
    // Relabelled: the same ballots, and not in the order of the full file each time.
    const stored = await year.db
      .selectFrom('frozen_results')
      .select(['id', 'extract'])
      .orderBy('version')
      .execute();
    const orders = stored.map(({ extract: text }) =>
      JSON.stringify(
        JSON.parse(text!).parts.find(({ name }: { name: string }) => name === 'case').content.scores,
      ),
    );
    const sorted = (scores: string): string =>
      JSON.stringify(
        (JSON.parse(scores) as unknown[][]).map((line) => line.map(String).toSorted()).toSorted(),
      );
    t.equal(new Set(orders.map(sorted)).size, 1, 'of the same ballots');
    const parts = new Map(
      (await verify(Buffer.from(full))).parts.map(({ name, content }) => [name, content]),
    );
    const { scores } = caseOfFile(readFull((name) => parts.get(name), [...parts.keys()]))!;
    const inOrder = JSON.stringify(scores);
    t.equal(sorted(inOrder), sorted(orders[0]!), 'and of those that count');
    t.ok(
      orders.some((order) => order !== inOrder),
      'not in the order of the full file',
    );
  });

  await t.test(
    'a score changed behind the back of the service: the check of the database names the cell',
    async (t) => {
      t.ok(
        (await checkInvariants(year.db)).violations.every(
          ({ invariant }) => !/juror delivered|was signed/.test(invariant),
        ),
      );
      const admin = new pg.Client({ connectionString: year.adminUrl });
      await admin.connect();
      await admin.query(`set session_replication_role = replica`);
      const { rows } = await admin.query<{ ballot_id: string }>(
        `update ballot_scores s set score = case when score = 6 then 1 else score + 1 end from ballots b
       where b.id = s.ballot_id and b.person_id = $1 and b.nomination_id = $2 and s.criterion_id = (select id from criteria where weight is not null order by position limit 1)
       returning s.ballot_id`,
        [year.ids.liv, nominations['Modum']],
      );
      const { violations } = await checkInvariants(year.db);
      const found = violations.find(({ id: broken }) => broken === rows[0]!.ballot_id);
      t.match(found, { invariant: 'a ballot is what its juror delivered' });
      t.match(
        found?.note,
        /Modum, Liv Torgersdal; scores\[\d\]\[\d\]\[0\] \(.+\) was \d when frozen and is \d/,
      );
      await admin.query(`update frozen_results set core = replace(core, 'Tydelig best', 'Tydelig verst')`);
      const after = (await checkInvariants(year.db)).violations;
      t.match(
        after.find(({ invariant }) => invariant === 'a frozen result is what was signed'),
        { note: /core is not the file|changed/ },
      );
      await admin.query(`delete from frozen_full_results`);
      await admin.query(`delete from ballot_salts`);
      t.notOk(
        (await checkInvariants(year.db)).violations.some(({ id: broken }) => broken === rows[0]!.ballot_id),
        'what has been erased is not missed',
      );
      t.ok((await frozenList(year)).versions.every(({ erased }) => erased));
      t.equal((await clients.chair.get(`/api/v1/frozen-results/${id}/full`)).statusCode, 404);
      await admin.end();
    },
  );
});

t.test('a ballot that is not what was delivered is never signed', async (t) => {
  const year = await deliberatingJury(t);
  const admin = new pg.Client({ connectionString: year.adminUrl });
  await admin.connect();
  await admin.query(`set session_replication_role = replica`);
  await admin.query(
    `update ballot_scores s set score = case when score = 6 then 1 else score + 1 end from ballots b where b.id = s.ballot_id and b.person_id = $1 and s.score is not null`,
    [year.ids.liv],
  );
  await admin.end();
  await year.event('chair', 'decideFinalists', {
    decision: { finalists: Object.values(year.nominations), reason: 'Alle.' },
  });
  t.equal((await due(year, addMinutes(year.dates.after, 5))).frozen, 0);
  t.same((await frozenList(year)).versions, []);
});

t.test(
  'with scoring off the decision, the ballots by their hashes and the texts are frozen all the same',
  async (t) => {
    const year = await deliberatingJury(t, false);
    await year.event('chair', 'decideFinalists', {
      decision: { finalists: Object.values(year.nominations), reason: 'Drøftet.' },
    });
    t.equal((await due(year, addMinutes(year.dates.after, 5))).frozen, 1);
    const [one] = (await frozenList(year)).versions;
    const full = await frozenFile(year, one!.id, 'full');
    writeFileSync(path.join(year.services.config.dataDir, 'uten.json'), full);
    const checked = npmVerify(path.join(year.services.config.dataDir, 'uten.json'));
    t.equal(checked.status, 0, checked.out);
    t.match(checked.out, /15 ballots are as they were delivered/);
  },
);

t.test(
  'a chair who is out of something gets the checksums and not the files; the one who decides does',
  async (t) => {
    const year = await judgingYear(t, ['Lier', 'Modum', 'Sola']);
    await declareAll(year, { chair: { Sola: 'connection' } });
    await year.clients.deputyChair.post(
      `/api/v1/nominations/${year.nominations['Sola']}/conflict-decisions`,
      { personId: year.ids.chair, recused: true, reason: 'Har ledet virksomheten.' },
    );
    for (const juror of jurors)
      for (const [name, id] of Object.entries(year.nominations))
        if (juror !== 'chair' || name !== 'Sola') await deliverBallot(year, juror, id, 4, 'Godt.');
    await year.setClock(year.dates.after);
    await year.event('chair', 'closeJudging', { reason: '' });
    const decided = await year.event('deputyChair', 'decideFinalists', {
      decision: { finalists: [year.nominations['Sola'], year.nominations['Lier']], reason: 'Sola er best.' },
    });
    t.equal(decided.statusCode, 200, decided.body);
    t.equal((await due(year, addMinutes(year.dates.after, 5))).frozen, 1);
    t.same(
      await year.db.selectFrom('frozen_results').select('extract').execute(),
      [{ extract: null }],
      'no extract where the regulations do not say so',
    );
    const chair = await frozenList(year);
    t.equal(chair.whole, false);
    t.match(chair.versions, [{ version: 1, reason: '' }], 'the reason may name what the chair is out of');
    const [{ id } = { id: '' }] = chair.versions;
    for (const address of [
      `/api/v1/frozen-results/${id}/core`,
      `/frosset/${id}/kjerne.json`,
      `/frosset/${id}/fullt.json`,
    ])
      t.equal((await year.clients.chair.get(address)).statusCode, 403, address);
    t.notMatch(
      (await year.clients.chair.get(`/sekretariat/${year.editionId}/resultat`)).body,
      /Sola|Last ned/,
    );
    const own = await frozenList(year, 'deputyChair');
    t.ok(own.whole);
    t.match((await year.clients.deputyChair.get(`/frosset/${id}/kjerne.json`)).body, /Sola/);
  },
);
