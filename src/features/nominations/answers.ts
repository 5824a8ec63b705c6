/** Writing in an application: field by field, each with its own version, so that nobody's words are overwritten unseen. */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { lockNomination, personOf } from './commands.ts';
import { demand, findNomination } from './queries.ts';
import { callOf } from './queries-call.ts';
import { ANSWER_LENGTH, type NominationWithRelations } from './schema.ts';
import { demandOpen } from './window.ts';
import { cleanLine, cleanText } from './words.ts';

/** What somebody wrote in a field, and the version it was written upon (0 = nobody had answered). */
export interface Change {
  value: string;
  version: number;
}
export type Changes = Readonly<Record<string, Change>>;

/** A field that another person has changed since. */
export interface Clash {
  field: string;
  label: string;
  value: string;
  version: number;
  updatedBy: string;
  updatedAt: Date;
}

/**
 * Saves answers; all of them or none. The same text as is stored already is no change and never a clash.
 *
 * @returns the version of each field as it now stands
 * @throws conflict/version with `fields` (what is stored now) when another text was saved in between;
 *   nomination/deadline-passed when the request arrived too late; request/invalid for unknown fields and far too long texts
 */
export async function saveAnswers(unit: Unit, id: string, changes: Changes): Promise<Record<string, number>> {
  const row = await lockForEditing(unit, id);
  const { trx, now } = unit;
  const stored = await storedFields(unit, row, Object.keys(changes));
  const wanted = Object.entries(changes).map(([field, change]) => ({
    ...change,
    value: asKept(stored.get(field)?.kind, change.value),
    now: stored.get(field),
  }));
  refuseUnknown(Object.keys(changes), stored);
  const long = Object.entries(changes).filter(([, { value }]) => value.length > ANSWER_LENGTH);
  if (long.length)
    throw problem(
      'request/invalid',
      {},
      long.map(([field]) => ({ field, message: (t) => t.fieldErrors.tooLong(ANSWER_LENGTH) })),
    );
  const clashes = wanted.flatMap(({ now: field, value, version }) =>
    field && field.version !== version && field.value !== value ? [field] : [],
  );
  if (clashes.length) throw clash(clashes);
  const versions: Record<string, number> = {};
  for (const { now: field, value } of wanted) {
    if (!field) continue;
    versions[field.field] = field.value === value ? field.version : field.version + 1;
    if (field.value === value) continue;
    const written = { value, version: field.version + 1, updated_by: personOf(unit), updated_at: now };
    await trx
      .insertInto('answers')
      .values({ nomination_id: id, question_id: field.field, ...written })
      .onConflict((conflict) => conflict.columns(['nomination_id', 'question_id']).doUpdateSet(written))
      .execute();
  }
  return versions;
}

function refuseUnknown(fields: readonly string[], stored: ReadonlyMap<string, StoredField>): void {
  const unknown = fields.filter((field) => !stored.has(field));
  if (unknown.length)
    throw problem(
      'request/invalid',
      {},
      unknown.map((field) => ({ field, message: (t) => t.fieldErrors.unknownField })),
    );
}

/** Locks an application that the person may write in now. @throws not-found, auth/forbidden, process/not-now, nomination/deadline-passed */
export async function lockForEditing(unit: Unit, id: string): Promise<NominationWithRelations> {
  await lockNomination(unit, await findNomination(unit.trx, unit, id));
  const row = await findNomination(unit.trx, unit, id);
  demand(row, 'edit');
  demandOpen(await callOf(unit.trx, row.edition_id), row, unit.now);
  return row;
}

const clash = (fields: readonly StoredField[]) =>
  problem(
    'conflict/version',
    { fields: fields.map(({ kind: _kind, ...field }) => field) },
    fields.map(({ field, label }) => ({ field, message: label })),
  );

type StoredField = Clash & { kind: string };

async function storedFields(
  { trx }: Unit,
  row: NominationWithRelations,
  ids: readonly string[],
): Promise<Map<string, StoredField>> {
  if (ids.length === 0) return new Map();
  const found = await trx
    .selectFrom('questions as q')
    .leftJoin('answers as a', (join) =>
      join.onRef('a.question_id', '=', 'q.id').on('a.nomination_id', '=', row.id),
    )
    .leftJoin('people as p', 'p.id', 'a.updated_by')
    .select(['q.id', 'q.kind', 'q.texts', 'a.value', 'a.version', 'a.updated_at', 'p.name', 'p.email'])
    .where('q.edition_id', '=', row.edition_id)
    // As text: what is no id at all is just as unknown.
    .where(sql`q.id::text`, 'in', [...ids])
    .orderBy('q.position')
    .execute();
  return new Map(
    found.map(({ id, kind, texts, value, version, updated_at, name, email }) => {
      const { nb, [row.language]: own = nb } = texts as Record<string, { label: string } | undefined>;
      return [
        id,
        {
          field: id,
          kind,
          label: own?.label ?? '',
          value: value ?? '',
          version: version ?? 0,
          updatedBy: name || email || '',
          updatedAt: updated_at ?? row.created_at,
        },
      ];
    }),
  );
}

function asKept(kind: string | undefined, value: string): string {
  if (kind === 'tick') return value === '' ? '' : 'yes';
  return kind === 'line' ? cleanLine(value) : cleanText(value);
}
