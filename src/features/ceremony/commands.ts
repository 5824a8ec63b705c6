/** What the host does. The press releases the winner and shows it, in one transaction: both, or neither. */
import { sql } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { texts } from '../../ui/text/index.ts';
import { lockEdition } from '../editions/queries.ts';
import { pressPublication } from '../publication/commands-release.ts';
import { refuseUnmet } from '../publication/locked.ts';
import { publicYear } from '../publication/public-queries.ts';
import { announcementOf, placeOf } from './queries.ts';
import { moved, type Move, type Place } from './schema.ts';

export interface Moving {
  move: Move;
  rehearsal: boolean;
  /** Of the ceremony as the host saw it: pressed twice, it moves once. */
  version: number;
}

/** @throws conflict/version when somebody has moved it meanwhile; process/not-now for an announcement from another place */
export async function moveCeremony(
  unit: Unit,
  editionId: string,
  { move, rehearsal, version }: Moving,
): Promise<{ version: number }> {
  const { trx, now } = unit;
  const edition = await lockEdition(unit, editionId, 'runCeremony');
  const here = await placeOf(trx, editionId, rehearsal);
  if (here.version !== version) throw problem('conflict/version');
  if (move === 'announce') {
    if (here.shows !== 'before') throw problem('process/not-now');
    if (!rehearsal) await makePublic(unit, editionId);
    return put(unit, editionId, rehearsal, { shows: 'winner', position: 0 });
  }
  const nominated = rehearsal
    ? texts('nb').ceremony.invented.names.length
    : ((await publicYear(trx, now, edition.year))?.outcome.nominated.length ?? 0);
  return put(unit, editionId, rehearsal, moved(here, move, nominated));
}

/** By the press, unless its moment has made it public already. */
async function makePublic(unit: Unit, editionId: string): Promise<void> {
  const { state, id } = await announcementOf(unit.trx, editionId, unit.now);
  if (state === 'public') return;
  const waits = state === 'waiting' || state === 'held';
  refuseUnmet([{ requirement: 'announcementWaits', met: waits, items: [] }]);
  if (id) await pressPublication(unit, id);
}

async function put(
  unit: Unit,
  editionId: string,
  rehearsal: boolean,
  { shows, position }: Place,
): Promise<{ version: number }> {
  const { trx, now } = unit;
  const place = { shows, position, moved_at: now, moved_by: personOf(unit) };
  return trx
    .insertInto('ceremonies')
    .values({ edition_id: editionId, rehearsal, ...place })
    .onConflict((conflict) =>
      conflict
        .columns(['edition_id', 'rehearsal'])
        .doUpdateSet({ ...place, version: sql<number>`ceremonies.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
}
