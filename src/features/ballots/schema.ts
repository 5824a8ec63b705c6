import type { Selectable } from 'kysely';
import Type, { type Static } from 'typebox';
import type { Relations } from '../../core/policy/policy.ts';
import type { ballot } from '../../core/policy/resources.ts';
import type { BallotsTable, BallotScoresTable } from '../../platform/db/types.ts';

export type BallotRow = Selectable<BallotsTable>;
export type BallotScoreRow = Selectable<BallotScoresTable>;
export type JudgedBallot = BallotRow & { rel: Relations<typeof ballot> };
export type BallotState = BallotRow['state'];

/** Characters of a written assessment: about ten pages, far more than anybody writes. */
export const ASSESSMENT_LENGTH = 20_000;

/** One criterion on a juror's ballot, with what has been given so far. */
export interface SheetLine {
  criterionId: string;
  kind: 'must' | 'assessed' | 'extra';
  weight: number | null;
  /** Per language; English is optional. */
  texts: Record<string, { name: string; description: string } | undefined>;
  /** A score is asked for: the edition has scoring, and the criterion counts. */
  scored: boolean;
  score: number | null;
  notDescribed: boolean;
  met: boolean | null;
  assessment: string;
  /** 0 = nothing given yet. */
  version: number;
}
/** The levels of the scale in words: '1' … and 'none' for what an application does not describe. */
export interface Scale {
  min: number;
  max: number;
  words: Record<string, Record<string, string> | undefined>;
}

/** A juror's ballot in a list. */
export interface MyBallot {
  id: string;
  nomination_id: string;
  organisation_name: string;
  unit_name: string;
  state: BallotState;
  version: number;
}

const closed = { additionalProperties: false } as const;
const uuid = Type.String({ format: 'uuid' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const ballotStates = Type.Enum(['assigned', 'started', 'delivered', 'locked', 'recused', 'voided']);

/** What is given on one criterion. What is left out stays as it is. */
export const ScoreChange = Type.Object(
  {
    criterionId: uuid,
    version: Type.Integer({
      minimum: 0,
      description: 'The version it was written upon; 0 when nothing had been given',
    }),
    score: Type.Optional(
      Type.Unknown({ description: 'A whole number on the scale of the edition, or null to take it back' }),
    ),
    notDescribed: Type.Optional(
      Type.Boolean({ description: 'The application says nothing of it: counts as the lowest score' }),
    ),
    met: Type.Optional(nullable(Type.Boolean({ description: 'For a must' }))),
    assessment: Type.Optional(Type.String({ maxLength: ASSESSMENT_LENGTH })),
  },
  closed,
);
export const ScoreChanges = Type.Object(
  { scores: Type.Array(ScoreChange, { minItems: 1, maxItems: 100 }) },
  closed,
);
export type ScoreChange = Static<typeof ScoreChange>;

const listed = {
  id: uuid,
  nominationId: uuid,
  organisation: Type.String(),
  unit: Type.String(),
  state: ballotStates,
  version: Type.Integer(),
};
export const BallotListed = Type.Object(listed);
export const BallotOut = Type.Object({
  ...listed,
  allowedActions: Type.Array(Type.String()),
  unmet: Type.Array(
    Type.Object({ requirement: Type.String(), message: Type.String(), items: Type.Array(Type.String()) }),
  ),
  scale: nullable(Type.Object({ min: Type.Integer(), max: Type.Integer() })),
  scores: Type.Array(
    Type.Object({
      criterionId: uuid,
      kind: Type.Enum(['must', 'assessed', 'extra']),
      weight: nullable(Type.Integer()),
      name: Type.String(),
      score: nullable(Type.Integer()),
      notDescribed: Type.Boolean(),
      met: nullable(Type.Boolean()),
      assessment: Type.String(),
      version: Type.Integer(),
    }),
  ),
});
