/** A jury that has judged and can decide, and its frozen results. */
import { spawnSync } from 'node:child_process';
import { applyDue } from '../../src/features/due.ts';
import { declareAll, deliverBallot, judgingYear, jurors, type JuryYear } from './jury-year.ts';

export interface Frozen {
  whole: boolean;
  versions: {
    id: string;
    version: number;
    cause: string;
    reason: string;
    coreSha256: string;
    fullSha256: string;
    erased: boolean;
  }[];
}
export const points: Record<string, readonly number[]> = {
  Lier: [5, 5, 4, 5, 3],
  Modum: [4, 5, 4, 4, 2],
  Sola: [3, 2, 4, 3, 1],
};
const regulations = { publicExtract: true, rankRule: 'adjusted', tieRule: 'ladder' };

/** Everybody has delivered and the judging is closed; with points unless told. */
export async function deliberatingJury(
  test: Parameters<typeof judgingYear>[0],
  scoring = true,
): Promise<JuryYear> {
  const year = await judgingYear(test, Object.keys(points), {
    scoring,
    settings: scoring ? regulations : {},
  });
  await declareAll(year);
  for (const [name, row] of Object.entries(points))
    for (const [i, score] of row.entries())
      await deliverBallot(
        year,
        jurors[i]!,
        year.nominations[name]!,
        (criterion) => Math.min(6, Math.max(1, score + ((criterion + i) % 2))),
        `Hemmelig tekst om ${name}`,
      );
  await year.setClock(year.dates.after);
  await year.event('chair', 'closeJudging', { reason: '' });
  return year;
}

/** What is due, with a signature. */
export const due = async ({ services }: JuryYear, at: Date) => applyDue(services, at);
export const frozenList = async (
  { clients, editionId }: JuryYear,
  who: keyof JuryYear['clients'] = 'chair',
) => (await clients[who].get(`/api/v1/editions/${editionId}/frozen-results`)).json<Frozen>();
export const frozenFile = async ({ clients }: JuryYear, id: string, layer: 'core' | 'full') =>
  (await clients.chair.get(`/api/v1/frozen-results/${id}/${layer}`)).body;

/** As anybody runs it: no environment, so no database. */
export function npmVerify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/verify.ts', ...args],
    { encoding: 'utf8', env: {} },
  );
  return { status, out: stdout + stderr };
}
