/**
 * People without an account (issue 5 §4, GDPR-4, GDPR-5): guests, "remind me", the list of the call, those who asked or told, and old
 * applications that are struck out. Each erasure is an event of the chain with a tombstone, by whomever it was; counted in every table.
 */
import { sql } from 'kysely';
import pg from 'pg';
import pino from 'pino';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { forgettingRules } from '../../../src/features/retention/schema.ts';
import { readTombstones, tombstoneFile } from '../../../src/features/retention/tombstones.ts';
import { addDays, addMinutes, realNow } from '../../../src/platform/clock.ts';
import { openDatabase, openPool } from '../../../src/platform/db/open.ts';
import { formStamp } from '../../../src/platform/http/open-form.ts';
import { openCall } from '../../helpers/applying.ts';
import { copyOfDatabase, placesOf, restore } from '../../helpers/copied.ts';
import { countEverything, lost } from '../../helpers/ended-year.ts';
import { granted } from '../../helpers/granted.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { taken } from '../../helpers/samples.ts';

const call = await openCall(t);
const { db, config } = call.services;
const editionId = call.year.id;
const { closes_at, ceremony_at } = call.dates;
const secretary = await call.as('secretary@example.no');
const log = pino({ level: 'silent' });
/** In all that anybody writes here, and nowhere else. */
const WORD = 'kanari';
const adr = (who: string) => `${WORD}-${who}@kommune.example`;
const stamp = () => formStamp(config.sessionSecret, addMinutes(realNow(), -1));
const tick = (at: Date, over = db) => applyDue({ db: over, log, config }, at);
const count = () => countEverything(db, config.dataDir);
const ok = (answer: { statusCode: number; body: string }) => {
  if (answer.statusCode >= 400) throw new Error(answer.body);
  return answer;
};
const linkTo = async (who: string) => {
  const { body } = await db
    .selectFrom('letters')
    .select('body')
    .where('email', '=', adr(who))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return (
    /\/(?:seremoni\/pamelding|paminnelse|utlysning\/meld-av|dine-opplysninger)\/[\w-]{43}/.exec(body)?.[0] ??
    ''
  );
};
interface Erasing {
  chain: string;
  event: string;
  subject_id: string | null;
  payload: { rule: string; counts: Record<string, number>; subjects: string[] };
}
const erasings = async () =>
  (
    await sql<Erasing>`select e.chain, e.event, e.subject_id, d.payload from audit_events e join audit_details d on d.event_id = e.id
      where e.subject_type = 'retention' and e.event in ('erase', 'eraseAsked', 'eraseEarly') and d.payload ? 'subjects' order by e.chain, e.seq`.execute(
      db,
    )
  ).rows;
const byWhom = async () =>
  (await erasings())
    .map(({ event, payload }) => `${event} ${payload.rule} ${payload.subjects.length}`)
    .toSorted();
const holds = async (of = db) => (await checkInvariants(of)).violations;

// What people leave behind: two of each that go early, and one that waits for its time.
ok(
  await secretary.send('PUT', `/api/v1/editions/${editionId}/ceremony-signup`, {
    version: 0,
    mode: 'form',
    places: 5,
    closesAt: addDays(ceremony_at, -7).toISOString(),
  }),
);
for (const who of ['gjest1', 'gjest2', 'gjest3'])
  ok(
    await call.anyone.post('/seremoni/pamelding', {
      name: `${WORD} ${who}`,
      email: adr(who),
      needs: `${WORD}nøtter`,
      stamp: stamp(),
    }),
  );
for (const who of ['minn1', 'minn2']) {
  ok(await call.anyone.post('/paminnelse', { email: adr(who) }));
  ok(await call.anyone.post(await linkTo(who), { do: 'confirm' }));
}
for (const who of ['liste1', 'liste2', 'liste3', 'liste4'])
  ok(
    await secretary.post(`/sekretariat/${editionId}/utsendinger/liste`, {
      lines: `${adr(who)};${WORD} ${who};nb`,
      add: '1',
    }),
  );
const text = { subject: 'Søk Etikkprisen {år}', body: 'Hei {navn}. Fristen er {frist}.' };
const batch = ok(
  await secretary.post(`/api/v1/editions/${editionId}/letter-batches`, {
    title: 'Utlysningen',
    recipients: { audience: 'list' },
    about: null,
    texts: { nb: text, nn: { ...text, subject: 'Søk Etikkprisen {år} no' } },
  }),
);
const { id: batchId } = JSON.parse(batch.body) as { id: string };
const { version, recipientsHash: seen } = (await secretary.get(`/api/v1/letter-batches/${batchId}`)).json<{
  version: number;
  recipientsHash: string;
}>();
ok(await secretary.post(`/api/v1/letter-batches/${batchId}/events`, { type: 'send', version, seen }));
for (const who of ['spor1', 'spor2'])
  ok(await call.anyone.post('/sporsmal', { question: `Kan ${who} søke?`, email: adr(who), stamp: stamp() }));
const { questions } = (await secretary.get(`/api/v1/editions/${editionId}/call-questions`)).json<{
  questions: { id: string; version: number }[];
}>();
const both = (words: string) => ({ nb: words, nn: `${words} (nynorsk)` });
for (const question of questions)
  ok(
    await secretary.post(`/api/v1/call-questions/${question.id}/answers`, {
      version: question.version,
      question: both('Kan vi søke?'),
      answer: both('Ja.'),
    }),
  );
ok(
  await call.anyone.post('/tilgjengelighet/si-fra', {
    told: `${WORD} ser ikke knappen`,
    email: adr('ser'),
    stamp: stamp(),
  }),
);
const { barriers } = (await secretary.get('/api/v1/barriers')).json<{ barriers: { id: string }[] }>();
ok(
  await secretary.post(`/api/v1/barriers/${barriers[0]?.id}/events`, {
    type: 'answer',
    answer: 'Den er større nå.',
  }),
);
await db
  .insertInto('barriers')
  .values({
    told: `${WORD} kom ikke inn`,
    language: 'nb',
    email: adr('stengt'),
    source_hash: Buffer.from(`${WORD}s nett`),
    asked_real_at: addDays(realNow(), -2),
    asked_at: call.during,
  })
  .execute();
await sql`insert into past_editions (year, winner) values (2025, 'Ås kommune') on conflict (year) do nothing`.execute(
  db,
);
const old = ok(
  await secretary.post('/api/v1/old-applications', {
    year: 2025,
    kind: 'municipality',
    organisation: 'Eigersund',
    unit: `${WORD}heimen`,
    note: `${WORD} ringte`,
    nominated: false,
    cameBy: 'email',
    receivedOn: '2025-08-20',
    readerEmail: adr('leser'),
  }),
);
const { id: oldId } = JSON.parse(old.body) as { id: string };
ok(
  await secretary.upload(`/api/v1/old-applications/${oldId}/files`, [{ ...taken.png, name: `${WORD}.png` }]),
);
const idOf = async (table: 'ceremony_guests' | 'call_recipients', who: string) =>
  (await db.selectFrom(table).select('id').where('email', '=', adr(who)).executeTakeFirstOrThrow()).id;

const copy = await copyOfDatabase(t, call.url);

t.test('by themselves and by the secretariat: gone from every table, and written down', async (t) => {
  const links = { guest: await linkTo('gjest1'), list: await linkTo('liste1'), self: await linkTo('liste2') };
  const before = await count();
  t.equal((await call.anyone.post(links.guest)).statusCode, 303);
  const guest = await idOf('ceremony_guests', 'gjest2');
  t.equal(
    (await secretary.post(`/sekretariat/${editionId}/seremonipamelding/${guest}/meld-av`)).statusCode,
    303,
  );
  const remind = await linkTo('minn1');
  t.equal((await call.anyone.post(remind, { 'List-Unsubscribe': 'One-Click' })).statusCode, 204);
  t.match((await call.anyone.get(links.list)).body, `${adr('liste1')} og navnet ${WORD} liste1`);
  t.equal((await call.anyone.post(links.list)).statusCode, 303);
  t.equal((await call.anyone.post(links.list)).statusCode, 303, 'twice is the same');
  t.notMatch((await call.anyone.get(links.list)).body, `${WORD} liste1`, 'the name is gone');
  t.match((await call.anyone.post(links.self, { do: 'erase' })).body, 'Adressen er slettet');
  t.equal((await call.anyone.post(links.self, { do: 'erase' })).statusCode, 410);
  const listed = await idOf('call_recipients', 'liste3');
  t.equal((await secretary.send('DELETE', `/api/v1/call-recipients/${listed}`)).statusCode, 204);
  t.equal(
    (await secretary.post(`/api/v1/old-applications/${oldId}/events`, { type: 'strike' })).statusCode,
    204,
  );
  t.same(await byWhom(), [
    'eraseAsked callList 1',
    'eraseAsked guests 1',
    'eraseAsked reminders 1',
    'eraseAsked unsubscribed 1',
    'eraseEarly callList 1',
    'eraseEarly guests 1',
    'eraseEarly struckOld 1',
  ]);
  t.match(lost(before, await count()), {
    ceremony_guests: 2,
    call_reminders: 1,
    call_recipients: 2,
    old_application_files: 1,
    stored_files: 1,
  });
  for (const who of ['gjest1', 'gjest2', 'minn1', 'liste2', 'liste3', 'leser'])
    t.same(await placesOf(db, config.dataDir, adr(who)), [], who);
  t.same(await placesOf(db, config.dataDir, `${WORD}heimen`), []);
  const struck = await db.selectFrom('old_applications').selectAll().executeTakeFirstOrThrow();
  t.match(struck, { organisation_name: 'Eigersund', unit_name: '', note: '', reader_email: null });
  t.same(await holds(), []);
});

t.test('who asked or told sees by the link of the answer what is kept, and has it erased', async (t) => {
  const [asker, teller] = [await linkTo('spor1'), await linkTo('ser')];
  const apiOf = (link: string) => link.replace('/dine-opplysninger/', '/api/v1/own-links/');
  for (const [link, words] of [
    [asker, 'Kan spor1 søke?'],
    [teller, `${WORD} ser ikke knappen`],
  ] as const) {
    const page = await call.anyone.get(link);
    t.match(page.body, words);
    t.same(await htmlProblems(page.body), []);
    t.match((await call.anyone.get(apiOf(link))).json(), { text: words });
  }
  t.match((await call.anyone.get(teller)).body, 'Den er større nå.');
  t.equal((await call.anyone.get(`/dine-opplysninger/${'x'.repeat(43)}`)).statusCode, 410);
  const before = await count();
  t.match((await call.anyone.post(asker)).body, 'Adressen er slettet');
  t.equal((await call.anyone.send('DELETE', apiOf(teller))).statusCode, 204);
  for (const link of [asker, teller]) t.equal((await call.anyone.get(link)).statusCode, 410);
  t.match(lost(before, await count()), { barriers: 1, letters: 1, own_links: 2 });
  t.same((await byWhom()).slice(0, 2), ['eraseAsked askers 1', 'eraseAsked barriers 1']);
  for (const who of ['spor1', 'ser']) t.same(await placesOf(db, config.dataDir, adr(who)), [], who);
  t.same(await placesOf(db, config.dataDir, `${WORD} ser ikke`), []);
});

t.test('by the schedule: killed midway, then by two at once; each is erased and told once', async (t) => {
  const before = await count();
  const admin = new pg.Client({ connectionString: call.adminUrl });
  await admin.connect();
  await admin.query(`create function slowly() returns trigger language plpgsql as $$ begin
      if current_setting('application_name') = 'dies' then perform pg_sleep(1); end if;
      return new;
    end $$;
    create trigger slowly before insert on erasures for each row execute function slowly()`);
  const pool = openPool(call.url, { poolSize: 2, name: 'dies' });
  pool.on('connect', (client) => client.on('error', () => {}));
  const dying = openDatabase(pool);
  const { rows: due } = await sql<{ n: number }>`
    select count(*)::int as n from forgetting_due(${closes_at}, ${realNow()})`.execute(db);
  const first = tick(closes_at, dying);
  for (let erased = 0, from = before['erasures'] ?? 0; erased < 1;)
    erased = (await admin.query('select count(*)::int as n from erasures')).rows[0].n - from;
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dies'");
  await dying.destroy();
  await first.catch(() => {});
  await admin.query('drop trigger slowly on erasures; drop function slowly()');
  await admin.end();
  const done = ((await count())['erasures'] ?? 0) - (before['erasures'] ?? 0);
  t.ok(done > 0 && done < due[0]!.n, `${done} of ${due[0]!.n}: some of it is still to be done`);
  const [one, two] = await Promise.all([tick(closes_at), tick(closes_at)]);
  t.equal(one.forgotten + two.forgotten + done, due[0]!.n, 'the rest, once');
  t.equal((await tick(closes_at)).forgotten, 0);
  const gone = lost(before, await count());
  t.match(gone, { call_reminders: 1, call_recipients: 2 });
  const { rows: sources } = await sql<{ n: number }>`
    select count(*)::int as n from barriers where source_hash is not null`.execute(db);
  t.equal(sources[0]!.n, 0);
  t.notOk(gone['ceremony_guests'], 'the ceremony is later');
  await tick(addDays(ceremony_at, 13));
  t.equal((await count())['ceremony_guests'], 1);
  await Promise.all([tick(addDays(ceremony_at, 14)), tick(addDays(ceremony_at, 14))]);
  t.equal((await count())['ceremony_guests'], 0);

  const { rows } = await sql<{ rule: string; subject: string; edition: string | null }>`
    select rule, subject_id as subject, edition_id as edition from erasures order by rule, subject_id`.execute(
    db,
  );
  const nil = '00000000-0000-0000-0000-000000000000';
  const told = (await erasings()).flatMap(({ chain, payload: { rule, subjects } }) =>
    subjects.map((subject) => ({ rule, subject, edition: chain === nil ? null : chain })),
  );
  const key = ({ rule, subject }: { rule: string; subject: string }) => `${rule} ${subject}`;
  t.same(
    told.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
    rows,
    'in one event each, in the chain of its year',
  );
  t.same(
    new Set(rows.map(({ rule }) => rule)),
    new Set([...forgettingRules, 'barriers']),
    'every rule that goes by itself, and what one may ask for',
  );
  const stones = await readTombstones(tombstoneFile(config));
  t.same(new Set(stones.map(key)), new Set(rows.map(key)), 'and outside of the database');
  t.same(await holds(), []);
});

t.test('a barrier goes when a person starts the schedule; then nothing of anybody is left', async (t) => {
  const at = addDays(call.during, 370);
  const admin = await call.as('administrator@example.no');
  const { id } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'administrator@example.no')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('role_grants')
    .values(granted(id, 'administrator', call.during))
    .execute();
  await call.setClock(at);
  const run = (await admin.post('/api/v1/retention/runs')).json<{ erased: { rule: string }[] }>();
  t.same(run.erased.map(({ rule }) => rule).toSorted(), ['accessLog', 'barriers']);
  t.same(await placesOf(db, config.dataDir, WORD), []);
});

t.test('a copy from before forgets them again, and its chain verifies', async (t) => {
  const restored = openDatabase(copy.owner);
  t.teardown(() => restored.destroy());
  t.ok((await placesOf(restored, config.dataDir, WORD)).length > 5, 'they are all in it');
  const file = tombstoneFile(config);
  const { tombstones } = JSON.parse(restore(copy, config.dataDir, file, '--json').stdout) as {
    tombstones: number;
  };
  t.equal(tombstones, (await readTombstones(file)).length);
  t.same(await placesOf(restored, config.dataDir, WORD), []);
  t.same(await holds(restored), []);
  const erasures = (of: typeof db) =>
    of
      .selectFrom('erasures')
      .select(['rule', 'subject_id', 'edition_id'])
      .orderBy('rule')
      .orderBy('subject_id')
      .execute();
  t.same(await erasures(restored), await erasures(db));
  const struck = await restored.selectFrom('old_applications').selectAll().executeTakeFirstOrThrow();
  t.match(struck, { unit_name: '', struck_by: null, struck_at: Date });
  t.match(JSON.parse(restore(copy, config.dataDir, file, '--json').stdout), { applied: 0 }, 'twice');
});

t.test('by hand nothing goes, and the schedule cannot be changed by the service', async (t) => {
  for (const statement of [
    'delete from ceremony_guests',
    'delete from call_reminders',
    'delete from call_recipients',
    'delete from old_application_files',
    'delete from erasures',
    "update erasures set counts = '{}'",
    "update retention_rules set keep = interval '1 day'",
    "insert into erasures (rule, subject_id, erased_at, counts) values ('scores', uuidv7(), now(), '{}')",
    "select * from forget('scores', array[uuidv7()], now())",
  ])
    await t.rejects(sql.raw(statement).execute(db), { code: '42501' }, statement);
});

t.test('ten years later everything still holds', async (t) => {
  const at = addDays(ceremony_at, 10 * 366);
  await call.setClock(at);
  await tick(at);
  t.same(await holds(), []);
  t.same(call.errors, []);
});
