/** Scores that a juror and the one who chairs agree on at the meeting, beside what was delivered. */
import Type, { type Static } from 'typebox';
import { nullable, uuid } from './schema-parts.ts';

/** Characters of the reason. */
export const REASON_LENGTH = 2000;
const closed = { additionalProperties: false } as const;
const instant = Type.String({ format: 'date-time' });

export const ProposalIn = Type.Object(
  {
    criterionId: uuid,
    score: Type.Integer({ description: 'On the scale of the year' }),
    reason: Type.String({ minLength: 1, maxLength: REASON_LENGTH }),
  },
  closed,
);
export type ProposalIn = Static<typeof ProposalIn>;

export const agreedAnswers = ['confirmed', 'declined', 'withdrawn'] as const;
export type AgreedAnswer = (typeof agreedAnswers)[number];
export const AnswerIn = Type.Object(
  {
    answer: Type.Enum([...agreedAnswers], {
      description: 'confirmed, declined: by the juror; withdrawn: by whoever proposed it',
    }),
  },
  closed,
);

/** One of them: confirmed, or waiting for its juror. */
export const AgreedScore = Type.Object({
  id: uuid,
  ballotId: uuid,
  personId: uuid,
  name: Type.String({ description: 'The juror' }),
  criterionId: uuid,
  texts: Type.Unknown({ description: 'Name and description of the criterion per language' }),
  delivered: nullable(Type.Integer({ description: 'What stands in the ballot, unchanged' })),
  score: Type.Integer(),
  reason: Type.String(),
  proposedBy: Type.String(),
  proposedAt: instant,
  confirmedAt: nullable(instant),
  counts: Type.Boolean({ description: 'The result uses it: the last one confirmed about the criterion' }),
  allowedActions: Type.Array(Type.Enum([...agreedAnswers])),
});
export type AgreedScore = Static<typeof AgreedScore>;

/** As the protocol and the list of a year tell it. */
export const AgreedLine = Type.Object({
  application: Type.String(),
  juror: Type.String(),
  texts: AgreedScore.properties.texts,
  delivered: AgreedScore.properties.delivered,
  score: AgreedScore.properties.score,
  reason: Type.String(),
  at: instant,
});
export type AgreedLine = Static<typeof AgreedLine>;
