/** Something in the service that somebody could not use: told by anybody, answered by letter. */
import Type, { type Static } from 'typebox';
import { openForm } from '../../platform/http/open-form.ts';
import { LANGS } from '../../ui/text/index.ts';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false };

export const TOLD_LENGTH = 3000;
export const PAGE_LENGTH = 500;
export const ANSWER_LENGTH = 5000;
/** In a day: from one network, from everybody together, and with one address. */
export const MOST = { source: 10, all: 300, address: 3 } as const;

const told = Type.String({ minLength: 1, maxLength: TOLD_LENGTH });
const page = Type.String({ maxLength: PAGE_LENGTH });
const email = Type.String({ format: 'email', maxLength: 254 });
export const tellForm = Type.Object({
  told,
  page: Type.Optional(page),
  email: Type.Optional(email),
  ...openForm,
});
export const TellBody = Type.Object(
  {
    told: Type.String({ minLength: 1, maxLength: TOLD_LENGTH, description: 'What did not work, and how' }),
    page: Type.Optional(
      Type.String({
        maxLength: PAGE_LENGTH,
        description: 'Where: an address or a title, as far as one knows',
      }),
    ),
    email: Type.Optional(
      Type.String({ format: 'email', maxLength: 254, description: 'For one letter with the answer' }),
    ),
    language: Type.Optional(Type.Enum([...LANGS])),
  },
  closed,
);

const answer = Type.String({ minLength: 1, maxLength: ANSWER_LENGTH });
/** Without an answer it is closed and nobody is written to. */
export const closeForm = Type.Object({
  answer: Type.Optional(answer),
  close: Type.Optional(Type.Literal('1')),
});
export const EventBody = Type.Union([
  Type.Object(
    {
      type: Type.Literal('answer'),
      answer: Type.String({ ...answer, description: 'The words of the letter' }),
    },
    closed,
  ),
  Type.Object({ type: Type.Literal('close') }, closed),
]);

export const states = ['open', 'answered', 'closed'] as const;
export type BarrierState = (typeof states)[number];
export const Barrier = Type.Object({
  id: uuid,
  told: Type.String(),
  page: Type.String(),
  language: Type.Enum([...LANGS]),
  email: nullable(Type.String()),
  toldAt: instant,
  state: Type.Enum([...states], { description: '`closed`: without a letter' }),
  answer: nullable(Type.String()),
  closedBy: nullable(Type.String()),
  closedAt: nullable(instant),
});
export type Barrier = Static<typeof Barrier>;

/** Where one tells of it, in bokmål; the others have it under their prefix. */
export const barrierPath = '/tilgjengelighet/si-fra';
export const officePath = '/sekretariat/tilgjengelighet';
