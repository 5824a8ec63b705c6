import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import type { Clock } from './clock.ts';
import type { Database } from './db/open.ts';
import type { FileStore } from './files/store.ts';
import type { Scanner } from './scan/clamd.ts';
import type { Mailer } from './mail/mailer.ts';
import type { OrganisationRegister } from './organisation-register.ts';
import type { PracticeHost } from './practice.ts';
import type { SigningKey } from './signing-key.ts';

/** What a route plugin or a job needs of the outside, handed over as an option. Nothing is looked up globally. */
export interface Services {
  config: Config;
  db: Database;
  clock: Clock;
  files: FileStore;
  /** Null where none is configured. */
  scanner: Scanner | null;
  mailer: Mailer;
  signing: SigningKey;
  organisations: OrganisationRegister;
  log: FastifyBaseLogger;
  /** Where a practice edition is played; null where there is no place for one, and in the practice itself. */
  practice: PracticeHost | null;
}
