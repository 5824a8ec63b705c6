/** Past editions, from before the service. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Insertable, Kysely } from 'kysely';
import type { DB, PastEditionsTable } from '../../platform/db/types.ts';

const file = path.join(import.meta.dirname, '../editions/data/history.csv');

export function readHistory(): Insertable<PastEditionsTable>[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [year = '', winner = '', finalists = '', applications = '', date = '', mode = '', honourable = ''] =
      line.split(',');
    return {
      year: Number(year),
      winner,
      finalists: several(finalists),
      applications: applications ? Number(applications) : null,
      ceremony_date: date || null,
      mode: mode === 'physical' || mode === 'digital' ? mode : null,
      honourable: several(honourable),
    };
  });
}

const several = (text: string): string[] => text.split('|').filter(Boolean);

/** Adds the past editions that are missing, up to and including `until`. Returns how many. */
export async function seedHistory(db: Kysely<DB>, until = Infinity): Promise<number> {
  const editions = readHistory().filter(({ year }) => year <= until);
  if (editions.length === 0) return 0;
  const added = await db
    .insertInto('past_editions')
    .values(editions)
    .onConflict((conflict) => conflict.doNothing())
    .returning('year')
    .execute();
  return added.length;
}
