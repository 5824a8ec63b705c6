/**
 * The arithmetic of the jury: totals, means, ranking, and everything that says how far the ranking carries. Pure: no
 * database, no clock, no chance, no import from outside this folder. docs/scoring.md defines every quantity.
 */
export { rankCase, type RankOptions } from './rank.ts';
export {
  inDecimals,
  rankingOf,
  simpleRanking,
  type ExactMean,
  type Figure,
  type SimpleRank,
} from './simple.ts';
export { InputError } from './input-error.ts';
export { lotMessage, type Lot, type Sha256 } from './lot.ts';
export type { Alpha, RankResult } from './result.ts';
export type { Bootstrap, PlaceChances } from './bootstrap.ts';
export { MOST_JURORS, redrawCount } from './redraws.ts';
export type { Component } from './design.ts';
export type { Disagreement, Method } from './methods.ts';
export type { Icc } from './icc.ts';
export type { Placed, TieStep } from './ties.ts';
export type { RankInput, Rule, Row, Table, TieRule } from './types.ts';
export type { Reversal } from './duels.ts';
export type { WeightFlip } from './weights.ts';
export type { WithoutJuror } from './leave-one-out.ts';
