/** Notes to whoever runs the next year, phase by phase. */
import type { Kysely } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { lockEdition } from './queries.ts';
import { phases, type Note, type Phase } from './schema-notes.ts';

/** Every phase in its order, also those that nobody has written anything about. */
export async function notesOf(db: Kysely<DB>, editionId: string): Promise<Note[]> {
  const rows = await db
    .selectFrom('successor_notes as n')
    .leftJoin('people as p', 'p.id', 'n.written_by')
    .select(['n.phase', 'n.body', 'n.version', 'n.written_at', 'p.name'])
    .where('n.edition_id', '=', editionId)
    .execute();
  const found = new Map(rows.map((row) => [row.phase, row]));
  return phases.map((phase) => {
    const row = found.get(phase);
    return {
      phase,
      body: row?.body ?? '',
      version: row?.version ?? 0,
      writtenAt: row?.written_at ?? null,
      writtenBy: row?.name ?? null,
    };
  });
}

/** Notes of the year that was copied which somebody has written since: a copy is made once, and does not follow by itself. */
export async function newerNotes(db: Kysely<DB>, editionId: string): Promise<Note[]> {
  const edition = await db
    .selectFrom('editions')
    .select(['copied_from', 'created_at'])
    .where('id', '=', editionId)
    .executeTakeFirst();
  if (!edition?.copied_from) return [];
  return (await notesOf(db, edition.copied_from)).filter(
    ({ body, writtenAt }) => body !== '' && writtenAt !== null && writtenAt > edition.created_at,
  );
}

/**
 * Writes the note of a phase anew; an empty one takes it away.
 *
 * @throws not-found, auth/forbidden; conflict/version when somebody has written since
 */
export async function writeNote(
  unit: Unit,
  editionId: string,
  phase: Phase,
  { body, version }: { body: string; version: number },
): Promise<{ version: number }> {
  await lockEdition(unit, editionId, 'manage');
  const now = (await notesOf(unit.trx, editionId)).find((note) => note.phase === phase);
  if (now?.version !== version) throw problem('conflict/version');
  const row = {
    body: body.trim(),
    version: version + 1,
    written_by: personOf(unit),
    written_at: unit.now,
  };
  await unit.trx
    .insertInto('successor_notes')
    .values({ edition_id: editionId, phase, ...row })
    .onConflict((conflict) => conflict.columns(['edition_id', 'phase']).doUpdateSet(row))
    .execute();
  unit.record({
    editionId,
    subjectType: 'edition',
    subjectId: editionId,
    event: 'writeNote',
    payload: { phase },
  });
  return { version: row.version };
}

/** The notes of the year that is copied, as the new year begins with them. */
export async function copyNotes({ trx, now }: Unit, from: string, to: string): Promise<void> {
  await trx
    .insertInto('successor_notes')
    .columns(['edition_id', 'phase', 'body', 'version', 'written_by', 'written_at'])
    .expression((eb) =>
      eb
        .selectFrom('successor_notes')
        .select((each) => [
          each.val(to).as('edition_id'),
          'phase',
          'body',
          each.lit(1).as('version'),
          each.lit(null).as('written_by'),
          each.val(now).as('written_at'),
        ])
        .where('edition_id', '=', from)
        .where('body', '<>', ''),
    )
    .execute();
}
