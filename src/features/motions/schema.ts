import Type, { type Static } from 'typebox';

export const MOTION_LENGTH = 4000;
export const motionKinds = ['nominate', 'winner', 'noAward', 'procedural'] as const;
export type MotionKind = (typeof motionKinds)[number];
export const votes = ['for', 'against', 'abstain'] as const;

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;
const vote = Type.Enum([...votes]);

export const MotionIn = Type.Object(
  {
    kind: Type.Enum([...motionKinds]),
    nominationId: Type.Optional(
      Type.Union([uuid, Type.Null()], {
        description: 'Whom it names; for a procedural one the application that it is about, if any',
      }),
    ),
    body: Type.Optional(
      Type.String({ maxLength: MOTION_LENGTH, description: 'Needed where it is procedural' }),
    ),
    closesAt: Type.Optional(
      Type.Union([instant, Type.Null()], { description: 'In writing until then; left out: at the meeting' }),
    ),
  },
  closed,
);
export type MotionIn = Static<typeof MotionIn>;
export const VoteIn = Type.Object({ vote }, closed);
export const VotesIn = Type.Object(
  { votes: Type.Array(Type.Object({ personId: uuid, vote }, closed), { maxItems: 100 }) },
  closed,
);
export type VotesIn = Static<typeof VotesIn>;
export const DissentIn = Type.Object(
  { body: Type.String({ minLength: 1, maxLength: MOTION_LENGTH, pattern: '\\S' }) },
  closed,
);

export const Voter = Type.Object({
  personId: uuid,
  name: Type.String(),
  entitled: Type.Boolean({ description: 'May vote on it; at a meeting, when in the room' }),
  inRoom: Type.Boolean({ description: 'Always for a vote in writing' }),
  hasVoted: Type.Boolean(),
  vote: nullable(
    Type.Enum([...votes], {
      description: 'Null in writing until it is closed, and where the regulations only count votes',
    }),
  ),
  outOf: Type.String({ description: 'What keeps him or her out, by name' }),
  unanswered: Type.Boolean(),
  wholeEdition: Type.Boolean(),
});
export type Voter = Static<typeof Voter>;
export const motionActions = ['vote', 'keep', 'close', 'dissent', 'show', 'uncover'] as const;
export const MotionOut = Type.Object({
  id: uuid,
  meetingId: nullable(uuid),
  kind: Type.Enum([...motionKinds]),
  nominationId: nullable(uuid),
  organisation: nullable(Type.String()),
  body: Type.String(),
  putBy: Type.String(),
  putAt: instant,
  closesAt: nullable(instant),
  closedAt: nullable(instant),
  outcome: nullable(Type.Enum(['carried', 'fell', 'notQuorate', 'withdrawn'])),
  quorum: Type.Integer({ description: 'How many votes it takes' }),
  entitled: Type.Integer(),
  tally: nullable(
    Type.Object(
      { for: Type.Integer(), against: Type.Integer(), abstain: Type.Integer() },
      { description: 'Null in writing until it is closed' },
    ),
  ),
  voters: Type.Array(Voter),
  presidedBy: nullable(Type.String()),
  castVote: Type.Boolean({ description: 'The casting vote decided' }),
  dissents: Type.Array(Type.Object({ name: Type.String(), body: Type.String() })),
  stands: Type.Boolean({ description: 'Carried, by people who are still out of nothing in it' }),
  myVote: nullable(vote),
  allowedActions: Type.Array(Type.Enum([...motionActions])),
});
export type MotionOut = Static<typeof MotionOut>;
