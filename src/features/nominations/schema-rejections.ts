/** A proposed rejection, as the API takes and gives it. */
import Type, { type Static } from 'typebox';
import { REASON_LENGTH } from './schema.ts';

const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false };

export const NewRejection = Type.Object(
  {
    version: Type.Integer({ minimum: 0 }),
    reason: Type.String({
      maxLength: REASON_LENGTH,
      description: 'The applicant reads it once the rejection is approved',
    }),
  },
  closed,
);

export const RejectionApproval = Type.Object(
  {
    aloneBecause: Type.Optional(
      Type.String({
        maxLength: REASON_LENGTH,
        description: 'From whoever proposed it, where nobody else may approve it: why. Stands in the record',
      }),
    ),
  },
  closed,
);

export const RejectionOut = Type.Object({
  id: Type.String({ format: 'uuid' }),
  reason: Type.String(),
  state: Type.Enum(['proposed', 'approved', 'declined', 'lapsed']),
  proposedBy: Type.String(),
  proposedAt: instant,
  answeredBy: nullable(Type.String()),
  answeredAt: nullable(instant),
  aloneBecause: nullable(Type.String()),
  letter: Type.Union(
    [
      Type.Object({ language: Type.Enum(['nb', 'nn']), subject: Type.String(), body: Type.String() }),
      Type.Null(),
    ],
    { description: 'What its people are written once it is approved; null when it is answered' },
  ),
  mayApprove: Type.Boolean({ description: 'Never whoever proposed it' }),
  mayApproveAlone: Type.Boolean({ description: 'Whoever proposed it, where nobody else may' }),
  mayDecline: Type.Boolean(),
});
export type RejectionOut = Static<typeof RejectionOut>;
