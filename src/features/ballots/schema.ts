import type { Selectable } from 'kysely';
import Type, { type Static } from 'typebox';
import type { Relations } from '../../core/policy/policy.ts';
import type { CriterionText } from '../editions/schema.ts';
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
  texts: Record<string, CriterionText | undefined>;
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

/** A ballot that was delivered, as the chair sees it after the closing. */
export interface DeliveredBallot {
  id: string;
  version: number;
  state: BallotState;
  edition_id: string;
  organisation_name: string;
  unit_name: string;
  juror: string;
  /** The reader may open it. */
  opens: boolean;
}
/** A ballot was opened after the closing. */
export interface Reopening {
  id: string;
  at: Date;
  by: string;
  reason: string;
  /** What the ballot said until then; null once it has been erased. */
  before: SheetLine[] | null;
}
/** The hashes of an edition, as far as one person may see them. */
export interface Hashes {
  own: {
    ballotId: string;
    organisation: string;
    unit: string;
    delivery: number;
    hash: string;
    /** Null once it has been erased. */
    salt: string | null;
  }[];
  /** Null before the closing: their number would tell how far the others are. */
  atClosing: string[] | null;
  since: string[];
}

/** What a juror has given on one criterion of one application. */
export interface GivenScore {
  ballotId: string;
  criterionId: string;
  score: number | null;
  notDescribed: boolean;
  met: boolean | null;
  assessment: string;
}

export const closed = { additionalProperties: false } as const;
const uuid = Type.String({ format: 'uuid' });
export const nullable = <T extends Type.TSchema>(schema: T, options: Type.TSchemaOptions = {}) =>
  Type.Union([schema, Type.Null()], options);
export const ballotStates = Type.Enum([
  'assigned',
  'started',
  'delivered',
  'locked',
  'reopened',
  'recused',
  'voided',
]);

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
export const lineOut = {
  criterionId: uuid,
  kind: Type.Enum(['must', 'assessed', 'extra']),
  weight: nullable(Type.Integer()),
  name: Type.String(),
  score: nullable(Type.Integer()),
  notDescribed: Type.Boolean(),
  met: nullable(Type.Boolean()),
  assessment: Type.String(),
};
export const BallotListed = Type.Object(listed);
export const BallotOut = Type.Object({
  ...listed,
  hash: nullable(Type.String({ description: 'The salted hash of what was delivered last' })),
  allowedActions: Type.Array(Type.String()),
  unmet: Type.Array(
    Type.Object({ requirement: Type.String(), message: Type.String(), items: Type.Array(Type.String()) }),
  ),
  scale: nullable(Type.Object({ min: Type.Integer(), max: Type.Integer() })),
  scores: Type.Array(Type.Object({ ...lineOut, version: Type.Integer() })),
});

/** As long as an assessment may be. */
export const NOTE_LENGTH = ASSESSMENT_LENGTH;
export const NoteIn = Type.Object(
  {
    text: Type.String({ maxLength: NOTE_LENGTH }),
    version: Type.Integer({
      minimum: 0,
      description: 'The version it was written upon; 0 when there was none',
    }),
  },
  closed,
);
export type Note = Static<typeof NoteIn>;

/** Why the chair opens a ballot after the closing. */
export const Opening = Type.Object(
  {
    version: Type.Integer({ minimum: 0 }),
    reason: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  },
  closed,
);
export const BallotHistory = Type.Object({
  state: ballotStates,
  scores: Type.Array(Type.Object(lineOut)),
  earlier: Type.Array(
    Type.Object({
      reopenedAt: Type.String({ format: 'date-time' }),
      reopenedBy: Type.String(),
      reason: Type.String(),
      scores: nullable(Type.Array(Type.Object(lineOut))),
    }),
  ),
});
export const HashesOut = Type.Object({
  own: Type.Array(
    Type.Object({
      ballotId: uuid,
      organisation: Type.String(),
      unit: Type.String(),
      delivery: Type.Integer(),
      hash: Type.String(),
      salt: nullable(Type.String()),
    }),
  ),
  atClosing: nullable(Type.Array(Type.String(), { description: 'Null before the closing' })),
  since: Type.Array(Type.String()),
});
