import Type, { type Static } from 'typebox';
import { NOT_BLANK } from '../../platform/http/validation.ts';
import { grounds, reaches, type Ground, type Reach } from '../editions/recusal.ts';

export { grounds, reaches, type Ground, type Reach };

export const seatRoles = ['chair', 'deputyChair', 'member', 'deputy'] as const;
export type SeatRole = (typeof seatRoles)[number];

/** Characters of a reason that departs from the regulations (HAB-3). The database counts the same. */
export const DEPARTURE_LENGTH = 20;

export const answers = ['none', 'connection', 'unsure'] as const;
export type Answer = (typeof answers)[number];
/** As what somebody answers for a connection. */
export const capacities = ['jury', 'secretariat', 'adviser'] as const;
export type Capacity = (typeof capacities)[number];
export type Standing = 'undeclared' | 'free' | 'pending' | 'recused';

/** Which wording of the questions a person answered to. Raise when the words change. */
export const DECLARATION_WORDING = 1;

const closed = { additionalProperties: false } as const;
const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const organisationNumber = Type.String({ pattern: '^[0-9]{9}$', description: 'Nine digits' });
const termYear = Type.Integer({
  minimum: 2000,
  maximum: 2100,
  description: 'Both years of a term are included',
});
const seat = {
  organisation: Type.String({ minLength: 1, maxLength: 200, pattern: NOT_BLANK }),
  role: Type.Enum([...seatRoles]),
  organisationNumber: Type.Optional(organisationNumber),
  parentNumber: Type.Optional(organisationNumber),
};
export const NewSeat = Type.Object(
  { ...seat, termFrom: Type.Optional(termYear), termTo: Type.Optional(termYear) },
  closed,
);
/** What is left out stays; a term that is null is taken away. */
export const SeatChange = Type.Partial(
  Type.Object({ ...seat, termFrom: nullable(termYear), termTo: nullable(termYear) }),
  closed,
);
export const Invitation = Type.Object(
  {
    email: Type.String({ format: 'email', maxLength: 254 }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    language: Type.Optional(Type.Enum(['nb', 'nn', 'en'])),
  },
  closed,
);
export const NewDeclaration = Type.Object(
  {
    answer: Type.Enum([...answers]),
    grounds: Type.Optional(
      Type.Array(Type.Enum([...grounds]), { uniqueItems: true, description: 'Needed with a connection' }),
    ),
    note: Type.Optional(
      Type.String({ maxLength: 2000, description: 'Read by the acting chair and the secretariat only' }),
    ),
  },
  closed,
);
export const NewConflictDecision = Type.Object(
  {
    personId: uuid,
    recused: Type.Boolean(),
    reach: Type.Optional(
      Type.Enum([...reaches], {
        description:
          'How far the recusal reaches; left out: as the regulations say of the ground. Departing from them takes a reason of at least 20 characters.',
      }),
    ),
    reason: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  closed,
);
export type NewSeat = Static<typeof NewSeat>;
export type SeatChange = Static<typeof SeatChange>;
export type Invitation = Static<typeof Invitation>;
export type NewDeclaration = Static<typeof NewDeclaration>;
export type NewConflictDecision = Static<typeof NewConflictDecision>;

/** A seat as the API shows it. */
export const SeatOut = Type.Object({
  id: uuid,
  position: Type.Integer(),
  organisation: Type.String(),
  organisationNumber: nullable(Type.String()),
  parentNumber: nullable(Type.String()),
  role: Type.Enum([...seatRoles]),
  calledInAt: nullable(instant),
  termFrom: nullable(Type.Integer()),
  termTo: nullable(Type.Integer()),
  holder: nullable(
    Type.Object({
      personId: uuid,
      name: Type.String(),
      email: Type.String(),
      invitedAt: instant,
      confirmedAt: nullable(instant),
      since: nullable(Type.Integer({ description: 'The first year that this person confirmed a seat' })),
    }),
  ),
});
export const DeclarationOut = Type.Object({
  nominationId: uuid,
  organisation: Type.String(),
  unit: Type.String(),
  partners: Type.Array(Type.String()),
  answer: nullable(Type.Enum([...answers])),
  standing: Type.Enum(['undeclared', 'free', 'pending', 'recused']),
});
export const ConflictOut = Type.Object({
  nominationId: uuid,
  organisation: Type.String(),
  personId: uuid,
  name: Type.String(),
  capacity: Type.Enum([...capacities], {
    description: 'Sits in the jury, works in the secretariat, or read the draft as an adviser',
  }),
  answer: nullable(Type.Enum([...answers])),
  grounds: Type.Array(Type.String()),
  note: nullable(Type.String()),
  standing: Type.Enum(['free', 'pending', 'recused', 'undeclared']),
  declaredAt: nullable(instant),
  decision: nullable(
    Type.Object({
      recused: Type.Boolean(),
      reach: nullable(Type.Enum([...reaches])),
      reason: Type.String(),
      decidedBy: Type.String(),
      decidedAt: instant,
    }),
  ),
  ruleReach: Type.Enum([...reaches], { description: 'What the regulations say of the grounds' }),
  mayDecide: Type.Boolean(),
});
export type SeatOut = Static<typeof SeatOut>;
export type DeclarationOut = Static<typeof DeclarationOut>;
export type ConflictOut = Static<typeof ConflictOut>;

const count = Type.Integer({ minimum: 0 });
/** How far the jury is: counts only. Applications that the reader is out of are in none of them. */
export const ProgressOut = Type.Object({
  jurors: Type.Array(
    Type.Object({
      personId: uuid,
      name: Type.String(),
      organisation: Type.String(),
      confirmed: Type.Boolean(),
      undeclared: count,
      delivered: count,
      expected: count,
    }),
  ),
  applications: Type.Array(
    Type.Object({
      nominationId: uuid,
      organisation: Type.String(),
      delivered: count,
      expected: count,
      out: Type.Array(Type.String()),
    }),
  ),
});
export type ProgressOut = Static<typeof ProgressOut>;

export const affiliationKinds = ['employer', 'office', 'former'] as const;
export const NewAffiliation = Type.Object(
  {
    kind: Type.Enum([...affiliationKinds]),
    organisation: Type.String({ minLength: 1, maxLength: 200, pattern: NOT_BLANK }),
    organisationNumber: Type.Optional(organisationNumber),
    parentNumber: Type.Optional(organisationNumber),
    endedOn: Type.Optional(Type.String({ format: 'date', description: 'Needed for a former one' })),
  },
  closed,
);
export type NewAffiliation = Static<typeof NewAffiliation>;
export const AffiliationOut = Type.Object({
  id: uuid,
  kind: Type.Enum([...affiliationKinds]),
  organisation: Type.String(),
  organisationNumber: nullable(Type.String()),
  parentNumber: nullable(Type.String()),
  endedOn: nullable(Type.String({ format: 'date' })),
});
export type AffiliationOut = Static<typeof AffiliationOut>;

/** How the service comes to see a connection; what each looks at stands in `detect.ts`. */
export const detectionRules = [
  'employer',
  'office',
  'former',
  'sameOwner',
  'partner',
  'access',
  'advice',
  'earlier',
  'mail',
] as const;
export type DetectionRule = (typeof detectionRules)[number];

/** A connection that the service sees and nobody has declared: for people to decide on. */
export const ProposalOut = Type.Object({
  nominationId: uuid,
  organisation: Type.String(),
  personId: uuid,
  name: Type.String(),
  standing: Type.Enum(['free', 'pending', 'recused', 'undeclared']),
  ruleReach: Type.Enum([...reaches]),
  reasons: Type.Array(
    Type.Object({
      rule: Type.Enum([...detectionRules]),
      about: Type.String(),
      ground: Type.Enum([...grounds]),
    }),
  ),
});
export type ProposalOut = Static<typeof ProposalOut>;
