import { sql, type ControlledTransaction, type Kysely, type Transaction } from 'kysely';
import type { DB } from './types.ts';

/** All that `read` asks for is as it was at one moment, however many questions it takes. Nothing can be written. */
export const atOneMoment = <T>(db: Kysely<DB>, read: (trx: Transaction<DB>) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);

/** The same for what is read as far as somebody takes it; whoever takes nothing for a minute loses the connection to others. */
export async function openMoment(db: Kysely<DB>): Promise<ControlledTransaction<DB>> {
  const trx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  await sql`set local idle_in_transaction_session_timeout = '1min'`.execute(trx);
  return trx;
}
