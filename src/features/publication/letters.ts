/** Letters about a publication: that there is one and where, never what it says. */
import { edition as editionResource } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import { queueEach } from '../correspondence/commands.ts';
import type { LetterTemplate, NewLetter } from '../correspondence/schema.ts';
import { peopleWhoMay } from '../people/allowed.ts';
import { leadersFirst } from '../people/substitutes.ts';
import type { PublicationRow, Release } from './schema.ts';

interface AboutEdition {
  id: string;
  year: number;
}
const pathOf = ({ id }: AboutEdition) => `/sekretariat/${id}/offentliggjoring`;

interface ToApprove {
  id: string;
  release: Release;
  publishAt: Date;
}
interface ToMove {
  id: string;
  version: number;
  to: Date;
}

/** That it waits to be approved. */
export const letterToApprove = (edition: AboutEdition, { id, release, publishAt }: ToApprove) => ({
  template: 'publicationToApprove' as const,
  key: `publication:${id}:approve`,
  params: { ...common(edition), publishAt: release === 'approval' ? null : publishAt },
});

/** That somebody wants another moment. */
export const letterToMove = (edition: AboutEdition, { id, version, to }: ToMove) => ({
  template: 'publicationMoveToApprove' as const,
  key: `publication:${id}:move:${version}`,
  params: { ...common(edition), to },
});

/**
 * Tells everybody who may approve it, by the policy itself; whoever prepared it may not. Substitutes of a leader who is told are left in
 * peace until a day has passed (`askSubstitutes`).
 */
export const tellApprovers = (unit: Unit, edition: AboutEdition, asked: ToApprove): Promise<void> =>
  tellOthers(unit, edition, letterToApprove(edition, asked), leadersFirst);

/** Tells everybody who could have approved that somebody did so alone. */
export const tellApproved = (unit: Unit, edition: AboutEdition, { id }: { id: string }): Promise<void> =>
  tellOthers(unit, edition, {
    template: 'publicationApprovedAlone',
    key: `publication:${id}:alone`,
    params: common(edition),
  });

/** Tells everybody who may agree to another moment, as `tellApprovers` does. */
export const tellMoveApprovers = (unit: Unit, edition: AboutEdition, asked: ToMove): Promise<void> =>
  tellOthers(unit, edition, letterToMove(edition, asked), leadersFirst);

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

type Letter<T extends LetterTemplate> = Pick<NewLetter<T>, 'template' | 'key' | 'params'>;

/** A letter to all those who may approve, but for whoever acts; or to those of them whom `chosen` leaves. */
async function tellOthers<T extends LetterTemplate>(
  unit: Unit,
  edition: AboutEdition,
  letter: Letter<T>,
  chosen?: typeof leadersFirst,
): Promise<void> {
  const people = await peopleWhoMay(unit, editionResource, 'approvePublication', edition);
  const told = chosen ? await chosen(unit, edition.id, people) : people;
  await queueEach(unit, told, { ...letter, editionId: edition.id });
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
