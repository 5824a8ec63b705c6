/** What every relation is made of. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * Who asks. `null` is a passer-by; the system acts for nobody, only through cascades and due dates. As SQL it is whoever stands in that
 * column: for asking who else may.
 */
export interface Viewer {
  personId: string | RawBuilder<unknown> | null;
  system?: boolean;
}
/** SQL for a relation: `row` is the alias of the table, `now` the arrival time. */
export type Relation = (row: string, viewer: Viewer, now: Date) => RawBuilder<SqlBool>;
/** From the alias of a row to what belongs to it, as SQL: its edition, say. */
export type Of = (row: string) => RawBuilder<unknown>;

export const yes = sql<SqlBool>`true`;
export const no = sql<SqlBool>`false`;
export const me = (viewer: Viewer) => sql`${viewer.personId}::uuid`;
export const column = (row: string, name: string) => sql.ref(`${row}.${name}`);

/** A relation that only a person can have: a passer-by has none. */
export const ofPerson = <R extends Relation>(relation: R): R =>
  ((row, viewer, now) => (viewer.personId === null ? no : relation(row, viewer, now))) as R;
