/** A unit of work: one transaction, one actor, one instant, one request, and what it leaves in the log. */
import type { Kysely, Transaction } from 'kysely';
import { systemActor, type Actor } from '../../platform/actor.ts';
import { atOneMoment } from '../../platform/db/moment.ts';
import { problem } from '../../platform/http/problem.ts';
import type { DB } from '../../platform/db/types.ts';
import { append } from '../audit/audit.ts';
import type { Viewer } from '../policy/relations/viewer.ts';
import type { Recorded } from './events.ts';

export interface Unit {
  trx: Transaction<DB>;
  actor: Actor;
  /** The arrival time of the request, taken once from the clock. */
  now: Date;
  requestId: string;
  /** Puts an entry into the log, written last before the commit; by whoever acts, where nobody else is named. */
  record(entry: Recorded, by?: Actor): void;
}
export interface UnitContext {
  actor: Actor;
  now: Date;
  requestId: string;
}

/**
 * The context of what a person asks for with a request.
 *
 * @throws auth/required when nobody is signed in
 */
export function contextOf({ actor, now, id }: { actor: Actor | null; now: Date; id: string }): UnitContext {
  if (!actor) throw problem('auth/required');
  return { actor, now, requestId: id };
}

/** Whom the policy should see in this unit. */
export const viewerOf = (actor: Actor | null): Viewer =>
  actor === null ? { personId: null } : { personId: actor.personId, system: actor.via === 'system' };

/** Whoever acts as a person. @throws auth/forbidden for the service itself, which does nothing on its own behalf */
export function personOf({ actor }: Pick<Unit, 'actor'>): string {
  if (actor.personId === null) throw problem('auth/forbidden');
  return actor.personId;
}

/** The same unit for what the service does of its own accord after what a person did: the log does not say that the person did it. */
export const asService = (unit: Unit): Unit => ({
  ...unit,
  actor: systemActor,
  record: (entry) => unit.record(entry, systemActor),
});

let recorded = 0;
/** How many units of this process have left something in the log, and of others as far as it hears: by this a cache notices writes at once. */
export const recordedUnits = (): number => recorded;
/** Another server has written something that this one may have kept. */
export const recordedElsewhere = (): void => {
  recorded += 1;
};

/** Runs `work` in one transaction: everything of it stands, with its log, or nothing does. */
export async function transact<T>(
  db: Kysely<DB>,
  context: UnitContext,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  const { actor, now, requestId } = context;
  const entries = new Map<Actor, Recorded[]>();
  const record: Unit['record'] = (entry, by = actor) => {
    const theirs = entries.get(by);
    if (theirs) theirs.push(entry);
    else entries.set(by, [entry]);
  };
  const result = await db.transaction().execute(async (trx) => {
    const done = await work({ ...context, trx, record });
    for (const [{ personId: actorId, name: actorName }, theirs] of entries)
      await append(trx, { actorId, actorName, now, requestId }, theirs);
    return done;
  });
  if (entries.size) recorded += 1;
  return result;
}

/**
 * Runs `work`, which only reads: all of it as it was at one moment. Its log is written after, for the end of a chain is not to be read from
 * a moment that has passed; nobody has what was read before that is done.
 */
export async function transactReading<T>(
  db: Kysely<DB>,
  context: UnitContext,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  const entries: Parameters<Unit['record']>[] = [];
  const result = await atOneMoment(db, (trx) =>
    work({ ...context, trx, record: (...entry) => entries.push(entry) }),
  );
  await transact(db, context, async ({ record }) => {
    for (const entry of entries) record(...entry);
  });
  return result;
}
