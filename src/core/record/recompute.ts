/** Computing a frozen result again from its ballots, and naming what does not come out as it stands there. */
import { sha256Hex } from '../audit/canonical.ts';
import { rankCase, type RankResult } from '../scoring/index.ts';
import { commitTo, commitToAgreed } from './commitment.ts';
import { agreedOfFile, caseOfFile, contentOfFile, type FileBallot, type FullResult } from './result-file.ts';

/** As the file was made: the same options, so that the same quantities are there. */
export function computeResult(full: FullResult): RankResult | null {
  const input = caseOfFile(full);
  if (!input || full.ballots.length === 0) return null;
  const { bootstrap, prizePlaces } = full.arithmetic;
  return rankCase(input, { bootstrap, full: false, prizePlaces, sha256: sha256Hex });
}

/** Everything that does not hold, in words that name the ballot or the figure; empty when all does. */
export function recompute(full: FullResult): string[] {
  const faults = full.ballots.flatMap((ballot, i) => {
    const name = `ballot/${i + 1} (${whose(full, ballot)})`;
    return [
      ...(commitTo(ballot.salt, contentOfFile(full, ballot)) === ballot.hash
        ? []
        : [`${name} is not what the juror delivered`]),
      ...changedAgreements(full, ballot).map((cell) => `${name}: ${cell} is not what the juror confirmed`),
    ];
  });
  try {
    return [...faults, ...differences(full.result, asJson(computeResult(full)), 'computed')];
  } catch (error) {
    return [...faults, `the ballots cannot be computed: ${(error as Error).message}`];
  }
}

/** `agreed[0] (Forankring)`: by its place in the ballot and the name of its criterion. */
const changedAgreements = ({ criteria }: FullResult, ballot: FileBallot): string[] =>
  (ballot.agreed ?? []).flatMap((one, i) =>
    commitToAgreed(ballot.salt, agreedOfFile(ballot, one)) === one.hash
      ? []
      : [`agreed[${i}] (${criteria.find(({ id }) => id === one.criterion)?.name ?? one.criterion})`],
  );

function whose(
  { nominations, jurors }: FullResult,
  { nomination, juror }: FullResult['ballots'][number],
): string {
  return `nomination ${nomination}, ${nominations[nomination]?.name ?? '?'}; juror ${juror}, ${jurors[juror]?.name ?? '?'}`;
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Figures may differ by what another machine's last digit does; texts, whole numbers and places may not. */
const SLACK = 1e-9;
const MOST = 20;

/** Where `stated` is not `computed`: `computed.totals[2][1] is 340, computed again it is 380`. */
export function differences(stated: unknown, computed: unknown, path: string): string[] {
  if (isList(stated) && isList(computed)) {
    const keys = [...new Set([...Object.keys(stated), ...Object.keys(computed)])];
    return keys
      .flatMap((key) =>
        differences(stated[key], computed[key], Array.isArray(stated) ? `${path}[${key}]` : `${path}.${key}`),
      )
      .slice(0, MOST);
  }
  return same(stated, computed)
    ? []
    : [
        `${path} is ${JSON.stringify(stated) ?? 'missing'}, computed again it is ${JSON.stringify(computed) ?? 'missing'}`,
      ];
}

const isList = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  if (Number.isInteger(a) && Number.isInteger(b)) return a === b;
  return Math.abs(a - b) <= SLACK * Math.max(1, Math.abs(a), Math.abs(b));
}
