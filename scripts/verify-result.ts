/** What `npm run verify` does with a frozen result besides checking its signature: computes it again, and says so. */
import { readFileSync } from 'node:fs';
import { checkResult as check, type ResultCheck } from '../src/core/record/check-result.ts';
import { arithmeticVersion } from '../src/core/record/code-version.ts';
import { verify, type CheckedPart } from '../src/platform/signed-document.ts';

export interface ResultReport {
  /** What does not hold, with the ballot or the figure named. */
  faults: string[];
  /** What was done, and what could not be. */
  said: string[];
}

/** Null when the document is no result. `attached`: for a core, its full file may be among them. */
export async function checkResult(
  parts: readonly CheckedPart[],
  attached: readonly string[],
): Promise<ResultReport | null> {
  const others = await Promise.all(attached.map(async (path) => (await verify(readFileSync(path))).parts));
  const checked = check(parts, others, arithmeticVersion);
  return checked && { faults: checked.faults, said: inWords(checked) };
}

function inWords({ faults, looked, ballots, nominations, computed, sameCode }: ResultCheck): string[] {
  if (looked === 'core')
    return [
      `The core only: ${ballots} ballots stand here by their hashes. Without the full file, or once it has been erased,`,
      'they cannot be read and the figures cannot be computed again: rules, decision, figures and hashes are as they were signed.',
    ];
  return [
    ...(faults.length > 0
      ? []
      : [
          computed
            ? `Computed again from ${ballots} ballots on ${nominations} nominations: every figure comes out as it stands.`
            : `${ballots} ballots are as they were delivered. There are no points to compute.`,
        ]),
    ...(sameCode ? [] : ['The arithmetic here is another version than the one that computed it.']),
  ];
}
