/** The first page of the ranking for the chair, from the request to the page, as applications grow. */
import { openDatabase } from '../../../../src/platform/db/open.ts';
import { benchApp } from '../../app.ts';
import type { MakeDatabase } from '../../databases.ts';
import { median, rounded, timed } from '../../figures.ts';
import { makeYear, now } from '../../year.ts';

const rounds = 7;
const sizes = [100, 1000, 10_000];

export async function ranking(
  make: MakeDatabase,
  dataDir: string,
): Promise<{ nominations: number; ms: number }[]> {
  const growth = [];
  for (const nominations of sizes) {
    const made = await make(`ranking_${nominations}`);
    const owner = openDatabase(made.owner);
    await makeYear(owner, { nominations, jurors: 5, state: 'deliberating' });
    await owner.destroy();
    const app = await benchApp(made.app, dataDir, now);
    const page = () => app.get('juror0@example.no', '/jury/resultat');
    if (!(await page()).includes('Kommune ')) throw new Error('The ranking shows no application.');
    const times = [];
    for (let round = 0; round < rounds; round++) times.push(await timed(page));
    await app.close();
    growth.push({ nominations, ms: rounded(median(times), 1) });
  }
  return growth;
}
