/** GDPR-4, GDPR-6, Must show 5: by the schedule and in no other way, counted in every table and folder; the chain verifies after. */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import pg from 'pg';
import t, { type Test } from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { checkInvariants } from '../../../src/features/records/check.ts';
import type { Counts } from '../../../src/features/retention/schema.ts';
import { readTombstones, tombstoneFile } from '../../../src/features/retention/tombstones.ts';
import { runRetention } from '../../../src/features/retention/commands.ts';
import { administrator } from '../../../src/features/seed/personas.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { openDatabase, openPool } from '../../../src/platform/db/open.ts';
import { rawKey, verify } from '../../../src/platform/signed-document.ts';
import { countEverything, endedYear, lost } from '../../helpers/ended-year.ts';
import { htmlProblems } from '../../helpers/html.ts';

interface Line {
  rule: string;
  subjectId: string;
  name: string | null;
  counts: Counts;
}
const sumOf = (lines: readonly Line[]): Counts => {
  const sum: Record<string, number> = {};
  for (const { counts } of lines)
    for (const [name, n] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + n;
  return sum;
};
/** Rows that an erasure changes and does not remove. */
const changed = new Set([
  'submissions',
  'received_applications',
  'people',
  'nominations',
  'deadline_extensions',
  'rejection_proposals',
  'objections',
]);

t.test('from the ceremony to ten years after', async (t) => {
  const year = await endedYear(t);
  const { db, services, folder, editionId, draftId, clients, anyone, end, setClock, errors } = year;
  const count = () => countEverything(db, folder);
  const rulesOf = (lines: readonly Line[]) => [...new Set(lines.map(({ rule }) => rule))].toSorted();
  const preview = async () =>
    (await clients.administrator.get('/api/v1/retention')).json<{ due: Line[] }>().due;
  const run = async () =>
    (await clients.administrator.post('/api/v1/retention/runs')).json<{
      erased: Line[];
      failed: Line[];
      files: number;
    }>();
  const holds = async (t: Test) => {
    const report = await checkInvariants(db, services.files);
    t.same(report.violations, []);
    t.same(errors.splice(0), []);
    return report;
  };

  await t.test('who may: the administrator; nobody else learns what is due', async (t) => {
    t.equal((await clients.secretary.get('/api/v1/retention')).statusCode, 403);
    t.equal((await clients.secretary.post('/api/v1/retention/runs')).statusCode, 403);
    t.equal((await anyone.get('/api/v1/retention')).statusCode, 401);
    t.equal((await clients.secretary.get('/administrasjon/sletting')).statusCode, 403);
    t.same(await preview(), [], 'nothing has had its time');
    t.same((await run()).erased, []);
  });

  await t.test('by hand nothing goes: not as the service, not by asking for what is not due', async (t) => {
    const before = await count();
    for (const table of [
      'nominations',
      'answers',
      'letters',
      'ballots',
      'ballot_scores',
      'people',
      'editions',
    ])
      await t.rejects(
        sql`delete from ${sql.table(table)}`.execute(db),
        { code: '42501' },
        `the service may not delete from ${table}`,
      );
    await t.rejects(sql`select erase_now('scores', ${editionId}, now())`.execute(db), { code: '42501' });
    await t.rejects(sql`select erase_rows('{}', 'x', 'delete from people', null)`.execute(db), {
      code: '42501',
    });
    const { rows } = await sql<{
      counts: null;
    }>`select erase('scores', ${editionId}, ${end}) as counts`.execute(db);
    t.same(rows, [{ counts: null }]);
    await t.rejects(
      db.transaction().execute(async (trx) => {
        await sql`select set_config('etikkprisen.erasing', 'on', true)`.execute(trx);
        await sql`delete from documents where id in (select document_id from submission_documents)`.execute(
          trx,
        );
      }),
      { code: '23503' },
      'what was sent in holds its documents',
    );
    t.same(await count(), before);
  });

  // As it was left by one that had been nominated by a choice which was opened again.
  const quotes = new pg.Client({ connectionString: year.adminUrl });
  await quotes.connect();
  await quotes.query("set session_replication_role = 'replica'");
  await quotes.query(
    `insert into namings (nomination_id, version, answer, answered_by, answered_at, quote, quoted)
      select n.id, 1, 'agreed', m.person_id, $1, 'Vi er stolte.', 'Kari Nordmann, leder' from nominations n
      join lateral (select person_id from nomination_members where nomination_id = n.id limit 1) m on true
      where n.edition_id = $2 and n.state = 'notSelected' order by n.id limit 1`,
    [end, editionId],
  );
  await quotes.end();

  const { id: filer } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'sekretariat@etikkprisen.example')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('contacts')
    .values({
      edition_id: editionId,
      nomination_id: draftId,
      kind: 'call',
      with_whom: 'Kari',
      text: 'Ringte om fristen.',
      happened_at: end,
      filed_by: filer,
      filed_at: end,
    })
    .execute();

  await t.test(
    'a draft: told two weeks before, once; then gone with its files, and nothing of it can be searched',
    async (t) => {
      const { closes_at } = await db.selectFrom('editions').select('closes_at').executeTakeFirstOrThrow();
      const told = async () =>
        (await db.selectFrom('letters').select('email').where('template', '=', 'draftErasure').execute()).map(
          ({ email }) => email,
        );
      t.same(await told(), ['utkast@example.no'], 'the ceremony is later than that');
      await applyDue(services, addDays(end, 1));
      t.equal((await told()).length, 1, 'once');
      await setClock(addDays(closes_at, 60));
      t.same(await preview(), [], 'two weeks have not passed since the letter');
      await setClock(addDays(end, 15));
      const due = await preview();
      t.match(due, [{ rule: 'drafts', subjectId: draftId, name: 'Hemnes 2026' }]);
      t.match(due[0]!.counts, { contacts: 1 });
      const before = await count();
      t.same(await count(), before, 'the dry run changed nothing');
      const report = await run();
      t.same(report.erased, due, 'the run does what the dry run said');
      t.equal(report.files, 1);
      const gone = lost(before, await count());
      t.match(gone, {
        nominations: 1,
        documents: 1,
        stored_files: 1,
        files: 1,
        nomination_members: 1,
        letters: 1,
      });
      const { rows } =
        await sql`select from audit_details d join audit_events e on e.id = d.event_id where e.subject_id = ${draftId} and e.event <> 'erase'`.execute(
          db,
        );
      t.equal(rows.length, 0, 'who wrote it is not in the log either');
      t.equal((await clients.applicant.get(`/api/v1/nominations/${draftId}`)).statusCode, 404);
      await holds(t);
    },
  );

  await t.test('a year later the points go, and the frozen core still verifies', async (t) => {
    await setClock(addDays(end, 370));
    const { versions } = (await clients.chair.get(`/api/v1/editions/${editionId}/frozen-results`)).json<{
      versions: { id: string }[];
    }>();
    const last = versions.at(-1)!;
    const due = await preview();
    t.ok(rulesOf(due).includes('scores'));
    const before = await count();
    t.same(sumOf((await run()).erased), sumOf(due));
    const gone = lost(before, await count());
    for (const table of ['ballot_scores', 'ballot_salts', 'frozen_full_results']) t.ok(gone[table], table);
    for (const table of ['ballots', 'ballot_commitments', 'frozen_results', 'decisions'])
      t.notOk(gone[table], table);
    const core = await clients.chair.get(`/api/v1/frozen-results/${last.id}/core`);
    t.equal((await verify(Buffer.from(core.body), [rawKey(services.signing.publicKey)])).origin, 'checked');
    t.equal((await clients.chair.get(`/api/v1/frozen-results/${last.id}/full`)).statusCode, 404);
    await holds(t);
  });

  await t.test(
    'after two years: texts, files, people and letters; organisation, year and outcome stay',
    async (t) => {
      await setClock(addDays(end, 2 * 366 + 20));
      const states = () =>
        db
          .selectFrom('nominations')
          .select(['organisation_name', 'state', 'receipt_number'])
          .orderBy('organisation_name')
          .execute();
      const kept = await states();
      const before = await count();
      const due = await preview();
      t.same(rulesOf(due), ['accounts', 'contacts', 'declarations', 'letters', 'notNominated', 'questions']);

      // The connections of a server die in the middle of its run; whoever runs it again finishes it.
      const at = addDays(end, 2 * 366 + 20);
      const pool = openPool(year.url, { poolSize: 2, name: 'dies' });
      pool.on('connect', (client) => client.on('error', () => {}));
      const dying = openDatabase(pool);
      const { id: personId } = await db
        .selectFrom('people')
        .select('id')
        .where('email', '=', administrator.email)
        .executeTakeFirstOrThrow();
      const actor = { ...administrator, personId, lang: 'nb' as const, via: 'session' as const, roles: [] };
      const admin = new pg.Client({ connectionString: year.adminUrl });
      await admin.connect();
      // So that it is still under way when it is stopped, however busy the machine is.
      await admin.query(`create function slowly() returns trigger language plpgsql as $$ begin
          if current_setting('application_name') = 'dies' then perform pg_sleep(0.3); end if;
          return new;
        end $$;
        create trigger slowly before insert on erasures for each row execute function slowly()`);
      const first = runRetention({ ...services, db: dying }, { actor, now: at, requestId: 'dies' });
      for (let seen = 0; seen < 2;)
        seen = (await admin.query('select count(*)::int as n from erasures where erased_at >= $1', [at]))
          .rows[0].n;
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dies'",
      );
      await first.catch(() => {});
      await admin.query('drop trigger slowly on erasures; drop function slowly()');
      await admin.end();
      await dying.destroy();
      t.ok((await preview()).length > 0, 'some of it is still due');
      const [one, two] = await Promise.all([run(), run()]);
      t.same([...one.failed, ...two.failed], []);
      t.same((await run()).erased, [], 'run again: nothing is due, nothing happens');
      t.same(await preview(), []);
      errors.splice(0);

      t.same(await states(), kept);
      const gone = lost(before, await count());
      for (const [table, n] of Object.entries(sumOf(due)))
        if (!changed.has(table) && table !== 'audit_details') t.equal(gone[table], n, table);
      const announced = sumOf(due);
      t.same(
        Object.keys(gone).filter((table) => !(table in announced)),
        ['stored_files', 'files'],
        'of the rest only what goes with its document',
      );
      t.equal(announced['namings'], 1, 'pictures and quotes are among what was announced');
      for (const name of ['submission_words', 'document_pages', 'stored_files', 'files'])
        t.ok(gone[name], name);
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from erasures`.execute(db);
      const { rows: events } = await sql<{
        n: number;
      }>`select count(*)::int as n from audit_events where event = 'erase'`.execute(db);
      t.equal(events[0]!.n, rows[0]!.n, 'an event of the chain for each');
      const report = await holds(t);
      t.ok(
        report.chains.every(({ broken }) => broken === null) &&
          report.chains.some(({ erased }) => erased > 0),
      );
      const { rows: left } = await sql<{
        email: string;
      }>`select p.email from people p where p.removed_at is null and not exists (select from role_grants g where g.person_id = p.id)
      and not exists (select from seat_holders h where h.person_id = p.id and h.until_at is null) and not exists (select from regions r where r.adviser_id = p.id)`.execute(
        db,
      );
      t.same(left, [], 'nobody who has nothing to do here any more');
    },
  );

  await t.test(
    'after ten years: the pages of the year still answer, and what is public is what it was',
    async (t) => {
      await setClock(addDays(end, 10 * 366));
      const before = await count();
      const due = await preview();
      t.ok(rulesOf(due).includes('nominated'));
      const page = await clients.administrator.get('/administrasjon/sletting');
      t.match(page.body, /Søknadene fra nominerte og vinnere/);
      t.same(await htmlProblems(page.body), []);
      const seen = /name="seen" value="([0-9a-f]+)"/.exec(page.body)?.[1];
      const unsure = await clients.administrator.post('/administrasjon/sletting', { seen });
      t.equal(unsure.statusCode, 422);
      t.same(await htmlProblems(unsure.body), []);
      const another = await clients.administrator.post('/administrasjon/sletting', {
        seen: 'x',
        sure: 'yes',
      });
      t.match(another.body, /Listen er en annen nå/);
      t.same(await count(), before, 'nothing went');
      const sent = await clients.administrator.post('/administrasjon/sletting', { seen, sure: 'yes' });
      t.match(sent.headers.location, /\?slettet=\d+&igjen=0&filer=\d+/);
      t.match((await clients.administrator.get(String(sent.headers.location))).body, /Slettet: /);
      const after = await count();
      t.ok(lost(before, after)['answers']);
      t.equal(after['answers'], 0);
      t.equal(after['documents'], 0);
      t.equal(after['files'], 0);
      await holds(t);
      const { rows } = await sql<{ id: string }>`select id from nominations`.execute(db);
      const addresses = [
        '',
        '/soknader',
        '/jury',
        '/begrunnelser',
        '/offentliggjoring',
        '/brev',
        '/logg',
        '/protokoll',
        '/rapport',
      ].map((rest) => `/sekretariat/${editionId}${rest}`);
      for (const address of [...addresses, ...rows.map(({ id }) => `/sekretariat/soknad/${id}`)])
        t.ok((await clients.secretary.get(address)).statusCode < 500, address);
      for (const address of ['/jury', '/jury/leder', '/jury/resultat', `/sekretariat/${editionId}/resultat`])
        t.ok((await clients.chair.get(address)).statusCode < 500, address);
      const shown = await anyone.get('/prisen/2026');
      t.equal(shown.statusCode, 200);
      t.match(shown.body, /Fagjuryen mener dette/);
      t.match(shown.body, /Sigrid Falkangen/, 'the jury by name: the office is public');
      t.same(errors, []);
    },
  );

  await t.test('a line outside of the database for each erasure', async (t) => {
    const stones = await readTombstones(tombstoneFile(services.config));
    const { rows } = await sql<{
      rule: string;
      subject_id: string;
    }>`select rule, subject_id from erasures`.execute(db);
    const names = new Set(stones.map(({ rule, subject }) => `${rule} ${subject}`));
    t.same(
      rows.filter(({ rule, subject_id }) => !names.has(`${rule} ${subject_id}`)),
      [],
    );
    t.notMatch(
      readFileSync(tombstoneFile(services.config), 'utf8'),
      /@|Hemnes/,
      'and nothing of what it was',
    );
  });
});
