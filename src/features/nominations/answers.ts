/** Writing in an application: field by field, each with its own version, so that nobody's words are overwritten unseen. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { transact, viewerOf, type Unit, type UnitContext } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { Problem, problem, type ProblemError } from '../../platform/http/problem.ts';
import { addRevision, keepWriting } from '../writing/revisions.ts';
import { keepStructured, type Details } from '../writing/schema-structured.ts';
import { lockNomination, personOf } from './commands.ts';
import { demand, findNomination } from './queries.ts';
import { callOf } from './queries-call.ts';
import { ANSWER_LENGTH, type NominationRow, type NominationWithRelations } from './schema.ts';
import { demandOpen } from './window.ts';
import { cleanLine, cleanText, hasUnseen } from './words.ts';

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
  const row = await lockDraft(unit, id);
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

async function write({ trx, now, ...unit }: Unit, id: string, fields: readonly Wanted[]): Promise<void> {
  if (fields.length === 0) return;
  const me = personOf({ trx, now, ...unit });
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
  const row = await lockDraft(unit, id);
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

/**
 * As `lockForEditing`, for what is asked every second by everybody who types: the right is looked up by itself, in short
 * questions. Whoever may not write is refused by the long way, in its words. The locks and their order are the same.
 */
export async function lockDraft(unit: Unit, id: string): Promise<NominationRow> {
  const { trx, now } = unit;
  const before = await writable(unit, id);
  if (!before) return lockForEditing(unit, id);
  const call = await trx
    .selectFrom('editions')
    .select(['state', 'announced_at', 'opens_at', 'closes_at'])
    .where('id', '=', before.edition_id)
    .forShare()
    .executeTakeFirstOrThrow();
  await trx.selectFrom('nominations').select('id').where('id', '=', id).forUpdate().execute();
  const row = await writable(unit, id);
  if (!row) return lockForEditing(unit, id);
  demandOpen(call, row, now);
  return row;
}

const writable = ({ trx, actor, now }: Unit, id: string): Promise<NominationRow | undefined> =>
  trx
    .selectFrom('nominations')
    .selectAll()
    .where('id', '=', id)
    .where(scope(nomination, 'edit', viewerOf(actor), now))
    .executeTakeFirst();

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

interface StoredField extends Clash {
  kind: string;
  section: string;
  details: Details | null;
  updatedById: string | null;
  foreignVersion: number;
}

async function storedFields(
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
function asKept(
  { kind, details }: StoredField,
  value: string,
): { value: string; cleaned: boolean } | { message: NonNullable<ProblemError['message']> } {
  if (value.length > ANSWER_LENGTH) return { message: (t) => t.fieldErrors.tooLong(ANSWER_LENGTH) };
  if (kind === 'tick') return { value: value === '' ? '' : 'yes', cleaned: false };
  if (details) {
    const kept = keepStructured(details, value, cleanLine);
    return kept.ok
      ? { value: kept.value, cleaned: false }
      : { message: (t) => t.writing.structured.faults[kept.fault] };
  }
  return { value: kind === 'line' ? cleanLine(value) : cleanText(value), cleaned: hasUnseen(value) };
}

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
