/** Writing in an application: field by field, each with its own version, so that nobody's words are overwritten unseen. */
import type { Kysely } from 'kysely';
import { transact, type Unit, type UnitContext, personOf } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { Problem, problem, type ProblemError } from '../../platform/http/problem.ts';
import { addRevision, keepWriting } from '../writing/revisions.ts';
import { lockDraft } from './editing.ts';
import type { NominationRow } from './schema.ts';
import { asKept, storedFields, type StoredField } from './stored-answers.ts';

/** What somebody wrote in a field, and the version it was written upon (0 = nobody had answered). */
export interface Change {
  value: string;
  version: number;
}
export type Changes = Readonly<Record<string, Change>>;

export interface Saved {
  /** The version of each field as it now stands. */
  versions: Record<string, number>;
  /** Fields from which signs were taken out that no reader could have seen. */
  cleaned: string[];
}

/**
 * Saves answers; all of them or none. Only what ANOTHER person has written since is in the way: the same text as is
 * stored is no change, and of one person's own two devices the latest counts, with the earlier text in the history.
 *
 * @throws conflict/version with `fields` (what is stored now) when somebody else saved another text in between;
 *   nomination/deadline-passed when the request arrived too late; request/invalid for unknown fields and far too long texts
 */
export async function saveAnswers(unit: Unit, id: string, changes: Changes): Promise<Saved> {
  const row = await lockDraft(unit, id, Object.keys(changes));
  const me = personOf(unit);
  const stored = await storedFields(unit, row, Object.keys(changes));
  refuseUnknown(Object.keys(changes), stored);
  const wanted = readChanges(changes, stored);
  const clashes = wanted.filter(
    ({ now, value, version }) => now.value !== value && othersSince(now, me, version),
  );
  if (clashes.length) throw clash(clashes.map(({ now }) => now));
  const written = wanted.filter(({ now, value }) => now.value !== value);
  await write(unit, id, written);
  await keepHistory(unit, row, written);
  return {
    versions: Object.fromEntries(
      wanted.map(({ now, value }) => [now.field, now.value === value ? now.version : now.version + 1]),
    ),
    cleaned: wanted.filter(({ cleaned }) => cleaned).map(({ now }) => now.field),
  };
}

interface Wanted {
  now: StoredField;
  value: string;
  /** The version it was written upon. */
  version: number;
  cleaned: boolean;
}

/** What each field is to be. @throws request/invalid with everything that cannot be kept, at its field */
function readChanges(changes: Changes, stored: ReadonlyMap<string, StoredField>): Wanted[] {
  const errors: ProblemError[] = [];
  const wanted = Object.entries(changes).flatMap(([field, { value, version }]): Wanted[] => {
    const now = stored.get(field);
    if (!now) return [];
    const kept = asKept(now, value);
    if ('message' in kept) errors.push({ field, message: kept.message });
    return 'message' in kept ? [] : [{ now, version, ...kept }];
  });
  if (errors.length) throw problem('request/invalid', {}, errors);
  return wanted;
}

/** Whether another person has written in the field since `version`. */
const othersSince = (
  { updatedById, version, foreignVersion }: StoredField,
  me: string,
  since: number,
): boolean => (updatedById === me ? foreignVersion : version) > since;

async function write(unit: Unit, id: string, fields: readonly Wanted[]): Promise<void> {
  if (fields.length === 0) return;
  const { trx, now } = unit;
  const me = personOf(unit);
  await trx
    .insertInto('answers')
    .values(
      fields.map(({ now: field, value }) => ({
        nomination_id: id,
        question_id: field.field,
        value,
        version: field.version + 1,
        foreign_version:
          field.updatedById === me || field.version === 0 ? field.foreignVersion : field.version,
        updated_by: me,
        updated_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['nomination_id', 'question_id']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        version: eb.ref('excluded.version'),
        foreign_version: eb.ref('excluded.foreign_version'),
        updated_by: eb.ref('excluded.updated_by'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute();
}

/** One revision a part of the form; the text that one's other device wrote is kept before it is replaced. */
async function keepHistory(unit: Unit, row: NominationRow, written: readonly Wanted[]): Promise<void> {
  const me = personOf(unit);
  const replaced = written.filter(
    ({ now, version }) => now.value !== '' && now.updatedById === me && now.version > version,
  );
  for (const [section, fields] of Map.groupBy(replaced, ({ now }) => now.section))
    await addRevision(unit, row.id, {
      section,
      kind: 'conflict',
      answers: valuesOf(fields, ({ now }) => now.value),
    });
  for (const [section, fields] of Map.groupBy(written, ({ now }) => now.section)) {
    const overOthers = fields.some(({ now }) => now.value !== '' && now.updatedById !== me);
    await keepWriting(unit, row.id, {
      section,
      answers: valuesOf(fields, ({ value }) => value),
      apart: overOthers,
    });
  }
}

const valuesOf = (fields: readonly Wanted[], value: (field: Wanted) => string): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.now.field, value(field)]));

/**
 * Keeps in the history what a person wrote and could not save because another was faster: called in a unit of its own,
 * after the save was refused. Nobody's words disappear, also when the page is closed on the question.
 */
export async function keepRefused(
  unit: Unit,
  id: string,
  changes: Changes,
  fields: readonly string[],
): Promise<void> {
  const row = await lockDraft(unit, id, fields);
  const stored = await storedFields(unit, row, fields);
  const mine = readChanges(
    Object.fromEntries(fields.flatMap((field) => (changes[field] ? [[field, changes[field]]] : []))),
    stored,
  );
  for (const [section, found] of Map.groupBy(mine, ({ now }) => now.section))
    await keepWriting(unit, id, {
      section,
      kind: 'conflict',
      answers: valuesOf(found, ({ value }) => value),
    });
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

const clash = (fields: readonly StoredField[]) =>
  problem(
    'conflict/version',
    {
      fields: fields.map(({ field, label, value, version, updatedBy, updatedAt }) => ({
        field,
        label,
        value,
        version,
        updatedBy,
        updatedAt,
      })),
    },
    fields.map(({ field, label }) => ({ field, message: label })),
  );

/** As `saveAnswers`, in a unit of its own; what was refused because another was faster is kept in the history first. */
export async function saveOrKeep(
  db: Kysely<DB>,
  context: UnitContext,
  id: string,
  changes: Changes,
): Promise<Saved> {
  try {
    return await transact(db, context, (unit) => saveAnswers(unit, id, changes));
  } catch (error) {
    if (error instanceof Problem && error.type === 'conflict/version') {
      const fields = error.errors.flatMap(({ field }) => field ?? []);
      await transact(db, context, (unit) => keepRefused(unit, id, changes, fields));
    }
    throw error;
  }
}
