/** A later deadline for one application, as the API takes and gives it. */
import Type, { type Static } from 'typebox';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const EXTENSION_REASON_LENGTH = 2000;

export const NewExtension = Type.Object(
  {
    until: Type.String({
      format: 'date-time',
      description: 'The first instant that is too late, with an offset, ISO 8601',
    }),
    reason: Type.String({
      minLength: 1,
      maxLength: EXTENSION_REASON_LENGTH,
      description: 'Stands in the record',
    }),
  },
  { additionalProperties: false },
);

export const ExtensionOut = Type.Object({
  id: uuid,
  nominationId: uuid,
  organisation: Type.String(),
  until: instant,
  reason: Type.String(),
  state: Type.Enum(['proposed', 'approved', 'declined', 'lapsed']),
  proposedBy: Type.String(),
  proposedAt: instant,
  answeredBy: nullable(Type.String()),
  answeredAt: nullable(instant),
  mayApprove: Type.Boolean({ description: 'Never whoever proposed it' }),
  mayDecline: Type.Boolean(),
});
export type ExtensionOut = Static<typeof ExtensionOut>;

/** An application that could get a later deadline. */
export interface Extendable {
  id: string;
  organisation: string;
  unit: string;
}
