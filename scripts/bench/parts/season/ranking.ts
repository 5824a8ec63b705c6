/** The first page of the ranking for the chair, from the database to the lines shown, as applications grow. */
import { resultOf } from '../../../../src/features/results/queries-result.ts';
import { createRedraws } from '../../../../src/features/results/redraws.ts';
import { openDatabase } from '../../../../src/platform/db/open.ts';
import type { MakeDatabase } from '../../databases.ts';
import { median, rounded, timed } from '../../figures.ts';
import { actorOf, makeYear, now } from '../../year.ts';

const rounds = 5;

export async function ranking(make: MakeDatabase): Promise<{ nominations: number; ms: number }[]> {
  const growth = [];
  for (const nominations of [100, 1000, 10_000]) {
    const made = await make(`ranking_${nominations}`);
    const owner = openDatabase(made.owner);
    const { editionId, jurors } = await makeYear(owner, { nominations, jurors: 5, state: 'deliberating' });
    await owner.destroy();
    const db = openDatabase(made.app);
    const reader = { actor: actorOf(jurors[0]!), now };
    const redraws = createRedraws();
    const times = [];
    for (let round = 0; round < rounds; round++)
      times.push(await timed(() => resultOf(db, reader, editionId, { redraws })));
    await redraws.close();
    await db.destroy();
    growth.push({ nominations, ms: rounded(median(times), 1) });
  }
  return growth;
}
