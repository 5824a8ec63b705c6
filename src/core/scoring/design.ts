import type { Table } from './types.ts';

/** Nominations and jurors linked, directly or through others, by ballots. Indices ascending. */
export interface Component {
  readonly nominations: readonly number[];
  readonly jurors: readonly number[];
}

/** Jurors (columns) with at least one ballot. */
export function activeJurors(y: Table): number[] {
  return (y[0] ?? []).flatMap((_, j) => (y.some((row) => row[j] !== null) ? [j] : []));
}

/** True when every juror with ballots judged every nomination with ballots. */
export function isComplete(y: Table, jurors: readonly number[]): boolean {
  return y.every((row) => {
    const ballots = jurors.filter((j) => row[j] !== null).length;
    return ballots === 0 || ballots === jurors.length;
  });
}

/**
 * The parts into which the design falls when looking at `jurors` only; one part = every severity can be compared.
 * Nominations and jurors without ballots belong to no part.
 */
export function components(y: Table, jurors: readonly number[]): Component[] {
  const parts: Component[] = [];
  const seen = new Set<number>();
  for (const start of jurors) {
    if (seen.has(start)) continue;
    const part = grow(y, jurors, start);
    part.jurors.forEach((j) => seen.add(j));
    if (part.nominations.length > 0) parts.push(part);
  }
  return parts.sort((a, b) => a.nominations[0]! - b.nominations[0]!);
}

function grow(y: Table, jurors: readonly number[], start: number): Component {
  const reached = new Set([start]);
  const nominations = new Set<number>();
  for (const from of reached) {
    y.forEach((row, i) => {
      if (row[from] === null || nominations.has(i)) return;
      nominations.add(i);
      for (const j of jurors) if (row[j] !== null) reached.add(j);
    });
  }
  const ascending = (a: number, b: number) => a - b;
  return { nominations: [...nominations].sort(ascending), jurors: [...reached].sort(ascending) };
}

export function describeParts(parts: readonly Component[]): string {
  const names = parts.map(
    (part) => `nominations ${part.nominations.join(', ')} by jurors ${part.jurors.join(', ')}`,
  );
  return `the design falls into ${parts.length} parts without a common juror, so strictness cannot be compared across them: ${names.join('; ')}`;
}
