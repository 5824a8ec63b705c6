import type { Texts } from './text/index.ts';

/** What a motion of the jury is called, wherever it stands. */
export function motionTitle(
  {
    kind,
    organisation,
  }: { kind: 'nominate' | 'winner' | 'noAward' | 'procedural'; organisation: string | null },
  t: Texts,
): string {
  const own = t.motions.titleOf;
  if (kind === 'nominate' || kind === 'winner') return own[kind](organisation ?? '…');
  return kind === 'procedural' && organisation ? `${own.procedural}: ${organisation}` : own[kind];
}
