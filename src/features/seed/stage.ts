/** The stage on which the demonstration is played: who acts, and when. Everything happens through the commands that people use. */
import { transact, type Unit } from '../../core/process/unit.ts';
import { systemActor, type Actor } from '../../platform/actor.ts';
import type { Services } from '../../platform/services.ts';
import { ensurePerson } from '../people/commands.ts';
import type { DemoPerson } from './personas.ts';

export type SeedServices = Pick<Services, 'config' | 'db' | 'clock' | 'files' | 'log'>;

export interface Stage {
  services: SeedServices;
  /** Does something as this person at this time. */
  as<T>(person: DemoPerson, at: Date, work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Does something as the service itself. */
  asService<T>(at: Date, work: (unit: Unit) => Promise<T>): Promise<T>;
}

export function setStage(services: SeedServices): Stage {
  const play = <T>(actor: Actor, now: Date, work: (unit: Unit) => Promise<T>) => transact(services.db, { actor, now, requestId: 'seed' }, work);
  const asService: Stage['asService'] = (at, work) => play(systemActor, at, work);
  return {
    services,
    asService,
    async as(person, at, work) {
      const { id } = await asService(at, (unit) => ensurePerson(unit, { ...person, language: person.language ?? 'nb' }));
      const lang = person.language ?? 'nb';
      return play({ personId: id, name: person.name, email: person.email, lang, via: 'session', roles: [] }, at, work);
    },
  };
}
