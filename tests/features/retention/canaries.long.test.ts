/**
 * GDPR-4, Must show 5: a canary in every text that somebody can have written or that can name somebody, wherever a whole year has left a row;
 * then more than ten years, and the schedule. What is left stands here with the reason.
 */
import { sql } from 'kysely';
import pg from 'pg';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { endedYear } from '../../helpers/ended-year.ts';

const WORD = 'kanari ';
/** Columns of words that are chosen, counted or computed, and of the texts that a year consists of: nobody is in them. */
const ofNobody =
  /(sha256|hash|_key|\.key|number|state|language|kind|template|came_by|media_type|subject_type|\.event|request_id|\.rule|\.subject$|\.since|place|token|salt|county|answer$|standing|because|reach|role|_path|calendar|result|level|origin|section|return_to)/;
const ofTheService =
  /^(editions|criteria|questions|seats|regions|region_counties|past_editions|letter_texts|rules_versions|ceremony_signups|retention_rules|migrations|organisation_\w+|audit_events|scan_rule|stored_files|practice_run)\./;

/** Column > why what stands in it stays. */
const stays: Readonly<Record<string, string>> = {
  'audit_details.actor_name': 'of whoever held an office: see below',
  'audit_details.reason': 'why something was decided, by whoever held an office',
  'decisions.reason': 'in the protocol of the jury',
  'nominations.organisation_name': 'which organisation applied, and the outcome: the history of the prize',
  'nominations.unit_name': 'the same',
  'people.email': 'of whoever is needed here still: see below',
  'people.name': 'of whoever held an office, or is needed here still: see below',
  'recusal_decisions.reason': 'why somebody was out or not, as long as the protocol',
  'sign_in_links.email': 'goes in real time, when somebody else signs in after it has run out',
};

/**
 * A row in each table that has none: filled by type, pointing at an application of the year, the year or somebody who applied. What the rules
 * of a table refuse stays empty.
 */
async function fillEmpty(admin: pg.Client, nomination: string, person: string): Promise<string[]> {
  const { rows: tables } = await admin.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const filled: string[] = [];
  for (const { name: table } of tables) {
    if (ofTheService.test(`${table}.`)) continue;
    if ((await admin.query(`select from ${table} limit 1`)).rowCount) continue;
    const { rows } = await admin.query<{ name: string; type: string; target: string | null }>(
      `select a.attname as name, format_type(a.atttypid, null) as type, (select c.confrelid::regclass::text from pg_constraint c
          where c.contype = 'f' and c.conrelid = a.attrelid and a.attnum = any(c.conkey) limit 1) as target
        from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
          and (a.attnotnull and not a.atthasdef or a.attname in ('nomination_id', 'edition_id') or format_type(a.atttypid, null) = 'text' and a.atthasdef and not a.attnotnull)`,
      [table],
    );
    const values = rows.map(({ name, type, target }) => {
      if (target === 'nominations') return `'${nomination}'`;
      if (target === 'people') return `'${person}'`;
      if (target) return `(select ${target === 'stored_files' ? 'sha256' : 'id'} from ${target} limit 1)`;
      if (type === 'uuid') return 'uuidv7()';
      if (type === 'date' || type.startsWith('timestamp')) return "timestamptz '2026-10-01'";
      if (type === 'boolean') return 'false';
      if (type === 'jsonb') return "'{}'";
      if (type.endsWith('[]')) return `'{}'::${type}`;
      return name === 'language' ? "'nb'" : `'1'::${type}`;
    });
    const done = await admin
      .query(
        `insert into ${table} (${rows.map(({ name }) => `"${name}"`).join(', ')}) values (${values.join(', ')})`,
      )
      .catch(() => null);
    if (done) filled.push(table);
  }
  return filled;
}

t.test('ten years after, nothing of anybody is left but what stands here', async (t) => {
  const year = await endedYear(t);
  const { db, end, clients, setClock } = year;
  // Two that are no column of text: the words of a mailing, and what the log says of a letter that went to another address.
  const { id: letter } = await db
    .updateTable('letters')
    .set({ state: 'failed', error: '550', sent_at: null })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('letters')
        .select('id')
        .where('template', '=', 'notSelected')
        .where('state', '=', 'queued')
        .orderBy('id')
        .limit(1),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  const again = await clients.secretary.post(`/api/v1/letters/${letter}/events`, {
    type: 'resend',
    email: 'ny@privat.example',
  });
  t.equal(again.statusCode, 204, again.body);
  const words = { subject: `${WORD}emne`, body: `${WORD}tekst` };
  const mailing = await clients.secretary.post(`/api/v1/editions/${year.editionId}/letter-batches`, {
    title: `${WORD}tittel`,
    recipients: { audience: 'jurors', jurors: 'all' },
    about: null,
    texts: { nb: words, nn: words },
  });
  t.equal(mailing.statusCode, 201, mailing.body);
  const admin = new pg.Client({ connectionString: year.adminUrl });
  await admin.connect();
  t.teardown(() => admin.end());
  // Rows are as they are; only their words change. That words cannot be changed is tested elsewhere.
  await admin.query('set session_replication_role = replica');
  const { rows: some } = await admin.query<{ nomination: string; person: string }>(`
    select m.nomination_id as nomination, m.person_id as person from nomination_members m join nominations n on n.id = m.nomination_id
    where n.state = 'notSelected' and not exists (select from role_grants g where g.person_id = m.person_id) order by m.nomination_id limit 1`);
  const filled = await fillEmpty(admin, some[0]!.nomination, some[0]!.person);
  t.comment(`filled: ${filled.join(', ')}`);
  const { rows: columns } = await admin.query<{ table: string; name: string }>(`
    select c.table_name as table, c.column_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text' and c.is_generated = 'NEVER'
    order by 1, 2`);
  const marked: string[] = [];
  const refused: string[] = [];
  for (const { table, name } of columns) {
    const column = `${table}.${name}`;
    if (ofNobody.test(column) || ofTheService.test(column)) continue;
    const done = await admin
      .query(`update ${table} set "${name}" = '${WORD}' || "${name}" where "${name}" <> ''`)
      .catch(() => null);
    if (done === null) refused.push(column);
    else if (done.rowCount) marked.push(column);
  }
  t.comment(`marked: ${marked.join(', ')}`);
  t.comment(`refused: ${refused.join(', ')}`);
  t.ok(marked.length > 30, `${marked.length} columns`);

  for (const days of [400, 800, 11 * 366, 14 * 366]) {
    await setClock(addDays(end, days));
    const run = await clients.administrator.post('/api/v1/retention/runs');
    t.match(run.json(), { failed: [] });
    await applyDue(year.services, addDays(end, days));
  }
  const left: string[] = [];
  for (const column of marked) {
    const [table = '', name = ''] = column.split('.');
    const { rows } =
      await sql`select from ${sql.table(table)} where ${sql.ref(name)} like ${`${WORD}%`} limit 1`.execute(
        db,
      );
    if (rows.length > 0) left.push(column);
  }
  t.same(left, Object.keys(stays).toSorted(), 'what is left, and nothing else');

  const { rows: hidden } = await sql`
    select 'mailing' as what from letter_batches where letter_batches::text like ${`%${WORD}%`}
    union all select 'log' from audit_details where payload::text like '%privat.example%'`.execute(db);
  t.same(hidden, [], 'nor in what is no column of text');

  const at = addDays(end, 14 * 366);
  const { rows: names } = await sql`
    select p.id from people p where p.name <> '' and not stays_by_name(p.id) and not in_use(p.id, ${at})
    union all select p.id from people p where p.email not like 'slettet-%' and not in_use(p.id, ${at})
    union all select d.actor_id from audit_details d where d.actor_id is not null and not stays_by_name(d.actor_id) and not in_use(d.actor_id, ${at})`.execute(
    db,
  );
  t.same(names, [], 'nobody by name or address but who held an office, or is needed here still');
});
