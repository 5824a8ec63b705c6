/** An application of a year that is over, as it came by mail or in the post: for the archive, and for whoever sent it. */
import Type, { type Static } from 'typebox';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const day = Type.String({ format: 'date' });
const email = Type.String({ format: 'email', maxLength: 254 });
const closed = { additionalProperties: false };

/** The prize was given the first time in. */
const FIRST_YEAR = 2011;
export const kinds = ['municipality', 'district', 'enterprise', 'cooperation'] as const;
export const ways = ['email', 'post', 'other'] as const;
/** Of one of them. */
export const MOST_FILES = 20;
export const NOTE_LENGTH = 1000;

const about = {
  year: Type.Integer({ minimum: FIRST_YEAR, maximum: 2200 }),
  kind: Type.Enum([...kinds]),
  organisation: Type.String({ minLength: 1, maxLength: 300 }),
  key: Type.Optional(Type.String({ maxLength: 100 })),
  organisationNumber: Type.Optional(Type.String({ maxLength: 40 })),
  unit: Type.Optional(Type.String({ maxLength: 300 })),
  cameBy: Type.Enum([...ways]),
  receivedOn: day,
  note: Type.Optional(Type.String({ maxLength: NOTE_LENGTH })),
  readerEmail: Type.Optional(email),
};
export const oldForm = Type.Object({ ...about, nominated: Type.Enum(['yes', 'no']) });
export const OldBody = Type.Object(
  {
    ...about,
    nominated: Type.Boolean({
      description: 'Whether the jury nominated it: how long it is kept depends on it',
    }),
    readerEmail: Type.Optional(
      Type.String({
        format: 'email',
        maxLength: 254,
        description:
          'Who reads it among the earlier applications of the organisation, signed in with this address',
      }),
    ),
  },
  closed,
);
export type NewOld = Static<typeof OldBody>;
export const readerForm = Type.Object({ readerEmail: Type.Optional(email) });
export const EventBody = Type.Union([
  Type.Object({ type: Type.Literal('setReader'), readerEmail: nullable(email) }, closed),
  Type.Object({ type: Type.Literal('strike') }, closed),
]);

export const OldFile = Type.Object({
  id: uuid,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
});
export const OldApplication = Type.Object({
  id: uuid,
  year: Type.Integer(),
  kind: Type.Enum([...kinds]),
  organisation: Type.String(),
  organisationNumber: nullable(Type.String()),
  unit: Type.String(),
  nominated: Type.Boolean(),
  cameBy: Type.Enum([...ways]),
  receivedOn: day,
  note: Type.String(),
  readerEmail: nullable(Type.String()),
  registeredBy: Type.String(),
  registeredAt: instant,
  /** Registered by mistake. */
  struckBy: nullable(Type.String()),
  struckAt: nullable(instant),
  keptUntil: Type.String({ format: 'date-time', description: 'From then on the schedule erases it' }),
  files: Type.Array(OldFile),
});
export type OldApplication = Static<typeof OldApplication>;

/** As whoever sent it reads it. */
export const OwnOld = Type.Object({
  id: uuid,
  year: Type.Integer(),
  organisation: Type.String(),
  unit: Type.String(),
  receivedOn: day,
  files: Type.Array(OldFile),
});
export type OwnOld = Static<typeof OwnOld>;

export const officePath = '/sekretariat/gamle-soknader';
/** Where whoever sent it gets a file of it. */
export const ownFilePath = (id: string, fileId: string): string =>
  `/min-side/gamle-soknader/${id}/filer/${fileId}`;
