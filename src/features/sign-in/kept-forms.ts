/**
 * What was written while the sign-in ran out. It is kept for the person whose session it was, shown to nobody else,
 * and sent by themselves when they are back.
 */
import type { Kysely } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { instant, realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { limits, type KeptForm } from './schema.ts';

/**
 * Keeps the fields of a form for a person.
 *
 * @returns its id; undefined when it is larger than anything one writes by hand
 */
export async function keepForm(
  db: Kysely<DB>,
  personId: string,
  path: string,
  form: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  const body = JSON.stringify(fieldsOf(form));
  if (body.length > limits.keptFormSize) return undefined;
  const now = realNow();
  const { id } = await db
    .insertInto('kept_forms')
    .values({
      person_id: personId,
      path,
      body,
      created_at: now,
      expires_at: instant(now.getTime() + limits.keptFormLife),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const newest = db
    .selectFrom('kept_forms')
    .select('id')
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(limits.keptFormsPerPerson);
  await db.deleteFrom('kept_forms').where('person_id', '=', personId).where('id', 'not in', newest).execute();
  return id;
}

/** Name and value, in the order they were sent; a name that came several times comes several times. */
const fieldsOf = (form: Readonly<Record<string, unknown>>): KeptForm['fields'] =>
  Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)] as const));

/** Those whose time is over: nobody can send them any more. */
export const dropExpiredForms = (db: Kysely<DB>) =>
  db.deleteFrom('kept_forms').where('expires_at', '<=', realNow()).execute();

/** It has been sent, or is not wanted. */
export async function discardKeptForm(db: Kysely<DB>, actor: Actor | null, id: string): Promise<void> {
  await db
    .deleteFrom('kept_forms')
    .where('id', '=', id)
    .where('person_id', '=', actor?.personId ?? null)
    .execute();
}
