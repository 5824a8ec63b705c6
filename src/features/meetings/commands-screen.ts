/** What the screen shows, and what is said about it. Those who are out of it have gone out first: the database sees to that. */
import { demandAction } from '../../core/policy/demand.ts';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { edition, nomination } from '../../core/policy/resources.ts';
import { viewerOf, type Unit, personOf } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { coverScreen, lockMeeting, log, sendOut, uncovers } from './commands.ts';
import { findMeeting, openingOf, type FoundMeeting } from './queries.ts';
import { mustBeOut, mustBeOutOfMotion, peopleOf } from './people.ts';
import type { NoteIn } from './schema.ts';

/**
 * Opens one application, and closes what was open. `out` go out for it in the same step.
 *
 * @throws not-found; auth/forbidden or ballot/recused for whoever may not treat it; meeting/members-in with the names
 */
export async function openApplication(
  unit: Unit,
  meetingId: string,
  { nominationId, out = [] }: { nominationId: string; out?: readonly string[] },
): Promise<void> {
  const { meeting } = await lockMeeting(unit, meetingId, 'seeMeetings');
  await demandTreating(unit, meeting.edition_id, nominationId);
  await open(unit, meeting, { what: 'application', nominationId, out });
}

/** Shows the ranking to everybody in the room: the chair's to do, and written in the log. */
export async function uncoverRanking(
  unit: Unit,
  meetingId: string,
  { out = [] }: { out?: readonly string[] },
): Promise<void> {
  const found = await lockMeeting(unit, meetingId);
  if (!uncovers(found)) throw problem('auth/forbidden');
  if (!found.edition.scoring) throw problem('process/not-now', {}, [], (t) => t.meetings.noScores);
  await open(unit, found.meeting, { what: 'ranking', nominationId: null, out });
}

interface Opened {
  what: 'application' | 'ranking' | 'motion' | 'motionResult';
  nominationId: string | null;
  motionId?: string;
  out: readonly string[];
}

/** Shows it instead of what was open. @throws meeting/members-in with the names of those who have to go out first */
export async function open(
  unit: Unit,
  meeting: FoundMeeting['meeting'],
  { what, nominationId, motionId, out }: Opened,
): Promise<void> {
  const { trx, now } = unit;
  await coverScreen(unit, meeting);
  for (const personId of out) await sendOut(unit, meeting, personId, nominationId);
  const waitFor = motionId
    ? await mustBeOutOfMotion(trx, meeting.id, motionId)
    : (await mustBeOut(trx, meeting.id, [nominationId])).get(nominationId);
  const inRoom = (await peopleOf(trx, meeting.edition_id, meeting.id, now)).filter(
    ({ personId, state }) => state === 'here' && waitFor?.has(personId),
  );
  if (inRoom.length)
    throw problem(
      'meeting/members-in',
      {},
      inRoom.map(({ name }) => ({
        field: `out-${motionId ?? nominationId ?? 'ranking'}`,
        message: name,
      })),
    );
  await trx
    .insertInto('meeting_openings')
    .values({
      meeting_id: meeting.id,
      what,
      nomination_id: nominationId,
      motion_id: motionId ?? null,
      opened_at: now,
      opened_by: personOf(unit),
    })
    .execute();
  log(unit, meeting, events[what], { nomination: nominationId, ...(motionId ? { motion: motionId } : {}) });
}

const events = {
  application: 'openApplication',
  ranking: 'uncoverRanking',
  motion: 'showMotion',
  motionResult: 'uncoverMotion',
} as const;

/** Closes the application, or covers the ranking. */
export async function closeOpening(unit: Unit, meetingId: string): Promise<void> {
  const { meeting, edition: row } = await lockMeeting(unit, meetingId, 'seeMeetings');
  const opening = await openingOf(unit.trx, meetingId);
  if (!can(edition, 'holdMeeting', row)) {
    if (!opening?.nomination_id) throw problem('auth/forbidden');
    await demandTreating(unit, meeting.edition_id, opening.nomination_id);
  }
  await coverScreen(unit, meeting);
}

/** Somebody goes out, for an application or for the ranking. */
export async function markOut(
  unit: Unit,
  meetingId: string,
  { personId, nominationId = null }: { personId: string; nominationId?: string | null },
): Promise<void> {
  const { meeting } = await lockMeeting(unit, meetingId, nominationId ? 'seeMeetings' : 'holdMeeting');
  if (nominationId) await demandTreating(unit, meeting.edition_id, nominationId);
  await sendOut(unit, meeting, personId, nominationId);
}

/**
 * What is said about an application; also after the meeting, while the jury still chooses.
 *
 * @throws conflict/version when somebody else has written in between
 */
export async function writeNote(
  unit: Unit,
  meetingId: string,
  nominationId: string,
  { body, version }: NoteIn,
): Promise<{ version: number }> {
  const { trx, now } = unit;
  const { meeting } = await findMeeting(trx, unit, meetingId, 'seeMeetings');
  await trx.selectFrom('meetings').select('id').where('id', '=', meetingId).forUpdate().execute();
  await demandTreating(unit, meeting.edition_id, nominationId);
  const text = body.replace(/\r\n?/g, '\n').trim();
  const before = await trx
    .selectFrom('meeting_notes')
    .select(['body', 'version'])
    .where('meeting_id', '=', meetingId)
    .where('nomination_id', '=', nominationId)
    .executeTakeFirst();
  if (before?.body === text) return { version: before.version };
  if ((before?.version ?? 0) !== version) throw problem('conflict/version');
  const next = { body: text, version: version + 1, written_by: personOf(unit), written_at: now };
  await trx
    .insertInto('meeting_notes')
    .values({ meeting_id: meetingId, nomination_id: nominationId, ...next })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'nomination_id']).doUpdateSet(next))
    .execute();
  log(unit, meeting, 'writeNote', { nomination: nominationId, version: next.version });
  return { version: next.version };
}

/** That the actor may treat this application of the edition. A foreign one answers like an unknown one. */
export async function demandTreating(unit: Unit, editionId: string, nominationId: string): Promise<void> {
  const { trx, actor, now } = unit;
  const viewer = viewerOf(actor);
  const row = await trx
    .selectFrom('nominations')
    .select(['id', 'state'])
    .select(relationsOf(nomination, viewer, now).as('rel'))
    .where('id', '=', nominationId)
    .where('edition_id', '=', editionId)
    .where(scope(nomination, 'seeDiscussion', viewer, now))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  demandAction(nomination, 'meetOn', row);
}
