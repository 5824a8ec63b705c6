import Type, { type Static } from 'typebox';

export type DecisionKind = 'finalists' | 'winner';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const DecisionOut = Type.Object({
  id: uuid,
  kind: Type.Enum(['finalists', 'winner']),
  noAward: Type.Boolean(),
  entries: Type.Array(
    Type.Object({
      nominationId: uuid,
      organisation: Type.String(),
      outcome: Type.Enum(['finalist', 'winner', 'honourableMention']),
    }),
  ),
  reason: Type.String(),
  departs: Type.Boolean({ description: 'Another choice than the ranking suggests' }),
  decidedBy: Type.String(),
  decidedAt: instant,
  retracted: nullable(Type.Object({ by: Type.String(), at: instant, reason: Type.String() })),
  motions: Type.Array(
    Type.Object({
      id: uuid,
      kind: Type.Enum(['nominate', 'winner', 'noAward', 'procedural']),
      organisation: nullable(Type.String()),
    }),
    {
      description: 'Carried motions that it follows',
    },
  ),
  quorum: nullable(Type.Integer({ description: 'How many it took; null before this was kept' })),
  participants: Type.Array(
    Type.Object({
      personId: uuid,
      name: Type.String(),
      tookPart: Type.Boolean(),
      note: Type.String({ description: 'The candidates that he or she is out of' }),
      unanswered: Type.Boolean({ description: 'Had not answered for every candidate' }),
      wholeEdition: Type.Boolean({ description: 'Out of the whole year' }),
    }),
  ),
});
export type DecisionOut = Static<typeof DecisionOut>;
