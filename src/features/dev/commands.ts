/** What only the demonstration can do: be anybody, and move the clock. */
import type { Unit } from '../../core/process/unit.ts';
import { realNow, setDatabaseClock } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { applyDue, type Due } from '../due.ts';
import { createToken, ensurePerson } from '../people/commands.ts';
import { tokensPerPerson } from '../people/schema.ts';

const tokenName = 'Demo';

/** A bearer token for whoever has this address, who is made when there is nobody. The oldest of these tokens give way to new ones. */
export async function signInAs(unit: Unit, email: string): Promise<{ token: string; personId: string }> {
  const { id } = await ensurePerson(unit, { email, language: 'nb' });
  const old = await unit.trx
    .selectFrom('api_tokens')
    .select('id')
    .where('person_id', '=', id)
    .where('name', '=', tokenName)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(Math.floor(tokensPerPerson / 2))
    .execute();
  const ids = old.map((token) => token.id);
  if (ids.length)
    await unit.trx.updateTable('api_tokens').set({ revoked_at: realNow() }).where('id', 'in', ids).execute();
  const { token } = await createToken(unit, { personId: id, name: tokenName, days: 30 });
  return { token, personId: id };
}

/** Moves the clock for every server, and does at once what has become due. `null` gives real time back. */
export async function moveClock(services: Services, to: { at: Date; running: boolean } | null): Promise<Due> {
  await setDatabaseClock(services.db, to);
  return applyDue(services, await services.clock.now());
}
