/** Whom a motion can name: the candidates that the one who puts it is not out of. */
import type { Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { applicantName, compareNames } from '../../ui/text/format.ts';
import { openCandidates } from '../decisions/voters.ts';

export async function namedOptions(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<{ id: string; name: string }[]> {
  const ids = await openCandidates(db, editionId);
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('nominations as n')
    .select(['n.id', 'n.organisation_name', 'n.unit_name'])
    .where('n.id', 'in', ids)
    .where(scope(nomination, 'seeDiscussion', viewerOf(actor), now, 'n'))
    .execute();
  return rows
    .map(({ id, organisation_name, unit_name }) => ({
      id,
      name: applicantName(organisation_name, unit_name),
    }))
    .toSorted((a, b) => compareNames(a.name, b.name));
}
