/** What can wait for somebody, each a question of its own: which kind, where it is done, and how much of it there is. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { actingChairOf } from '../../core/policy/relations/jury.ts';
import { confided, waitsForConfidence } from '../../core/policy/relations/roles.ts';
import { ballot, edition, nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { rejectionWaits } from '../nominations/open-rejections.ts';
import { somebodyMay } from './allowed.ts';
import type { Task, TaskKind } from './schema.ts';
import { actsFor, silentSince } from './substitutes.ts';
import { meetingFinders } from './waiting-meeting.ts';
import { yearFinders, type Counted, type Finder } from './waiting-year.ts';

const me = ({ actor }: Reader) => sql`${actor?.personId ?? null}::uuid`;
const inEdition = (page: string) => (id: string) => `/sekretariat/${id}/${page}`;
const none = sql<Date | null>`null::timestamptz`;
/** Over the alias `e`: nobody writes for a year that was cancelled. */
const goesOn = sql<boolean>`not year_was_cancelled(e)`;

/** Applications that `viewer` may do something with, counted by edition. */
const nominationsBy = (
  db: Kysely<DB>,
  { actor, now }: Reader,
  action: Parameters<typeof scope<typeof nomination>>[1],
) =>
  db
    .selectFrom('nominations as n')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select(['e.id as editionId', 'e.year'])
    .where(scope(nomination, action, viewerOf(actor), now, 'n'))
    .groupBy(['e.id', 'e.year']);

const mySeats = (db: Kysely<DB>, { actor }: Reader) =>
  db
    .selectFrom('seat_holders as h')
    .innerJoin('editions as e', 'e.id', 'h.edition_id')
    .select(['e.id as editionId', 'e.year'])
    .where('h.person_id', '=', actor?.personId ?? null)
    .where('h.until_at', 'is', null)
    .where('e.state', 'not in', ['archived', 'cancelled', 'winnerAnnounced', 'noAward']);

const finders: Record<Exclude<TaskKind, 'completeApplication' | 'answerNaming'>, Finder> = {
  ...yearFinders,
  ...meetingFinders,
  confirmConfidence: {
    path: () => '/jury/fortrolighet',
    find: (db, reader) =>
      mySeats(db, reader)
        .select([sql<string>`1`.as('count'), none.as('due')])
        .where(sql<boolean>`(${confided('h')}) is not true`),
  },
  /** One press confirms them for all roles. */
  confirmConfidenceForRole: {
    path: () => '/min-side/fortrolighet',
    find: (_db, reader) =>
      sql<Counted>`(select null::uuid as "editionId", null::int as year, count(*) as count, ${none} as due from role_grants g
        where g.person_id = ${me(reader)} and ${waitsForConfidence('g', reader.now)} having count(*) > 0)`,
  },
  declareConnections: {
    path: () => '/jury/habilitet',
    find: (db, reader) =>
      nominationsBy(db, reader, 'declare')
        .innerJoin('seat_holders as h', (join) =>
          join
            .onRef('h.edition_id', '=', 'e.id')
            .on('h.until_at', 'is', null)
            .on('h.confirmed_at', 'is not', null),
        )
        .where('h.person_id', '=', reader.actor?.personId ?? null)
        .where('n.state', 'in', ['admitted', 'underReview'])
        .where(sql<boolean>`juror_standing(${me(reader)}, n.id) = 'undeclared'`)
        .select((eb) => [eb.fn.countAll<string>().as('count'), none.as('due')]),
  },
  decideConflicts: {
    path: () => '/jury/leder',
    find: (db, reader) =>
      nominationsBy(db, reader, 'decideConflict')
        .innerJoin('declarations as d', 'd.nomination_id', 'n.id')
        .where(sql<boolean>`d.person_id <> ${me(reader)} and juror_standing(d.person_id, n.id) = 'pending'`)
        .where(nomination.relations.actingChair('n', viewerOf(reader.actor), reader.now))
        .select([sql<string>`count(distinct (n.id, d.person_id))`.as('count'), none.as('due')]),
  },
  answerObjections: {
    path: () => '/jury/innsigelser',
    find: (db, reader) =>
      nominationsBy(db, reader, 'answerObjection')
        .innerJoin('objections as o', 'o.nomination_id', 'n.id')
        .where('o.answered_at', 'is', null)
        .where(sql<boolean>`o.about_id is distinct from ${me(reader)}`)
        // The next after the acting chair answers what is about the acting chair, and nothing else.
        .where((eb) =>
          eb.or([
            nomination.relations.actingChair('n', viewerOf(reader.actor), reader.now),
            sql<boolean>`o.about_id = ${actingChairOf(sql`n.edition_id`, sql`n.id`)}`,
          ]),
        )
        .select((eb) => [eb.fn.countAll<string>().as('count'), none.as('due')]),
  },
  /** An application has fewer free jurors than it takes (HAB-7). That it is so, not which. */
  callInDeputy: {
    path: inEdition('jury'),
    find: (db, { actor, now }) =>
      db
        .selectFrom('editions as e')
        .select(['e.id as editionId', 'e.year', sql<string>`1`.as('count'), 'e.judging_ends_at as due'])
        .where('e.state', '=', 'judging')
        .where(scope(edition, 'adjust', viewerOf(actor), now, 'e'))
        .where(
          sql<boolean>`exists (select from nominations n where n.edition_id = e.id and n.state = 'underReview' and quorum_of(e.id) >
            (select count(*) from choice_participants(e.id, array[n.id]) c where cardinality(c.out_of) = 0 and not c.whole_edition))`,
        ),
  },
  deliverBallots: {
    path: () => '/jury',
    find: (db, { actor, now }) =>
      db
        .selectFrom('ballots as b')
        .innerJoin('editions as e', 'e.id', 'b.edition_id')
        .select((eb) => [
          'e.id as editionId',
          'e.year',
          'e.judging_ends_at as due',
          eb.fn.countAll<string>().as('count'),
        ])
        .where('e.state', '=', 'judging')
        .where(scope(ballot, 'edit', viewerOf(actor), now, 'b'))
        .groupBy(['e.id', 'e.year', 'e.judging_ends_at']),
  },
  approveStatements: {
    path: inEdition('begrunnelser'),
    find: (db, reader) =>
      nominationsBy(db, reader, 'approveStatement')
        .innerJoin('statements as s', 's.nomination_id', 'n.id')
        .where('s.approved_at', 'is', null)
        .where('s.nb', '<>', '')
        .where('s.nn', '<>', '')
        .where(goesOn)
        .select((eb) => [eb.fn.countAll<string>().as('count'), none.as('due')]),
  },
  approvePublication: {
    path: inEdition('offentliggjoring'),
    find: (db, { actor, now }) =>
      db
        .selectFrom('publications as p')
        .innerJoin('editions as e', 'e.id', 'p.edition_id')
        .select((eb) => [
          'e.id as editionId',
          'e.year',
          eb.fn.countAll<string>().as('count'),
          // What comes out as soon as it is approved has no time of its own.
          sql<Date | null>`min(p.publish_at) filter (where p.release <> 'approval' or p.approved_at is not null)`.as(
            'due',
          ),
        ])
        .where('p.stopped_at', 'is', null)
        // What is prepared, and the other moment that somebody has asked for.
        .where((eb) =>
          eb.or([
            eb.and([eb('p.approved_at', 'is', null), eb('p.prepared_by', '<>', actor?.personId ?? null)]),
            eb.and([
              eb('p.move_to', 'is not', null),
              eb('p.moved_at', 'is', null),
              eb('p.held_at', 'is', null),
              eb('p.publish_at', '>', now),
              eb('p.move_by', '<>', actor?.personId ?? null),
            ]),
          ]),
        )
        .where(scope(edition, 'approvePublication', viewerOf(actor), now, 'e'))
        // A substitute's when the leader has been silent, or asked for it.
        .where(
          sql<boolean>`(case when p.approved_at is null then p.prepared_at else p.move_asked_at end <= ${silentSince(now)}
            or coalesce(${actsFor('e', sql`${actor?.personId ?? null}::uuid`, now)} = case when p.approved_at is null then p.prepared_by else p.move_by end, true))`,
        )
        .groupBy(['e.id', 'e.year']),
  },
  approveExtensions: {
    path: inEdition('frister'),
    find: (db, reader) =>
      nominationsBy(db, reader, 'approveExtension')
        .innerJoin('deadline_extensions as x', 'x.nomination_id', 'n.id')
        .where('x.approved_at', 'is', null)
        .where('x.declined_at', 'is', null)
        .where('x.until_at', '>', reader.now)
        .where('x.proposed_by', '<>', reader.actor?.personId ?? null)
        .where('e.judging_started_at', 'is', null)
        .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.min('x.until_at').as('due')]),
  },
  approveRejections: {
    path: inEdition('soknader?check=rejection'),
    find: (db, reader) =>
      nominationsBy(db, reader, 'reject')
        .innerJoin('rejection_proposals as r', 'r.nomination_id', 'n.id')
        .where('r.approved_at', 'is', null)
        .where('r.declined_at', 'is', null)
        .where('r.lapsed', '=', false)
        // One's own waits for oneself where nobody else may answer it.
        .where(
          sql<boolean>`(r.proposed_by <> ${me(reader)} or not ${somebodyMay(nomination, 'reject', 'n', { now: reader.now, but: me(reader) })})`,
        )
        .select((eb) => [eb.fn.countAll<string>().as('count'), none.as('due')]),
  },
  approveReceived: {
    path: inEdition('mottatt'),
    find: (db, { actor, now }) =>
      db
        .selectFrom('received_applications as r')
        .innerJoin('editions as e', 'e.id', 'r.edition_id')
        .select((eb) => ['e.id as editionId', 'e.year', eb.fn.countAll<string>().as('count'), none.as('due')])
        .where('r.approved_at', 'is', null)
        .where('r.declined_at', 'is', null)
        .where('r.registered_by', '<>', actor?.personId ?? null)
        .where(sql<boolean>`exists (select from received_files f where f.received_id = r.id)`)
        .where(scope(edition, 'approveReceived', viewerOf(actor), now, 'e'))
        .groupBy(['e.id', 'e.year']),
  },
  checkApplications: {
    path: inEdition('soknader'),
    find: (db, reader) =>
      nominationsBy(db, reader, 'admit')
        .where('n.state', '=', 'submitted')
        .where(sql<boolean>`not ${rejectionWaits}`)
        .where(sql<boolean>`application_closes_at(n, e.closes_at) <= ${reader.now}`)
        .select((eb) => [eb.fn.countAll<string>().as('count'), none.as('due')]),
  },
  /** Applicants who have asked, and whose last word is not answered. */
  answerHelp: {
    path: inEdition('hjelp'),
    find: (db, reader) =>
      nominationsBy(db, reader, 'answerHelp')
        .innerJoin('help_requests as r', 'r.nomination_id', 'n.id')
        .where('r.closed_at', 'is', null)
        .where(
          sql<boolean>`not (select m.by_secretariat from help_messages m where m.request_id = r.id order by m.written_at desc, m.id desc limit 1)`,
        )
        .select((eb) => [eb.fn.countAll<string>().as('count'), none.as('due')]),
  },
  readAlong: {
    path: () => '/veiledning',
    find: (db, reader) =>
      nominationsBy(db, reader, 'readAlong')
        .where(nomination.relations.adviser('n', viewerOf(reader.actor)))
        .select((eb) => [eb.fn.countAll<string>().as('count'), none.as('due')]),
  },
  declareAsAdviser: {
    path: () => '/veiledning/habilitet',
    find: (db, reader) =>
      nominationsBy(db, reader, 'declare')
        .where(nomination.relations.adviser('n', viewerOf(reader.actor)))
        .where(sql<boolean>`juror_standing(${me(reader)}, n.id) = 'undeclared'`)
        .select((eb) => [eb.fn.countAll<string>().as('count'), none.as('due')]),
  },
  answerJoinRequests: {
    path: () => '/sekretariat/foresporsler',
    find: (db, { actor, now }) =>
      db
        .selectFrom('join_requests as r')
        .innerJoin('editions as e', 'e.id', 'r.edition_id')
        .select((eb) => ['e.id as editionId', 'e.year', eb.fn.countAll<string>().as('count'), none.as('due')])
        .where('r.state', '=', 'open')
        .where(scope(edition, 'manage', viewerOf(actor), now, 'e'))
        .groupBy(['e.id', 'e.year']),
  },
  writeStatements: {
    path: inEdition('begrunnelser'),
    find: (db, reader) =>
      nominationsBy(db, reader, 'writeStatement')
        .innerJoin('decision_entries as t', 't.nomination_id', 'n.id')
        .innerJoin('decisions as d', (join) =>
          join
            .onRef('d.id', '=', 't.decision_id')
            .on('d.kind', '=', 'finalists')
            .on('d.retracted_at', 'is', null),
        )
        .leftJoin('statements as s', 's.nomination_id', 'n.id')
        .where((eb) => eb.or([eb('s.id', 'is', null), eb('s.nb', '=', ''), eb('s.nn', '=', '')]))
        .where(scope(edition, 'seeDecisions', viewerOf(reader.actor), reader.now, 'e'))
        .where(goesOn)
        .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.min('e.finalists_at').as('due')]),
  },
};

/** Everything that is counted, with one question to the database. */
export async function countedTasks(db: Kysely<DB>, reader: Reader): Promise<Task[]> {
  const questions = Object.entries(finders).map(
    ([kind, { find }]) =>
      sql`select ${sql.lit(kind)} as kind, "editionId", year, count::integer as count, due from ${find(db, reader)} as found`,
  );
  const { rows } = await sql<Omit<Counted, 'count'> & { kind: keyof typeof finders; count: number }>`
    ${sql.join(questions, sql` union all `)} order by year desc`.execute(db);
  return rows
    .filter(({ count }) => count > 0)
    .map(({ editionId, ...task }) => ({ ...task, path: finders[task.kind].path(editionId ?? '') }));
}
