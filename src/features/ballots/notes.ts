/** A juror's private note on an application: read and written by its owner alone, and never logged. */
import type { Kysely } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { ownBallot } from './queries.ts';
import type { Note } from './schema.ts';

const none: Note = { text: '', version: 0 };

/** One's own note; empty when there is none. The caller has found one's own ballot on the application. */
export async function findNote(db: Kysely<DB>, { actor }: Reader, nominationId: string): Promise<Note> {
  const row = await db
    .selectFrom('juror_notes')
    .select(['text', 'version'])
    .where('nomination_id', '=', nominationId)
    .where('person_id', '=', actor?.personId ?? null)
    .executeTakeFirst();
  return row ?? none;
}

/**
 * Keeps one's own note; an empty one is deleted.
 *
 * @throws conflict/version when another window has saved another text in between, and what `ownBallot` throws
 */
export async function saveNote(unit: Unit, nominationId: string, { text, version }: Note): Promise<Note> {
  const { trx, now, actor } = unit;
  const { person_id } = await ownBallot(trx, unit, { nominationId });
  const clean = text.replace(/\r\n?/g, '\n').trim();
  const found = await trx
    .selectFrom('juror_notes')
    .select(['text', 'version'])
    .where('nomination_id', '=', nominationId)
    .where('person_id', '=', person_id)
    .forUpdate()
    .executeTakeFirst();
  if ((found?.text ?? '') === clean) return found ?? none;
  if ((found?.version ?? 0) !== version) throw clash(found ?? none);
  if (clean === '') {
    await eraseNote(unit, nominationId);
    return none;
  }
  const kept = { text: clean, version: version + 1, updated_at: now };
  const written = await trx
    .insertInto('juror_notes')
    .values({ ...kept, person_id: actor.personId ?? person_id, nomination_id: nominationId })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'nomination_id'])
        .doUpdateSet(kept)
        .where('juror_notes.version', '=', version),
    )
    .returning(['text', 'version'])
    .executeTakeFirst();
  // Two windows at once, both with the first note: the second one waited for the first.
  if (!written) throw clash(await findNote(trx, unit, nominationId));
  return written;
}

/** Another window has saved another text: the juror sees both, and chooses. */
const clash = ({ text, version }: Note) =>
  problem('conflict/version', { fields: [{ field: 'note', value: text, version }] });

/** Deletes one's own note: also where one is out of the application by now. */
export async function eraseNote({ trx, actor }: Unit, nominationId: string): Promise<void> {
  await trx
    .deleteFrom('juror_notes')
    .where('nomination_id', '=', nominationId)
    .where('person_id', '=', actor.personId)
    .execute();
}
