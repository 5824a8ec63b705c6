/** The state of each success criterion, by what the runs of the tests have recorded. */

/** What one test file has looked at. */
export interface RunRecord {
  file: string;
  /** ISO 8601. */
  at: string;
  /** How many times a page was looked at. */
  pages: number;
  /** By rule, of axe or of the walk by keyboard: on how many pages it found a fault, looked and found none, or had nothing to look at. */
  rules: Record<string, { failed: number; passed: number; absent: number }>;
}

export type CriterionState = 'noFaultFound' | 'faultFound' | 'notPresent' | 'notTestedByMachine';
export interface Criterion {
  id: string;
  level: 'A' | 'AA';
  rules: string[];
  state: CriterionState;
  /** On how many pages one of its rules had something to look at. */
  pages: number;
}
export interface Wcag {
  standard: string;
  engine: string;
  /** The run that it comes from: its day (UTC), how many pages were looked at, by how many test files. */
  run: { on: string; pages: number; files: number } | null;
  criteria: Criterion[];
}

/** What has not been run is not said to hold, and one fault anywhere is a fault. */
export function takenIn(known: Omit<Wcag, 'run'>, records: readonly RunRecord[]): Wcag {
  const [first] = records.map(({ at }) => at).toSorted();
  return {
    ...known,
    run: first
      ? {
          on: first.slice(0, 10),
          pages: records.reduce((sum, { pages }) => sum + pages, 0),
          files: records.length,
        }
      : null,
    criteria: known.criteria.map((criterion) => ({ ...criterion, ...stateOf(criterion.rules, records) })),
  };
}

function stateOf(
  rules: readonly string[],
  records: readonly RunRecord[],
): Pick<Criterion, 'state' | 'pages'> {
  const counts = records.flatMap((record) => rules.flatMap((rule) => record.rules[rule] ?? []));
  const most = Math.max(0, ...rules.map((rule) => looked(rule, records)));
  if (counts.some(({ failed }) => failed > 0)) return { state: 'faultFound', pages: most };
  if (most > 0) return { state: 'noFaultFound', pages: most };
  return { state: counts.length > 0 ? 'notPresent' : 'notTestedByMachine', pages: 0 };
}

const looked = (rule: string, records: readonly RunRecord[]): number =>
  records.reduce((sum, { rules }) => sum + (rules[rule]?.passed ?? 0) + (rules[rule]?.failed ?? 0), 0);
