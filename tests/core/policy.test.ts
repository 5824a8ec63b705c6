/** The permission table gives the same answer in SQL and in memory, and says no where it says nothing. */
import fc from 'fast-check';
import { sql } from 'kysely';
import t from 'tap';
import {
  can,
  relationsOf,
  scope,
  visibleFields,
  whyNot,
  type Judged,
  type Resource,
} from '../../src/core/policy/policy.ts';
import { ballot, edition, nomination, resources } from '../../src/core/policy/resources.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { viewerOf } from '../../src/core/process/unit.ts';
import { testDatabase } from '../helpers/database.ts';
import { randomYear } from '../helpers/random-year.ts';

const now = new Date('2026-11-01T12:00:00Z');

t.test('scope in SQL and can in memory agree for every person, action and row', async (t) => {
  const { db } = await testDatabase(t);
  const people = await randomYear(db, now);
  let yes = 0;
  let no = 0;
  for (const [resource, table] of [
    [nomination, 'nominations'],
    [edition, 'editions'],
    [ballot, 'ballots'],
  ] as const) {
    for (const viewer of [
      ...people.map((personId) => ({ personId })),
      { personId: null },
      viewerOf(systemActor),
    ]) {
      const { rows } = await sql<
        Judged<Resource> & { id: string }
      >`select id, state, ${relationsOf(resource, viewer, now)} as rel from ${sql.table(table)}`.execute(db);
      for (const action of Object.keys(resource.rules)) {
        const found = await sql<{
          id: string;
        }>`select id from ${sql.table(table)} where ${scope(resource as Resource, action, viewer, now)}`.execute(
          db,
        );
        const inSql = found.rows.map((row) => row.id).toSorted();
        const inMemory = rows
          .filter((row) => can(resource as Resource, action, row))
          .map((row) => row.id)
          .toSorted();
        if (inSql.join() !== inMemory.join())
          t.fail(
            `${table} ${action} ${JSON.stringify(viewer.personId)}: SQL ${inSql.length}, memory ${inMemory.length}`,
          );
        yes += inMemory.length;
        no += rows.length - inMemory.length;
      }
    }
  }
  t.comment(`${yes} allowed, ${no} refused`);
  t.ok(yes > 1000 && no > 1000, 'both answers occur often');
});

t.test('deny by default: no relation, no right; and a refusal always has a reason', async (t) => {
  for (const resource of Object.values(resources) as Resource[]) {
    const names = Object.keys(resource.relations);
    const none = Object.fromEntries(names.map((name) => [name, false]));
    for (const [action, rules] of Object.entries(resource.rules)) {
      for (const state of [undefined, 'draft', 'judging', 'scored']) {
        t.notOk(can(resource, action, { ...(state && { state }), rel: none }), `${resource.table} ${action}`);
      }
      t.ok(
        rules.every((rule) => names.includes(rule.by) && (!rule.unless || names.includes(rule.unless))),
        `${action} names known relations`,
      );
    }
    t.notOk(can(resource, 'nonsense', { rel: Object.fromEntries(names.map((name) => [name, true])) }));
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(resource.rules)),
        fc.array(fc.constantFrom(...names)),
        fc.constantFrom('draft', 'judging', 'scored', 'locked'),
        (action, held, state) => {
          const row = { state, rel: { ...none, ...Object.fromEntries(held.map((name) => [name, true])) } };
          return can(resource, action, row) === (whyNot(resource, action, row) === undefined);
        },
      ),
    );
  }
});

t.test(
  'every column of nominations is classified, and the text of an application is not in what lists open',
  async (t) => {
    const { db } = await testDatabase(t);
    const { rows } = await sql<{
      name: string;
    }>`select column_name as name from information_schema.columns where table_name = 'nominations'`.execute(
      db,
    );
    t.same(rows.map((row) => row.name).toSorted(), Object.keys(nomination.fields).toSorted());
    t.notOk(visibleFields(nomination, 'readPublic').includes('state'), 'the public never sees a state');
    t.notOk(visibleFields(nomination, 'list').includes('rejection_reason'));
  },
);
