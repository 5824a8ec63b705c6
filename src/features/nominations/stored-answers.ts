/** Answers as they stand in the database, and as they are kept there. */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { ProblemError } from '../../platform/http/problem.ts';
import { keepStructured, type Details } from '../writing/schema-structured.ts';
import { ANSWER_LENGTH, type NominationRow } from './schema.ts';
import { cleanLine, cleanText, hasUnseen } from './words.ts';

/** A field that another person has changed since. */
export interface Clash {
  field: string;
  label: string;
  value: string;
  version: number;
  updatedBy: string;
  updatedAt: Date;
}
export interface StoredField extends Clash {
  kind: string;
  section: string;
  details: Details | null;
  updatedById: string | null;
  foreignVersion: number;
}

export async function storedFields(
  { trx }: Unit,
  row: NominationRow,
  ids: readonly string[],
): Promise<Map<string, StoredField>> {
  if (ids.length === 0) return new Map();
  const found = await trx
    .selectFrom('questions as q')
    .leftJoin('answers as a', (join) =>
      join.onRef('a.question_id', '=', 'q.id').on('a.nomination_id', '=', row.id),
    )
    .leftJoin('people as p', 'p.id', 'a.updated_by')
    .select(['q.id', 'q.kind', 'q.section', 'q.details', 'q.texts', 'p.name', 'p.email'])
    .select(['a.value', 'a.version', 'a.foreign_version', 'a.updated_by', 'a.updated_at'])
    .where('q.edition_id', '=', row.edition_id)
    // As text: what is no id at all is just as unknown.
    .where(sql`q.id::text`, 'in', [...ids])
    .orderBy('q.position')
    .execute();
  return new Map(
    found.map((each) => {
      const { nb, [row.language]: own = nb } = each.texts as Record<string, { label: string } | undefined>;
      return [
        each.id,
        {
          field: each.id,
          kind: each.kind,
          section: each.section,
          details: each.details as Details | null,
          label: own?.label ?? '',
          value: each.value ?? '',
          version: each.version ?? 0,
          foreignVersion: each.foreign_version ?? 0,
          updatedById: each.updated_by,
          updatedBy: each.name || each.email || '',
          updatedAt: each.updated_at ?? row.created_at,
        },
      ];
    }),
  );
}

/** An answer as it is kept, or what is wrong with it. Nothing that a person can see is changed. */
export function asKept(
  { kind, details }: StoredField,
  value: string,
): { value: string; cleaned: boolean } | { message: NonNullable<ProblemError['message']> } {
  if (value.length > ANSWER_LENGTH) return { message: (t) => t.fieldErrors.tooLong(ANSWER_LENGTH) };
  if (kind === 'tick') return { value: value === '' ? '' : 'yes', cleaned: false };
  if (details) {
    let cleaned = false;
    const kept = keepStructured(details, value, (line) => {
      cleaned ||= hasUnseen(line);
      return cleanLine(line);
    });
    return kept.ok
      ? { value: kept.value, cleaned }
      : { message: (t) => t.writing.structured.faults[kept.fault] };
  }
  return { value: kind === 'line' ? cleanLine(value) : cleanText(value), cleaned: hasUnseen(value) };
}
