/** The jury's meeting: who is there, what is treated, and what everybody present sees. */
import Type, { type Static } from 'typebox';
import { motionKinds } from '../motions/schema.ts';

/** Characters of the notes on one application. */
export const NOTE_LENGTH = 20_000;

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;

export const meetingRoles = ['chair', 'deputyChair', 'member', 'secretary'] as const;
export const itemOrders = ['alphabetical', 'disagreement', 'hand'] as const;
export type ItemOrder = (typeof itemOrders)[number];

/** The answer to "any new conflict?", given by everybody who is there. */
export const PresentIn = Type.Object(
  { personId: uuid, newConflict: Type.Boolean({ description: 'Has discovered a connection since last' }) },
  closed,
);
export const PeopleIn = Type.Object(
  { present: Type.Array(PresentIn, { maxItems: 100, description: 'Everybody else is away' }) },
  closed,
);
export type PeopleIn = Static<typeof PeopleIn>;
export const OutIn = Type.Object(
  {
    personId: uuid,
    nominationId: Type.Optional(
      Type.Union([uuid, Type.Null()], { description: 'What it is for; left out: the ranking of all' }),
    ),
  },
  closed,
);
export const InAgain = Type.Object({ personId: uuid }, closed);
export const OpeningIn = Type.Object(
  {
    nominationId: uuid,
    out: Type.Optional(
      Type.Array(uuid, { maxItems: 100, description: 'People who have just gone out for it' }),
    ),
  },
  closed,
);
export const UncoveringIn = Type.Object({ out: OpeningIn.properties.out }, closed);
export const OrderIn = Type.Object(
  {
    order: Type.Enum([...itemOrders]),
    byHand: Type.Optional(Type.Array(uuid, { maxItems: 1000, description: 'In this order' })),
  },
  closed,
);
export type OrderIn = Static<typeof OrderIn>;
export const NoteIn = Type.Object(
  {
    body: Type.String({ maxLength: NOTE_LENGTH }),
    version: Type.Integer({ minimum: 0, description: '0 when nothing has been written' }),
  },
  closed,
);
export type NoteIn = Static<typeof NoteIn>;

export const MeetingHead = Type.Object({ id: uuid, startedAt: instant, endedAt: nullable(instant) });
export type MeetingHead = Static<typeof MeetingHead>;

export const MeetingPerson = Type.Object({
  personId: uuid,
  name: Type.String(),
  organisation: Type.String(),
  role: Type.Enum([...meetingRoles]),
  state: Type.Enum(['away', 'here', 'out']),
  newConflict: nullable(Type.Boolean({ description: 'Null for whoever has not been asked' })),
  outSince: nullable(instant),
});
export type MeetingPerson = Static<typeof MeetingPerson>;

const named = Type.Object({ personId: uuid, name: Type.String(), inRoom: Type.Boolean() });
export const NoteOut = Type.Object({
  body: Type.String(),
  version: Type.Integer(),
  writtenBy: Type.String(),
  writtenAt: instant,
});
export const MeetingItem = Type.Object({
  nominationId: uuid,
  organisation: Type.String(),
  unit: Type.String(),
  times: Type.Array(Type.Object({ openedAt: instant, closedAt: nullable(instant) })),
  mayTreat: Type.Boolean({ description: 'Whether the reader may open it and write about it' }),
  mayAgree: Type.Boolean({
    description: 'Whether the reader sees its scores, and what is agreed on about them',
  }),
  mustBeOut: Type.Array(named, {
    description: 'Those in the meeting who go out before it opens; empty for whoever may not treat it',
  }),
  note: nullable(NoteOut),
});
export type MeetingItem = Static<typeof MeetingItem>;

const motionNamed = Type.Object({
  kind: Type.Enum([...motionKinds]),
  organisation: nullable(Type.String()),
});
/** As whoever writes sees it: applications that the reader is out of are not in it. */
export const MeetingOut = Type.Object({
  ...MeetingHead.properties,
  editionId: uuid,
  year: Type.Integer(),
  scoring: Type.Boolean(),
  order: Type.Enum([...itemOrders]),
  people: Type.Array(MeetingPerson),
  open: nullable(
    Type.Object({
      what: Type.Enum(['application', 'ranking', 'motion', 'motionResult', 'hidden'], {
        description: 'hidden: something that the reader is out of',
      }),
      nominationId: nullable(uuid),
      motion: nullable(motionNamed),
      openedAt: instant,
    }),
  ),
  items: Type.Array(MeetingItem),
  ranking: Type.Object({ mayUncover: Type.Boolean(), mustBeOut: Type.Array(named) }),
  allowedActions: Type.Array(Type.Enum(['hold'])),
});
export type MeetingOut = Static<typeof MeetingOut>;

const structured = Type.Unsafe<object>({ type: 'object', additionalProperties: true });
/** What everybody in the meeting sees, and nothing else. */
export const ScreenOut = Type.Object({
  year: Type.Integer(),
  ended: Type.Boolean(),
  shows: Type.Enum(['nothing', 'application', 'ranking', 'motion', 'covered', 'notForYou'], {
    description: 'covered: somebody in the room may not hear of it; notForYou: the reader may not',
  }),
  application: nullable(
    Type.Object({
      nominationId: uuid,
      organisation: Type.String(),
      unit: Type.String(),
      language: Type.String(),
      submission: structured,
    }),
  ),
  motion: nullable(
    Type.Object(
      {
        ...motionNamed.properties,
        body: Type.String(),
        open: Type.Boolean({ description: 'It is being voted on' }),
        out: Type.Array(Type.String(), { description: 'Those of the jury who have no vote on it, by name' }),
        entitled: Type.Integer(),
        quorum: Type.Integer({ description: 'How many votes it takes' }),
        result: nullable(
          Type.Object(
            {
              outcome: Type.Enum(['carried', 'fell', 'notQuorate']),
              for: Type.Integer(),
              against: Type.Integer(),
              abstain: Type.Integer(),
              castVoteBy: nullable(Type.String({ description: 'Whose casting vote decided' })),
            },
            { description: 'Once whoever chairs has uncovered it' },
          ),
        ),
      },
      { description: 'Never how anybody votes' },
    ),
  ),
  ranking: nullable(
    Type.Array(
      Type.Object({
        nominationId: uuid,
        organisation: Type.String(),
        unit: Type.String(),
        place: nullable(Type.Integer()),
        score: nullable(Type.String({ description: 'By the rule of the regulations, for reading' })),
      }),
    ),
  ),
});
export type ScreenOut = Static<typeof ScreenOut>;
