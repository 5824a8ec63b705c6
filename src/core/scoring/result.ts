import type { Bootstrap } from './bootstrap.ts';
import type { Component } from './design.ts';
import type { Reversal } from './duels.ts';
import type { Icc } from './icc.ts';
import type { WithoutJuror } from './leave-one-out.ts';
import type { Lot } from './lot.ts';
import type { Disagreement } from './methods.ts';
import type { Placed } from './ties.ts';
import type { Row, Table } from './types.ts';
import type { WeightFlip } from './weights.ts';

/**
 * Everything there is to say about a case; plain JSON. Lists run over nominations or jurors in the order given, with null
 * for one without ballots. A quantity that the case does not define is null as a whole, with the reason in `notes` under
 * its name. Scores and errors are on the scale of the scores.
 */
export interface RankResult {
  /** `[nomination][juror]` Σ weight × score as whole numbers (or the totals given); null = no ballot. */
  readonly totals: Table;
  readonly nBallots: readonly number[];
  readonly plainMean: Row;
  readonly plainRank: Row;
  readonly adjusted: Row | null;
  readonly adjustedRank: Row | null;
  readonly adjustedSE: Row | null;
  /** Residual variance of the additive fit. */
  readonly sigma2: number | null;
  /** Per juror, > 0 lenient, < 0 strict; they sum to 0. */
  readonly severity: Row | null;
  readonly severitySE: Row | null;
  readonly residualSD: Row | null;
  readonly outfit: Row | null;
  readonly trimmedMean: Row;
  readonly lowerMedian: Row;
  /** Majority duels won minus lost. */
  readonly copeland: Row;
  /** One part = all jurors can be compared. */
  readonly components: readonly Component[];
  readonly alpha: Alpha | null;
  readonly icc: Icc | null;
  readonly kendallW: number | null;
  readonly leaveOneJurorOut: readonly WithoutJuror[] | null;
  readonly bootstrap: Bootstrap | null;
  readonly weightFlip: readonly WeightFlip[] | null;
  readonly effectiveWeights: readonly number[] | null;
  /** Nominations whose distance to the first place may be chance. */
  readonly topTieGroup: readonly number[] | null;
  readonly methodsDisagree: readonly Disagreement[];
  readonly commonJurorReversals: readonly Reversal[] | null;
  readonly ranking: readonly Placed[] | null;
  readonly lot: Lot | null;
  readonly notes: Readonly<Record<string, string>>;
}

/** Krippendorff's alpha on totals and, ordinal, per criterion. */
export interface Alpha {
  readonly interval: number | null;
  readonly ordinal: number | null;
  readonly ordinalPerCriterion: readonly (number | null)[] | null;
}
