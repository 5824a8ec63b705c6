/** Letters to many at once: to whom, about what, and the words. */
import Type, { type Static } from 'typebox';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const audiences = ['applications', 'marked', 'jurors', 'nominated', 'notNominated', 'list'] as const;
/** Where an application can stand, as people tell them apart: being with the jury is one thing, and so is being nominated. */
export const groups = {
  draft: ['draft'],
  submitted: ['submitted'],
  returned: ['returned'],
  admitted: ['admitted'],
  rejected: ['rejected'],
  withJury: ['underReview', 'scored'],
  nominated: ['finalist', 'finalistWithoutPrize'],
  notSelected: ['notSelected'],
  winner: ['winner'],
  honourableMention: ['honourableMention'],
  withdrawn: ['withdrawn'],
} as const;
type State = keyof typeof groups;
export const states = Object.keys(groups) as State[];
export const jurorGroups = ['all', 'unfinished', 'undeclared', 'deputies'] as const;
export type JurorGroup = (typeof jurorGroups)[number];
export const decisions = ['admission', 'nomination', 'winner', 'confidence', 'other'] as const;
export type Decision = (typeof decisions)[number];

/**
 * A decision is told to those it has been taken for: applications in these states. An own decision may concern anybody; in confidence
 * the nominated are told, and nobody else.
 */
export const concerned: Record<Exclude<Decision, 'other' | 'confidence'>, readonly State[]> = {
  admission: ['admitted', 'rejected', 'withJury'],
  nomination: ['nominated', 'notSelected'],
  winner: ['winner', 'honourableMention', 'nominated'],
};

export type Chosen =
  | { audience: 'applications'; states: readonly State[] }
  /** Those marked in the table of applications, and nobody else. */
  | { audience: 'marked'; nominations: readonly string[] }
  | { audience: 'jurors'; jurors: JurorGroup }
  /** By the choice of the jury that stands, before it is public. */
  | { audience: 'nominated' }
  /** The others, by the same choice, once all the nominated have agreed to be named. */
  | { audience: 'notNominated' }
  /** Those on the list that the call is sent to. */
  | { audience: 'list' };
export interface Words {
  subject: string;
  body: string;
}
export interface BatchInput {
  title: string;
  recipients: Chosen;
  about: Decision | null;
  texts: { nb: Words; nn: Words };
}

/** The words that a text to each of these may hold. */
export const wordsFor = {
  applications: ['navn', 'organisasjon', 'år', 'frist', 'kvitteringsnummer'],
  marked: ['navn', 'organisasjon', 'år', 'frist', 'kvitteringsnummer'],
  jurors: ['navn', 'organisasjon', 'år', 'frist'],
  nominated: ['navn', 'organisasjon', 'år'],
  notNominated: ['navn', 'organisasjon', 'år', 'tid'],
  list: ['navn', 'år', 'frist'],
} as const;

const title = Type.String({ minLength: 1, maxLength: 120 });
const subject = Type.String({ minLength: 1, maxLength: 120, pattern: String.raw`^[^\n]*$` });
const body = Type.String({ minLength: 1, maxLength: 5000 });

/** More than a page of the table of applications. */
const MOST_MARKED = 200;
const UUID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
/** Those that were marked, in one field, which is not seen. */
export const ids = Type.String({ pattern: `^${UUID}(,${UUID}){0,${MOST_MARKED - 1}}$` });

/** Has to be said, as any of the decisions: nothing is chosen beforehand. */
export const NO_DECISION = 'none';

export const batchForm = Type.Object({
  title,
  audience: Type.Enum([...audiences]),
  states: Type.Array(Type.Enum([...states])),
  nominations: Type.Optional(ids),
  jurors: Type.Optional(Type.Enum([...jurorGroups])),
  about: Type.Enum([...decisions, NO_DECISION]),
  'texts.nb.subject': subject,
  'texts.nb.body': body,
  'texts.nn.subject': subject,
  'texts.nn.body': body,
});
export type BatchFields = Static<typeof batchForm>;

/** A form as the commands take it. */
export const fromForm = ({
  title: name,
  audience,
  states: chosen,
  nominations,
  jurors,
  about: decision,
  ...texts_
}: BatchFields): BatchInput => ({
  title: name,
  recipients: {
    applications: { audience: 'applications', states: chosen } as const,
    marked: { audience: 'marked', nominations: [...new Set(nominations?.split(',') ?? [])] } as const,
    jurors: { audience: 'jurors', jurors: jurors ?? 'all' } as const,
    nominated: { audience: 'nominated' } as const,
    notNominated: { audience: 'notNominated' } as const,
    list: { audience: 'list' } as const,
  }[audience],
  about: decision === NO_DECISION ? null : decision,
  texts: {
    nb: { subject: texts_['texts.nb.subject'], body: texts_['texts.nb.body'] },
    nn: { subject: texts_['texts.nn.subject'], body: texts_['texts.nn.body'] },
  },
});

/** What stands in the form of a batch that is changed. */
export const asForm = ({
  title: name,
  recipients,
  about: decision,
  texts: words_,
}: BatchInput): Record<string, string | readonly string[]> => ({
  title: name,
  audience: recipients.audience,
  states: recipients.audience === 'applications' ? recipients.states : [],
  nominations: recipients.audience === 'marked' ? recipients.nominations.join(',') : '',
  jurors: recipients.audience === 'jurors' ? recipients.jurors : '',
  about: decision ?? NO_DECISION,
  'texts.nb.subject': words_.nb.subject,
  'texts.nb.body': words_.nb.body,
  'texts.nn.subject': words_.nn.subject,
  'texts.nn.body': words_.nn.body,
});

const words = Type.Object({ subject, body }, { additionalProperties: false });
export const Recipients = Type.Union([
  Type.Object(
    {
      audience: Type.Literal('applications'),
      states: Type.Array(Type.Enum([...states]), {
        minItems: 1,
        uniqueItems: true,
        description: 'Those who work on applications in these states. An empty list is refused.',
      }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      audience: Type.Literal('marked'),
      nominations: Type.Array(uuid, {
        minItems: 1,
        maxItems: MOST_MARKED,
        uniqueItems: true,
        description: 'Those who work on these applications. An empty list is refused.',
      }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { audience: Type.Literal('jurors'), jurors: Type.Enum([...jurorGroups]) },
    { additionalProperties: false },
  ),
  Type.Object(
    { audience: Type.Literal('nominated') },
    {
      additionalProperties: false,
      description:
        'Those whom the jury has nominated, in confidence: with `about` "confidence", and with nothing else',
    },
  ),
  Type.Object(
    { audience: Type.Literal('notNominated') },
    {
      additionalProperties: false,
      description:
        'Those whom the jury has not nominated, before it is public and once all the nominated have agreed to be named: with `about` "nomination", and with nothing else. They get no second answer when it is published.',
    },
  ),
  Type.Object(
    { audience: Type.Literal('list') },
    {
      additionalProperties: false,
      description:
        'Those on the list that the call is sent to (`/editions/{id}/call-list`), while it is open',
    },
  ),
]);
const about = nullable(
  Type.Enum([...decisions], {
    description:
      'The decision it tells of. It then goes once to each, and somebody else than whoever wrote it sends it. One that tells of a decision goes on doing so.',
  }),
);
const texts = Type.Object({ nb: words, nn: words }, { additionalProperties: false });
const content = { title, recipients: Recipients, about, texts };
export const BatchBody = Type.Object(content, { additionalProperties: false });
export const BatchChange = Type.Object(
  { ...content, version: Type.Integer({ minimum: 0 }) },
  { additionalProperties: false },
);

/** What can become of a letter. */
export const becameOf = ['sent', 'queued', 'sending', 'failed', 'unknown'] as const;
export const batchStates = ['prepared', 'scheduled', 'sent', 'discarded'] as const;
/** Why one did not go at its moment. */
const heldBack = [
  'othersNow',
  'nobody',
  'tooEarly',
  'takenDown',
  'notAgreed',
  'notOpen',
  'cancelled',
  'right',
] as const;
export type HeldBack = (typeof heldBack)[number];
export const BatchOut = Type.Object({
  id: uuid,
  version: Type.Integer(),
  title: Type.String(),
  state: Type.Enum([...batchStates]),
  about: nullable(Type.Enum([...decisions])),
  needsTwo: Type.Boolean({
    description:
      'Somebody else than whoever wrote it sends it: it tells of a decision, goes to those whom one was taken for, or goes to applicants while a choice of the jury is not public',
  }),
  preparedBy: Type.String(),
  preparedAt: instant,
  sentBy: nullable(Type.String()),
  sentAt: nullable(instant),
  scheduledBy: nullable(Type.String()),
  sendAt: nullable(Type.String({ format: 'date-time', description: 'When it goes by itself' })),
  heldBack: nullable(Type.Enum([...heldBack], { description: 'Why it did not go at its moment' })),
});
export type BatchOut = Static<typeof BatchOut>;

export const RecipientOut = Type.Object({
  personId: nullable(uuid),
  recipientId: nullable(Type.String({ format: 'uuid', description: 'Of somebody on the list' })),
  nominationId: nullable(uuid),
  name: Type.String(),
  email: Type.String(),
  organisation: Type.String(),
  language: Type.Enum(['nb', 'nn']),
  isNew: Type.Boolean({ description: 'Has come since the batch was written' }),
  isWithdrawn: Type.Boolean({
    description: 'Of an application that is withdrawn now; only before it is sent',
  }),
  alreadyTold: Type.Boolean({ description: 'Has a letter about this decision, and gets no other' }),
});
export type RecipientOut = Static<typeof RecipientOut>;

export const WholeBatch = Type.Object({
  ...BatchOut.properties,
  recipients: Recipients,
  texts: Type.Object({
    nb: Type.Object({ subject: Type.String(), body: Type.String() }),
    nn: Type.Object({ subject: Type.String(), body: Type.String() }),
  }),
  to: Type.Array(RecipientOut, { description: 'Whom it would go to now, or went to' }),
  gone: Type.Array(Type.String(), { description: 'Who was among them when it was written, and is no more' }),
  recipientsHash: Type.String({
    description:
      'Names exactly these recipients, and what is filled in for each: sent along with `send`, which is refused when something of it has changed',
  }),
  letters: Type.Object(
    Object.fromEntries(becameOf.map((state) => [state, Type.Optional(Type.Integer())])) as Record<
      (typeof becameOf)[number],
      Type.TOptional<Type.TInteger>
    >,
    { description: 'What became of the letters: how many in which state' },
  ),
  maySend: Type.Boolean({ description: 'Never whoever wrote it, where `needsTwo`' }),
  mayChange: Type.Boolean(),
});
export type WholeBatch = Static<typeof WholeBatch>;
