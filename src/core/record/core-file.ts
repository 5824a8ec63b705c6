/** The lasting core of a frozen result, and whether it holds together by itself. */
import { canonicalJson, sha256Hex } from '../audit/canonical.ts';
import { rankingOf } from '../scoring/index.ts';
import type { Arithmetic, FilePart, FullResult } from './result-file.ts';
import { caseOfFile } from './result-file.ts';
import { differences } from './recompute.ts';

export interface CoreDecision {
  kind: 'finalists' | 'winner';
  at: string;
  noAward: boolean;
  /** Another choice than the ranking suggests. */
  departs: boolean;
  reason: string;
  entries: readonly { receipt: string; name: string; outcome: string }[];
  participants: readonly { name: string; tookPart: boolean }[];
}
export interface CoreNomination {
  receipt: string;
  name: string;
  ballots: number;
  place: number | null;
  /** By the mean of the regulations; figures for reading are rounded, `exact` is not. */
  score: string | null;
  plainMean: string | null;
}
export interface CoreResult {
  rules: { sha256: string; content: unknown };
  arithmetic: Arithmetic & { rule: string | null; tieRule: string | null };
  change: { cause: string; reason: string; previous: string | null };
  decisions: readonly CoreDecision[];
  jury: readonly { name: string; organisation: string; role: string; ballots: number }[];
  nominations: readonly CoreNomination[];
  /** The hash of each ballot that counts, in an order that tells nothing. */
  ballots: readonly string[];
  /** The hash of each score that was agreed on at the meeting. */
  agreed: readonly string[];
  full: { name: string; sha256: string };
}

export const coreParts = (core: CoreResult): FilePart[] => [
  { name: 'rules', content: core.rules },
  { name: 'arithmetic', content: core.arithmetic },
  { name: 'change', content: core.change },
  ...core.decisions.map((content) => ({ name: `decision/${content.kind}`, content })),
  { name: 'jury', content: core.jury },
  ...core.nominations.map((content, i) => ({ name: `nomination/${i + 1}`, content })),
  { name: 'ballots', content: core.ballots },
  ...(core.agreed.length > 0 ? [{ name: 'agreed', content: core.agreed }] : []),
  { name: 'file/full', content: core.full },
];

export const agreedIn = ({ ballots }: FullResult): string[] =>
  ballots.flatMap(({ agreed = [] }) => agreed.map(({ hash }) => hash)).toSorted();

/** The figures of the core, from the ballots. */
export function nominationsOf(full: FullResult): CoreNomination[] {
  const input = caseOfFile(full);
  const ranks = new Map(
    input && full.ballots.length > 0 ? rankingOf(input).map((rank) => [rank.nomination, rank]) : [],
  );
  return full.nominations.map(({ receipt, name }, i) => {
    const rank = ranks.get(i);
    return {
      receipt,
      name,
      ballots: full.ballots.filter(({ nomination }) => nomination === i).length,
      place: rank?.place ?? null,
      score: rank?.score?.display ?? null,
      plainMean: rank?.plainMean?.exact ?? null,
    };
  });
}

/** Whether rules, counts and hashes of the core fit each other. Needs no ballot. */
export function checkCore(contentOf: (name: string) => unknown, names: readonly string[]): string[] {
  const rules = contentOf('rules') as CoreResult['rules'] | undefined;
  const ballots = (contentOf('ballots') ?? []) as string[];
  const nominations = nominationsIn(contentOf, names);
  const counted = nominations.reduce((sum, one) => sum + one.ballots, 0);
  return [
    ...(rules && sha256Hex(canonicalJson(rules.content)) !== rules.sha256
      ? ['rules: the content is not what the checksum of the year was made of']
      : []),
    ...(counted === ballots.length ? [] : [`ballots: ${ballots.length} hashes for ${counted} ballots`]),
    ...(new Set(ballots).size === ballots.length ? [] : ['ballots: a hash stands there twice']),
  ];
}

const nominationsIn = (contentOf: (name: string) => unknown, names: readonly string[]): CoreNomination[] =>
  names.filter((name) => name.startsWith('nomination/')).map((name) => contentOf(name) as CoreNomination);

/** Whether the figures and hashes of the core come out of the ballots of the full file. */
export function compareFiles(
  contentOf: (name: string) => unknown,
  names: readonly string[],
  full: FullResult,
): string[] {
  const stated = nominationsIn(contentOf, names);
  const hashes = full.ballots.map(({ hash }) => hash).toSorted();
  return [
    ...differences(stated, nominationsOf(full), 'nominations'),
    ...differences(contentOf('ballots'), hashes, 'ballots'),
    ...differences(contentOf('agreed') ?? [], agreedIn(full), 'agreed'),
  ];
}
