/** Who comes into the jury and who leaves it: kept, and told to the applicants, who may object to it (HAB-11). Never why. */
import { addDays } from '../../platform/clock.ts';
import type { Unit } from '../../core/process/unit.ts';
import { queueLetter } from '../correspondence/commands.ts';

interface Change {
  editionId: string;
  seatId: string;
  personId: string;
  kind: 'joined' | 'left';
  calledIn?: boolean;
}

/** A change of those who sit with the jury. Before the call is announced there is nobody to tell, and nothing to keep. */
export async function recordJuryChange(
  unit: Unit,
  { editionId, seatId, personId, kind, calledIn = false }: Change,
): Promise<void> {
  const { trx, now } = unit;
  const edition = await trx
    .selectFrom('editions')
    .select(['year', 'announced_at', 'objection_days'])
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  if (edition.announced_at === null) return;
  const { id } = await trx
    .insertInto('jury_changes')
    .values({
      edition_id: editionId,
      seat_id: seatId,
      person_id: personId,
      kind,
      called_in: calledIn,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const who = await trx
    .selectFrom('people as p')
    .innerJoin('seats as s', (join) => join.on('s.id', '=', seatId))
    .select(['p.name', 's.organisation'])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow();
  for (const applicant of await applicantsToTell(unit, editionId))
    await queueLetter(unit, {
      template: 'juryChanged',
      key: `jury-change:${id}:${applicant.nomination_id}:${applicant.person_id}`,
      to: { personId: applicant.person_id, email: applicant.email, language: applicant.language },
      editionId,
      nominationId: applicant.nomination_id,
      params: {
        year: edition.year,
        organisation: applicant.organisation_name,
        kind,
        name: who.name,
        seat: who.organisation,
        // Half-open: the last day is the one before.
        until: addDays(now, edition.objection_days),
        path: `/soknad/${applicant.nomination_id}/innsigelse`,
      },
    });
}

/** Everybody who works on an application that the jury judges or may come to judge. */
const applicantsToTell = ({ trx }: Unit, editionId: string) =>
  trx
    .selectFrom('nominations as n')
    .innerJoin('nomination_members as m', 'm.nomination_id', 'n.id')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['n.id as nomination_id', 'n.organisation_name', 'p.id as person_id', 'p.email', 'p.language'])
    .where('n.edition_id', '=', editionId)
    .where('n.state', 'in', ['submitted', 'returned', 'admitted', 'underReview', 'scored', 'finalist'])
    .where('m.removed_at', 'is', null)
    .where('p.removed_at', 'is', null)
    .orderBy('n.id')
    .orderBy('p.id')
    .execute();
