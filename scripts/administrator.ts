/**
 * `npm run administrator -- ADDRESS --reason "…" [--json]`: makes somebody an administrator when nobody is left who can let people in.
 * Run it with the settings of the service. It ends nobody's role, sends no letter, and stands in the log with its reason. Whoever has
 * the role already keeps it. Ends with 2 when it cannot.
 */
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config.ts';
import { transact } from '../src/core/process/unit.ts';
import { appointAdministrator } from '../src/features/people/commands-access.ts';
import { ADMINISTRATORS, administratorsToStay } from '../src/features/people/queries-administrators.ts';
import { systemActor } from '../src/platform/actor.ts';
import { databaseClock, realClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { provideDatabase } from '../src/platform/db/provide.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, reason: { type: 'string', default: '' } },
  allowPositionals: true,
});
try {
  const [email = ''] = positionals;
  const reason = values.reason.trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || !reason)
    throw new Error('Usage: npm run administrator -- ADDRESS --reason "why nobody else can do it" [--json]');
  const config = loadConfig();
  await using parts = new AsyncDisposableStack();
  const database = await provideDatabase(config);
  parts.defer(() => database.stop());
  const db = openDatabase(database.url, { name: 'etikkprisen-administrator' });
  parts.defer(() => db.destroy());
  // A demonstration has a clock of its own.
  const now = await (config.mode === 'demo' ? databaseClock(db) : realClock).now();
  const isNew = await transact(db, { actor: systemActor, now, requestId: 'administrator' }, (unit) =>
    appointAdministrator(unit, { email, reason }),
  );
  const administrators = (await administratorsToStay(db, now)).length;
  const more = administrators < ADMINISTRATORS ? ' Sign in and invite another: there must be two.' : '';
  console.log(
    values.json
      ? JSON.stringify({ email: email.toLowerCase(), isNew, administrators })
      : `${email} ${isNew ? 'is an administrator now' : 'was an administrator already'}.${more}`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
