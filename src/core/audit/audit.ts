/**
 * The log: append-only and hash-chained, one chain per edition.
 * The chain covers SHA-256(salt ‖ details), never the details: these lie in a side table and can be erased
 * when their time is up, and the chain still verifies.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { canonicalJson, sha256 } from './canonical.ts';

/** The chain of what belongs to no edition: people, roles, sign-ins. */
export const SERVICE_CHAIN = '00000000-0000-0000-0000-000000000000';

export interface AuditEntry {
  editionId: string | null;
  subjectType: string;
  subjectId: string | null;
  event: string;
  fromState?: string | null;
  toState?: string | null;
  reason?: string | null;
  /** Only what explains the event; never a score, a text of a ballot or an answer. */
  payload?: Record<string, unknown>;
}
export interface AuditContext {
  actorId: string | null;
  actorName: string;
  now: Date;
  requestId: string;
}

const GENESIS = Buffer.alloc(32);

/**
 * Appends the entries of one unit of work. Called last before the commit: the head row of the chain is locked from here on,
 * and an early lock would queue everybody behind the slowest.
 */
export async function append(
  trx: Transaction<DB>,
  context: AuditContext,
  entries: readonly AuditEntry[],
): Promise<void> {
  const chains = Map.groupBy(entries, (entry) => entry.editionId ?? SERVICE_CHAIN);
  for (const [chain, mine] of [...chains].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await appendTo(trx, chain, context, mine);
}

async function appendTo(
  trx: Transaction<DB>,
  chain: string,
  context: AuditContext,
  entries: readonly AuditEntry[],
): Promise<void> {
  await trx
    .insertInto('audit_heads')
    .values({ chain, seq: '0', hash: GENESIS })
    .onConflict((c) => c.doNothing())
    .execute();
  const head = await trx
    .selectFrom('audit_heads')
    .selectAll()
    .where('chain', '=', chain)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let seq = BigInt(head.seq);
  let previous: Buffer = head.hash;
  const events = [];
  const details = [];
  for (const entry of entries) {
    const salt = randomBytes(16);
    const detail = {
      actor_id: context.actorId,
      actor_name: context.actorName,
      reason: entry.reason ?? null,
      payload: entry.payload ?? {},
    };
    seq += 1n;
    const event = {
      chain,
      seq: seq.toString(),
      id: randomUUID(),
      at: context.now,
      subject_type: entry.subjectType,
      subject_id: entry.subjectId,
      event: entry.event,
      from_state: entry.fromState ?? null,
      to_state: entry.toState ?? null,
      request_id: context.requestId,
      details_hash: detailsHash(salt, detail),
      previous_hash: previous,
    };
    previous = eventHash(event);
    events.push({ ...event, hash: previous });
    details.push({ event_id: event.id, ...detail, payload: JSON.stringify(detail.payload), salt });
  }
  await trx.insertInto('audit_events').values(events).execute();
  await trx.insertInto('audit_details').values(details).execute();
  await trx
    .updateTable('audit_heads')
    .set({ seq: seq.toString(), hash: previous })
    .where('chain', '=', chain)
    .execute();
}

interface Details {
  actor_id: string | null;
  actor_name: string;
  reason: string | null;
  payload: unknown;
}
interface Hashed {
  chain: string;
  seq: string;
  id: string;
  at: Date;
  subject_type: string;
  subject_id: string | null;
  event: string;
  from_state: string | null;
  to_state: string | null;
  request_id: string;
  details_hash: Buffer;
  previous_hash: Buffer;
}

const detailsHash = (salt: Buffer, { actor_id, actor_name, reason, payload }: Details): Buffer =>
  sha256(Buffer.concat([salt, Buffer.from(canonicalJson({ actor_id, actor_name, reason, payload }))]));

function eventHash(event: Hashed): Buffer {
  const {
    chain,
    seq,
    id,
    at,
    subject_type,
    subject_id,
    event: name,
    from_state,
    to_state,
    request_id,
    details_hash,
    previous_hash,
  } = event;
  const text = canonicalJson({
    chain,
    seq,
    id,
    at: at.toISOString(),
    subject_type,
    subject_id,
    event: name,
    from_state,
    to_state,
    request_id,
    details_hash: details_hash.toString('hex'),
  });
  return sha256(Buffer.concat([previous_hash, Buffer.from(text)]));
}

export interface ChainReport {
  chain: string;
  events: number;
  /** Details that have been erased; the chain holds without them. */
  erased: number;
  /** The first event that does not hold, and what about it. */
  broken: { seq: string; why: 'hash' | 'link' | 'details' | 'head' } | null;
}

/** Recomputes a chain from the first event. */
export async function verifyChain(db: Kysely<DB>, chain: string): Promise<ChainReport> {
  const events = await db
    .selectFrom('audit_events as e')
    .leftJoin('audit_details as d', 'd.event_id', 'e.id')
    .selectAll('e')
    .select(['d.event_id as kept', 'd.actor_id', 'd.actor_name', 'd.reason', 'd.payload', 'd.salt'])
    .where('e.chain', '=', chain)
    .orderBy('e.seq')
    .execute();
  const report: ChainReport = { chain, events: events.length, erased: 0, broken: null };
  let previous: Buffer = GENESIS;
  let expected = 1n;
  for (const event of events) {
    const fail = (why: NonNullable<ChainReport['broken']>['why']) => ({
      ...report,
      broken: { seq: event.seq, why },
    });
    if (BigInt(event.seq) !== expected || !event.previous_hash.equals(previous)) return fail('link');
    if (!eventHash(event).equals(event.hash)) return fail('hash');
    if (event.kept === null || event.salt === null) report.erased += 1;
    else if (
      !detailsHash(event.salt, {
        actor_id: event.actor_id,
        actor_name: event.actor_name ?? '',
        reason: event.reason,
        payload: event.payload,
      }).equals(event.details_hash)
    )
      return fail('details');
    previous = event.hash;
    expected += 1n;
  }
  const head = await db.selectFrom('audit_heads').selectAll().where('chain', '=', chain).executeTakeFirst();
  if (head ? BigInt(head.seq) !== expected - 1n || !head.hash.equals(previous) : events.length > 0)
    report.broken = { seq: head?.seq ?? '0', why: 'head' };
  return report;
}
