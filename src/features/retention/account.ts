/** One's own account, deleted by whoever has it: at once, unless something here still needs them. */
import { sql, type Kysely } from 'kysely';
import { personOf, type Unit, type UnitContext } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { forgottenBy, type Outside } from './forgetting.ts';
import type { Counts } from './schema.ts';
import type { AccountState, Bond } from './schema-account.ts';
import { tombstoneFile, writeTombstones } from './tombstones.ts';

/** What holds whoever asks, and whether their name stays when they go. */
export async function accountOf(
  db: Kysely<DB>,
  context: Pick<UnitContext, 'actor' | 'now'>,
): Promise<AccountState> {
  const me = personOf(context);
  const { rows: bonds } = await sql<Bond>`
    select kind, name, year, until_at as "until" from account_bonds(${me}, ${context.now}) order by kind, year, name`.execute(
    db,
  );
  const { rows } = await sql<{ nameStays: boolean }>`select stays_by_name(${me}) as "nameStays"`.execute(db);
  return { bonds, nameStays: rows[0]!.nameStays };
}

/**
 * With sessions and access keys, so that this request is their last. The log says that somebody asked for it, and not who.
 *
 * @throws process/not-now while something here needs them
 */
export async function eraseOwnAccount(unit: Unit, outside: Outside): Promise<void> {
  const me = personOf(unit);
  const { bonds } = await accountOf(unit.trx, unit);
  if (bonds.length > 0) throw problem('process/not-now', {}, [], (t) => t.account.needed);
  const { rows } = await sql<{
    counts: Counts | null;
  }>`select erase_own_account(${me}, ${unit.now}) as counts`.execute(unit.trx);
  const counts = rows[0]?.counts;
  if (!counts) return;
  unit.record(
    {
      editionId: null,
      subjectType: 'retention',
      subjectId: me,
      event: forgottenBy.themselves,
      payload: { rule: 'accounts', counts, subjects: [me] },
    },
    systemActor,
  );
  await writeTombstones(tombstoneFile(outside), [
    { rule: 'accounts', subject: me, at: unit.now.toISOString() },
  ]);
}
