/** What the jury says to each applicant, in words, and figures where the regulations promise them. */
import Type, { type Static } from 'typebox';

export const FEEDBACK_LENGTH = 10_000;
/** With fewer ballots the figures would point at people, whatever was promised. */
export const FEWEST_BALLOTS = 3;

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const version = Type.Integer({ minimum: 0, description: '0 when nothing has been written' });

export const FeedbackIn = Type.Object(
  { body: Type.String({ maxLength: FEEDBACK_LENGTH }), version },
  { additionalProperties: false },
);
export type FeedbackIn = Static<typeof FeedbackIn>;
export const ApprovalIn = Type.Object({ version }, { additionalProperties: false });

const Figures = Type.Object(
  {
    ballots: Type.Integer(),
    scale: Type.Object({ min: Type.Integer(), max: Type.Integer() }),
    mean: Type.String({ description: 'The weighted mean, two decimals' }),
    criteria: Type.Array(Type.Object({ texts: Type.Unknown(), mean: Type.String() })),
  },
  { description: 'Of this application only: no place, and nothing of another' },
);
export type Figures = Static<typeof Figures>;

/** As the applicant reads it. */
export const FeedbackOut = Type.Object({
  nominationId: uuid,
  year: Type.Integer(),
  organisation: Type.String(),
  language: Type.String(),
  body: Type.String(),
  figures: nullable(Figures),
});
export type FeedbackOut = Static<typeof FeedbackOut>;

/** As those who write and approve it see it. */
export const OfficeFeedback = Type.Object({
  nominationId: uuid,
  organisation: Type.String(),
  unit: Type.String(),
  language: Type.String({ description: 'Of the application: the answer is written in it' }),
  version,
  body: Type.String(),
  writtenBy: nullable(Type.String()),
  writtenAt: nullable(instant),
  approvedBy: nullable(Type.String()),
  approvedAt: nullable(instant),
  given: Type.Boolean({ description: 'The applicant can read it: it stays as it is' }),
  allowedActions: Type.Array(Type.Enum(['write', 'approve'])),
});
export type OfficeFeedback = Static<typeof OfficeFeedback>;
