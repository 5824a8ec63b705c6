import Type, { type Static } from 'typebox';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;

export const NewObjection = Type.Object(
  {
    aboutId: Type.Optional(
      Type.Union([uuid, Type.Null()], {
        description: 'The juror it is about; left out: the jury as a whole',
      }),
    ),
    text: Type.String({ minLength: 1, maxLength: 4000 }),
  },
  closed,
);
export const NewAnswer = Type.Object(
  {
    recused: Type.Optional(
      Type.Boolean({ description: 'Needed where it is about one juror: whether he or she is in conflict' }),
    ),
    reason: Type.Optional(
      Type.String({ maxLength: 2000, description: 'For the protocol; needed where it is about one juror' }),
    ),
    answer: Type.String({
      minLength: 1,
      maxLength: 4000,
      description: 'To the applicant. Never who is in conflict.',
    }),
  },
  closed,
);
export type NewObjection = Static<typeof NewObjection>;
export type NewAnswer = Static<typeof NewAnswer>;

/** As the applicant sees it: the answer, and never what it led to. */
export const ObjectionOut = Type.Object({
  id: uuid,
  about: nullable(Type.String({ description: 'Name of the juror' })),
  text: nullable(Type.String({ description: 'Null once it has been erased' })),
  madeAt: instant,
  answer: nullable(Type.String()),
  answeredAt: nullable(instant),
});
export type ObjectionOut = Static<typeof ObjectionOut>;

/** As whoever answers sees it. */
export const JuryObjectionOut = Type.Object({
  ...ObjectionOut.properties,
  nominationId: uuid,
  organisation: Type.String(),
  aboutId: nullable(uuid),
  mayAnswer: Type.Boolean(),
});
export type JuryObjectionOut = Static<typeof JuryObjectionOut>;

export interface JuryPerson {
  personId: string;
  name: string;
  organisation: string;
  role: 'chair' | 'deputyChair' | 'member' | 'deputy';
}
