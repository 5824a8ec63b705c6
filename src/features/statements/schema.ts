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
  isPublic: Type.Boolean({ description: 'One is out: what is written now comes out with a correction' }),
  openComments: Type.Integer({ description: '0 for whoever may not read them' }),
  allowedActions: Type.Array(Type.Enum(['write', 'approve', 'comment'])),
});
/** A text that the statement has had. */
export const VersionOut = Type.Object({
  version: Type.Integer(),
  nb: Type.String(),
  nn: Type.String(),
  writtenBy: Type.String(),
  writtenAt: instant,
  approvedBy: nullable(Type.String({ description: 'Also when the approval has fallen since' })),
  approvedAt: nullable(instant),
});
export const RestoreIn = Type.Object(
  { wanted: Type.Integer({ minimum: 1, description: 'The version whose text comes back' }), version },
  { additionalProperties: false },
);
export const COMMENT_LENGTH = 2000;
export const CommentIn = Type.Object(
  { body: Type.String({ minLength: 1, maxLength: COMMENT_LENGTH, pattern: '\\S' }) },
  { additionalProperties: false },
);
export const CommentOut = Type.Object({
  id: uuid,
  version: Type.Integer({ description: 'The text it was written about' }),
  body: Type.String(),
  writtenBy: Type.String(),
  writtenAt: instant,
  resolvedBy: nullable(Type.String()),
  resolvedAt: nullable(instant),
});
export const ResolutionIn = Type.Object({ resolved: Type.Boolean() }, { additionalProperties: false });
export type VersionOut = Static<typeof VersionOut>;
export type CommentOut = Static<typeof CommentOut>;
export type StatementIn = Static<typeof StatementIn>;
export type StatementOut = Static<typeof StatementOut>;
