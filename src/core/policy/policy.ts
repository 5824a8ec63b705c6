/** Reads the rule table: as SQL (`scope`), in memory (`can`, `whyNot`), and per field (`visibleFields`). */
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { literals } from '../../platform/db/literals.ts';
import type { Viewer } from './relations/viewer.ts';
import type { Rule } from './rules.ts';

type RelationSql = (row: string, viewer: Viewer, now: Date) => RawBuilder<SqlBool>;

export interface Resource {
  readonly table: string | null;
  readonly relations: Readonly<Record<string, RelationSql>>;
  readonly rules: Readonly<Record<string, readonly Rule<string>[]>>;
}
export type Action<R extends Resource> = keyof R['rules'] & string;
export type Relations<R extends Resource> = Record<keyof R['relations'] & string, boolean>;

/** A row as the predicate reads it: its state and the relations selected with it by `relationsOf`. */
export interface Judged<R extends Resource> {
  state?: string;
  rel: Relations<R>;
}

const rulesFor = (resource: Resource, action: string): readonly Rule<string>[] =>
  (Object.hasOwn(resource.rules, action) && resource.rules[action]) || [];

/** The rows on which `viewer` may do `action`, as an SQL condition on the table alias `row`. */
export function scope<R extends Resource>(
  resource: R,
  action: Action<R>,
  viewer: Viewer,
  now: Date,
  row: string = resource.table ?? '',
): Expression<SqlBool> {
  const clauses = rulesFor(resource, action).map((rule) => {
    const parts = [relation(resource, rule.by)(row, viewer, now)];
    if (rule.unless) parts.push(sql<SqlBool>`not ${relation(resource, rule.unless)(row, viewer, now)}`);
    if (rule.in) parts.push(sql<SqlBool>`${sql.ref(`${row}.state`)} in (${literals(rule.in)})`);
    return sql`(${sql.join(parts, sql` and `)})`;
  });
  return clauses.length ? sql<SqlBool>`(${sql.join(clauses, sql` or `)})` : sql<SqlBool>`false`;
}

/**
 * The relations of `viewer` to a row, as one jsonb object to select as `rel`: all of them, or with `actions` only those that the
 * rules of these actions read. A question to the database is planned each time, and short ones are planned sooner.
 */
export function relationsOf<R extends Resource>(
  resource: R,
  viewer: Viewer,
  now: Date,
  row: string = resource.table ?? '',
  actions?: readonly Action<R>[],
): RawBuilder<Relations<R>> {
  const wanted = actions
    ?.flatMap((action) => rulesFor(resource, action))
    .flatMap(({ by, unless }) => [by, unless]);
  const pairs = Object.entries(resource.relations)
    .filter(([name]) => !wanted || wanted.includes(name))
    .map(([name, make]) => sql`${sql.lit(name)}, ${make(row, viewer, now)}`);
  return sql<Relations<R>>`jsonb_build_object(${sql.join(pairs)})`;
}

/** Whether the row's viewer may do `action`: the same rules as `scope`, over booleans. */
export function can<R extends Resource>(resource: R, action: Action<R>, row: Judged<R>): boolean {
  return rulesFor(resource, action).some((rule) => holds(rule, row));
}

export type Refusal =
  | { reason: 'state'; states: readonly string[] }
  | { reason: 'conflict' }
  | { reason: 'relation' };

/** Why `can` says no. The state comes first: "not now" is a kinder and truer answer than "not you". */
export function whyNot<R extends Resource>(
  resource: R,
  action: Action<R>,
  row: Judged<R>,
): Refusal | undefined {
  if (can(resource, action, row)) return undefined;
  const rel = row.rel as Record<string, boolean>;
  const mine = rulesFor(resource, action).filter((rule) => rel[rule.by]);
  if (mine.some((rule) => rule.unless && rel[rule.unless])) return { reason: 'conflict' };
  const states = mine.flatMap((rule) => rule.in ?? []);
  return states.length ? { reason: 'state', states } : { reason: 'relation' };
}

/** The columns that `action` opens. Select these and no others. */
export function visibleFields<F extends Readonly<Record<string, readonly string[]>>>(
  resource: { fields: F },
  action: string,
): (keyof F & string)[] {
  return Object.keys(resource.fields).filter((field) => resource.fields[field]?.includes(action));
}

const holds = (rule: Rule<string>, row: { state?: string; rel: Record<string, boolean> }): boolean =>
  row.rel[rule.by] === true &&
  !(rule.unless && row.rel[rule.unless]) &&
  (!rule.in || (row.state !== undefined && rule.in.includes(row.state)));

function relation(resource: Resource, name: string): RelationSql {
  const found = resource.relations[name];
  if (!found) throw new Error(`No relation ${name} for ${resource.table ?? 'the service'}`);
  return found;
}
