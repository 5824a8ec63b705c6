/** Letters about a publication: that there is one and where, never what it says. */
import { edition as editionResource } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import { queueEach } from '../correspondence/commands.ts';
import type { LetterTemplate, NewLetter } from '../correspondence/schema.ts';
import { peopleWhoMay } from '../people/allowed.ts';
import type { PublicationRow, Release } from './schema.ts';

interface AboutEdition {
  id: string;
  year: number;
}
const pathOf = ({ id }: AboutEdition) => `/sekretariat/${id}/offentliggjoring`;

/** Tells everybody who may approve it, by the policy itself; whoever prepared it may not. */
export async function tellApprovers(
  unit: Unit,
  edition: AboutEdition,
  { id, release, publishAt }: { id: string; release: Release; publishAt: Date },
): Promise<void> {
  await tellOthers(unit, edition, {
    template: 'publicationToApprove',
    key: `publication:${id}:approve`,
    params: { ...common(edition), publishAt: release === 'approval' ? null : publishAt },
  });
}

/** Tells everybody who could have approved that somebody did so alone. */
export const tellApproved = (unit: Unit, edition: AboutEdition, { id }: { id: string }): Promise<void> =>
  tellOthers(unit, edition, {
    template: 'publicationApprovedAlone',
    key: `publication:${id}:alone`,
    params: common(edition),
  });

/** Tells everybody who may agree to another moment. */
export const tellMoveApprovers = (
  unit: Unit,
  edition: AboutEdition,
  { id, version, to }: { id: string; version: number; to: Date },
): Promise<void> =>
  tellOthers(unit, edition, {
    template: 'publicationMoveToApprove',
    key: `publication:${id}:move:${version}`,
    params: { ...common(edition), to },
  });

/** Tells everybody who could have agreed that somebody moved it alone. */
export const tellMovedAlone = (
  unit: Unit,
  edition: AboutEdition,
  { id, version }: { id: string; version: number },
): Promise<void> =>
  tellOthers(unit, edition, {
    template: 'publicationApprovedAlone',
    key: `publication:${id}:movedAlone:${version}`,
    params: common(edition),
  });

/** Tells everybody who answers for what is public that something of it is gone. */
export const tellTakenDown = (unit: Unit, edition: AboutEdition, { id }: { id: string }): Promise<void> =>
  tellOthers(unit, edition, {
    template: 'publicationTakenDown',
    key: `publication:${id}:takenDown`,
    params: common(edition),
  });

const common = (edition: AboutEdition) => ({ year: edition.year, path: pathOf(edition) });

/** A letter to all those who may approve, but for whoever acts. */
async function tellOthers<T extends LetterTemplate>(
  unit: Unit,
  edition: AboutEdition,
  letter: Pick<NewLetter<T>, 'template' | 'key' | 'params'>,
): Promise<void> {
  const people = await peopleWhoMay(unit, editionResource, 'approvePublication', edition);
  await queueEach(unit, people, { ...letter, editionId: edition.id });
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
  await queueEach(unit, people, {
    template: 'publicationStopped',
    key: `publication:${publication.id}:stopped`,
    editionId: edition.id,
    params: common(edition),
  });
}
