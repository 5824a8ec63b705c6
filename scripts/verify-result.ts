/** What `npm run verify` does with a frozen result besides checking its signature: computes it again. */
import { readFileSync } from 'node:fs';
import { arithmeticVersion } from '../src/core/record/code-version.ts';
import { checkCore, compareFiles } from '../src/core/record/core-file.ts';
import { recompute } from '../src/core/record/recompute.ts';
import { readFull, type Arithmetic } from '../src/core/record/result-file.ts';
import { verify, type CheckedPart } from '../src/platform/signed-document.ts';

export interface ResultReport {
  /** What does not hold, with the ballot or the figure named. */
  faults: string[];
  /** What was done, and what could not be. */
  said: string[];
}
interface Read {
  names: string[];
  contentOf: (name: string) => unknown;
}

/** Null when the document is no result. `attached`: for a core, its full file may be among them. */
export async function checkResult(
  parts: readonly CheckedPart[],
  attached: readonly string[],
): Promise<ResultReport | null> {
  const read = readParts(parts);
  const { kind } = (read.contentOf('document') ?? {}) as { kind?: string };
  if (kind === 'result-full') return guarded(() => recomputed(read));
  if (kind !== 'result') return null;
  const full = await fullAmong(attached);
  return guarded(() => {
    const own = checkCore(read.contentOf, read.names);
    const ballots = (read.contentOf('ballots') ?? []) as unknown[];
    if (!full)
      return {
        faults: own,
        said: [
          `The core only: ${ballots.length} ballots stand here by their hashes. Without the full file, or once it has been erased,`,
          'they cannot be read and the figures cannot be computed again: rules, decision, figures and hashes are as they were signed.',
        ],
      };
    const again = recomputed(full);
    const compared = compareFiles(read.contentOf, read.names, readFull(full.contentOf, full.names));
    return { faults: [...own, ...again.faults, ...compared], said: again.said };
  });
}

function recomputed({ contentOf, names }: Read): ResultReport {
  const full = readFull(contentOf, names);
  const faults = recompute(full);
  const { code } = (contentOf('arithmetic') ?? {}) as Partial<Arithmetic>;
  const { ballots, nominations, result } = full;
  return {
    faults,
    said: [
      faults.length > 0
        ? ''
        : result
          ? `Computed again from ${ballots.length} ballots on ${nominations.length} nominations: every figure comes out as it stands.`
          : `${ballots.length} ballots are as they were delivered. There are no points to compute.`,
      code === arithmeticVersion
        ? ''
        : 'The arithmetic here is another version than the one that computed it.',
    ].filter(Boolean),
  };
}

/** A file that was changed may be of any shape: then it says so instead of failing. */
function guarded(work: () => ResultReport): ResultReport {
  try {
    return work();
  } catch (error) {
    return { faults: [`the result cannot be read: ${(error as Error).message}`], said: [] };
  }
}

function readParts(parts: readonly CheckedPart[]): Read {
  const contents = new Map(parts.map(({ name, content }) => [name, content]));
  return { names: [...contents.keys()], contentOf: (name) => contents.get(name) };
}

async function fullAmong(attached: readonly string[]): Promise<Read | null> {
  for (const path of attached) {
    const { parts } = await verify(readFileSync(path));
    const read = readParts(parts);
    if ((read.contentOf('document') as { kind?: string } | undefined)?.kind === 'result-full') return read;
  }
  return null;
}
