/** The protocol of declarations (HAB-12): who said what, what was decided, and nothing of the free texts, which are erased earlier. */
import Type, { type Static } from 'typebox';
import { answers, capacities, grounds, reaches } from './schema.ts';

const text = Type.String();
const instant = Type.String({ format: 'date-time' });
const reach = Type.Enum([...reaches]);
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const ProtocolOut = Type.Object({
  format: Type.Literal('etikkprisen/conflict-protocol@1'),
  year: Type.Integer(),
  rules: Type.Object({
    sha256: nullable(text),
    reach: Type.Record(Type.String(), reach),
    quorum: Type.Integer(),
    objectionDays: Type.Integer(),
  }),
  jury: Type.Array(
    Type.Object({
      organisation: text,
      role: text,
      name: text,
      confirmedAt: nullable(instant),
      calledInAt: nullable(instant),
      leftAt: nullable(instant),
    }),
  ),
  declarations: Type.Array(
    Type.Object({
      at: instant,
      name: text,
      capacity: Type.Enum([...capacities]),
      application: text,
      answer: Type.Enum([...answers]),
      grounds: Type.Array(Type.Enum([...grounds])),
      wording: Type.Integer(),
    }),
  ),
  decisions: Type.Array(
    Type.Object({
      at: instant,
      name: text,
      application: text,
      recused: Type.Boolean(),
      reach: nullable(reach),
      reachByTheRegulations: reach,
      decidedBy: text,
      reason: text,
    }),
  ),
  objections: Type.Array(
    Type.Object({
      at: instant,
      application: text,
      about: nullable(text),
      answeredAt: nullable(instant),
      answeredBy: nullable(text),
      recused: nullable(Type.Boolean()),
    }),
  ),
});
export type Protocol = Static<typeof ProtocolOut>;
