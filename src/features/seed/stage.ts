/** The stage on which the demonstration is played: who acts, and when. Everything happens through the commands that people use. */
import { sql, type Transaction } from 'kysely';
import { append, type AuditEntry } from '../../core/audit/audit.ts';
import type { Unit } from '../../core/process/unit.ts';
import { systemActor, type Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { ensurePerson } from '../people/commands.ts';
import type { DemoPerson } from './personas.ts';

export interface Stage {
  trx: Transaction<DB>;
  files: FileStore;
  /** Does something as this person at this time. */
  as<T>(person: DemoPerson, at: Date, work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Does something as the service itself. */
  asService<T>(at: Date, work: (unit: Unit) => Promise<T>): Promise<T>;
}

/** Everything that is played on it happens in the one transaction `trx`: a start that is cut short leaves nothing half done. */
export function setStage(trx: Transaction<DB>, files: FileStore): Stage {
  const play = async <T>(actor: Actor, now: Date, work: (unit: Unit) => Promise<T>): Promise<T> => {
    const entries: AuditEntry[] = [];
    const result = await work({ trx, actor, now, requestId: 'seed', record: (entry) => entries.push(entry) });
    if (entries.length)
      await append(trx, { actorId: actor.personId, actorName: actor.name, now, requestId: 'seed' }, entries);
    return result;
  };
  const asService: Stage['asService'] = (at, work) => play(systemActor, at, work);
  return {
    trx,
    files,
    asService,
    async as(person, at, work) {
      const { name, email, language: lang = 'nb' } = person;
      const { id } = await asService(at, (unit) => ensurePerson(unit, { name, email, language: lang }));
      return play({ personId: id, name, email, lang, via: 'session', roles: [] }, at, work);
    },
  };
}

/** Whether it went. What the rules refuse is taken back as a whole, and the rest goes on. */
export async function whatGoes({ trx }: Stage, work: () => Promise<unknown>): Promise<boolean> {
  await sql`savepoint what_goes`.execute(trx);
  try {
    await work();
    await sql`release savepoint what_goes`.execute(trx);
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await sql`rollback to savepoint what_goes`.execute(trx);
    return false;
  }
}

/** Something that happens at a time. */
export interface Act {
  at: Date;
  play(): Promise<unknown>;
}

/** In the order of time, as it would have happened: the log never runs backwards. */
export async function inOrder(acts: readonly Act[]): Promise<void> {
  for (const { play } of acts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await play();
}
