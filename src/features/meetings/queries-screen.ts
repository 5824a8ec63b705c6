/**
 * The shared screen: only what everybody present may see. It is read by whoever shares it, and by each of the others at home;
 * the one who asks sees no more than the room, and the room sees nothing that somebody in it is out of.
 */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { JudgedEdition } from '../editions/queries.ts';
import { motionsSeenBy } from '../motions/queries.ts';
import { latestRendered } from '../nominations/submission.ts';
import type { RenderedSubmission } from '../nominations/schema.ts';
import { rankEdition } from '../results/queries.ts';
import { findMeeting, openingOf } from './queries.ts';
import type { ScreenOut } from './schema.ts';

export interface Screen extends Omit<ScreenOut, 'application'> {
  application:
    | (Omit<NonNullable<ScreenOut['application']>, 'submission'> & { submission: RenderedSubmission })
    | null;
}
type Opening = NonNullable<Awaited<ReturnType<typeof openingOf>>>;

/** @throws not-found, auth/forbidden for whoever has no part in the meeting */
export async function screenOf(db: Kysely<DB>, reader: Reader, meetingId: string): Promise<Screen> {
  const { meeting, edition } = await findMeeting(db, reader, meetingId);
  const opening = meeting.ended_at ? null : await openingOf(db, meetingId);
  const empty = {
    year: edition.year,
    ended: meeting.ended_at !== null,
    application: null,
    motion: null,
    ranking: null,
  };
  if (!opening) return { ...empty, shows: 'nothing' };
  if (opening.motion_id) return { ...empty, ...(await motionOn(db, reader, edition, meetingId, opening)) };
  const shown = await aboutOf(db, reader, edition.id, opening);
  if (shown.some(({ visible }) => !visible)) return { ...empty, shows: 'notForYou' };
  if (await roomMustWait(db, meetingId, opening)) return { ...empty, shows: 'covered' };
  return opening.what === 'ranking'
    ? { ...empty, shows: 'ranking', ranking: await rankingOf(db, edition.id, shown) }
    : { ...empty, shows: 'application', application: await applicationOf(db, shown[0]!) };
}

interface About {
  id: string;
  organisation_name: string;
  unit_name: string;
  language: string;
  visible: boolean;
}

/** The applications that it is about, each with whether the reader may hear of it. */
async function aboutOf(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
  { nomination_id }: Opening,
): Promise<About[]> {
  return db
    .selectFrom('nominations as n')
    .select(['n.id', 'n.organisation_name', 'n.unit_name', 'n.language'])
    .select(sql<boolean>`(${scope(nomination, 'seeDiscussion', viewerOf(actor), now, 'n')})`.as('visible'))
    .where(sql<boolean>`n.id in (select opening_about(${editionId}::uuid, ${nomination_id}::uuid))`)
    .execute();
}

/** Somebody in the room has become one who may not hear of it: by a connection declared while it was open. */
async function roomMustWait(
  db: Kysely<DB>,
  meetingId: string,
  { nomination_id, motion_id }: Opening,
): Promise<boolean> {
  const { rows } = await sql`select from meeting_room r where r.meeting_id = ${meetingId}
    and must_be_out_of(r.meeting_id, r.person_id, ${nomination_id}::uuid, ${motion_id}::uuid) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** What is voted on, and with what outcome once that is uncovered: never how anybody votes. */
async function motionOn(
  db: Kysely<DB>,
  reader: Reader,
  edition: JudgedEdition,
  meetingId: string,
  opening: Opening,
): Promise<Pick<Screen, 'shows' | 'motion'>> {
  const seen = (await motionsSeenBy(db, reader, edition)).find(({ id }) => id === opening.motion_id);
  if (!seen) return { shows: 'notForYou', motion: null };
  if (await roomMustWait(db, meetingId, opening)) return { shows: 'covered', motion: null };
  const { kind, organisation, body, closedAt, voters, entitled, quorum, outcome, tally } = seen;
  const uncovered = opening.what === 'motionResult' && tally && outcome && outcome !== 'withdrawn';
  return {
    shows: 'motion',
    motion: {
      kind,
      organisation,
      body,
      open: closedAt === null,
      out: voters.filter((one) => !one.entitled).map(({ name }) => name),
      entitled,
      quorum,
      result: uncovered ? { outcome, ...tally, castVoteBy: seen.castVote ? seen.presidedBy : null } : null,
    },
  };
}

async function rankingOf(
  db: Kysely<DB>,
  editionId: string,
  shown: readonly About[],
): Promise<NonNullable<ScreenOut['ranking']>> {
  const names = new Map(shown.map((one) => [one.id, one]));
  return (await rankEdition(db, editionId)).flatMap(({ nominationId, place, score }) => {
    const found = names.get(nominationId);
    return found
      ? [
          {
            nominationId,
            organisation: found.organisation_name,
            unit: found.unit_name,
            place,
            score: score?.display ?? null,
          },
        ]
      : [];
  });
}

async function applicationOf(db: Kysely<DB>, about: About): Promise<Screen['application']> {
  const submission = await latestRendered(db, about.id);
  return (
    (submission && {
      nominationId: about.id,
      organisation: about.organisation_name,
      unit: about.unit_name,
      language: about.language,
      submission,
    }) ??
    null
  );
}
