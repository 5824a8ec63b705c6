import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { queueEach, queueLetter } from '../correspondence/commands.ts';
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

/** That the rules are others, and why: to everybody who works on an application, and to the jury. */
export async function rulesChangedLetters(
  unit: Unit,
  edition: EditionRow,
  reason: string,
  sha256: string,
): Promise<void> {
  const { rows } = await sql<{ id: string; email: string; language: 'nb' | 'nn' | 'en' }>`
    select p.id, p.email, p.language from people p where p.id in (
      select m.person_id from nomination_members m join nominations n on n.id = m.nomination_id
        where n.edition_id = ${edition.id} and m.removed_at is null and n.state not in ('withdrawn', 'rejected')
      union select h.person_id from seat_holders h where h.edition_id = ${edition.id} and h.until_at is null)
    order by p.id`.execute(unit.trx);
  await queueEach(unit, rows, {
    template: 'rulesChanged',
    // Not the checksum alone: what was taken back may come once more.
    key: `edition:${edition.id}:rules:${edition.version}:${sha256}`,
    editionId: edition.id,
    params: { year: edition.year, reason, path: `/prisen/${edition.year}` },
  });
}
