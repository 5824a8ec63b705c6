/** The protocol of the jury: what was decided, by whom, on which grounds. No free text of a declaration is in it. */
import Type, { type Static } from 'typebox';
import { DecisionOut } from '../decisions/schema.ts';
import { MotionOut } from '../motions/schema.ts';
import { grounds, reaches } from '../jury/schema.ts';
import { AgreedLine } from '../results/schema-agreed.ts';
import { ProtocolOut as Declared } from '../jury/schema-protocol.ts';

const text = Type.String();
const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Confirmation = Type.Object({ personId: uuid, name: text, at: instant });

export const JuryProtocolOut = Type.Object({
  format: Type.Literal('etikkprisen/jury-protocol@1'),
  year: Type.Integer(),
  scoring: Type.Boolean(),
  rules: Type.Object({
    sha256: nullable(text),
    quorum: Type.Integer(),
    rankRule: nullable(text),
    tieRule: nullable(text),
  }),
  partial: Type.Boolean({
    description: 'The reader is out of an application: what concerns it is not here',
  }),
  /** Everybody who has sat in the jury; a deputy has `calledInAt`. */
  jury: Declared.properties.jury,
  /** These two are null for a juror who has no part in deciding on conflicts: that is not the same as none. */
  recusals: nullable(
    Type.Array(
      Type.Object({
        name: text,
        application: text,
        grounds: Type.Array(Type.Enum([...grounds])),
        reach: Type.Enum([...reaches]),
      }),
    ),
  ),
  objections: nullable(Declared.properties.objections),
  ballots: Type.Array(
    Type.Object({
      name: text,
      delivered: Type.Integer(),
      of: Type.Integer({ description: 'Those the juror was not out of' }),
    }),
  ),
  meetings: Type.Array(
    Type.Object({
      id: uuid,
      startedAt: instant,
      endedAt: nullable(instant),
      present: Type.Array(
        Type.Object({
          name: text,
          newConflict: Type.Boolean({ description: 'The answer to "any new conflict?"' }),
          from: instant,
          until: nullable(instant),
        }),
      ),
      treated: Type.Array(Type.Object({ application: text, from: instant, until: nullable(instant) })),
      absences: Type.Array(
        Type.Object({ name: text, application: nullable(text), out: instant, in: nullable(instant) }),
      ),
    }),
  ),
  /** Null where the reader may see no scores: that is not the same as none. */
  agreed: nullable(
    Type.Array(AgreedLine, {
      description: 'Scores that count as agreed on at the meeting, beside what was delivered',
    }),
  ),
  /** Votes that are closed, the earliest first. */
  motions: Type.Array(Type.Omit(MotionOut, ['allowedActions', 'myVote'])),
  /** The earliest first; what was retracted stays. */
  decisions: Type.Array(
    Type.Intersect([DecisionOut, Type.Object({ confirmations: Type.Array(Confirmation) })]),
  ),
  allowedActions: Type.Array(Type.Object({ action: Type.Literal('confirm'), decisionId: uuid })),
});
export type JuryProtocol = Static<typeof JuryProtocolOut>;
export const ConfirmationIn = Type.Object({ decisionId: uuid }, { additionalProperties: false });
