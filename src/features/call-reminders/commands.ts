/**
 * Reminding those who asked for it that a call is open. Nobody is reminded who has not pressed the link in a first letter, everybody
 * once, and when the call closes the addresses go, also out of the outbox.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { demandRoom, sourceHash } from '../../platform/http/open-form.ts';
import { problem } from '../../platform/http/problem.ts';
import { hashOf, newSecret } from '../../platform/secrets.ts';
import type { Lang } from '../../ui/text/index.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { isStopped } from '../reminders/moments.ts';
import { forget, type Outside } from '../retention/forgetting.ts';
import { MOST } from './schema.ts';

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

/** When whoever asks now is reminded; nothing where no reminder is left: so near the deadline, or where somebody has stopped them. */
export async function nextReminder(
  db: Kysely<DB>,
  { id, closes_at }: { id: string; closes_at: Date },
  now: Date,
): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(coalesce(o.goes_at, at)) as at from call_reminder_times(${closes_at}) as at
      left join reminder_orders o on o.edition_id = ${id} and o.kind = 'call' and o.remind_at = at
    where coalesce(o.goes_at, at) > ${now} and not ${isStopped}`.execute(db);
  return rows[0]?.at ?? null;
}

/**
 * Sends the letter with the link. Whether the address was there already makes no difference, in word or in deed.
 *
 * @throws process/not-now without an open call, or so near its deadline that no reminder is left; request/too-many
 */
export async function askReminder(
  unit: Unit,
  { email, language, source, secret }: { email: string; language: Lang; source: string; secret: string },
): Promise<void> {
  const { trx, now } = unit;
  const call = await openCallOf(trx, now);
  if (!call) throw problem('process/not-now', {}, [], (t) => t.callReminders.noCall);
  if (!(await nextReminder(trx, call, now)))
    throw problem('process/not-now', {}, [], (t) => t.callReminders.tooLate);
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
    .select(['r.id', 'r.email', 'r.edition_id', 'r.confirmed_at', 'r.reminded_at', 'e.year', 'e.closes_at'])
    .where((eb) =>
      eb.or([eb('r.token_hash', '=', hashOf(token)), eb('r.reminder_token_hash', '=', hashOf(token))]),
    )
    .executeTakeFirst();
  if (!found) throw problem('auth/link-expired');
  return found;
}

/** From now on this address is reminded, once, whatever else was asked for with it. @throws auth/link-expired */
export async function confirmReminder(unit: Unit, outside: Outside, token: string): Promise<void> {
  const { found, all } = await lockAddress(unit.trx, token);
  if (found.confirmed_at) return;
  const others = all.map(({ id }) => id).filter((id) => id !== found.id);
  await forget(unit, outside, { rule: 'reminders', subjects: others, by: 'themselves' });
  const told = all.find(({ reminded_at }) => reminded_at !== null)?.reminded_at ?? null;
  await unit.trx
    .updateTable('call_reminders')
    .set({ confirmed_at: unit.now, reminded_at: told })
    .where('id', '=', found.id)
    .execute();
}

/** Forgets the address at once. @throws auth/link-expired */
export async function removeReminder(unit: Unit, outside: Outside, token: string): Promise<void> {
  const { all } = await lockAddress(unit.trx, token);
  await forget(unit, outside, { rule: 'reminders', subjects: all.map(({ id }) => id), by: 'themselves' });
}

/** All that was asked for with the address of a link. The year is locked: nothing of it is asked for, sent or forgotten meanwhile. */
async function lockAddress(trx: Kysely<DB>, token: string) {
  const { edition_id, email } = await openReminder(trx, token);
  await trx.selectFrom('editions').select('id').where('id', '=', edition_id).forUpdate().execute();
  const all = await trx
    .selectFrom('call_reminders')
    .select(['id', 'reminded_at'])
    .where('edition_id', '=', edition_id)
    .where('email', '=', email)
    .orderBy('id')
    .execute();
  return { found: await openReminder(trx, token), all };
}

/**
 * Who is to be reminded at `now`: the first moment after they confirmed that nobody has stopped has come, or somebody has let it go
 * since, and the call is still open.
 */
const due = (now: Date, only: RawBuilder<unknown> = sql`true`) => sql<{ id: string }>`
  select r.id from call_reminders r join editions e on e.id = r.edition_id
  where r.confirmed_at is not null and r.reminded_at is null and e.state = 'announced' and e.opens_at <= ${now} and ${now} < e.closes_at
    and exists (select from call_reminder_times(e.closes_at) as at
      left join reminder_orders o on o.edition_id = e.id and o.kind = 'call' and o.remind_at = at
      where at <= ${now} and at > r.confirmed_at and not ${isStopped} or o.goes_at <= ${now} and o.goes_at > r.confirmed_at)
    and ${only}
  order by r.id`;

export const callRemindersDue = async (db: Kysely<DB>, now: Date): Promise<{ id: string }[]> =>
  (await due(now).execute(db)).rows;

/** Sends one reminder, if it is still wanted, and due, once the year is held. */
export async function sendCallReminder(unit: Unit, id: string): Promise<boolean> {
  const { trx, now } = unit;
  const call = await trx
    .selectFrom('editions')
    .select(['id', 'year', 'closes_at'])
    .where('id', '=', (eb) => eb.selectFrom('call_reminders').select('edition_id').where('id', '=', id))
    .forKeyShare()
    .executeTakeFirst();
  const row = await trx
    .selectFrom('call_reminders')
    .selectAll()
    .where('id', '=', id)
    .where('reminded_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row || !call) return false;
  const [still] = (await due(now, sql`r.id = ${id}`).execute(trx)).rows;
  if (!still) return false;
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
    forgetAt: `/paminnelse/${token}`,
    uselessAfter: call.closes_at,
    params: { year: call.year, dueAt: call.closes_at, path: '/utlysning' },
  });
  return true;
}
