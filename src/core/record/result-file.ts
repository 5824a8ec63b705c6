/**
 * What the jury's frozen result says, in two files that are signed as documents in parts (`docs/frozen-result.md`):
 * the core, which is kept, and the full one, with which anybody can compute the result again.
 */
import type { RankInput, RankResult } from '../scoring/index.ts';
import type { AgreedContent, BallotContent, GivenContent } from './commitment.ts';

export interface FilePart {
  name: string;
  content: unknown;
}
export interface FileNomination {
  id: string;
  receipt: string;
  name: string;
}
export interface FileJuror {
  id: string;
  name: string;
}
export interface FileCriterion {
  id: string;
  kind: string;
  weight: number | null;
  name: string;
}
/** What was agreed on after the delivery, with its hash. */
export type FileAgreed = Omit<AgreedContent, 'ballot'> & { hash: string };
/** One ballot that counts. `nomination` and `juror` are positions in the lists of the file. */
export interface FileBallot {
  nomination: number;
  juror: number;
  delivery: number;
  salt: string;
  hash: string;
  given: readonly GivenContent[];
  /** Left out where nothing was agreed on. These scores count instead of those in `given`. */
  agreed?: readonly FileAgreed[];
}
export interface Arithmetic {
  /** `arithmeticVersion` of the service that computed it. */
  code: string;
  /** Whether the juries that could be re-drawn were computed too. */
  bootstrap: boolean;
  prizePlaces: number;
}

/** All that the full file says. */
export interface FullResult {
  edition: string;
  /** Null without points. Without the scores: these stand in the ballots. */
  rules: Omit<RankInput, 'scores' | 'y'> | null;
  arithmetic: Arithmetic;
  criteria: readonly FileCriterion[];
  nominations: readonly FileNomination[];
  jurors: readonly FileJuror[];
  ballots: readonly FileBallot[];
  result: RankResult | null;
}

export const fullParts = (full: FullResult): FilePart[] => [
  { name: 'rules', content: { edition: full.edition, ...(full.rules ? { rank: full.rules } : {}) } },
  { name: 'arithmetic', content: full.arithmetic },
  { name: 'criteria', content: full.criteria },
  { name: 'nominations', content: full.nominations },
  { name: 'jurors', content: full.jurors },
  ...full.ballots.map((content, i) => ({ name: `ballot/${i + 1}`, content })),
  ...(full.result
    ? Object.entries(full.result).map(([name, content]) => ({ name: `computed/${kebab(name)}`, content }))
    : []),
];

const kebab = (name: string): string => name.replaceAll(/[A-Z]+/g, (capital) => `-${capital.toLowerCase()}`);

/** The full result as its parts say it. Parts that are missing or of another shape make what they hold empty. */
export function readFull(contentOf: (name: string) => unknown, names: readonly string[]): FullResult {
  const rules = (contentOf('rules') ?? {}) as { edition?: string; rank?: FullResult['rules'] };
  const list = <T>(name: string): T[] => (Array.isArray(contentOf(name)) ? (contentOf(name) as T[]) : []);
  const computed = names.filter((name) => name.startsWith('computed/'));
  return {
    edition: rules.edition ?? '',
    rules: rules.rank ?? null,
    arithmetic: (contentOf('arithmetic') ?? {}) as Arithmetic,
    criteria: list('criteria'),
    nominations: list('nominations'),
    jurors: list('jurors'),
    ballots: names.filter((name) => name.startsWith('ballot/')).map((name) => contentOf(name) as FileBallot),
    result:
      computed.length === 0
        ? null
        : (Object.fromEntries(
            computed.map((name) => [camel(name.slice('computed/'.length)), contentOf(name)]),
          ) as unknown as RankResult),
  };
}

const camel = (name: string): string =>
  name.replaceAll(/-([a-z]+)/g, (_, word: string) =>
    word === 'sd' || word === 'se' ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
  );

/** The case that the ballots make, with what was agreed on. */
export function caseOfFile({ rules, criteria, nominations, jurors, ballots }: FullResult): RankInput | null {
  if (!rules) return null;
  const counted = criteria.flatMap(({ id, weight }) => (weight === null ? [] : [id]));
  const scores = nominations.map(() => jurors.map((): (number | null)[] | null => null));
  for (const { nomination, juror, given, agreed = [] } of ballots) {
    const score = new Map([...given, ...agreed].map((one) => [one.criterion, one.score]));
    const row = scores[nomination];
    if (row && juror < row.length) row[juror] = counted.map((id) => score.get(id) ?? null);
  }
  return { ...rules, scores };
}

/** What the hash of a ballot covers. */
export const contentOfFile = (
  { edition, nominations, jurors }: FullResult,
  { nomination, juror, given }: FileBallot,
): BallotContent => ({
  edition,
  nomination: nominations[nomination]?.id ?? '',
  juror: jurors[juror]?.id ?? '',
  given,
});

/** What the hash of something agreed covers. */
export const agreedOfFile = (
  { hash: ballot }: FileBallot,
  { hash: _, ...said }: FileAgreed,
): AgreedContent => ({
  ballot,
  ...said,
});
