/** The steps of a year that somebody has to take, so that whoever is new sees the next one: from letting the secretariat in to closing the year. */
import { sql, type Expression, type Kysely, type RawBuilder } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { edition, nomination, service } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import { yearOf } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { needsTwo, notOutOfIt } from '../letter-batches/queries.ts';
import { rejectionWaits } from '../nominations/open-rejections.ts';
import { somebodyMay } from './allowed.ts';
import type { TaskKind } from './schema.ts';

/** One row an edition: how many there are, and when the first of them is due. */
export type Counted = { editionId: string | null; year: number | null; count: string; due: Date | null };
export interface Finder {
  path(editionId: string): string;
  find(db: Kysely<DB>, reader: Reader): Expression<Counted>;
}
export type YearStep = Extract<
  TaskKind,
  | 'inviteSecretariat'
  | 'inviteForRejections'
  | 'createEdition'
  | 'announce'
  | 'startJudging'
  | 'closeJudging'
  | 'prepareFinalists'
  | 'prepareWinner'
  | 'announceHeld'
  | 'prepareCorrection'
  | 'approveLetters'
  | 'approveFeedback'
  | 'answerQuestions'
  | 'answerBarriers'
  | 'archive'
>;

const overview = (id: string) => `/sekretariat/${id}`;
const publication = (id: string) => `/sekretariat/${id}/offentliggjoring`;
const one = sql<string>`1`.as('count');
const none = sql<Date | null>`null::timestamptz`.as('due');
type DateColumn = 'judging_ends_at' | 'finalists_at' | 'ceremony_at';

/** Editions that `reader` may take this step with. */
const editionsFor = (
  db: Kysely<DB>,
  { actor, now }: Reader,
  action: Parameters<typeof scope<typeof edition>>[1],
  due: DateColumn | RawBuilder<Date>,
) =>
  db
    .selectFrom('editions as e')
    .select([
      'e.id as editionId',
      'e.year',
      one,
      (typeof due === 'string' ? sql<Date>`${sql.ref(`e.${due}`)}` : due).as('due'),
    ])
    .where(scope(edition, action, viewerOf(actor), now, 'e'));

/** Belongs to no edition yet. */
const forNoEdition = (
  db: Kysely<DB>,
  { actor, now }: Reader,
  action: Parameters<typeof scope<typeof service>>[1],
  year: Expression<number>,
) =>
  db
    .selectNoFrom([sql<string>`null::uuid`.as('editionId'), sql<number>`${year}`.as('year'), one, none])
    .where(scope(service, action, viewerOf(actor), now));

const stands = (kind: 'finalists' | 'winner') =>
  sql<boolean>`exists (select from decisions d where d.edition_id = e.id and d.kind = ${sql.lit(kind)} and d.retracted_at is null)`;
/** One whose moment went by before anybody approved it has to be prepared anew. */
const prepared = (kind: 'finalists' | 'winner', now: Date) =>
  sql<boolean>`exists (select from publications p where p.edition_id = e.id and p.kind = ${sql.lit(kind)} and p.stopped_at is null and p.taken_down_at is null
    and (p.approved_at is not null or p.release = 'approval' or p.publish_at > ${now}))`;

export const yearFinders: Record<YearStep, Finder> = {
  /** Nobody can run a year before somebody is in the secretariat, and whoever is there for one year alone makes no other. */
  inviteSecretariat: {
    path: () => '/administrasjon/inviter',
    find: (db, reader) =>
      forNoEdition(db, reader, 'managePeople', sql`${sql.lit(yearOf(reader.now))}::integer`).where(
        sql<boolean>`not exists (select from role_grants g where g.role = 'secretary' and (g.until_at is null or g.until_at > ${reader.now})
          and (g.edition_id is null or exists (select from editions e where e.id = g.edition_id and e.state <> 'archived')))`,
      ),
  },
  /** A rejection was proposed, and whoever could answer has left or is out of it: only somebody new can. */
  inviteForRejections: {
    path: () => '/administrasjon/inviter',
    find: (db, { actor, now }) =>
      db
        .selectFrom('nominations as n')
        .innerJoin('editions as e', 'e.id', 'n.edition_id')
        .select((eb) => ['e.id as editionId', 'e.year', eb.fn.countAll<string>().as('count'), none])
        .where(scope(service, 'managePeople', viewerOf(actor), now))
        .where(rejectionWaits)
        .where((eb) => eb.not(somebodyMay(nomination, 'reject', 'n', { now, but: sql`null::uuid` })))
        .groupBy(['e.id', 'e.year']),
  },
  createEdition: {
    path: () => '/sekretariat/ny',
    find: (db, reader) =>
      forNoEdition(
        db,
        reader,
        'createEdition',
        sql`(select greatest(coalesce(max(year) + 1, 0), ${sql.lit(yearOf(reader.now))})::integer from editions)`,
      ).where(sql<boolean>`not exists (select from editions where state <> 'archived')`),
  },
  announce: {
    path: overview,
    // By the day that was planned for it, else before the call is to open.
    find: (db, reader) =>
      editionsFor(db, reader, 'announce', sql<Date>`coalesce(e.announces_at, e.opens_at)`).where(
        'e.state',
        '=',
        'planned',
      ),
  },
  /** The formal check is done with, and nobody has a later deadline. */
  startJudging: {
    path: overview,
    find: (db, reader) =>
      editionsFor(db, reader, 'startJudging', 'judging_ends_at')
        .where('e.state', '=', 'closed')
        .where(
          sql<boolean>`exists (select from nominations n where n.edition_id = e.id and n.state = 'admitted')
            and not exists (select from nominations n where n.edition_id = e.id
              and (n.state in ('submitted', 'returned') or n.state = 'draft' and n.extended_until > ${reader.now}))`,
        ),
  },
  /** Everything is delivered, or the time is up. */
  closeJudging: {
    path: () => '/jury/leder',
    find: (db, reader) =>
      editionsFor(db, reader, 'closeJudging', 'judging_ends_at')
        .where('e.state', '=', 'judging')
        .where(
          sql<boolean>`(e.judging_ends_at <= ${reader.now} or not exists (select from ballots b join nominations n on n.id = b.nomination_id
            where b.edition_id = e.id and n.state = 'underReview' and b.state in ('assigned', 'started', 'reopened')))`,
        ),
  },
  prepareFinalists: {
    path: publication,
    find: (db, reader) =>
      editionsFor(db, reader, 'preparePublication', 'finalists_at')
        .where('e.state', '=', 'decided')
        .where(stands('finalists'))
        .where(
          sql<boolean>`not exists (select from decisions d join decision_entries t on t.decision_id = d.id
            left join statements s on s.nomination_id = t.nomination_id
            where d.edition_id = e.id and d.kind = 'finalists' and d.retracted_at is null and s.approved_at is null)`,
        )
        // Where anybody was told in confidence, everybody has a say.
        .where(
          sql<boolean>`(nominated_agreed(e.id) or not exists (select from confidential_notices c join decisions d on d.id = c.decision_id
            where d.edition_id = e.id and d.retracted_at is null))`,
        )
        .where((eb) => eb.not(prepared('finalists', reader.now))),
  },
  prepareWinner: {
    path: publication,
    find: (db, reader) =>
      editionsFor(db, reader, 'preparePublication', 'ceremony_at')
        .where('e.state', 'in', ['decided', 'finalistsPublished'])
        .where(stands('winner'))
        .where(
          sql<boolean>`(exists (select from publications p where p.edition_id = e.id and p.kind = 'finalists' and p.stopped_at is null and p.approved_at is not null)
            or exists (select from decisions d where d.edition_id = e.id and d.kind = 'winner' and d.retracted_at is null and d.no_award))`,
        )
        .where((eb) => eb.not(prepared('winner', reader.now))),
  },
  /** Held back, and the ceremony has begun: it comes out by nothing but a person. */
  announceHeld: {
    path: (id) => `/sekretariat/${id}/seremoni`,
    find: (db, reader) =>
      editionsFor(db, reader, 'runCeremony', 'ceremony_at')
        .where('e.ceremony_at', '<=', reader.now)
        .where(
          sql<boolean>`exists (select from publications p where p.edition_id = e.id and p.kind = 'winner' and p.approved_at is not null
            and p.stopped_at is null and p.held_at is not null and not publication_is_public(p, ${reader.now}))`,
        ),
  },
  /** What was out has been taken down, and nothing is on its way in its place. */
  prepareCorrection: {
    path: publication,
    find: (db, reader) =>
      editionsFor(db, reader, 'preparePublication', sql<Date>`null::timestamptz`)
        .where('e.state', 'not in', ['cancelled', 'archived'])
        .where((eb) =>
          eb.or(
            (['finalists', 'winner'] as const).map((kind) =>
              eb.and([
                sql<boolean>`result_is_down(e.id, ${sql.lit(kind)}, ${reader.now})`,
                eb.not(prepared(kind, reader.now)),
              ]),
            ),
          ),
        ),
  },
  /** Written by somebody else, and two must have read it. */
  approveLetters: {
    path: (id) => `/sekretariat/${id}/utsendinger`,
    find: (db, reader) =>
      db
        .selectFrom('letter_batches as b')
        .innerJoin('editions as e', 'e.id', 'b.edition_id')
        .select((eb) => ['e.id as editionId', 'e.year', eb.fn.countAll<string>().as('count'), none])
        .where('b.sent_at', 'is', null)
        .where('b.discarded_at', 'is', null)
        .where('b.send_at', 'is', null)
        .where('e.state', '<>', 'archived')
        // Before all have agreed to be named it would be refused.
        .where(sql<boolean>`(b.recipients ->> 'audience' <> 'notNominated' or nominated_agreed(e.id))`)
        .where(needsTwo(reader.now))
        .where(
          sql<boolean>`not ${reader.actor?.personId ?? null}::uuid = any(b.earlier_writers || b.prepared_by)`,
        )
        .where(notOutOfIt(reader))
        .where(scope(edition, 'approveLetters', viewerOf(reader.actor), reader.now, 'e'))
        .groupBy(['e.id', 'e.year']),
  },
  /** Written by another. */
  approveFeedback: {
    path: (id) => `/sekretariat/${id}/tilbakemeldinger`,
    find: (db, { actor, now }) =>
      db
        .selectFrom('nominations as n')
        .innerJoin('editions as e', 'e.id', 'n.edition_id')
        .innerJoin('feedbacks as f', 'f.nomination_id', 'n.id')
        .select((eb) => ['e.id as editionId', 'e.year', eb.fn.countAll<string>().as('count'), none])
        .where(scope(nomination, 'approveFeedback', viewerOf(actor), now, 'n'))
        .where('f.approved_at', 'is', null)
        .where('f.body', '<>', '')
        .where('f.written_by', '<>', actor?.personId ?? null)
        .groupBy(['e.id', 'e.year']),
  },
  /** Asked by the public. */
  answerQuestions: {
    path: (id) => `/sekretariat/${id}/sporsmal-og-svar`,
    find: (db, { actor, now }) =>
      db
        .selectFrom('call_questions as q')
        .innerJoin('editions as e', 'e.id', 'q.edition_id')
        .select((eb) => ['e.id as editionId', 'e.year', eb.fn.countAll<string>().as('count'), none])
        .where('q.number', 'is', null)
        .where('q.set_aside_at', 'is', null)
        .where('e.ended_at', 'is', null)
        .where(scope(edition, 'answerQuestions', viewerOf(actor), now, 'e'))
        .groupBy(['e.id', 'e.year']),
  },
  /** What somebody could not use; of no year. */
  answerBarriers: {
    path: () => '/sekretariat/tilgjengelighet',
    find: (db, { actor, now }) =>
      db
        .selectFrom('barriers as b')
        .select((eb) => [
          sql<string | null>`null::uuid`.as('editionId'),
          sql<number | null>`null::int`.as('year'),
          eb.fn.countAll<string>().as('count'),
          none,
        ])
        .where('b.closed_at', 'is', null)
        .where(scope(service, 'answerBarriers', viewerOf(actor), now)),
  },
  archive: {
    path: overview,
    find: (db, { actor, now }) =>
      db
        .selectFrom('editions as e')
        .select(['e.id as editionId', 'e.year', one, none])
        .where('e.state', 'in', ['winnerAnnounced', 'noAward', 'cancelled'])
        .where(
          sql<boolean>`(e.state = 'cancelled' or not (result_is_down(e.id, 'finalists', ${now}) or result_is_down(e.id, 'winner', ${now})))`,
        )
        .where(scope(edition, 'archive', viewerOf(actor), now, 'e')),
  },
};
