import type { Unit } from '../../core/process/unit.ts';
import { queueLetter } from '../correspondence/commands.ts';
import type { EditionRow } from './schema.ts';

/** Tells the jury that the applications are open to it. */
export async function judgingStartedLetters(unit: Unit, edition: EditionRow): Promise<void> {
  const jurors = await unit.trx
    .selectFrom('seat_holders as h')
    .innerJoin('people as p', 'p.id', 'h.person_id')
    .select(['p.id', 'p.email', 'p.language'])
    .where('h.edition_id', '=', edition.id)
    .where('h.until_at', 'is', null)
    .execute();
  for (const juror of jurors) {
    await queueLetter(unit, {
      template: 'judgingStarted',
      key: `edition:${edition.id}:judgingStarted:${juror.id}`,
      to: { personId: juror.id, email: juror.email, language: juror.language },
      editionId: edition.id,
      params: { year: edition.year, dueAt: edition.judging_ends_at, path: '/jury' },
    });
  }
}
