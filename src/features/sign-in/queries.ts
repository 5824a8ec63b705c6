/** Letters that are under way, and forms that are kept, for the pages that show them. Looking at one uses nothing up. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { hashOf } from '../../platform/secrets.ts';
import type { KeptForm, PendingLink } from './schema.ts';

const newest = (db: Kysely<DB>, by: 'browser_hash' | 'token_hash', secret: string) =>
  db
    .selectFrom('sign_in_links')
    .select(['email', 'return_to', 'used_at', 'expires_at'])
    .where(by, '=', hashOf(secret))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The newest letter that this browser asked for, also when it is spent: the page says for which address to ask again. */
export async function pendingByBrowser(db: Kysely<DB>, browser: string): Promise<PendingLink | undefined> {
  const found = await newest(db, 'browser_hash', browser);
  return found && { email: found.email, returnTo: found.return_to };
}

/** The letter of a link, as long as it works. */
export async function pendingByToken(db: Kysely<DB>, token: string): Promise<PendingLink | undefined> {
  const found = await newest(db, 'token_hash', token);
  return found && !found.used_at && found.expires_at > realNow()
    ? { email: found.email, returnTo: found.return_to }
    : undefined;
}

const keptBy = (db: Kysely<DB>, actor: Actor | null) =>
  db
    .selectFrom('kept_forms')
    .selectAll()
    .where('person_id', '=', actor?.personId ?? null)
    .where('expires_at', '>', realNow());

/** One's own kept forms, newest first. */
export async function keptFormsOf(db: Kysely<DB>, actor: Actor | null): Promise<KeptForm[]> {
  return (await keptBy(db, actor).orderBy('created_at', 'desc').execute()).map(asKeptForm);
}

export async function keptFormById(
  db: Kysely<DB>,
  actor: Actor | null,
  id: string,
): Promise<KeptForm | undefined> {
  const found = await keptBy(db, actor).where('id', '=', id).executeTakeFirst();
  return found && asKeptForm(found);
}

const asKeptForm = (row: {
  id: string;
  path: string;
  body: string;
  created_at: Date;
  expires_at: Date;
}): KeptForm => ({
  id: row.id,
  path: row.path,
  fields: JSON.parse(row.body) as KeptForm['fields'],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});
