/** Motions as their reader may see them: nothing of one that he or she is out of, and in writing no vote before it is closed. */
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import { can, relationsOf, scope, type Relations } from '../../core/policy/policy.ts';
import { edition, motion } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { namesFor } from '../decisions/voters.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import type { MotionOut, Voter } from './schema.ts';
import { votersOf, type VoterRow } from './voters.ts';

/** The latest first. @throws not-found, auth/forbidden; process/not-now before the judging is closed */
export async function motionsOf(db: Kysely<DB>, reader: Reader, editionId: string): Promise<MotionOut[]> {
  const row = await findEdition(db, reader, editionId);
  demand(row, 'seeMeetings');
  return motionsSeenBy(db, reader, row);
}

/** The same for a reader whose right to the jury's papers has been asked for already. */
export const motionsSeenBy = (db: Kysely<DB>, reader: Reader, row: JudgedEdition): Promise<MotionOut[]> =>
  find(db, reader, row, sql<boolean>`m.edition_id = ${row.id}`);

/** @throws not-found, also for one that the reader is out of */
export async function motionOf(db: Kysely<DB>, reader: Reader, id: string): Promise<MotionOut> {
  const found = await db.selectFrom('motions').select('edition_id').where('id', '=', id).executeTakeFirst();
  if (!found) throw problem('not-found');
  const row = await findEdition(db, reader, found.edition_id);
  const [one] = await find(db, reader, row, sql<boolean>`m.id = ${id}`);
  if (!one) throw problem('not-found');
  return one;
}

async function find(
  db: Kysely<DB>,
  reader: Reader,
  row: JudgedEdition,
  which: Expression<SqlBool>,
): Promise<MotionOut[]> {
  const viewer = viewerOf(reader.actor);
  const rows = await db
    .selectFrom('motions as m')
    .innerJoin('people as put', 'put.id', 'm.put_by')
    .leftJoin('people as led', 'led.id', 'm.presided_by')
    .leftJoin('nominations as n', 'n.id', 'm.nomination_id')
    .leftJoin('meetings as mt', (join) =>
      join.onRef('mt.id', '=', 'm.meeting_id').on('mt.ended_at', 'is', null),
    )
    .selectAll('m')
    .select(['mt.id as meeting_now', 'put.name as putter', 'led.name as leader', 'n.organisation_name'])
    .select(sql<boolean>`coalesce(motion_stands(m.id), false)`.as('stands'))
    .select(sql<number>`quorum_of(m.edition_id)`.as('quorum_now'))
    .select(relationsOf(motion, viewer, reader.now, 'm').as('rel'))
    .where(which)
    .where(scope(motion, 'read', viewer, reader.now, 'm'))
    .orderBy('m.put_at', 'desc')
    .orderBy('m.id', 'desc')
    .execute();
  const voters = await votersOf(db, rows);
  const dissents = await dissentsOf(
    db,
    rows.map(({ id }) => id),
  );
  const names = await namesFor(
    db,
    reader,
    [...voters.values()].flat().flatMap(({ outOf }) => outOf),
  );
  const open = can(edition, 'putMotion', row) || can(edition, 'holdMeeting', row) || row.rel.juror;
  return rows.map((one): MotionOut => {
    const all = voters.get(one.id) ?? [];
    const sealed = one.closes_at !== null && one.closed_at === null;
    const unnamed = one.closed_at !== null && row.dissent === 'counted';
    const mine = all.find(({ personId }) => personId === reader.actor?.personId);
    return {
      id: one.id,
      meetingId: one.meeting_id,
      kind: one.kind,
      nominationId: one.nomination_id,
      organisation: one.organisation_name,
      body: one.body,
      putBy: one.putter,
      putAt: one.put_at.toISOString(),
      closesAt: one.closes_at?.toISOString() ?? null,
      closedAt: one.closed_at?.toISOString() ?? null,
      outcome: one.outcome,
      quorum: one.quorum ?? one.quorum_now,
      entitled: all.filter(({ entitled }) => entitled).length,
      tally: sealed ? null : tallyOf(all),
      voters: all.map((voter) => shownVoter(voter, names, sealed || unnamed)),
      presidedBy: one.leader,
      castVote: one.cast_vote,
      dissents: (dissents.get(one.id) ?? []).map(({ name, body }) => ({ name, body })),
      stands: one.stands,
      myVote: mine?.vote ?? null,
      allowedActions: open ? [...actionsOn(one, mine, reader, row), ...onScreen(one, row)] : [],
    };
  });
}

const tallyOf = (all: readonly VoterRow[]) => {
  const n = (wanted: string) => all.filter(({ vote }) => vote === wanted).length;
  return { for: n('for'), against: n('against'), abstain: n('abstain') };
};

const shownVoter = (
  { outOf, vote, ...voter }: VoterRow,
  names: ReadonlyMap<string, string>,
  hidden: boolean,
): Voter => ({
  ...voter,
  hasVoted: vote !== null,
  vote: hidden ? null : vote,
  outOf: outOf.map((id) => names.get(id) ?? '…').join(', '),
});

function actionsOn(
  one: {
    rel: Relations<typeof motion>;
    closed_at: Date | null;
    closes_at: Date | null;
    outcome: string | null;
  },
  mine: VoterRow | undefined,
  { now }: Reader,
  row: JudgedEdition,
): MotionOut['allowedActions'] {
  if (one.closed_at) {
    const otherwise =
      mine?.vote && (one.outcome === 'carried' ? mine.vote !== 'for' : mine.vote !== 'against');
    const settled = one.outcome === 'carried' || one.outcome === 'fell';
    return settled && otherwise && row.dissent !== 'counted' && can(motion, 'dissent', one)
      ? ['dissent']
      : [];
  }
  const inTime = one.closes_at === null || now < one.closes_at;
  const keeps = can(motion, 'keep', one);
  return [
    ...(can(motion, 'vote', one) && inTime && mine?.inRoom ? (['vote'] as const) : []),
    ...(keeps && one.closes_at === null ? (['keep'] as const) : []),
    ...(keeps ? (['close'] as const) : []),
  ];
}

/** At the meeting that goes on: showing the motion, or uncovering what came of it. */
function onScreen(
  one: Parameters<typeof actionsOn>[0] & { meeting_now: string | null },
  row: JudgedEdition,
): MotionOut['allowedActions'] {
  if (!one.meeting_now || one.outcome === 'withdrawn') return [];
  if (!one.closed_at) return can(motion, 'keep', one) ? ['show'] : [];
  return can(edition, 'uncoverRanking', row) ? ['uncover'] : [];
}

async function dissentsOf(db: Kysely<DB>, ids: readonly string[]) {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('motion_dissents as d')
          .innerJoin('people as p', 'p.id', 'd.person_id')
          .select(['d.motion_id', 'p.name', 'd.body'])
          .where('d.motion_id', 'in', [...ids])
          .orderBy('d.written_at')
          .execute();
  return Map.groupBy(rows, ({ motion_id }) => motion_id);
}
