/** The table as a file is the table of one moment, whatever is renamed and committed while it is read. */
import t from 'tap';
import { everyRow } from '../../../src/features/nomination-table/queries.ts';
import { filterOf } from '../../../src/features/nomination-table/schema.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { openDatabase } from '../../../src/platform/db/open.ts';
import { openCall } from '../../helpers/applying.ts';

const names = ['Alver', 'Bodø', 'Halden', 'Modum', 'Vestby'];
const call = await openCall(t);
const { db } = call.services;
const applicant = await call.as('applicant@example.no');
for (const name of names) await call.draft(applicant, name);
const { id: personId } = await db
  .selectFrom('people')
  .select('id')
  .where('email', '=', 'secretary@example.no')
  .executeTakeFirstOrThrow();
const reader = { actor: { ...systemActor, personId, via: 'token' as const }, now: call.during };
const query = { editionId: call.year.id, filter: filterOf({ sort: 'name' }) };
/** Committed at once, on another connection. */
const rename = (from: string, to: string) =>
  db
    .updateTable('nominations')
    .set({ organisation_name: to })
    .where('organisation_name', '=', from)
    .execute();
const fewRows = 2;

for (const [what, from, to] of [
  ['to the end, it is not there twice', 'Alver', 'Ås'],
  ['to the beginning, it is not left out', 'Vestby', 'Aremark'],
] as const)
  t.test(`one that moves between two batches: ${what}`, async (t) => {
    const rows = everyRow(db, reader, query, fewRows);
    const first = await rows.next();
    await rename(from, to);
    const found = [first.value?.organisation_name];
    for await (const row of rows) found.push(row.organisation_name);
    t.same(found, names);
    await rename(to, from);
  });

t.test('whoever stops in the middle leaves no connection behind', async (t) => {
  const few = openDatabase(call.url, { poolSize: 1 });
  t.teardown(() => few.destroy());
  for (let n = 0; n < 3; n++)
    for await (const row of everyRow(few, reader, query, fewRows)) {
      t.equal(row.organisation_name, names[0]);
      break;
    }
  t.equal((await few.selectFrom('nominations').select('id').execute()).length, names.length);
});
