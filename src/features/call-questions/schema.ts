/** Questions about the call: asked by anybody, answered for everybody. */
import Type, { type Static } from 'typebox';
import { openForm } from '../../platform/http/open-form.ts';
import { LANGS } from '../../ui/text/index.ts';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** Of what is asked, and of what is answered. */
export const QUESTION_LENGTH = 2000;
export const ANSWER_LENGTH = 5000;
export const CHANGE_LENGTH = 300;
/** In a day: questions from one network, from everybody together, and letters to one address. */
export const MOST = { source: 10, all: 300, address: 3 } as const;

const question = Type.String({ minLength: 1, maxLength: QUESTION_LENGTH });
const email = Type.String({ format: 'email', maxLength: 254 });
export const askForm = Type.Object({ question, email: Type.Optional(email), ...openForm });
export const AskBody = Type.Object(
  {
    question,
    email: Type.Optional(
      Type.String({ format: 'email', maxLength: 254, description: 'For one letter when it is answered' }),
    ),
    language: Type.Optional(Type.Enum([...LANGS])),
  },
  { additionalProperties: false },
);

/** How a question came that the secretariat writes down itself. */
export const ways = ['phone', 'email', 'other'] as const;
export type Way = (typeof ways)[number];
const registered = {
  question,
  cameBy: Type.Enum([...ways]),
  email: Type.Optional(
    Type.String({ format: 'email', maxLength: 254, description: 'For one letter when it is answered' }),
  ),
};
export const registerForm = Type.Object({ ...registered, language: Type.Enum(['nb', 'nn']) });
export const RegisterBody = Type.Object(
  { ...registered, language: Type.Optional(Type.Enum([...LANGS])) },
  { additionalProperties: false },
);
export type NewQuestion = Static<typeof RegisterBody>;

const answer = Type.String({ minLength: 1, maxLength: ANSWER_LENGTH });
const change = Type.String({ maxLength: CHANGE_LENGTH });
const version = Type.Integer({ minimum: 0 });
export const answerForm = Type.Object({
  version,
  'question.nb': question,
  'question.nn': question,
  'answer.nb': answer,
  'answer.nn': answer,
  'change.nb': Type.Optional(change),
  'change.nn': Type.Optional(change),
});
const closed = { additionalProperties: false };
const both = <T extends Type.TSchema>(text: T) => Type.Object({ nb: text, nn: text }, closed);
export const AnswerBody = Type.Object(
  {
    version: Type.Integer({ minimum: 0, description: 'The latest that was read; 0 for a first answer' }),
    question: both(question),
    answer: both(answer),
    change: Type.Optional(both(change)),
  },
  closed,
);
export const EventBody = Type.Object(
  {
    type: Type.Enum(['setAside', 'takeDown'], {
      description: 'Leave it unanswered; or take the answer away from the public',
    }),
    version,
  },
  closed,
);

export interface Both {
  nb: string;
  nn: string;
}
export interface AnswerInput {
  version: number;
  question: Both;
  answer: Both;
  change?: Both | undefined;
}
export const fromForm = (form: Static<typeof answerForm>): AnswerInput => ({
  version: form.version,
  question: { nb: form['question.nb'], nn: form['question.nn'] },
  answer: { nb: form['answer.nb'], nn: form['answer.nn'] },
  change: { nb: form['change.nb'] ?? '', nn: form['change.nn'] ?? '' },
});

const said = Type.Object({ nb: Type.String(), nn: Type.String() });
const AnswerVersion = Type.Object({
  version: Type.Integer(),
  at: instant,
  question: said,
  answer: said,
  change: nullable(said),
});
export type AnswerVersion = Static<typeof AnswerVersion>;

/** What the public reads: `versions`, the latest first; none where it was taken down. */
export const PublicAnswer = Type.Object({
  number: Type.Integer({ description: 'Its place; the address ends in #svar-<number>' }),
  versions: Type.Array(AnswerVersion, {
    description: 'The latest first, with what each corrects; empty where it has been taken down',
  }),
  takenDownAt: nullable(instant),
});
export type PublicAnswer = Static<typeof PublicAnswer>;

export const states = ['open', 'answered', 'takenDown', 'setAside'] as const;
export type QuestionState = (typeof states)[number];
export const CallQuestion = Type.Object({
  id: uuid,
  asked: Type.String({ description: 'As it was asked, for the secretariat alone' }),
  language: Type.String(),
  askedAt: instant,
  cameBy: Type.Enum(['form', ...ways]),
  registeredBy: nullable(Type.String({ description: 'Who wrote it down; null where it came by the form' })),
  /** So that a question that is not for everybody can be answered by mail. */
  email: nullable(Type.String()),
  state: Type.Enum([...states]),
  number: nullable(Type.Integer()),
  version: Type.Integer({ description: '0 as long as nobody has answered' }),
  versions: Type.Array(
    Type.Object({ ...AnswerVersion.properties, answeredBy: Type.String(), isPublic: Type.Boolean() }),
  ),
  decidedBy: nullable(Type.String({ description: 'Who set it aside or took it down' })),
  decidedAt: nullable(instant),
});
export type CallQuestion = Static<typeof CallQuestion>;

export const answersPath = '/utlysning/sporsmal';
export const anchorOf = (number: number): string => `svar-${number}`;
