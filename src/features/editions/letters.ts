import type { Unit } from '../../core/process/unit.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { hashesAtClosing } from '../ballots/queries-hashes.ts';
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

/**
 * The hash of every ballot that counts, to every juror, before anybody sees a score: whatever changes later can be held against it.
 * Ballots on an application that a juror is out of are not in that juror's letter, for their number would tell of it.
 */
export async function judgingClosedLetters(unit: Unit, edition: EditionRow): Promise<void> {
  const jurors = await unit.trx
    .selectFrom('seat_holders as h')
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .innerJoin('people as p', 'p.id', 'h.person_id')
    .select(['p.id', 'p.email', 'p.language'])
    .where('h.edition_id', '=', edition.id)
    .where('h.until_at', 'is', null)
    .where('h.confirmed_at', 'is not', null)
    .where('s.role', '<>', 'deputy')
    .orderBy('p.id')
    .execute();
  for (const juror of jurors) {
    const hashes = await hashesAtClosing(unit.trx, { editionId: edition.id, personId: juror.id });
    await queueLetter(unit, {
      template: 'judgingClosed',
      key: `edition:${edition.id}:judgingClosed:${juror.id}`,
      to: { personId: juror.id, email: juror.email, language: juror.language },
      editionId: edition.id,
      params: { year: edition.year, hashes, path: '/jury/kontrollsummer' },
    });
  }
}
