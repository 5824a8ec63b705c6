/** A copy of the database from before is made to forget again; one's own data; the record of the processing. */
import { appendFileSync, copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { checkInvariants } from '../../../src/features/records/check.ts';
import {
  readTombstones,
  tombstoneFile,
  writeTombstones,
} from '../../../src/features/retention/tombstones.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { openDatabase } from '../../../src/platform/db/open.ts';
import { LANGS } from '../../../src/ui/text/index.ts';
import { copyOfDatabase, restore } from '../../helpers/copied.ts';
import { countEverything, endedYear } from '../../helpers/ended-year.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { temporaryFolder } from '../../helpers/server.ts';

const year = await endedYear(t);
const { db, services, folder, clients, anyone, end, setClock } = year;

t.test('one’s own data as a file: all of it, and nobody else’s (GDPR-5)', async (t) => {
  t.equal((await anyone.get('/api/v1/me/data')).statusCode, 401);
  const answer = await clients.chair.get('/api/v1/me/data');
  t.match(answer.headers['content-disposition'], /attachment/);
  t.match(answer.json(), {
    profile: [{ email: 'juryleder@etikkprisen.example', name: 'Sigrid Falkangen' }],
    seats: [{ organisation: 'Senter for medisinsk etikk', role: 'chair', year: 2026 }],
    decisions: [{ took_part: true }],
  });
  t.notMatch(answer.body.replaceAll('juryleder@etikkprisen.example', ''), /@/, 'no address of anybody else');
  const file = await clients.chair.get('/min-side/mine-opplysninger.json');
  t.match(file.headers['content-type'], /json/);
  t.match(file.json(), { profile: [{ name: 'Sigrid Falkangen' }] });
  t.match((await clients.chair.get('/min-side/profil')).body, /mine-opplysninger\.json/);
});

t.test(
  'a copy from before the erasures forgets them again, once, and its chain verifies (GDPR-4)',
  async (t) => {
    const copy = await copyOfDatabase(t, year.url);
    await setClock(addDays(end, 2 * 366));
    const run = (await clients.administrator.post('/api/v1/retention/runs')).json<{ erased: unknown[] }>();
    t.ok(run.erased.length > 5);
    const dataDir = await temporaryFolder(t);
    const file = path.join(dataDir, 'kept-elsewhere.jsonl');
    copyFileSync(tombstoneFile(services.config), file);
    appendFileSync(file, '{"rule":"drafts","subj'); // the disk was full, or the power went
    const again = (...args: string[]) => restore(copy, dataDir, ...args);
    const restored = openDatabase(copy.owner);
    t.teardown(() => restored.destroy());
    const before = await countEverything(restored, folder);
    const first = again(file, '--json');
    t.equal(first.status, 0, first.stderr);
    t.match(JSON.parse(first.stdout), {
      tombstones: run.erased.length,
      applied: run.erased.length,
      known: 0,
    });
    const [now, there] = [await countEverything(restored, folder), await countEverything(db, folder)];
    for (const table of [
      'answers',
      'audit_details',
      'ballot_scores',
      'ballot_salts',
      'declaration_notes',
      'documents',
      'document_pages',
      'erasures',
      'frozen_full_results',
      'letters',
      'nomination_members',
      'nominations',
      'stored_files',
      'submission_words',
    ]) {
      t.equal(now[table], table === 'audit_details' ? now[table] : there[table], table);
      if (table !== 'erasures') t.ok(now[table]! < before[table]!, `${table}: fewer than in the copy`);
    }
    const emails = (of: typeof db) =>
      of.selectFrom('people').select(['id', 'email', 'name']).orderBy('id').execute();
    t.same(await emails(restored), await emails(db));
    t.same((await checkInvariants(restored)).violations, []);
    t.match(
      JSON.parse(again(file, '--json').stdout),
      { applied: 0, known: run.erased.length },
      'twice does no harm',
    );
    writeFileSync(file, 'nonsense\n');
    const refused = again(file);
    t.equal(refused.status, 2);
    t.match(refused.stderr, /Line 1 of .* is no tombstone/);
    t.equal(again('--json').status, 0, 'without a list there is nothing to do');
  },
);

t.test('the record is made of the schedule that the database erases by (GDPR-6)', async (t) => {
  const { rows } = await sql<{
    name: string;
    keep: string;
  }>`select name, keep::text from retention_rules order by position`.execute(db);
  const record = (await anyone.get('/api/v1/public/processing-record')).json<{
    schedule: { name: string; keep: Record<string, number>; title: Record<string, string> }[];
  }>();
  const inWords = (keep: Record<string, number>) =>
    Object.entries(keep)
      .map(([unit, n]) => `${n} ${unit.replace(/s$/, n === 1 ? '' : 's').replace('month', 'mon')}`)
      .join(' ') || '00:00:00';
  t.same(
    record.schedule.map(({ name, keep }) => ({ name, keep: inWords(keep) })),
    rows,
  );
  for (const lang of LANGS) {
    const prefix = lang === 'nb' ? '' : `/${lang}`;
    const page = await anyone.get(`${prefix}/personvern/lagring`);
    t.equal(page.statusCode, 200, lang);
    for (const { title } of record.schedule) t.match(page.body, title[lang]!, lang);
    t.same(await htmlProblems(page.body), [], lang);
  }
  t.match((await anyone.get('/personvern')).body, /href="\/personvern\/lagring"/);
});

t.test(
  'a line that a full disk has torn is passed over, and what is written after it is not lost',
  async (t) => {
    const file = path.join(await temporaryFolder(t), 'erasures.jsonl');
    const stone = (n: number) => ({
      rule: 'drafts' as const,
      subject: `0199f1a0-0000-7000-8000-00000000000${n}`,
      at: '2026-01-01T12:00:00.000Z',
    });
    await writeTombstones(file, [stone(1)]);
    for (const torn of ['{', '{"rule":"dr', JSON.stringify(stone(9)).slice(0, -1)]) {
      appendFileSync(file, torn);
      await writeTombstones(file, [stone(2), stone(3)]);
    }
    t.same(await readTombstones(file), [stone(1), ...[2, 3, 2, 3, 2, 3].map(stone)]);
    appendFileSync(file, '{"rule":"everything","subject":"","at":""}\n');
    await t.rejects(readTombstones(file), /Line 11 of .* is no tombstone/, 'what somebody else wrote is not');
  },
);
