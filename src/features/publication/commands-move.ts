/**
 * Moving the moment of an approved publication, or the latest moment of one that waits for the press: asked for by one person and
 * agreed to by another. What was approved stays as it is; until somebody agrees, the old moment holds.
 */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { tellMoveApprovers, tellMovedAlone } from './letters.ts';
import { placeOf } from '../people/substitutes.ts';
import { inPlace, lockPublication, record, refuseUnmet, type Locked } from './locked.ts';
import { afterFinalists, momentAhead, standingOf, type Ready } from './readiness.ts';
import { waitingWinner } from './readiness-winner.ts';
import { asksToMove, isQuiet, stateOf } from './schema.ts';

interface Next {
  version: number;
}

/**
 * Asks that it comes out at another moment. A later wish takes the place of one that waits.
 *
 * @throws publication/too-late from ten seconds before its moment; process/unmet with what is wrong with the new one
 */
export async function askToMove(
  unit: Unit,
  publicationId: string,
  { version: seen, publishAt }: { version: number; publishAt: Date },
): Promise<Next> {
  const { trx, now, actor } = unit;
  const locked = await lockPublication(unit, publicationId, 'preparePublication');
  const { publication, edition } = locked;
  refuseUnmovable(unit, locked, seen);
  refuseUnmet(await momentStands(unit, locked, publishAt));
  const version = publication.version + 1;
  await trx
    .updateTable('publications')
    .set({ move_to: publishAt, move_by: actor.personId, move_asked_at: now, version })
    .set({ moved_at: null, moved_by: null, moved_for: null, move_alone_reason: null })
    .where('id', '=', publicationId)
    .execute();
  record(unit, edition.id, publicationId, 'askToMovePublication', {
    payload: movedBetween(publication.kind, publication.publish_at, publishAt),
  });
  await tellMoveApprovers(unit, edition, { id: publicationId, version, to: publishAt });
  return { version };
}

/**
 * Agrees to what somebody else asked for: from now on the new moment holds, and the old one releases nothing. With a reason whoever
 * asked can do so alone: it is written down, and everybody else who could have agreed is told.
 *
 * @throws process/same-person, publication/too-late, process/unmet, conflict/version; process/not-now where nothing was asked for
 */
export async function approveMove(
  unit: Unit,
  publicationId: string,
  seen: number,
  aloneBecause?: string,
): Promise<Next> {
  const { trx, now, actor } = unit;
  const locked = await lockPublication(unit, publicationId, 'approvePublication');
  const { publication, edition } = locked;
  const { move_to: to, kind } = publication;
  refuseUnmovable(unit, locked, seen);
  if (!to || !asksToMove(publication)) throw problem('process/not-now');
  const alone = actor.personId === publication.move_by;
  const reason = aloneBecause?.trim() ?? '';
  if (alone && aloneBecause === undefined) throw problem('process/same-person');
  refuseUnmet([
    ...(alone ? [{ requirement: 'reasonGiven', met: reason !== '', items: [] }] : []),
    ...(await momentStands(unit, locked, to)),
  ]);
  const version = publication.version + 1;
  const place = await placeOf(unit, edition.id);
  await trx
    .updateTable('publications')
    .set({ publish_at: to, moved_at: now, moved_by: actor.personId, moved_for: place?.id ?? null, version })
    .set(alone ? { move_alone_reason: reason } : {})
    .where('id', '=', publicationId)
    .execute();
  record(unit, edition.id, publicationId, alone ? 'movePublicationAlone' : 'movePublication', {
    ...(alone ? { reason } : {}),
    payload: { ...movedBetween(kind, publication.publish_at, to), ...inPlace(place) },
  });
  if (alone) await tellMovedAlone(unit, edition, { id: publicationId, version });
  return { version };
}

const movedBetween = (kind: string, from: Date, to: Date) => ({
  kind,
  from: from.toISOString(),
  to: to.toISOString(),
});

/** Only what is approved and waits for its moment moves; what is held waits for the press alone. */
function refuseUnmovable({ now }: Unit, { publication, latest }: Locked, seen: number): void {
  const state = stateOf(publication, now);
  if (state === 'published' || (state === 'approved' && isQuiet(publication, latest)))
    throw problem('publication/too-late');
  if (state !== 'approved') throw problem('process/not-now');
  if (seen !== publication.version) throw problem('conflict/version');
}

/** It lies ahead, and the winner still comes after the nominated, whichever of the two moves. */
async function momentStands(
  { trx, now }: Unit,
  { publication: { id, kind, edition_id, release }, latest }: Locked,
  publishAt: Date,
): Promise<Ready[]> {
  const standing = await standingOf(trx, edition_id, kind, now);
  // A correction of the nominated moves freely: they are out already.
  const isFirst = kind === 'finalists' && standing.finalists?.id === id;
  const winner = isFirst ? await waitingWinner(trx, edition_id) : undefined;
  const inOrder = afterFinalists(kind, standing, publishAt);
  return [
    ...(release === 'approval' ? [] : [momentAhead(publishAt, latest)]),
    winner && winner.publish_at < publishAt ? { ...inOrder, met: false } : inOrder,
  ];
}
