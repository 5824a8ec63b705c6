/** The dates of the year and what is published at them: neither moves past the other (issue 5: "moving an embargo past a publication"). */
import t from 'tap';
import { stopPublication } from '../../../src/features/publication/commands.ts';
import { pressPublication } from '../../../src/features/publication/commands-release.ts';
import { updateEdition } from '../../../src/features/editions/commands.ts';
import type { EditionPatch } from '../../../src/features/editions/input.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { ceremonyYear } from '../../helpers/ceremony-year.ts';
import { testDatabase } from '../../helpers/database.ts';
import { datesOf, type Year } from '../../helpers/year.ts';

const { db } = await testDatabase(t);
const versionOf = async (id: string) =>
  (await db.selectFrom('editions').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;
type Refused = { errors?: { field: string }[] };
/** What was refused, by field; 'moved' where nothing was. */
async function move(year: Year, at: Date, patch: EditionPatch): Promise<string> {
  const version = await versionOf(year.id);
  return year
    .as('secretary', at, (unit) => updateEdition(unit, year.id, version, patch))
    .then(
      () => 'moved',
      ({ errors = [] }: Refused) => errors.map(({ field }) => field).join(),
    );
}

t.test('a date does not move past what is approved for it, nor once it has come out', async (t) => {
  const { year, ceremony, latest, winnerId, winnerVersion } = await ceremonyYear(db);
  const { finalists_at: finalistsAt } = await datesOf(db, year.id);
  const before = addDays(finalistsAt, -1);
  t.equal(await move(year, before, { finalistsAt: addMinutes(finalistsAt, 1) }), 'finalistsAt');
  t.equal(
    await move(year, before, { ceremonyAt: addMinutes(latest, 1) }),
    'ceremonyAt',
    'without a press the winner would come out before the ceremony',
  );
  t.equal(
    await move(year, before, { ceremonyAt: latest }),
    'moved',
    'it still comes out at its latest moment',
  );
  t.equal(await move(year, before, { ceremonyAt: ceremony }), 'moved');
  t.equal(await move(year, before, { ceremonyPlace: 'Bergen' }), 'moved', 'where it is has no moment');

  const between = addDays(finalistsAt, 1);
  t.equal(
    await move(year, between, { finalistsAt: addDays(finalistsAt, 2) }),
    'finalistsAt',
    'the nominated are out: the page must not say that they come later',
  );
  await year.as('secretary', between, (unit) =>
    stopPublication(unit, winnerId, { version: winnerVersion, reason: 'Seremonien flyttes' }),
  );
  t.equal(
    await move(year, between, { ceremonyAt: addDays(ceremony, 7) }),
    'moved',
    'what was stopped holds nothing back',
  );
});

t.test('once the winner is out the ceremony has been', async (t) => {
  const { db: other } = await testDatabase(t);
  const { year, ceremony, winnerId } = await ceremonyYear(other);
  await year.as('secretary', addMinutes(ceremony, 5), (unit) => pressPublication(unit, winnerId));
  const { version } = await other
    .selectFrom('editions')
    .select('version')
    .where('id', '=', year.id)
    .executeTakeFirstOrThrow();
  await t.rejects(
    year.as('secretary', addMinutes(ceremony, 6), (unit) =>
      updateEdition(unit, year.id, version, { ceremonyAt: addDays(ceremony, 7) }),
    ),
    { errors: [{ field: 'ceremonyAt' }] },
  );
});
