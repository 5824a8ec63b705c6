/** Relations by a role that an administrator has granted, and the rules of confidence that it waits for. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { literals } from '../../../platform/db/literals.ts';
import { CONFIDENCE_WORDING } from '../confidence.ts';
import { me, ofPerson, type Of, type Relation, type Viewer } from './viewer.ts';

/** From outside of the secretariat, for one task: never without an end, and never beside a part in the same year. */
export const limitedRoleNames = ['communications', 'embargoReader', 'auditor'] as const;
const limited: readonly string[] = limitedRoleNames;

/**
 * The person sits in the jury of the year, or works on an application to it that was sent in: what they see of the outcome follows from
 * that part, however they came to it and whichever was first. Null where there is no year.
 */
export const takesPart = (person: RawBuilder<unknown>, edition: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql`${edition} = any((select years_with_a_part(${person}))::uuid[])`;

/** The grant of this alias rests in the year: a role for one task, of somebody who takes part. */
export const rests = (alias: string, edition: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql`(${sql.ref(`${alias}.role`)} in (${literals(limitedRoleNames)}) and ${takesPart(sql.ref(`${alias}.person_id`), edition)})`;

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

/** The years with a part are found once for a whole list, and only for whoever has the role. */
export const role = (name: string, edition: Of): Relation =>
  ofPerson((row, viewer, now) => {
    const granted = sql<SqlBool>`exists (select from role_grants g where ${holds(viewer, name, now)}
      and (g.edition_id is null or g.edition_id = ${edition(row)}))`;
    return limited.includes(name)
      ? sql<SqlBool>`(${granted} and (${takesPart(me(viewer), edition(row))}) is not true)`
      : granted;
  });
