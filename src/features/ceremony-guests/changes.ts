/** The ceremony is at another time or place, or there is none: signing up ends with it, and everybody who has signed up is told, those who wait too. */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { EditionRow } from '../editions/schema.ts';
import { lettersTo, tellGuest } from './letters.ts';

/**
 * One letter to each. What is still to go of earlier ones does not: this one says all that they said.
 *
 * @param edition as it has become, locked
 */
export async function tellOfCeremony(unit: Unit, edition: EditionRow): Promise<void> {
  const { trx, now } = unit;
  if (edition.ceremony_at <= now) return;
  const guests = await trx
    .selectFrom('ceremony_guests')
    .select(['id', 'email', 'language', 'token', 'placed_at'])
    .where('edition_id', '=', edition.id)
    .orderBy('id')
    .execute();
  if (guests.length === 0) return;
  const earlier = await lettersTo(
    trx,
    guests.map(({ id }) => id),
  );
  await sql`select drop_letters(${earlier}::text[])`.execute(trx);
  const template = edition.state === 'cancelled' ? 'ceremonyCancelled' : 'ceremonyMoved';
  for (const { placed_at, ...guest } of guests)
    await tellGuest(
      unit,
      edition,
      { ...guest, isWaiting: placed_at === null },
      template,
      `changed:${edition.dates_sequence}`,
    );
}

/** Nobody signs up for what has been: a ceremony that moves before the last day for it takes that day along. */
export async function shortenSignup({ trx, now, record }: Unit, edition: EditionRow): Promise<void> {
  const until = edition.ceremony_at;
  const shortened = await trx
    .updateTable('ceremony_signups')
    .set((eb) => ({ closes_at: until, version: eb('version', '+', 1), changed_at: now }))
    .where('edition_id', '=', edition.id)
    .where('mode', '=', 'form')
    .where('closes_at', '>', until)
    .returning('edition_id')
    .executeTakeFirst();
  if (!shortened) return;
  record({
    editionId: edition.id,
    subjectType: 'ceremonyGuests',
    subjectId: edition.id,
    event: 'shortenSignup',
    payload: { until },
  });
}
