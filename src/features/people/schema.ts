import type { Selectable } from 'kysely';
import Type, { type Static } from 'typebox';
import { limitedRoleNames } from '../../core/policy/relations/roles.ts';
import type { NominationsTable, PeopleTable } from '../../platform/db/types.ts';
import { NOT_BLANK } from '../../platform/http/validation.ts';
import { LANGS } from '../../ui/text/index.ts';

export type PersonRow = Selectable<PeopleTable>;

export const roles = [
  'administrator',
  'secretary',
  'leader',
  'communications',
  'embargoReader',
  'auditor',
] as const;
export type GrantedRole = (typeof roles)[number];
export { limitedRoleNames };
export const limitedRoles: readonly GrantedRole[] = limitedRoleNames;
/** What these see is one year's. */
export const rolesOfOneYear: readonly GrantedRole[] = ['communications', 'embargoReader'];

/** How long a token may live, in days. */
export const tokenLives = [30, 90, 365] as const;
export const tokensPerPerson = 20;

export const role = Type.Enum(roles);
export const language = Type.Enum(LANGS);
const name = Type.String({ minLength: 1, maxLength: 100, pattern: NOT_BLANK });
const email = Type.String({ format: 'email', maxLength: 254 });

const phone = Type.String({ maxLength: 30 });
export const profileBody = Type.Object(
  { name: Type.Optional(name), phone: Type.Optional(phone), language: Type.Optional(language) },
  { additionalProperties: false },
);
export const profileForm = Type.Object({
  name,
  phone: Type.Optional(phone),
  language,
  til: Type.Optional(Type.String({ maxLength: 2000 })),
});

const days = Type.Enum(tokenLives);
export const tokenBody = Type.Object({ name, days }, { additionalProperties: false });
/** In a form, a number of a closed list is text. */
export const tokenForm = Type.Object({ name, days: Type.Enum(tokenLives.map(String)) });

const uuid = Type.String({ format: 'uuid' });
const day = Type.String({ format: 'date' });
const roleForm = {
  role,
  editionId: Type.Optional(uuid),
  from: Type.Optional(day),
  /** The last day. */
  until: Type.Optional(day),
  /** The role of the leader. */
  substituteFor: Type.Optional(uuid),
};
export const grantForm = Type.Object(roleForm);
export const inviteForm = Type.Object({ email, name: Type.Optional(name), language, ...roleForm });

/** As a secretary gives one: in the year of the page, and never without an end. */
export const limitedForm = Type.Object({
  email,
  name: Type.Optional(name),
  language,
  role: Type.Enum([...limitedRoleNames]),
  from: Type.Optional(day),
  until: day,
});

const instant = Type.String({ format: 'date-time' });
export const limitedBody = Type.Object(
  {
    email,
    name: Type.Optional(name),
    language: Type.Optional(language),
    role: Type.Enum([...limitedRoleNames]),
    from: Type.Optional(instant),
    until: Type.String({ format: 'date-time', description: 'The first instant without the role' }),
  },
  { additionalProperties: false },
);
/** Somebody with a limited role in a year, now or later. */
export interface LimitedGrant {
  id: string;
  role: (typeof limitedRoleNames)[number];
  name: string;
  email: string;
  from: Date;
  until: Date | null;
  givenBy: string | null;
  /** Opens nothing: the holder takes part in the year. */
  rests: boolean;
}
const roleBody = {
  role,
  editionId: Type.Optional(
    Type.Union([uuid, Type.Null()], { description: 'Only this edition; every one if left out' }),
  ),
  from: Type.Optional(instant),
  until: Type.Optional(
    Type.Union([instant, Type.Null()], { description: 'The first instant without the role' }),
  ),
  substituteFor: Type.Optional(
    Type.Union([uuid, Type.Null()], {
      description: 'For a leader: the role of the leader whose substitute this one is, of the same years',
    }),
  ),
};
export const grantBody = Type.Object(roleBody, { additionalProperties: false });
export const inviteBody = Type.Object(
  { email, name: Type.Optional(name), language: Type.Optional(language), ...roleBody },
  { additionalProperties: false },
);
export type GrantBody = Static<typeof grantBody>;

/** A role to be given. */
export interface NewGrant {
  role: GrantedRole;
  /** `null`: every edition. */
  editionId: string | null;
  /** Left out: from now on. Never earlier than now. */
  from?: Date | undefined;
  /** The first instant without the role; `null`: until somebody ends it. */
  until: Date | null;
  /** The role of the leader whose substitute this leader is. */
  substituteFor?: string | null;
}

/** A leader whose substitute somebody can be named. */
export interface Leader {
  /** Of the role. */
  id: string;
  name: string;
  year: number | null;
}

export interface Grant {
  id: string;
  role: GrantedRole;
  editionId: string | null;
  /** Year of the edition. */
  year: number | null;
  from: Date;
  until: Date | null;
  state: 'active' | 'upcoming' | 'ended';
  /** When the rules of confidence were confirmed in the wording that holds; the role opens nothing before. */
  confirmedAt: Date | null;
  /** The leader whose substitute this one is. */
  substituteFor: { role: string; name: string } | null;
  /** Years in which it opens nothing, because its holder takes part. */
  restsIn: number[];
}
export interface Seat {
  role: 'chair' | 'deputyChair' | 'member' | 'deputy';
  organisation: string;
  year: number;
}
export interface ListedPerson {
  id: string;
  name: string;
  email: string;
  language: PersonRow['language'];
  removedAt: Date | null;
  grants: Grant[];
  seats: Seat[];
}

export interface Token {
  id: string;
  name: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

/** An application that the person works on. */
export interface MyApplication {
  id: string;
  organisation: string;
  year: number;
  /** Or what is public of it, from its instant on. */
  state: NominationState;
  /** The instant until which it can be sent in or completed; `null` when it is not open. */
  due: Date | null;
}
export type NominationState = Selectable<NominationsTable>['state'];

/** What can wait for a person, in the order in which it is shown. */
export const taskKinds = [
  'completeApplication',
  'answerNaming',
  'confirmConfidence',
  'confirmConfidenceForRole',
  'declareConnections',
  'decideConflicts',
  'answerObjections',
  'callInDeputy',
  'deliverBallots',
  'closeJudging',
  'answerScores',
  'vote',
  'decide',
  'approveStatements',
  'approvePublication',
  'approveLetters',
  'approveFeedback',
  'confirmProtocol',
  'approveExtensions',
  'approveRejections',
  'approveReceived',
  'checkApplications',
  'startJudging',
  'answerHelp',
  'answerQuestions',
  'declareAsAdviser',
  'answerBarriers',
  'readAlong',
  'answerJoinRequests',
  'writeStatements',
  'announceHeld',
  'prepareCorrection',
  'prepareFinalists',
  'prepareWinner',
  'announce',
  'archive',
  'createEdition',
  'inviteSecretariat',
  'inviteForRejections',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Something that waits for the person. */
export interface Task {
  kind: TaskKind;
  /** The page where it is done. */
  path: string;
  /** Null for what concerns every year. */
  year: number | null;
  /** How many there are, where it is counted. */
  count: number;
  due: Date | null;
}
export interface OpenCall {
  editionId: string;
  year: number;
  closesAt: Date;
}
export interface Waiting {
  tasks: Task[];
  applications: MyApplication[];
  /** A call that one can apply to now. */
  openCall: OpenCall | null;
}
