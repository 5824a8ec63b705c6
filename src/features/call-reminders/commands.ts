/**
 * Reminding those who asked for it that a call is open. Nobody is reminded who has not pressed the link in a first letter, everybody
 * once, and when the call closes the addresses go, also out of the outbox.
 */
import { sql, type Kysely } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { addDays, realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { demandRoom, sourceHash } from '../../platform/http/open-form.ts';
import { problem } from '../../platform/http/problem.ts';
import { hashOf, newSecret } from '../../platform/secrets.ts';
import type { Lang } from '../../ui/text/index.ts';
import { forgetLetters, queueLetter } from '../correspondence/commands.ts';
import { DAYS_TO_CONFIRM, MOST } from './schema.ts';

/** The call that one can be reminded of now: announced, and not closed. */
export const openCallOf = (db: Kysely<DB>, now: Date) =>
  db
    .selectFrom('editions')
    .select(['id', 'year', 'closes_at'])
    .where('state', '=', 'announced')
    .where('closes_at', '>', now)
    .orderBy('closes_at')
    .limit(1)
    .executeTakeFirst();

/**
 * Sends the letter with the link. Whether the address was there already makes no difference, in word or in deed.
 *
 * @throws process/not-now without an open call; request/too-many
 */
export async function askReminder(
  unit: Unit,
  { email, language, source, secret }: { email: string; language: Lang; source: string; secret: string },
): Promise<void> {
  const { trx, now } = unit;
  const call = await openCallOf(trx, now);
  if (!call) throw problem('process/not-now', {}, [], (t) => t.callReminders.noCall);
  const address = email.trim().toLowerCase();
  const source_hash = sourceHash(secret, source);
  await demandRoom(trx, 'call_reminders', { source: source_hash, email: address }, MOST);
  const token = newSecret();
  const { id } = await trx
    .insertInto('call_reminders')
    .values({
      edition_id: call.id,
      email: address,
      language,
      token_hash: hashOf(token),
      source_hash,
      asked_real_at: realNow(),
      asked_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await queueLetter(unit, {
    template: 'callReminderLink',
    key: linkKey(id),
    to: { personId: null, email: address, language },
    editionId: call.id,
    unsubscribe: `/paminnelse/${token}`,
    params: { year: call.year, path: `/paminnelse/${token}` },
  });
}

const linkKey = (id: string): string => `call-reminder:${id}:link`;
const reminderKey = (id: string): string => `call-reminder:${id}`;

/** What the link is about. @throws auth/link-expired for one that nobody has, or that has been forgotten */
export async function openReminder(db: Kysely<DB>, token: string) {
  const found = await db
    .selectFrom('call_reminders as r')
    .innerJoin('editions as e', 'e.id', 'r.edition_id')
    .select(['r.id', 'r.email', 'r.edition_id', 'r.confirmed_at', 'e.year'])
    .where((eb) =>
      eb.or([eb('r.token_hash', '=', hashOf(token)), eb('r.reminder_token_hash', '=', hashOf(token))]),
    )
    .executeTakeFirst();
  if (!found) throw problem('auth/link-expired');
  return found;
}

/** From now on this address is reminded, once, whatever else was asked for with it. @throws auth/link-expired */
export async function confirmReminder(unit: Unit, token: string): Promise<void> {
  const { trx, now } = unit;
  const found = await openReminder(trx, token);
  if (found.confirmed_at) return;
  const earlier = await trx
    .selectFrom('call_reminders')
    .select(['id', 'reminded_at'])
    .where('edition_id', '=', found.edition_id)
    .where('email', '=', found.email)
    .orderBy('id')
    .forUpdate()
    .execute();
  await forget(
    trx,
    earlier.map(({ id }) => id).filter((id) => id !== found.id),
  );
  const told = earlier.find(({ reminded_at }) => reminded_at !== null)?.reminded_at ?? null;
  await trx
    .updateTable('call_reminders')
    .set({ confirmed_at: now, reminded_at: told })
    .where('id', '=', found.id)
    .execute();
}

/** Forgets the address at once. @throws auth/link-expired */
export async function removeReminder({ trx }: Unit, token: string): Promise<void> {
  const found = await openReminder(trx, token);
  const all = await trx
    .selectFrom('call_reminders')
    .select('id')
    .where('edition_id', '=', found.edition_id)
    .where('email', '=', found.email)
    .orderBy('id')
    .forUpdate()
    .execute();
  await forget(
    trx,
    all.map(({ id }) => id),
  );
}

/** The rows, and the letters that went to the address. */
async function forget(trx: Kysely<DB>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await forgetLetters(
    trx,
    ids.flatMap((id) => [linkKey(id), reminderKey(id)]),
  );
  await trx.deleteFrom('call_reminders').where('id', 'in', ids).execute();
}

/** Who is to be reminded at `now`: the first moment after they confirmed has come, and the call is still open. */
export const callRemindersDue = async (db: Kysely<DB>, now: Date): Promise<{ id: string }[]> =>
  (
    await sql<{ id: string }>`select r.id from call_reminders r join editions e on e.id = r.edition_id
      where r.confirmed_at is not null and r.reminded_at is null and e.state = 'announced' and e.opens_at <= ${now} and ${now} < e.closes_at
        and exists (select from call_reminder_times(e.closes_at) as at where at <= ${now} and at > r.confirmed_at)
      order by r.id`.execute(db)
  ).rows;

/** Sends one reminder, if it is still wanted. */
export async function sendCallReminder(unit: Unit, id: string): Promise<boolean> {
  const { trx, now } = unit;
  const row = await trx
    .selectFrom('call_reminders')
    .selectAll()
    .where('id', '=', id)
    .where('reminded_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  const call = await trx
    .selectFrom('editions')
    .select(['year', 'closes_at'])
    .where('id', '=', row.edition_id)
    .executeTakeFirstOrThrow();
  const token = newSecret();
  await trx
    .updateTable('call_reminders')
    .set({ reminded_at: now, reminder_token_hash: hashOf(token) })
    .where('id', '=', id)
    .execute();
  await queueLetter(unit, {
    template: 'callReminder',
    key: reminderKey(id),
    to: { personId: null, email: row.email, language: row.language },
    editionId: row.edition_id,
    unsubscribe: `/paminnelse/${token}`,
    offersToForget: true,
    params: { year: call.year, dueAt: call.closes_at, path: '/utlysning' },
  });
  return true;
}

/** Addresses whose time is over: the call has closed, or nobody pressed the link. */
export const remindersToForget = (db: Kysely<DB>, now: Date): Promise<{ id: string }[]> =>
  db
    .selectFrom('call_reminders as r')
    .innerJoin('editions as e', 'e.id', 'r.edition_id')
    .select('r.id')
    .where((eb) =>
      eb.or([
        eb('e.closes_at', '<=', now),
        eb('e.state', '<>', 'announced'),
        eb.and([eb('r.confirmed_at', 'is', null), eb('r.asked_at', '<=', addDays(now, -DAYS_TO_CONFIRM))]),
      ]),
    )
    .where(
      sql<boolean>`not exists (select from letters l where l.key in ('call-reminder:' || r.id, 'call-reminder:' || r.id || ':link') and l.state = 'sending')`,
    )
    .orderBy('r.id')
    .execute();

export async function forgetReminder({ trx }: Unit, id: string): Promise<boolean> {
  await forget(trx, [id]);
  return true;
}
