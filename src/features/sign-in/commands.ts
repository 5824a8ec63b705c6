/** Coming in: a letter with a link and a code, either good once, for a short time. */
import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { instant, realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem, type Problem } from '../../platform/http/problem.ts';
import { hashOf, keyedHash, newCode, newSecret, sameHash } from '../../platform/secrets.ts';
import type { Lang } from '../../ui/text/index.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { ensurePerson } from '../people/commands.ts';
import { limits } from './schema.ts';
import { startSession } from './sessions.ts';

/** What the code is hashed with, and what senders are counted by. */
export interface Keys {
  sessionSecret: string;
}
export interface LetterRequest {
  email: string;
  /** The page one was on the way to. */
  returnTo: string;
  /** The secret of the browser that asks; the code works nowhere else. */
  browser: string;
  /** The network address that asks. */
  source: string;
  /** The language of the page, for somebody we do not know. */
  language: Lang;
}

/**
 * Sends the letter. An address that we know and one that we do not know are treated alike, in word and in time.
 *
 * @throws request/too-many, with the seconds to wait
 */
export async function requestSignIn(
  unit: Unit,
  { sessionSecret }: Keys,
  request: LetterRequest,
): Promise<void> {
  const { trx } = unit;
  const now = realNow();
  const email = request.email.toLowerCase();
  const source = keyedHash(sessionSecret, `source:${networkOf(request.source)}`);
  await trx
    .deleteFrom('sign_in_links')
    .where('created_at', '<', instant(now.getTime() - limits.remembered))
    .execute();
  await withinLimits(trx, email, source, now);
  const [id, token, code] = [randomUUID(), newSecret(), newCode()];
  await trx
    .insertInto('sign_in_links')
    .values({
      id,
      email,
      token_hash: hashOf(token),
      code_hash: codeHash(sessionSecret, id, code),
      browser_hash: hashOf(request.browser),
      source_hash: source,
      return_to: request.returnTo,
      created_at: now,
      expires_at: instant(now.getTime() + limits.linkLife),
    })
    .execute();
  const person = await trx
    .selectFrom('people')
    .select(['id', 'language', 'removed_at'])
    .where('email', '=', email)
    .executeTakeFirst();
  if (person?.removed_at) return;
  await queueLetter(unit, {
    template: 'signIn',
    key: `sign-in:${id}`,
    to: { personId: person?.id ?? null, email, language: person?.language ?? request.language },
    params: { code, minutes: limits.linkLife / 60_000, path: `/logg-inn/lenke/${token}` },
  });
}

const codeHash = (secret: string, id: string, code: string): Buffer =>
  keyedHash(secret, `code:${id}:${code}`);

/** One household or office: an IPv6 network is a whole /64. */
const networkOf = (address: string): string =>
  address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;

/** Counted under a lock, so that many requests at once are not all the first. */
async function withinLimits(trx: Transaction<DB>, email: string, source: Buffer, now: Date): Promise<void> {
  const hour = 3_600_000;
  await lock(trx, email);
  await lock(trx, source.toString('hex'));
  const recent = (column: 'email' | 'source_hash', value: string | Buffer, most: number) =>
    trx
      .selectFrom('sign_in_links')
      .select('created_at')
      .where(column, '=', value)
      .where('created_at', '>', instant(now.getTime() - hour))
      .orderBy('created_at', 'desc')
      .offset(most - 1)
      .limit(1)
      .executeTakeFirst();
  const over =
    (await recent('email', email, limits.lettersPerHour)) ??
    (await recent('source_hash', source, limits.lettersPerSource));
  if (over)
    throw problem('request/too-many', {
      seconds: Math.ceil((over.created_at.getTime() + hour - now.getTime()) / 1000),
    });
}

export interface Entry {
  personId: string;
  /** Not known yet: the profile page asks first. */
  nameless: boolean;
  returnTo: string;
}
/** A refusal that must not undo what was counted: it is returned, and thrown by whoever holds the request. */
export type Attempt = { ok: true; entry: Entry } | { ok: false; problem: Problem };

const expired = (): Attempt => ({ ok: false, problem: problem('auth/link-expired') });

/** The code of the newest letter that this browser asked for. */
export async function enterByCode(
  unit: Unit,
  { sessionSecret }: Keys,
  given: { browser: string; code: string; language: Lang },
): Promise<Attempt> {
  const { trx } = unit;
  const link = await holdLink(trx, 'browser_hash', hashOf(given.browser));
  if (!link) return expired();
  const left = Math.min(
    limits.triesPerLink - link.tries,
    limits.triesPerDay - (await triesToday(trx, link.email)),
  );
  if (left <= 0) return { ok: false, problem: problem('auth/too-many-tries') };
  if (sameHash(codeHash(sessionSecret, link.id, given.code.replace(/\s/g, '')), link.code_hash))
    return enter(unit, link, given.language);
  await trx
    .updateTable('sign_in_links')
    .set({ tries: link.tries + 1 })
    .where('id', '=', link.id)
    .execute();
  return {
    ok: false,
    problem:
      left === 1 ? problem('auth/too-many-tries') : problem('auth/code-wrong', { triesLeft: left - 1 }),
  };
}

/** The newest link by its token or its browser, if it still works. Two at once that open the same address take turns. */
async function holdLink(trx: Transaction<DB>, by: 'token_hash' | 'browser_hash', hash: Buffer) {
  const newest = () =>
    trx
      .selectFrom('sign_in_links')
      .selectAll()
      .where(by, '=', hash)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
  const found = await newest();
  if (!found) return undefined;
  await lock(trx, found.email);
  const link = await newest();
  return link && !link.used_at && link.expires_at > realNow() ? link : undefined;
}

const lock = (trx: Transaction<DB>, what: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in:${what}`}, 0))`.execute(trx);

async function triesToday(trx: Transaction<DB>, email: string): Promise<number> {
  const day = instant(realNow().getTime() - 24 * 3_600_000);
  const { tries } = await trx
    .selectFrom('sign_in_links')
    .select((eb) => eb.fn.sum<string | null>('tries').as('tries'))
    .where('email', '=', email)
    .where('created_at', '>', day)
    .executeTakeFirstOrThrow();
  return Number(tries ?? 0);
}

/** The link of a letter, in whatever browser it is opened. */
export async function enterByLink(unit: Unit, given: { token: string; language: Lang }): Promise<Attempt> {
  const link = await holdLink(unit.trx, 'token_hash', hashOf(given.token));
  if (!link) return expired();
  return enter(unit, link, given.language);
}

/** Uses up every letter to this address: what has let somebody in lets nobody else in. */
async function enter(
  unit: Unit,
  link: { email: string; return_to: string },
  language: Lang,
): Promise<Attempt> {
  await unit.trx
    .updateTable('sign_in_links')
    .set({ used_at: realNow() })
    .where('email', '=', link.email)
    .where('used_at', 'is', null)
    .execute();
  const person = await ensurePerson(unit, { email: link.email, language });
  if (person.removed_at) return expired();
  return { ok: true, entry: { personId: person.id, nameless: person.name === '', returnTo: link.return_to } };
}

/** A new session for somebody who has proved who they are. */
export const beginSession = (
  { trx }: Unit,
  { personId }: { personId: string },
  earlier?: string,
): Promise<string> => startSession(trx, personId, earlier);
