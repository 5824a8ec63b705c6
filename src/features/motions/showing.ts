/** A motion on the shared screen: while it is voted on, and what came of it once whoever chairs uncovers that. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { lockMeeting, uncovers } from '../meetings/commands.ts';
import { open } from '../meetings/commands-screen.ts';
import { locked } from './commands.ts';

/**
 * Shows it to everybody in the room. Open: for whoever keeps the vote. Closed: the result, which is for the one who decides to uncover.
 *
 * @throws not-found, auth/forbidden; process/not-now for a vote in writing or one that was withdrawn; meeting/over;
 *   meeting/members-in with the names of those who are out of it and still in the room
 */
export async function showMotion(unit: Unit, id: string): Promise<void> {
  const row = await locked(unit, id, 'read');
  if (!row.meeting_id || row.outcome === 'withdrawn')
    throw problem('process/not-now', {}, [], (t) => t.motions.notOnScreen);
  const found = await lockMeeting(unit, row.meeting_id, 'seeMeetings');
  if (row.closed_at) {
    if (!uncovers(found)) throw problem('auth/forbidden');
  } else await locked(unit, id, 'keep');
  const what = row.closed_at ? 'motionResult' : 'motion';
  await open(unit, found.meeting, { what, nominationId: null, motionId: id, out: [] });
}
