import Type, { type Static } from 'typebox';

/** Characters; a statement is some 80-140 words. */
export const STATEMENT_LENGTH = 10_000;

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const version = Type.Integer({ minimum: 0, description: '0 when nothing has been written' });

export const StatementIn = Type.Object(
  {
    nb: Type.String({ maxLength: STATEMENT_LENGTH }),
    nn: Type.String({ maxLength: STATEMENT_LENGTH }),
    version,
  },
  { additionalProperties: false },
);
export const ApprovalIn = Type.Object({ version }, { additionalProperties: false });
export const StatementOut = Type.Object({
  nominationId: uuid,
  organisation: Type.String(),
  unit: Type.String(),
  version,
  nb: Type.String(),
  nn: Type.String(),
  writtenBy: nullable(Type.String()),
  writtenAt: nullable(instant),
  approvedBy: nullable(Type.String()),
  approvedAt: nullable(instant),
  allowedActions: Type.Array(Type.Enum(['write', 'approve'])),
});
export type StatementIn = Static<typeof StatementIn>;
export type StatementOut = Static<typeof StatementOut>;
