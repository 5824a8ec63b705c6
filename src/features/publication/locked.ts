/** What every step about a publication begins and ends with: the locks, the rest of the time, the refusal, the log. */
import type { Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { instant, realNow } from '../../platform/clock.ts';
import { problem } from '../../platform/http/problem.ts';
import { lockEdition, type JudgedEdition } from '../editions/queries.ts';
import { unmetErrors, type Ready } from './readiness.ts';
import type { PublicationRow } from './schema.ts';

export interface Locked {
  publication: PublicationRow;
  edition: JudgedEdition;
  /** Now, and what has gone by while others had the lock: by this it is judged whether there is still time. */
  latest: Date;
}

/** Up to a second is the step's own work, and leaves nine of the ten seconds. */
const OWN_WORK_MS = 1000;

/** Now, and what has gone by since `begun` while others had the lock. */
export function latestSince({ now }: Pick<Unit, 'now'>, begun: Date): Date {
  const waited = realNow().getTime() - begun.getTime();
  return instant(now.getTime() + (waited > OWN_WORK_MS ? waited : 0));
}

/** Locks the edition and reads the publication under the lock. @throws not-found, auth/forbidden */
export async function lockPublication(
  unit: Unit,
  id: string,
  action: 'preparePublication' | 'approvePublication' | 'stopPublication' | 'runCeremony',
): Promise<Locked> {
  const { trx } = unit;
  const begun = realNow();
  const found = await trx
    .selectFrom('publications')
    .select('edition_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  const edition = await lockEdition(unit, found.edition_id, action);
  const publication = (await trx
    .selectFrom('publications')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()) as PublicationRow;
  return { publication, edition, latest: latestSince(unit, begun) };
}

/** @throws process/unmet naming everything that is missing */
export function refuseUnmet(items: readonly Ready[]): void {
  const errors = unmetErrors(items);
  if (errors.length > 0) throw problem('process/unmet', {}, errors);
}

/** In whose place it was approved, for the log. */
export const inPlace = (place: { name: string } | null): { inPlaceOf?: string } =>
  place ? { inPlaceOf: place.name } : {};

export function record(
  unit: Unit,
  editionId: string,
  id: string,
  event: EventOf<'publication'>,
  rest: { reason?: string; payload: Record<string, unknown> },
): void {
  unit.record({ editionId, subjectType: 'publication', subjectId: id, event, ...rest });
}
