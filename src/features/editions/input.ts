/** What can be set on an edition, as the API takes it; forms are read into the same shapes. */
import Type, { type Static } from 'typebox';
import { detailsSchema } from '../writing/schema-structured.ts';
import { grounds, reaches, type Ground } from './recusal.ts';
import { reminderKinds, workReminderDays, type ReminderKind } from './schema.ts';

export const uuid = Type.String({ format: 'uuid' });
export const instantText = Type.String({
  format: 'date-time',
  description: 'An instant with an offset, ISO 8601.',
});
const closed = { additionalProperties: false };

export const localised = <T extends Parameters<typeof Type.Optional>[0]>(text: T) =>
  Type.Object({ nb: text, nn: text, en: Type.Optional(text) }, closed);
const long = Type.String({ maxLength: 20_000 });
const line = Type.String({ maxLength: 300 });

const editionText = Type.Partial(
  Type.Object({ intro: long, purpose: long, eligibility: long, prize: long, regulations: long }),
  closed,
);
export const textsInput = Type.Partial(
  Type.Object({ nb: editionText, nn: editionText, en: editionText }),
  closed,
);

/** May move while the year runs. */
export const datesInput = Type.Partial(
  Type.Object({
    announcesAt: Type.Union([instantText, Type.Null()], {
      description: 'When the call is planned to be announced; null: not planned',
    }),
    opensAt: instantText,
    closesAt: instantText,
    judgingEndsAt: instantText,
    finalistsAt: instantText,
    ceremonyAt: instantText,
  }),
  closed,
);
const adjustable = {
  ceremonyPlace: line,
  helpName: line,
  helpEmail: line,
  helpPhone: line,
  draftReminderDays: Type.Array(Type.Union([Type.Literal(14), Type.Literal(3), Type.Literal(1)]), {
    uniqueItems: true,
    description: 'How many days before the deadline those who hold a draft are reminded; empty: never',
  }),
  reminderDays: Type.Object(
    Object.fromEntries(
      reminderKinds.map((kind) => [
        kind,
        Type.Array(Type.Enum([...workReminderDays]), { uniqueItems: true }),
      ]),
    ) as Record<ReminderKind, Type.TArray<Type.TEnum<[14, 7, 3, 1]>>>,
    {
      additionalProperties: false,
      description:
        'How many days before its date those are reminded for whom something is left: declarations and ballots before the judging ends, statements before the nominated are published, and of the ceremony',
    },
  ),
};

const reach = Type.Enum([...reaches]);

/** Frozen at the announcement: what was promised when the call opened. */
const frozen = {
  texts: textsInput,
  prizeAmount: Type.Integer({ minimum: 0, maximum: 100_000_000, description: 'NOK' }),
  scoring: Type.Boolean({
    description: 'Whether jurors give points. Without, written assessments carry the decision.',
  }),
  scaleMin: Type.Integer({ minimum: 0, maximum: 99 }),
  scaleMax: Type.Integer({ minimum: 1, maximum: 100 }),
  rankRule: Type.Union([Type.Literal('adjusted'), Type.Literal('plain'), Type.Literal('trimmed')], {
    description: 'Which mean gives the places',
  }),
  tieRule: Type.Union([Type.Literal('shared'), Type.Literal('ladder'), Type.Literal('ladder+lot')], {
    description: 'What tells nominations apart that share the first place, where one prize must be given',
  }),
  lotSource: Type.String({
    maxLength: 300,
    description: 'Which public random value of a later date decides a lot',
  }),
  publicExtract: Type.Boolean({
    description: 'An extract of the figures, without names, becomes public with the outcome',
  }),
  scaleWords: Type.Record(Type.String({ pattern: '^([0-9]{1,3}|none)$' }), localised(line)),
  finalistsMin: Type.Integer({ minimum: 1, maximum: 50 }),
  finalistsMax: Type.Integer({ minimum: 1, maximum: 50 }),
  quorum: Type.Union([Type.Integer({ minimum: 3, maximum: 50 }), Type.Null()], {
    description: 'Fewest jurors without a conflict; null: half the seats, never under three',
  }),
  recusalReach: Type.Object(
    Object.fromEntries(grounds.map((ground) => [ground, reach])) as Record<Ground, typeof reach>,
    { ...closed, description: 'How far a recusal reaches, for each ground' },
  ),
  objectionDays: Type.Integer({
    minimum: 1,
    maximum: 60,
    description: 'How long an applicant may object after the jury has changed',
  }),
  publishRecusals: Type.Boolean({
    description: 'Whether the public is told how many did not take part; never who',
  }),
  castingVote: Type.Boolean({
    description: 'Whether whoever presides decides when the votes of the jury are equal',
  }),
  dissent: Type.Union([Type.Literal('named'), Type.Literal('counted')], {
    description: 'Whether the protocol names who voted what, with dissent, or only counts votes',
  }),
  feedbackFrom: Type.Union([Type.Literal('announced'), Type.Literal('nominated')], {
    description:
      'From when an applicant reads the answer of the jury: the winner is public, or for those not nominated already the nominated',
  }),
  reasonsPromised: Type.Boolean({
    description: 'Whether everybody whom the jury weighed is promised its reasons, in words of their own',
  }),
  applicantFigures: Type.Boolean({
    description: 'Whether applicants are promised the figures of their own application',
  }),
  leaderApproval: Type.Union([Type.Literal('tick'), Type.Literal('link')], {
    description: 'Whether the applicant ticks that the leader approves, or the leader confirms by a link',
  }),
  confirmationDays: Type.Integer({
    minimum: 0,
    maximum: 60,
    description: 'How many days after the deadline confirmations may come',
  }),
  partnerConfirmation: Type.Boolean({
    description: 'Whether each partner of a cooperation confirms by a link',
  }),
  documentsMax: Type.Integer({ minimum: 0, maximum: 50 }),
  documentBytesMax: Type.Integer({ minimum: 1_000_000, maximum: 1_000_000_000 }),
};
export const frozenFields: readonly string[] = Object.keys(frozen);

export const editionPatch = Type.Partial(
  Type.Object({ ...datesInput.properties, ...adjustable, ...frozen }),
  closed,
);
export type DatesInput = Partial<
  Record<Exclude<keyof typeof datesInput.properties, 'announcesAt'>, Date> & { announcesAt: Date | null }
>;
/** The patch as the commands take it: instants are dates. */
export type EditionPatch = Omit<Static<typeof editionPatch>, keyof DatesInput> & DatesInput;

export const criterionInput = Type.Object(
  {
    id: Type.Optional(uuid),
    kind: Type.Union([Type.Literal('must'), Type.Literal('assessed'), Type.Literal('extra')]),
    weight: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 100 }), Type.Null()])),
    texts: localised(
      Type.Object(
        {
          name: Type.String({ minLength: 1, maxLength: 300 }),
          description: Type.String({ maxLength: 2000 }),
          prompts: Type.Optional(
            Type.Array(line, { maxItems: 20, description: 'Shown to the juror who writes on it' }),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type CriterionInput = Static<typeof criterionInput>;

const questionText = Type.Object(
  {
    label: Type.String({ minLength: 1, maxLength: 300 }),
    help: Type.Optional(Type.String({ maxLength: 2000 })),
    prompts: Type.Optional(Type.Array(line, { maxItems: 20 })),
  },
  closed,
);
export const questionInput = Type.Object(
  {
    id: Type.Optional(uuid),
    criterionId: Type.Optional(Type.Union([uuid, Type.Null()])),
    section: Type.Union([
      Type.Literal('about'),
      Type.Literal('criteria'),
      Type.Literal('facts'),
      Type.Literal('extra'),
      Type.Literal('approval'),
    ]),
    kind: Type.Union([
      Type.Literal('text'),
      Type.Literal('line'),
      Type.Literal('tick'),
      Type.Literal('table'),
      Type.Literal('choices'),
    ]),
    required: Type.Boolean({ description: 'A table and choices are always optional' }),
    details: Type.Optional(
      Type.Union([detailsSchema, Type.Null()], { description: 'Columns of a table, options of choices' }),
    ),
    wordLimit: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 5000 }), Type.Null()])),
    texts: localised(questionText),
  },
  closed,
);
export type QuestionInput = Static<typeof questionInput>;

/** What the jury decided. `finalists` and the winner are ids of applications. */
export const decisionInput = Type.Object(
  {
    finalists: Type.Optional(Type.Array(uuid, { maxItems: 100 })),
    winner: Type.Optional(Type.Union([uuid, Type.Null()])),
    honourableMentions: Type.Optional(Type.Array(uuid, { maxItems: 100 })),
    noAward: Type.Optional(Type.Boolean()),
    reason: Type.Optional(Type.String({ maxLength: 10_000 })),
  },
  closed,
);
