/** A year in which the nominated are to be published at once and the winner soon, in SQL: the service does both by itself. */
import { sql } from 'kysely';
import { openDatabase } from '../../../../src/platform/db/open.ts';
import { whole } from '../../whole.ts';
import { makeYear } from '../../year.ts';

export const WINNER_PAGE = '/prisen/2026/nominerte/kommune-1';
/** Only the page of a winner says so. */
export const winnerWords = 'Vinner av Etikkprisen 2026';
const NOMINATED = 4;

/** Gives the moment of the announcement, in milliseconds since 1970. */
export async function makeAnnouncement(owner: string, leadMs: number): Promise<number> {
  const db = openDatabase(owner);
  try {
    const { editionId, jurors } = await makeYear(db, { nominations: 20, jurors: 5, state: 'deliberating' });
    const [chair, second] = jurors;
    const now = Date.now();
    const moment = now + leadMs;
    const days = (count: number) => new Date(now + count * 86_400_000);
    await db
      .updateTable('editions')
      .set({
        state: 'decided',
        judging_ends_at: days(-30),
        finalists_at: days(-14),
        ceremony_at: new Date(moment),
      })
      .where('id', '=', editionId)
      .execute();
    const publish = async (kind: 'finalists' | 'winner', at: number, among: number) => {
      const { id } = await db
        .insertInto('decisions')
        .values({
          edition_id: editionId,
          kind,
          decided_by: chair!,
          decided_at: days(-20),
          quorum: 3,
          reason: 'Drøftet',
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const outcome = kind === 'winner' ? 'winner' : 'finalist';
      const entries = await sql<{
        id: string;
      }>`insert into decision_entries (decision_id, nomination_id, outcome)
        select ${id}, n.id, ${outcome} from nominations n where organisation_name in (${sql.join(named(among))}) returning nomination_id as id`.execute(
        db,
      );
      await sql`insert into decision_participants (decision_id, person_id, took_part) select ${id}, person_id, true from seat_holders`.execute(
        db,
      );
      const statement = { nb: words.repeat(8).trim(), nn: words.repeat(8).trim() };
      await db
        .insertInto('publications')
        .values({
          edition_id: editionId,
          kind,
          decision_id: id,
          publish_at: new Date(at),
          texts: JSON.stringify({ nb: words.trim(), nn: words.trim() }),
          statements: JSON.stringify(Object.fromEntries(entries.rows.map((row) => [row.id, statement]))),
          prepared_by: chair!,
          prepared_at: days(-15),
          approved_by: second!,
          approved_at: days(-14),
        })
        .execute();
    };
    await publish('finalists', now, NOMINATED);
    await publish('winner', moment, 1);
    await whole(db, editionId, days(-13));
    return moment;
  } finally {
    await db.destroy();
  }
}

const named = (count: number): string[] => Array.from({ length: count }, (_, i) => `Kommune ${i + 1}`);
const words =
  'Fagjuryen legger vekt på at etisk refleksjon er en vane på hver avdeling, at ledelsen spør etter den, og at brukere og pårørende er med. ';
