/** What waits for the jury at its meeting and after it. */
import { sql } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { ballot, edition, motion } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { TaskKind } from './schema.ts';
import type { Finder } from './waiting-year.ts';

export type MeetingTask = Extract<TaskKind, 'answerScores' | 'vote' | 'decide' | 'confirmProtocol'>;
const none = sql<Date | null>`null::timestamptz`;

export const meetingFinders: Record<MeetingTask, Finder> = {
  /** Somebody has proposed at the meeting that a score of one's own counts otherwise. */
  answerScores: {
    path: () => '/jury/mote',
    find: (db, { actor, now }) =>
      db
        .selectFrom('agreed_scores as a')
        .innerJoin('ballots as b', 'b.id', 'a.ballot_id')
        .innerJoin('editions as e', 'e.id', 'b.edition_id')
        .select((eb) => ['e.id as editionId', 'e.year', eb.fn.countAll<string>().as('count'), none.as('due')])
        .where('a.answer', 'is', null)
        .where(sql<boolean>`agreement_open(e.id)`)
        .where(scope(ballot, 'answerScore', viewerOf(actor), now, 'b'))
        .groupBy(['e.id', 'e.year']),
  },
  /** In writing, until the deadline. */
  vote: {
    path: () => '/jury/mote',
    find: (db, reader) =>
      db
        .selectFrom('motions as m')
        .innerJoin('editions as e', 'e.id', 'm.edition_id')
        .select((eb) => [
          'e.id as editionId',
          'e.year',
          eb.fn.countAll<string>().as('count'),
          eb.fn.min('m.closes_at').as('due'),
        ])
        .where('m.closed_at', 'is', null)
        .where('m.closes_at', '>', reader.now)
        .where(scope(motion, 'vote', viewerOf(reader.actor), reader.now, 'm'))
        .where(
          sql<boolean>`not exists (select from motion_votes v where v.motion_id = m.id and v.person_id = ${reader.actor?.personId ?? null}::uuid)`,
        )
        .groupBy(['e.id', 'e.year']),
  },
  decide: {
    path: () => '/jury/vedtak',
    find: (db, { actor, now }) =>
      db
        .selectFrom('editions as e')
        .select(['e.id as editionId', 'e.year', sql<string>`1`.as('count'), 'e.finalists_at as due'])
        .where('e.state', '=', 'deliberating')
        .where(scope(edition, 'decideFinalists', viewerOf(actor), now, 'e'))
        // A choice of the winner that was opened again.
        .unionAll(
          db
            .selectFrom('editions as e')
            .select(['e.id as editionId', 'e.year', sql<string>`1`.as('count'), 'e.ceremony_at as due'])
            .where('e.state', 'in', ['decided', 'finalistsPublished'])
            .where(scope(edition, 'decideWinner', viewerOf(actor), now, 'e'))
            .where(
              sql<boolean>`exists (select from decisions d where d.edition_id = e.id and d.kind = 'winner')
                and not exists (select from decisions d where d.edition_id = e.id and d.kind = 'winner' and d.retracted_at is null)`,
            ),
        ),
  },
  /** Decisions that one took part in, that stand, and that one has not said are recorded as they were made. */
  confirmProtocol: {
    path: (id) => `/sekretariat/${id}/protokoll`,
    find: (db, { actor, now }) =>
      db
        .selectFrom('decisions as d')
        .innerJoin('editions as e', 'e.id', 'd.edition_id')
        .innerJoin('decision_participants as p', 'p.decision_id', 'd.id')
        .leftJoin('decision_confirmations as c', (join) =>
          join.onRef('c.decision_id', '=', 'd.id').onRef('c.person_id', '=', 'p.person_id'),
        )
        .select((eb) => ['e.id as editionId', 'e.year', eb.fn.countAll<string>().as('count'), none.as('due')])
        .where('p.person_id', '=', actor?.personId ?? null)
        .where('p.took_part', '=', true)
        .where('d.retracted_at', 'is', null)
        .where('c.person_id', 'is', null)
        // What nobody confirmed in its year waits for nobody in the next.
        .where('e.state', '<>', 'archived')
        .where(scope(edition, 'readProtocol', viewerOf(actor), now, 'e'))
        .groupBy(['e.id', 'e.year']),
  },
};
