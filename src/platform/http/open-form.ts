/**
 * Forms that anybody may send without signing in. What keeps programs out asks nothing of people, no script and nobody else: a form is
 * not sent the moment it is drawn, a field that nobody sees stays empty, and one network sends only so much a day.
 */
import { isIPv6 } from 'node:net';
import { sql, type Kysely } from 'kysely';
import Type, { type Static } from 'typebox';
import { addDays, instant, realNow } from '../clock.ts';
import type { DB } from '../db/types.ts';
import { keyedHash, sameHash } from '../secrets.ts';
import { problem } from './problem.ts';

/** What such a form sends besides its own fields; drawn by `openFormFields` of the components. */
export const openForm = {
  stamp: Type.Optional(Type.String({ maxLength: 200 })),
  website: Type.Optional(Type.String({ maxLength: 2000 })),
};
type Sent = Static<Type.TObject<typeof openForm>>;

/** Nobody has read a form and written something in less. */
const QUICKEST_MS = 3000;
/** A page that was left open so long is drawn anew. */
const LONGEST_DAYS = 2;

const signed = (secret: string, at: string): string =>
  `${at}.${keyedHash(secret, `form:${at}`).toString('base64url')}`;

/** Says when a form was drawn, so that nobody can say otherwise. */
export const formStamp = (secret: string, at: Date = realNow()): string => signed(secret, at.toISOString());

/** For a form that is shown again with what was written: whoever has been asked to send it once more need not wait. */
export const formStampAgain = (secret: string): string =>
  formStamp(secret, instant(realNow().getTime() - QUICKEST_MS));

/** @throws request/invalid, with what to do about it; nothing that was written is lost */
export function demandPerson({ stamp = '', website = '' }: Sent, secret: string): void {
  if (website !== '')
    throw problem('request/invalid', {}, [{ field: 'website', message: (t) => t.openForm.trap }]);
  const at = drawnAt(stamp, secret);
  const waited = at ? realNow().getTime() - at.getTime() : 0;
  if (!at || waited < QUICKEST_MS || at < addDays(realNow(), -LONGEST_DAYS))
    throw problem('request/invalid', {}, [{ message: (t) => t.openForm.again }]);
}

function drawnAt(stamp: string, secret: string): Date | undefined {
  const at = stamp.slice(0, stamp.lastIndexOf('.'));
  const isOurs = sameHash(Buffer.from(signed(secret, at)), Buffer.from(stamp));
  return isOurs ? instant(at) : undefined;
}

/** Whom a limit counts, by the address a request came from: never stored as the address itself. */
export const sourceHash = (secret: string, address: string): Buffer =>
  keyedHash(secret, `source:${networkOf(address)}`);

/** One connection to the net has 2^64 addresses of the newer kind (RFC 4291: the first half is the network), and one of the older. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const rest = tail ? tail.split(':') : [];
  return [...groups, ...Array<string>(missing).fill('0'), ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Where each row says when, in real time, it was asked for and from where. */
type OpenTable = 'call_reminders' | 'call_questions' | 'barriers' | 'ceremony_guests';

/**
 * @param most so many in a day: from one network, from all of them together, and to one address
 * @throws request/too-many
 */
export async function demandRoom(
  db: Kysely<DB>,
  table: OpenTable,
  { source, email = null }: { source: Buffer; email?: string | null },
  most: { source: number; all?: number; address?: number },
): Promise<void> {
  const { rows } = await sql<{ source: number; all: number; address: number }>`
    select count(*) filter (where source_hash = ${source}::bytea)::int as source, count(*)::int as all,
      count(*) filter (where email = ${email}::text)::int as address
    from ${sql.table(table)} where asked_real_at > ${addDays(realNow(), -1)}`.execute(db);
  const sent = rows[0] ?? { source: 0, all: 0, address: 0 };
  const isFull = (['source', 'all', 'address'] as const).some(
    (each) => sent[each] >= (most[each] ?? Infinity),
  );
  if (isFull) throw problem('request/too-many', { seconds: 86_400 });
}
