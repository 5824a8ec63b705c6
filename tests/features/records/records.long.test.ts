/** The log in plain words, and the check of everything that is stored. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { parseHTML } from 'linkedom';
import t from 'tap';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { seed } from '../../../src/features/seed/index.ts';
import { openDatabase } from '../../../src/platform/db/open.ts';
import { LANGS, texts } from '../../../src/ui/text/index.ts';
import { editionMachine } from '../../../workflows/edition.ts';
import { ballotMachine } from '../../../workflows/ballot.ts';
import { nominationMachine } from '../../../workflows/nomination.ts';
import { eventTypes } from '../../../workflows/requirements.ts';
import { bearer, testApp } from '../../helpers/app.ts';
import { joinCluster } from '../../helpers/cluster.ts';
import { signIn } from '../../helpers/personas.ts';

const world = await testApp(t);
const { app, services, errors } = world;
const { db } = services;
await seed(services, { kind: 'demo' });
const { id: editionId } = await db.selectFrom('editions').select('id').executeTakeFirstOrThrow();
const idOf = async (name: string) =>
  (
    await db
      .selectFrom('nominations')
      .select('id')
      .where('organisation_name', '=', name)
      .executeTakeFirstOrThrow()
  ).id;

t.test('whatever the machines and a played year write down has words in every language', async (t) => {
  const written = new Set<string>();
  for (const [type, machine] of [
    ['edition', editionMachine],
    ['nomination', nominationMachine],
    ['ballot', ballotMachine],
  ] as const)
    for (const event of eventTypes(machine)) written.add(`${type}.${event}`);
  // Every other event is named where it is written, and one without words does not compile (core/process/events.ts).
  const stored = await sql<{
    name: string;
  }>`select distinct subject_type || '.' || event as name from audit_events`.execute(db);
  for (const { name } of stored.rows) written.add(name);
  t.ok(written.size > 40, `${written.size} kinds of events`);
  t.ok(Object.keys(texts('nb').records.events).length > 150);
  for (const lang of LANGS) {
    const words: Readonly<Record<string, string>> = texts(lang).records.events;
    t.same([...written].filter((name) => !words[name]).toSorted(), [], lang);
  }
});

t.test(
  'the log of an edition over the API: newest first, in pages, narrowed to an application or a person',
  async (t) => {
    const headers = await bearer(app, 'sekretariat@etikkprisen.example');
    const log = async (query = '') =>
      (await app.inject({ url: `/api/v1/editions/${editionId}/log${query}`, headers })).json();
    const first = await log();
    t.equal(first.entries.length, 100);
    t.ok(first.entries[0].seq > first.entries[99].seq);
    const all = [...first.entries];
    for (let page = first; page.next !== null;) {
      page = await log(`?before=${page.next}`);
      all.push(...page.entries);
    }
    t.same(
      all.map(({ seq }) => seq),
      Array.from({ length: all.length }, (_, i) => all.length - i),
      'nothing left out, nothing twice',
    );
    const voss = await idOf('Voss');
    const about = await log(`?nominationId=${voss}`);
    t.ok(about.entries.every(({ subject }: { subject: string }) => subject.includes('Voss')));
    t.ok(
      about.entries.some(
        ({ event, subject }: { event: string; subject: string }) =>
          event === 'deliver' && subject === 'Sigrid Falkangen: Voss',
      ),
    );
    const chair = about.entries.find(
      ({ actorName }: { actorName: string }) => actorName === 'Sigrid Falkangen',
    ).actorId;
    t.ok(
      (await log(`?actorId=${chair}`)).entries.every(
        ({ actorName }: { actorName: string }) => actorName === 'Sigrid Falkangen',
      ),
    );
    t.match(
      all.find(({ event }) => event === 'return'),
      { subject: 'Hadsel', from: 'submitted', to: 'returned', reason: /huskeliste/, requestId: 'seed' },
    );
  },
);

t.test(
  'sealed content is not in the log, and an application one is in conflict with tells no reason',
  async (t) => {
    const texts = await sql<{
      text: string;
    }>`select assessment as text from ballot_scores union select value from answers where length(value) > 30
    union select note from declaration_notes`.execute(db);
    const stored = await sql<{
      all: string;
    }>`select string_agg(coalesce(reason, '') || payload::text, ' ') as all from audit_details`.execute(db);
    t.ok(texts.rows.length > 80);
    for (const { text } of texts.rows)
      if (stored.rows[0]?.all.includes(text)) t.fail(`the log holds: ${text}`);
    const scores = await sql`select from audit_details where payload ? 'score' or payload ? 'scores'`.execute(
      db,
    );
    t.equal(scores.rows.length, 0);

    const second = await bearer(app, 'sekretariat2@etikkprisen.example');
    const reason = async () => {
      const { entries } = (
        await app.inject({
          url: `/api/v1/editions/${editionId}/log?nominationId=${await idOf('Hadsel')}`,
          headers: second,
        })
      ).json();
      return entries.find(({ event }: { event: string }) => event === 'return').reason;
    };
    t.match(await reason(), 'huskeliste');
    const declared = await app.inject({
      method: 'POST',
      url: `/api/v1/nominations/${await idOf('Hadsel')}/declarations`,
      headers: second,
      payload: { answer: 'connection', grounds: ['H2'] },
    });
    t.ok(declared.statusCode < 300, declared.body);
    t.equal(await reason(), null);
  },
);

t.test('the page: in words, with its filters; and closed to everybody else', async (t) => {
  const secretary = await signIn(world, 'sekretariat@etikkprisen.example');
  const url = `/sekretariat/${editionId}/logg`;
  const page = async (query = '') =>
    parseHTML((await app.inject({ url: url + query, headers: secretary.headers })).body).document;
  t.match((await page()).querySelector('table')?.textContent, 'Leverte vurderingen');
  const narrowed = await page(`?soknad=${await idOf('Voss')}&person=`);
  t.ok([...narrowed.querySelectorAll('tbody tr')].every((row) => row.textContent?.includes('Voss')));
  t.equal(narrowed.querySelector('select[name="soknad"] option[selected]')?.textContent, 'Voss');
  t.notMatch((await page()).body.textContent, 'Hendelse: ');
  for (const email of [
    'juryleder@etikkprisen.example',
    'ingunn.rekve@voss.example',
    'administrator@etikkprisen.example',
    'leder@etikkprisen.example',
  ]) {
    const { headers } = await signIn(world, email);
    t.equal((await app.inject({ url, headers })).statusCode, 404, email);
  }
  t.equal((await app.inject({ url: `/api/v1/editions/${editionId}/log` })).statusCode, 401);
  t.same(errors, []);
});

t.test('the check finds what is not as it must be', async (t) => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const cluster = await joinCluster();
  const owner = openDatabase(cluster('postgres', rows[0]?.name ?? ''));
  t.teardown(() => owner.destroy());
  const healthy = await checkInvariants(db, services.files);
  t.same(healthy.violations, []);
  t.ok(healthy.checks >= 20 && healthy.files === 10 && healthy.chains.length === 2, JSON.stringify(healthy));

  /** Each breaks one thing, in a transaction that is taken back. */
  const breaks: [what: string, invariant: RegExp, statement: string][] = [
    [
      'a ballot of somebody recused',
      /not recused/,
      `update standings set standing = 'recused', reach = 'choices' where (person_id, nomination_id) in (select person_id, nomination_id from ballots where state = 'delivered')`,
    ],
    [
      'a recusal that nothing followed from',
      /what their declarations/,
      `insert into recusal_decisions (edition_id, nomination_id, person_id, recused, reach, reason, decided_by, decided_at)
      select b.edition_id, b.nomination_id, b.person_id, true, 'choices', 'uten at vurderingen følger', (select id from people where id <> b.person_id limit 1), now() from ballots b where state = 'delivered' limit 1`,
    ],
    [
      'somebody let in by hand',
      /what their declarations/,
      `update standings set standing = 'recused', reach = 'choices' where ctid = (select ctid from standings where standing = 'free' limit 1)`,
    ],
    [
      'a score off the scale',
      /scale/,
      `update ballot_scores set score = 9 where ballot_id = (select id from ballots where state = 'delivered' limit 1)`,
    ],
    [
      'a ballot locked too early',
      /locked/,
      `update ballots set state = 'locked', locked_at = now() where id = (select id from ballots where state = 'delivered' limit 1)`,
    ],
    [
      'a state without an event',
      /last event/,
      `update nominations set state = 'admitted' where state = 'underReview'`,
    ],
    [
      'an outcome before its time',
      /published/,
      `update nominations set state = 'winner' where organisation_name = 'Voss'`,
    ],
    [
      'a submission that is gone',
      /numbered/,
      `update nominations set submission_count = 7 where organisation_name = 'Voss'`,
    ],
    [
      'a submission rewritten',
      /hash says/,
      `update submissions set rendered = jsonb_set(rendered, '{organisation,name}', '"X"') where id = (select id from submissions limit 1)`,
    ],
    [
      'a late submission',
      /too late/,
      `update submissions set submitted_at = submitted_at + interval '30 days'`,
    ],
    [
      'rules rewritten',
      /announced/,
      `update criteria set texts = jsonb_set(texts, '{nb,name}', '"X"') where position = 0`,
    ],
    ['an application of nobody', /works on/, `update nomination_members set removed_at = now()`],
    [
      'a letter sent without a time',
      /says when/,
      `update letters set state = 'sent', sent_at = null where id = (select id from letters limit 1)`,
    ],
    ['an event rewritten', /unbroken/, `update audit_events set event = 'x' where seq = 5`],
    [
      'details rewritten',
      /unbroken/,
      `update audit_details set actor_name = 'X' where event_id = (select id from audit_events order by seq desc limit 1)`,
    ],
    [
      'the last event cut off',
      /unbroken/,
      `delete from audit_details where event_id = (select id from audit_events order by seq desc limit 1); delete from audit_events where seq = (select max(seq) from audit_events)`,
    ],
  ];
  for (const [what, invariant, statement] of breaks) {
    const undo = Symbol(what);
    await owner
      .transaction()
      .execute(async (trx) => {
        await sql`set local session_replication_role = replica`.execute(trx); // past triggers and keys
        for (const part of statement.split(';')) await sql.raw(part).execute(trx);
        const { ok, violations } = await checkInvariants(trx);
        t.ok(!ok && violations.some((violation) => invariant.test(violation.invariant)), what);
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
      });
  }

  const verify = async () => {
    const env = {
      ...process.env,
      DATABASE_URL: cluster('app', rows[0]?.name ?? ''),
      DATA_DIR: services.config.dataDir,
    };
    const { status, stdout } = spawnSync(process.execPath, ['scripts/check-invariants.ts', '--json'], {
      env,
      encoding: 'utf8',
    });
    return { status, report: JSON.parse(stdout) };
  };
  t.match(await verify(), { status: 0, report: { ok: true, files: 10, violations: [] } }, 'npm run verify');
  const { sha256 } = await db.selectFrom('documents').select('sha256').executeTakeFirstOrThrow();
  await writeFile(
    path.join(services.config.dataDir, 'files', 'sha256', sha256.slice(0, 2), sha256),
    'something else',
  );
  t.match((await checkInvariants(db, services.files)).violations, [{ id: sha256, note: /^changed: / }]);
  t.match(await verify(), { status: 1, report: { ok: false } });
  await services.files.remove(sha256);
  t.match((await checkInvariants(db, services.files)).violations, [{ id: sha256, note: /^missing: / }]);
});
