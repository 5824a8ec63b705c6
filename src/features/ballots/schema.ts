import type { Selectable } from 'kysely';
import type { BallotsTable, BallotScoresTable } from '../../platform/db/types.ts';

export type BallotRow = Selectable<BallotsTable>;
export type BallotScoreRow = Selectable<BallotScoresTable>;
