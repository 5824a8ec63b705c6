/** Plays the plot in all worlds in step, and after every step compares what they tell. */
import type { WorldName } from './cast.ts';
import { compare, readAll, type Answers, type Leak } from './leaks.ts';
import type { Step } from './plot.ts';
import { readersOf } from './readers.ts';
import type { World } from './world.ts';

export type Worlds = Readonly<Record<WorldName, World>>;
export interface Played {
  steps: number;
  leaks: Leak[];
  /** The first thing that did not go as it should. */
  error?: Error;
}

/**
 * B has other nominated than A, so they must look the same until the nominated are public; C has the same nominated and
 * another winner, so it must look like A until the winner is.
 */
export async function play(
  plot: readonly Step[],
  worlds: Worlds,
  tell: (line: string) => void,
): Promise<Played> {
  const played: Played = { steps: 0, leaks: [] };
  let parted = false;
  const secret = new Set<WorldName>(['B', 'C']);
  const etags = { A: new Map(), B: new Map(), C: new Map() } satisfies Record<WorldName, Map<string, string>>;
  try {
    for (const step of plot) {
      const begun = performance.now();
      await Promise.all(Object.values(worlds).map((world) => step.run(world)));
      const gone = step.makesPublic === 'finalists' ? 'B' : step.makesPublic === 'winner' ? 'C' : undefined;
      if (gone) secret.delete(gone);
      parted ||= step.parts === true;
      const looked = await look(worlds, ['A', ...secret], etags, parted);
      for (const other of secret) played.leaks.push(...compare(step.name, looked.A, looked[other]));
      played.steps++;
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      tell(
        `${String(played.steps).padStart(2)}/${plot.length} ${step.name} (${seconds} s, ${looked.A.size} answers compared)`,
      );
    }
  } catch (error) {
    played.error = error instanceof Error ? error : new Error(String(error));
  }
  return played;
}

async function look(
  worlds: Worlds,
  names: readonly WorldName[],
  etags: Record<WorldName, Map<string, string>>,
  parted: boolean,
): Promise<Record<WorldName, Answers>> {
  const looked: Record<WorldName, Answers> = { A: new Map(), B: new Map(), C: new Map() };
  // With nobody left to compare with, there is nothing to look for.
  if (names.length === 1) return looked;
  await Promise.all(
    names.map(async (name) => {
      looked[name] = await readAll(await readersOf(worlds[name], parted), worlds[name].labels, etags[name]);
    }),
  );
  return looked;
}
