/** One's own data (GDPR-5): every column of the database that names somebody is in the file, or stands here with the reason why not. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import t from 'tap';
import { coveredColumns } from '../../../src/features/retention/own-data.ts';
import { realNow } from '../../../src/platform/clock.ts';
import { endedYear } from '../../helpers/ended-year.ts';

const year = await endedYear(t);
const { db, editionId, draftId, end } = year;

/** Columns > why the file does not find its rows by them. */
const reasons: readonly [RegExp, string][] = [
  [
    /^(?!documents|help_requests\.asked|objections\.made|namings).*_by$/,
    'an act, in an office or on an application: the log holds it, and the part `log` gives it',
  ],
  [
    /^publications\.(approved|moved)_for$/,
    'in whose office a substitute acted: the log holds it, and gives it to whoever acted',
  ],
  [/\.(source_hash|asked_real_at)$/, 'not to be traced back to anybody, and gone after a day'],
  [/^standings\.person_id$/, 'follows from the declarations, which are given'],
  [/^letter_batch_seen\.person_id$/, 'who was seen on a list before it went; the letters are given'],
  [/^objections\.about_id$/, 'what an applicant says of a juror: the secretariat gives it, with the answer'],
  [/^contacts\.with_whom$/, 'a note of the secretariat, found by no person or address'],
  [/^editions\.help_/, 'the public address of the office'],
  [/^(audit_details\.actor_name|people\.name)$/, 'stands beside what the file finds its rows by'],
  [
    /^(confirmations|received_applications|regions|ceremony_guests|call_recipients)\.[a-z_]*(name|phone)$/,
    'the same',
  ],
];

/** Every column that points at a person, or holds an address, a telephone number or the name of somebody. */
const columns = (
  await sql<{ column: string }>`
    select r.relname || '.' || a.attname as column from pg_constraint c join pg_class r on r.oid = c.conrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = 'people'::regclass and c.connamespace = 'public'::regnamespace
    union
    select c.table_name || '.' || c.column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and t.table_type = 'BASE TABLE'
      and (c.column_name ~ '(^|_)(email|phone|source_hash|person_id|actor_id|actor_name|with_whom)$' or c.column_name ~ '^(contact|adviser|answered|help)_name$'
        or (c.table_name, c.column_name) in (('people', 'name'), ('ceremony_guests', 'name'), ('call_recipients', 'name'), ('confirmations', 'name')))
    order by 1`.execute(db)
).rows.map(({ column }) => column);
const covered = new Set(Object.values(coveredColumns).flat());

t.test('every column that names somebody is in the file, or has a reason not to be', async (t) => {
  t.ok(columns.length > 100);
  t.same(
    columns.filter((column) => !covered.has(column) && !reasons.some(([of]) => of.test(column))),
    [],
    'named by nothing',
  );
  t.same(
    columns.filter((column) => covered.has(column) && reasons.some(([of]) => of.test(column))),
    [],
    'given, and excused',
  );
  t.same(
    [...covered].filter((column) => !columns.includes(column)),
    [],
    'no such column',
  );
});

t.test('a person with something in every place finds it in the file', async (t) => {
  const WORD = 'kanari';
  const email = `${WORD}@kommune.example`;
  const who = await year.as(email);
  const { id } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const asked = { asked_at: end, asked_real_at: realNow() };
  const open = { edition_id: editionId, language: 'nb', ...asked } as const;
  const hash = (text: string) => Buffer.from(text);
  await db
    .insertInto('call_reminders')
    .values({ ...open, email, token_hash: hash('a') })
    .execute();
  await db
    .insertInto('call_questions')
    .values({ ...open, email, asked: `${WORD} spør` })
    .execute();
  await db
    .insertInto('barriers')
    .values({ ...asked, language: 'nb', email, told: `${WORD} står fast` })
    .execute();
  await db
    .insertInto('ceremony_guests')
    .values({ ...open, email, name: WORD, token: 'b' })
    .execute();
  const by = { added_by: id, added_at: end };
  await db
    .insertInto('call_recipients')
    .values({ ...by, edition_id: editionId, email, name: WORD, language: 'nb', token: 'c' })
    .execute();
  await db
    .insertInto('old_applications')
    .values({
      year: 2019,
      applicant_kind: 'municipality',
      organisation_name: 'Hemnes',
      organisation_key: 'hemnes',
      unit_name: WORD,
      nominated: false,
      came_by: 'post',
      received_on: '2019-05-02',
      reader_email: email,
      registered_by: id,
      registered_at: end,
    })
    .execute();
  await db
    .insertInto('letters')
    .values({
      key: WORD,
      template: 'callReminder',
      language: 'nb',
      email,
      subject: `Til ${WORD}`,
      body: '',
      created_at: end,
    })
    .execute();
  await db
    .insertInto('received_applications')
    .values({
      edition_id: editionId,
      applicant_kind: 'municipality',
      organisation_name: 'Hemnes',
      organisation_key: 'hemnes',
      unit_name: WORD,
      language: 'nb',
      contact_name: WORD,
      contact_email: email,
      came_by: 'post',
      received_at: end,
      reason: 'Kom i posten',
      registered_by: id,
      registered_at: end,
    })
    .execute();
  const person = { person_id: id };
  await db
    .insertInto('join_requests')
    .values({
      ...person,
      edition_id: editionId,
      organisation_key: 'hemnes',
      organisation_name: WORD,
      requested_at: end,
    })
    .execute();
  await db
    .insertInto('presence')
    .values({ ...person, nomination_id: draftId, section: WORD, seen_at: end })
    .execute();
  await db
    .insertInto('kept_forms')
    .values({ ...person, path: '/', body: WORD, created_at: end, expires_at: end })
    .execute();
  await db
    .insertInto('affiliations')
    .values({ ...person, kind: 'employer', organisation_name: WORD, added_at: end })
    .execute();
  await db
    .updateTable('regions')
    .set({ adviser_id: id, adviser_email: email })
    .where('id', '=', (eb) => eb.selectFrom('regions').select('id').orderBy('position').limit(1))
    .execute();
  const data = (await who.get('/api/v1/me/data')).json<Record<string, unknown[]>>();
  for (const part of [
    'profile',
    'callReminders',
    'callQuestions',
    'barriers',
    'ceremonyGuests',
    'callLists',
    'oldApplications',
    'letters',
    'receivedApplications',
    'regions',
    'joinRequests',
    'presence',
    'keptForms',
    'affiliations',
    'apiTokens',
  ])
    t.equal(data[part]?.length, 1, part);
  const other = (await (await year.as('en-annen@kommune.example')).get('/api/v1/me/data')).body;
  t.notMatch(other, WORD, 'and nobody else does');
});

/**
 * Rows that name the person, one for each column, in tables that may be empty: what must be filled is, by its type alone, and points at
 * something that is there. The rules of the tables are set aside; that people can do all this is tested elsewhere.
 */
async function rowsFor(admin: pg.Client, wanted: readonly { column: string; value: string }[]) {
  const inserts: [string, string][] = [];
  for (const { column, value } of wanted) {
    const [table = '', name = ''] = column.split('.');
    const { rows } = await admin.query<{ name: string; type: string; target: string | null }>(
      `select a.attname as name, format_type(a.atttypid, null) as type, (select format('select %I from %s limit 1', k.attname, c.confrelid::regclass)
          from pg_constraint c join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[array_position(c.conkey, a.attnum)]
          where c.contype = 'f' and c.conrelid = a.attrelid and a.attnum = any(c.conkey) limit 1) as target
        from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef and a.attname <> $2`,
      [table, name],
    );
    const filled = rows.map(({ name: of, type, target }) => {
      const there = of === 'edition_id' ? 'select id from editions limit 1' : (target ?? 'select null');
      return `coalesce((${there})::${type}, ${sample(type)})`;
    });
    const names = [name, ...rows.map((one) => one.name)].join(', ');
    inserts.push([`insert into ${table} (${names}) values (${['$1', ...filled].join(', ')})`, value]);
  }
  const { rows: rules } = await admin.query<{ drop: string }>(
    `select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) as drop
      from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'u', 'p')
    union all select format('drop index %s', i.indexrelid::regclass) from pg_index i join pg_class r on r.oid = i.indexrelid
      where r.relnamespace = 'public'::regnamespace and i.indisunique and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
  );
  for (const { drop } of rules) await admin.query(drop);
  for (const [insert, value] of inserts) await admin.query(insert, [value]);
}
const sample = (type: string): string => {
  if (type === 'uuid') return 'uuidv7()';
  if (type === 'date' || type.startsWith('timestamp')) return 'now()';
  if (type === 'boolean') return 'false';
  return `'1'::${type}`;
};

t.test('each column leads the people in it to their rows', async (t) => {
  const admin = new pg.Client({ connectionString: year.adminUrl });
  await admin.connect();
  t.teardown(() => admin.end());
  await admin.query('set session_replication_role = replica');
  const email = 'overalt@kommune.example';
  const everywhere = await year.as(email);
  const { id } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const ballot = randomUUID();
  await rowsFor(admin, [
    ...[...covered]
      .filter((column) => !column.startsWith('people.'))
      .map((column) => ({ column, value: column.endsWith('email') ? email : id })),
    { column: 'agreed_scores.ballot_id', value: ballot },
    { column: 'reading_places.ballot_id', value: ballot },
  ]);
  // As a juror who is free to read.
  await admin.query('update ballots set id = $1 where person_id = $2', [ballot, id]);
  await admin.query(
    "insert into standings (nomination_id, person_id, standing) select id, $1, 'free' from nominations",
    [id],
  );
  const data = (await everywhere.get('/api/v1/me/data')).json<Record<string, unknown[]>>();
  for (const [part, found] of Object.entries(coveredColumns))
    t.ok((data[part]?.length ?? 0) > 0, `${part}: ${found.join(', ')}`);
  const rest = Object.keys(data).filter((part) => part !== 'madeAt' && !(part in coveredColumns));
  t.same(rest, [], 'a part that says nothing of its columns');

  await admin.query("update standings set standing = 'recused' where person_id = $1", [id]);
  const out = (await everywhere.get('/api/v1/me/data')).json<Record<string, unknown[]>>();
  for (const part of ['ballots', 'agreedScores', 'notes', 'reading'])
    t.same(out[part], [], `${part}: nothing to whoever is out of the application (HAB-2)`);
});
