/**
 * Checking a frozen result besides its signature: it is computed again, and what does not hold is named. The same lines on the command
 * line (`npm run verify`) and in a reader's browser, so nothing here may need the machine: no file, no clock, no database.
 */
import { checkCore, compareFiles } from './core-file.ts';
import { recompute } from './recompute.ts';
import { readFull, type Arithmetic } from './result-file.ts';

/** A part of a signed document as it was read. */
export interface ReadPart {
  name: string;
  content?: unknown;
}
export interface ResultCheck {
  /** What does not hold, with the ballot or the figure named. */
  faults: string[];
  /** What there was to look at: the core alone cannot be computed again. */
  looked: 'core' | 'full' | 'both';
  ballots: number;
  nominations: number;
  /** False in a year without points. */
  computed: boolean;
  /** The arithmetic is the one that computed it. */
  sameCode: boolean;
}
interface Read {
  names: string[];
  contentOf: (name: string) => unknown;
}

/**
 * Null when the document is no result. `others`: for a core, its full file may be among them. `code`: the arithmetic here
 * (`arithmeticVersion`). A file that was changed may be of any shape: then that is what is wrong with it.
 */
export function checkResult(
  parts: readonly ReadPart[],
  others: readonly (readonly ReadPart[])[],
  code: string,
): ResultCheck | null {
  const read = readParts(parts);
  const kind = kindOf(read);
  if (kind !== 'result' && kind !== 'result-full') return null;
  const full =
    kind === 'result-full' ? read : others.map(readParts).find((one) => kindOf(one) === 'result-full');
  try {
    return kind === 'result' ? ofCore(read, full, code) : computedAgain(read, code);
  } catch (error) {
    const faults = [`the result cannot be read: ${(error as Error).message}`];
    return { faults, looked: 'full', ballots: 0, nominations: 0, computed: false, sameCode: true };
  }
}

function ofCore(core: Read, full: Read | undefined, code: string): ResultCheck {
  const own = checkCore(core.contentOf, core.names);
  if (!full)
    return {
      faults: own,
      looked: 'core',
      ballots: ((core.contentOf('ballots') ?? []) as unknown[]).length,
      nominations: core.names.filter((name) => name.startsWith('nomination/')).length,
      computed: false,
      sameCode: true,
    };
  const again = computedAgain(full, code);
  const compared = compareFiles(core.contentOf, core.names, readFull(full.contentOf, full.names));
  return { ...again, looked: 'both', faults: [...own, ...again.faults, ...compared] };
}

function computedAgain({ contentOf, names }: Read, code: string): ResultCheck {
  const full = readFull(contentOf, names);
  const arithmetic = (contentOf('arithmetic') ?? {}) as Partial<Arithmetic>;
  return {
    faults: recompute(full),
    looked: 'full',
    ballots: full.ballots.length,
    nominations: full.nominations.length,
    computed: full.result !== null,
    sameCode: arithmetic.code === code,
  };
}

const kindOf = ({ contentOf }: Read): string | undefined =>
  (contentOf('document') as { kind?: string } | undefined)?.kind;

function readParts(parts: readonly ReadPart[]): Read {
  const contents = new Map(parts.map(({ name, content }) => [name, content]));
  return { names: [...contents.keys()], contentOf: (name) => contents.get(name) };
}
