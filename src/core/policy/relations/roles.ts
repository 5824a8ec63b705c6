/** Relations by a role that an administrator has granted, and the rules of confidence that it waits for. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { CONFIDENCE_WORDING } from '../confidence.ts';
import { me, ofPerson, type Of, type Relation, type Viewer } from './viewer.ts';

/** The rules of confidence are confirmed in the wording that holds, for the grant or the seat of this alias. */
export const confided = (alias: string): RawBuilder<SqlBool> =>
  sql`${sql.ref(`${alias}.confidence_wording`)} >= ${sql.lit(CONFIDENCE_WORDING)}`;

/** A role that holds now, but opens nothing until its holder has confirmed the rules of confidence. */
export const waitsForConfidence = (alias: string, now: Date): RawBuilder<SqlBool> =>
  sql`(${sql.ref(`${alias}.role`)} <> 'administrator' and (${confided(alias)}) is not true
    and ${sql.ref(`${alias}.from_at`)} <= ${now} and (${sql.ref(`${alias}.until_at`)} is null or ${now} < ${sql.ref(`${alias}.until_at`)}))`;

/** A role that holds now; without the rules of confidence confirmed it is none. */
export const holds = (viewer: Viewer, name: string, now: Date, alias = 'g'): RawBuilder<SqlBool> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`${of('person_id')} = ${me(viewer)} and ${of('role')} = ${sql.lit(name)}
    and ${of('from_at')} <= ${now} and (${of('until_at')} is null or ${now} < ${of('until_at')})${name === 'administrator' ? sql`` : sql` and ${confided(alias)}`}`;
};

export const role = (name: string, edition: Of): Relation =>
  ofPerson(
    (row, viewer, now) => sql<SqlBool>`exists (select from role_grants g where ${holds(viewer, name, now)}
      and (g.edition_id is null or g.edition_id = ${edition(row)}))`,
  );
