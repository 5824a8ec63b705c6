/** What can be corrected once it is out: the statements, too, and each time with its own date. */
import { sql } from 'kysely';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { countedTasks } from '../../../src/features/people/waiting-tasks.ts';
import { approvePublication, stopPublication } from '../../../src/features/publication/commands.ts';
import { askToMove } from '../../../src/features/publication/commands-move.ts';
import { takeDownPublication } from '../../../src/features/publication/commands-release.ts';
import { publicationsOf } from '../../../src/features/publication/queries.ts';
import { commentOn } from '../../../src/features/statements/comments.ts';
import { approveStatement, writeStatement } from '../../../src/features/statements/commands.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import type { Database } from '../../../src/platform/db/open.ts';
import { testDatabase } from '../../helpers/database.ts';
import { approved, nominated, prepared, texts } from '../../helpers/nominated-year.ts';
import { publicApp } from '../../helpers/public-app.ts';
import type { Year } from '../../helpers/year.ts';

const log = { error() {}, warn() {}, info() {} } as never;
const correction = { nb: 'Begrunnelsen er rettet.', nn: 'Grunngivinga er retta.' };
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => ({ type: 'nothing was refused' }),
    (error: { type?: string; errors?: { requirement: string }[] }) => error,
  );
const WINNER = 'Ærfuglen sykehjem';

async function announced(db: Database) {
  const made = await nominated(db);
  const winner = await approved(made.year, made.at, { kind: 'winner', publishAt: made.ceremony, texts });
  await applyDue({ db, log }, made.ceremony);
  return { ...made, winner };
}
const versionOf = async (db: Database, id: string) =>
  (
    await db
      .selectFrom('statements')
      .select('version')
      .where('nomination_id', '=', id)
      .executeTakeFirstOrThrow()
  ).version;

/** Written by the secretariat and approved by the chair, as before it was public. */
async function rewritten(db: Database, year: Year, at: Date, words: string, { name = WINNER } = {}) {
  const id = year.nominations[name]!;
  const version = await versionOf(db, id);
  const next = await year.as('secretary', at, (unit) =>
    writeStatement(unit, id, { nb: `${words} nb`, nn: `${words} nn`, version }),
  );
  return () => year.as('chair', at, (unit) => approveStatement(unit, id, next.version));
}

t.test(
  'a statement is corrected once the winner is out; the public reads the old one until then',
  async (t) => {
    const { db } = await testDatabase(t);
    const { year, ceremony } = await announced(db);
    const site = await publicApp(t, db, ceremony);
    const page = async (at: Date) => {
      site.clock.set(at);
      return (await site.app.inject(`/prisen/${year.year}`)).body;
    };
    const later = addDays(ceremony, 1);
    const approve = await rewritten(db, year, later, 'Et annet ord');
    const waits = () => countedTasks(db, { actor: year.people.chair, now: later });
    t.match(
      (await waits()).filter(({ kind }) => kind === 'approveStatements'),
      [{ count: 1 }],
      'the chair is told',
    );
    await year.as('chair', later, (unit) => commentOn(unit, year.nominations[WINNER]!, 'Bedre slik.'));
    const mended = { kind: 'winner', release: 'approval', publishAt: later, texts, correction } as const;
    t.match(
      await refused(prepared(year, later, mended)),
      { errors: [{ requirement: 'statementsApproved', message: Function }] },
      'what the chair has not approved does not go out',
    );
    await approve();
    t.notMatch(await page(later), /Et annet ord/, 'what is public stays');
    const out = addDays(later, 1);
    await approved(year, out, { ...mended, publishAt: out });
    t.match(await page(out), /Begrunnelsen er rettet[\s\S]*Et annet ord nb/);
    await rewritten(db, year, addMinutes(out, 5), 'Et tredje ord');
    t.notMatch(
      await page(addMinutes(out, 6)),
      /Et tredje ord/,
      'nor is a correction read from what is being written',
    );
  },
);

t.test('of a correction of the winner and one of the nominated, the later is read', async (t) => {
  const { db } = await testDatabase(t);
  const { year, ceremony } = await announced(db);
  const site = await publicApp(t, db, ceremony);
  const read = async (at: Date) => {
    site.clock.set(at);
    const { nominated: found } = (await site.app.inject(`/api/v1/public/editions/${year.year}`)).json<{
      nominated: { name: string; statement: { nb: string } }[];
    }>();
    return found.find(({ name }) => name === WINNER)?.statement.nb;
  };
  for (const [days, kind, words] of [
    [1, 'winner', 'Den første'],
    [2, 'finalists', 'Den andre'],
    [3, 'winner', 'Den tredje'],
  ] as const) {
    const at = addDays(ceremony, days);
    await (
      await rewritten(db, year, at, words)
    )();
    await approved(year, at, { kind, release: 'approval', publishAt: at, texts, correction });
    t.equal(await read(at), `${words} nb`, `${words}: of the ${kind}`);
  }
});

t.test('whoever may not write it still may not, and nothing of it is said to be missing', async (t) => {
  const { db } = await testDatabase(t);
  const { year, ceremony } = await announced(db);
  const later = addDays(ceremony, 1);
  const id = year.nominations[WINNER]!;
  const version = await versionOf(db, id);
  const write = (who: 'chair' | 'leader' | 'juror') =>
    refused(year.as(who, later, (unit) => writeStatement(unit, id, { nb: 'x', nn: 'x', version })));
  t.match(await write('chair'), { type: 'auth/forbidden' });
  t.match(await write('juror'), { type: 'auth/forbidden' });
  const tasks = await countedTasks(db, { actor: year.people.secretary, now: later });
  t.same(
    tasks.filter(({ kind }) => kind === 'writeStatements'),
    [],
  );
});

t.test(
  'a correction of the nominated that waits neither blocks the winner nor is held by the winner',
  async (t) => {
    const { db } = await testDatabase(t);
    const { year, ceremony, at, finalistsAt } = await nominated(db);
    await applyDue({ db, log }, finalistsAt);
    const after = addDays(finalistsAt, 1);
    const moment = { kind: 'finalists', release: 'moment', texts, correction } as const;
    const waiting = await approved(year, after, { ...moment, publishAt: addDays(ceremony, 1) });
    const winner = await approved(year, at, { kind: 'winner', publishAt: ceremony, texts });
    const move = (id: string, version: number, to: Date) =>
      year.as('secretary', at, (unit) => askToMove(unit, id, { version, publishAt: to }));
    const moved = await move(waiting.id, waiting.version, addDays(ceremony, 2));
    await year.as('second', at, (unit) =>
      stopPublication(unit, waiting.id, { version: moved.version, reason: 'Ikke nødvendig' }),
    );
    await applyDue({ db, log }, ceremony);
    const later = addDays(ceremony, 1);
    const next = await approved(year, later, { ...moment, publishAt: addDays(ceremony, 3) });
    await year.as('secretary', later, (unit) =>
      askToMove(unit, next.id, { version: next.version, publishAt: addDays(ceremony, 4) }),
    );
    t.ok(winner.version);
  },
);

t.test(
  'once they were taken down, the correction is by what the nominated come out: before the winner',
  async (t) => {
    const { db } = await testDatabase(t);
    const { year, finalists, finalistsAt, ceremony } = await nominated(db);
    await applyDue({ db, log }, finalistsAt);
    const down = addDays(finalistsAt, 1);
    await year.as('secretary', down, (unit) =>
      takeDownPublication(unit, finalists.id, { version: finalists.version, reason: 'Feil', notice: texts }),
    );
    const moment = { kind: 'finalists', texts, correction, publishAt: addDays(ceremony, -2) } as const;
    const again = await approved(year, down, moment);
    const winner = { kind: 'winner', texts, publishAt: ceremony } as const;
    t.match(await refused(approved(year, down, { ...winner, publishAt: addDays(ceremony, -3) })), {
      errors: [{ requirement: 'afterFinalists' }],
    });
    await approved(year, down, winner);
    const { id, version } = again;
    const ask = { version, publishAt: addDays(ceremony, 1) };
    t.match(await refused(year.as('secretary', down, (unit) => askToMove(unit, id, ask))), {
      errors: [{ requirement: 'afterFinalists' }],
    });
    const stop = { version, reason: 'Feil' };
    t.match(await refused(year.as('secretary', down, (unit) => stopPublication(unit, id, stop))), {
      errors: [{ requirement: 'winnerNotWaiting' }],
    });
  },
);

t.test(
  'archived: what was taken down, or is wrong, is corrected still; nothing else comes out',
  async (t) => {
    const { db } = await testDatabase(t);
    const { year, ceremony, winner } = await announced(db);
    await sql`update letters set state = 'sent', sent_at = created_at where state <> 'sent'`.execute(db);
    const later = addDays(ceremony, 30);
    await year.send('secretary', later, 'archive');
    const when = addDays(later, 1);
    await year.as('secretary', when, (unit) =>
      takeDownPublication(unit, winner.id, { version: winner.version, reason: 'Feil', notice: texts }),
    );
    const site = await publicApp(t, db, when);
    const page = async () => (await site.app.inject(`/prisen/${year.year}`)).body;
    t.notMatch(await page(), /Vinner av/);
    const phase = async () =>
      (await site.app.inject(`/api/v1/public/editions/${year.year}`)).json<{ phase: string }>().phase;
    t.equal(await phase(), 'takenDown', 'a year whose winner is to be corrected is not cancelled');
    const reader = { actor: year.people.secretary, now: when };
    t.match((await publicationsOf(db, reader, year.id)).ready, [
      { kind: 'finalists', standing: { out: Object } },
      { kind: 'winner', standing: { out: Object } },
    ]);
    await (
      await rewritten(db, year, when, 'Rettet i arkivet')
    )();
    await approved(year, when, { kind: 'winner', release: 'approval', publishAt: when, texts, correction });
    t.match(await page(), /Vinner av Etikkprisen[\s\S]*Rettet i arkivet/);
    t.equal(await phase(), 'winner');
    t.equal((await applyDue({ db, log }, when)).published, 1, 'marked, once');
    t.equal((await applyDue({ db, log }, when)).published, 0);
  },
);

t.test(
  'a year that was cancelled after its nominated were taken down stays cancelled in the archive',
  async (t) => {
    const { db } = await testDatabase(t);
    const { year, at } = await nominated(db);
    const { id, version } = await db
      .selectFrom('publications')
      .select(['id', 'version'])
      .where('kind', '=', 'finalists')
      .executeTakeFirstOrThrow();
    await year.as('secretary', at, (unit) =>
      takeDownPublication(unit, id, { version, reason: 'Feil', notice: texts }),
    );
    await sql`update editions set state = 'archived', ended_at = ${at} where id = ${year.id}`.execute(db);
    const site = await publicApp(t, db, at);
    t.match((await site.app.inject(`/api/v1/public/editions/${year.year}`)).json(), { phase: 'cancelled' });
  },
);

t.test('archived: what never came out does not', async (t) => {
  const { db } = await testDatabase(t);
  const { year, at, ceremony } = await nominated(db);
  const { id, version } = await prepared(year, at, { kind: 'winner', publishAt: ceremony, texts });
  await sql`update editions set state = 'archived', ended_at = ${at} where id = ${year.id}`.execute(db);
  t.match(await refused(year.as('second', at, (unit) => approvePublication(unit, id, { version }))), {
    type: 'process/not-now',
  });
  const { publications, ready } = await publicationsOf(db, { actor: year.people.second, now: at }, year.id);
  t.notOk(publications.find(({ row }) => row.id === id)?.may.includes('approve'));
  t.same(
    ready.filter(({ kind }) => kind === 'winner'),
    [],
  );
  await year.as('second', at, (unit) => stopPublication(unit, id, { version, reason: 'Arkivert' }));
  t.match(await refused(prepared(year, at, { kind: 'winner', publishAt: ceremony, texts })), {
    type: 'process/not-now',
  });
});
