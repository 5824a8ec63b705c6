/** Letters about a publication, before it goes out: that there is one and where, never what it says. */
import { edition as editionResource } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { peopleWhoMay } from '../people/allowed.ts';
import type { PublicationRow } from './schema.ts';

interface AboutEdition {
  id: string;
  year: number;
}
const pathOf = ({ id }: AboutEdition) => `/sekretariat/${id}/offentliggjoring`;

/** Tells everybody who may approve it, by the policy itself; whoever prepared it may not. */
export async function tellApprovers(
  unit: Unit,
  edition: AboutEdition,
  publication: { id: string; publishAt: Date },
): Promise<void> {
  for (const { id, email, language } of await peopleWhoMay(
    unit,
    editionResource,
    'approvePublication',
    edition,
  )) {
    await queueLetter(unit, {
      template: 'publicationToApprove',
      key: `publication:${publication.id}:approve:${id}`,
      to: { personId: id, email, language },
      editionId: edition.id,
      params: { year: edition.year, publishAt: publication.publishAt, path: pathOf(edition) },
    });
  }
}

/** Tells those who prepared and approved it, but not whoever stopped it. */
export async function tellStopped(
  unit: Unit,
  edition: AboutEdition,
  publication: Pick<PublicationRow, 'id' | 'prepared_by' | 'approved_by'>,
): Promise<void> {
  const ids = [publication.prepared_by, publication.approved_by].filter(
    (id) => id !== null && id !== unit.actor.personId,
  );
  if (ids.length === 0) return;
  const people = await unit.trx
    .selectFrom('people')
    .select(['id', 'email', 'language'])
    .where('id', 'in', ids)
    .execute();
  for (const { id, email, language } of people) {
    await queueLetter(unit, {
      template: 'publicationStopped',
      key: `publication:${publication.id}:stopped:${id}`,
      to: { personId: id, email, language },
      editionId: edition.id,
      params: { year: edition.year, path: pathOf(edition) },
    });
  }
}
