/** Who one is: a person by address, the profile, the tokens for programs. */
import { sql, type Transaction } from 'kysely';
import { viewerOf, type Unit } from '../../core/process/unit.ts';
import { can, relationsOf, type Action } from '../../core/policy/policy.ts';
import { service } from '../../core/policy/resources.ts';
import type { Actor } from '../../platform/actor.ts';
import { addDays, realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { hashOf, newSecret } from '../../platform/secrets.ts';
import type { Services } from '../../platform/services.ts';
import type { Lang } from '../../ui/text/index.ts';
import { tokensPerPerson, type PersonRow, type Token } from './schema.ts';

/** The person with this address; made when there is none. A name is filled in where one was missing, never changed. */
export async function ensurePerson(
  unit: Unit,
  given: { email: string; name?: string | undefined; language: Lang },
): Promise<PersonRow> {
  const { trx, now } = unit;
  const email = given.email.trim().toLowerCase();
  const name = given.name?.trim() ?? '';
  const made = await trx
    .insertInto('people')
    .values({ email, name, language: given.language, created_at: now })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (made) {
    unit.record({ editionId: null, subjectType: 'person', subjectId: made.id, event: 'create' });
    return made;
  }
  if (name)
    await trx.updateTable('people').set({ name }).where('email', '=', email).where('name', '=', '').execute();
  return trx.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
}

/**
 * Opens the door again for somebody whom an administrator had shut out: an invitation to a role or to a seat does so.
 * A colleague's invitation to an application does not.
 */
export async function letInAgain(
  { trx, record }: Unit,
  { id, removed_at }: Pick<PersonRow, 'id' | 'removed_at'>,
): Promise<void> {
  if (!removed_at) return;
  const { numUpdatedRows } = await trx
    .updateTable('people')
    .set({ removed_at: null })
    .where('id', '=', id)
    .where(sql<boolean>`email <> deleted_address(id)`)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problem('person/just-deleted');
  record({ editionId: null, subjectType: 'person', subjectId: id, event: 'letInAgain' });
}

/** One's own name, telephone and language. An empty telephone removes it. */
export async function updateProfile(
  { trx, actor }: Unit,
  profile: { name?: string; phone?: string | undefined; language?: Lang },
): Promise<void> {
  const { name, phone, language } = profile;
  if (phone && !/^\+?\d([ ()-]?\d){7,14}$/.test(phone))
    throw problem('request/invalid', {}, [{ field: 'phone', message: (t) => t.fieldErrors.notPhone }]);
  const changes = {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...('phone' in profile ? { phone: phone || null } : {}),
    ...(language === undefined ? {} : { language }),
  };
  if (Object.keys(changes).length === 0) return;
  await trx.updateTable('people').set(changes).where('id', '=', actor.personId).execute();
}

/** What the language switch of the pages remembers for whoever is signed in. */
export const rememberLanguage =
  ({ db }: Pick<Services, 'db'>) =>
  async ({ actor }: { actor: Actor | null }, language: Lang): Promise<void> => {
    await db
      .updateTable('people')
      .set({ language })
      .where('id', '=', actor?.personId ?? null)
      .execute();
  };

/** @throws auth/forbidden */
export async function authoriseService(
  { trx, actor, now }: Unit,
  action: Action<typeof service>,
): Promise<void> {
  const viewer = viewerOf(actor);
  if (viewer.system) return;
  const { rel } = await trx
    .selectNoFrom(relationsOf(service, viewer, now, '').as('rel'))
    .executeTakeFirstOrThrow();
  if (!can(service, action, { rel })) throw problem('auth/forbidden');
}

/** A token that says where it comes from, so that one that was published by mistake can be found. */
const tokenPrefix = 'etikkprisen_';

/**
 * A bearer token for a program. It is shown once and stored as a hash.
 *
 * @throws conflict/exists when the person has too many
 */
export async function createToken(
  unit: Unit,
  given: { personId: string; name: string; days: number },
): Promise<Token & { token: string }> {
  const { trx } = unit;
  const now = realNow();
  await trx.selectFrom('people').select('id').where('id', '=', given.personId).forUpdate().executeTakeFirst();
  const { count } = await livingTokens(trx, given.personId, now)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) >= tokensPerPerson)
    throw problem('conflict/exists', {}, [], (t) => t.people.tooManyTokens(tokensPerPerson));
  const token = tokenPrefix + newSecret();
  const { id, name, created_at, expires_at } = await trx
    .insertInto('api_tokens')
    .values({
      person_id: given.personId,
      name: given.name.trim(),
      token_hash: hashOf(token),
      created_at: now,
      expires_at: addDays(now, given.days),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  unit.record({ editionId: null, subjectType: 'token', subjectId: id, event: 'create' });
  return { id, name, createdAt: created_at, expiresAt: expires_at, usedAt: null, token };
}

const livingTokens = (trx: Transaction<DB>, personId: string, now: Date) =>
  trx
    .selectFrom('api_tokens')
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now);

/** @throws not-found for anybody else's */
export async function revokeToken(unit: Unit, id: string): Promise<void> {
  const { trx, actor } = unit;
  const token = await trx
    .selectFrom('api_tokens')
    .select('revoked_at')
    .where('id', '=', id)
    .where('person_id', '=', actor.personId)
    .forUpdate()
    .executeTakeFirst();
  if (!token) throw problem('not-found');
  if (token.revoked_at) return;
  await trx.updateTable('api_tokens').set({ revoked_at: realNow() }).where('id', '=', id).execute();
  unit.record({ editionId: null, subjectType: 'token', subjectId: id, event: 'revoke' });
}

/** Ends every session and token of a person, at once. */
export async function endAccess({ trx }: Unit, personId: string): Promise<void> {
  const now = realNow();
  await trx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  await trx
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
}
