/** What the nominated answer when they are told in confidence: whether they will be named, and with which picture and words. */
import Type, { type Static } from 'typebox';

export const QUOTE_LENGTH = 600;
const LINE_LENGTH = 200;
const REASON_LENGTH = 2000;
/** More than a telephone's photograph has. */
export const PICTURE_BYTES = 10_000_000;
export const pictureEndings = '.jpg,.jpeg,.png';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false };
export const version = Type.Integer({ minimum: 0, description: '0 when nothing has been answered' });
const answer = Type.Enum(['agreed', 'declined']);

export const AnswerIn = Type.Object(
  { version, answer, reason: Type.Optional(Type.String({ maxLength: REASON_LENGTH })) },
  closed,
);
export type AnswerIn = Static<typeof AnswerIn>;
/** Written down by the secretariat: who said so, and when. */
export const RegisteredIn = Type.Object(
  { version, answer, reason: Type.String({ minLength: 1, maxLength: REASON_LENGTH }) },
  closed,
);
export type RegisteredIn = Static<typeof RegisteredIn>;
/** Both empty: it is taken away. */
export const QuoteIn = Type.Object(
  {
    version,
    quote: Type.Optional(Type.String({ maxLength: QUOTE_LENGTH })),
    quoted: Type.Optional(Type.String({ maxLength: LINE_LENGTH })),
  },
  closed,
);
export type QuoteIn = Static<typeof QuoteIn>;
/** Sent along with the file. */
export const PictureIn = Type.Object(
  {
    version,
    alt: Type.String({ minLength: 1, maxLength: 300 }),
    credit: Type.String({ minLength: 1, maxLength: LINE_LENGTH }),
    consent: Type.Optional(Type.Literal('yes')),
  },
  closed,
);
export type PictureIn = Static<typeof PictureIn>;
export const RemoveIn = Type.Object({ version, what: Type.Enum(['picture', 'quote']) }, closed);
export type RemoveIn = Static<typeof RemoveIn>;

const Picture = Type.Object({
  alt: Type.String(),
  credit: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
});
const given = {
  version,
  answer: nullable(answer),
  reason: Type.String(),
  answeredAt: nullable(instant),
  registered: Type.Boolean({ description: 'Written down by the secretariat' }),
  quote: Type.String(),
  quoted: Type.String({ description: 'Whose words they are' }),
  picture: nullable(Picture),
};

/** As those read it who were told. */
export const NamingOut = Type.Object({
  nominationId: uuid,
  year: Type.Integer(),
  organisation: Type.String(),
  language: Type.String(),
  state: Type.Enum(['current', 'reopened', 'cancelled', 'public'], {
    description:
      'Whether the choice of the jury stands that they were told of, and whether it is public; or the year was cancelled',
  }),
  plannedAt: instant,
  ...given,
  allowedActions: Type.Array(Type.Enum(['agree', 'decline', 'write', 'remove'])),
});
export type NamingOut = Static<typeof NamingOut>;

/** As the secretariat sees it. */
export const OfficeNaming = Type.Object({
  nominationId: uuid,
  organisation: Type.String(),
  language: Type.String(),
  toldAt: nullable(instant),
  isNominated: Type.Boolean({
    description: 'By the choice that stands; otherwise it has declined this year',
  }),
  ...given,
  answeredBy: nullable(Type.String()),
  mayRegister: Type.Boolean(),
});
export type OfficeNaming = Static<typeof OfficeNaming>;
