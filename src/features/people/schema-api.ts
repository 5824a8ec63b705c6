/** People as JSON. */
import Type, { type Static } from 'typebox';
import { language, role, taskKinds, type Grant, type ListedPerson, type Task, type Token } from './schema.ts';

export const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const instantOrNull = Type.Union([instant, Type.Null()]);
const textOrNull = Type.Union([Type.String(), Type.Null()]);
const year = Type.Integer();

export const me = Type.Object({
  id: uuid,
  name: Type.String({ description: 'Empty until the person has said it' }),
  email: Type.String(),
  phone: textOrNull,
  language,
  roles: Type.Array(Type.String(), {
    description:
      'applicant, juror, chair, secretary, leader, communications, embargoReader, administrator, auditor; unconfirmed while the rules of confidence of a role are. What may be done is said by each resource',
  }),
  waiting: Type.Array(
    Type.Object({
      kind: Type.Enum(taskKinds),
      year: Type.Union([year, Type.Null()], { description: 'null: for every year' }),
      count: Type.Integer(),
      due: instantOrNull,
      page: Type.String(),
    }),
    { description: 'What waits for the person, most urgent kind first' },
  ),
});

export const token = Type.Object({
  id: uuid,
  name: Type.String(),
  createdAt: instant,
  expiresAt: instant,
  usedAt: instantOrNull,
});
export const newToken = Type.Object({
  ...token.properties,
  token: Type.String({ description: 'Shown this once' }),
});

const grant = Type.Object({
  id: uuid,
  role,
  editionId: Type.Union([uuid, Type.Null()]),
  year: Type.Union([year, Type.Null()]),
  from: instant,
  until: instantOrNull,
  state: Type.Enum(['active', 'upcoming', 'ended']),
  restsIn: Type.Array(year, {
    description:
      'Years in which it opens nothing: the person sits in the jury or works on an application that was sent in',
  }),
  confirmedAt: Type.Union([instant, Type.Null()], {
    description: 'The rules of confidence; a role opens nothing before they are confirmed',
  }),
  substituteFor: Type.Union([Type.Object({ role: uuid, name: Type.String() }), Type.Null()], {
    description: 'The leader whose substitute this one is',
  }),
});
export const person = Type.Object({
  id: uuid,
  name: Type.String(),
  email: Type.String(),
  language,
  removedAt: instantOrNull,
  roles: Type.Array(grant),
  seats: Type.Array(Type.Object({ role: Type.String(), organisation: Type.String(), year })),
});

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const taskAsJson = ({ kind, year, count, due, path }: Task): Static<typeof me>['waiting'][number] => ({
  kind,
  year,
  count,
  due: iso(due),
  page: path,
});

export const tokenAsJson = ({ id, name, createdAt, expiresAt, usedAt }: Token): Static<typeof token> => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  usedAt: iso(usedAt),
});

const grantAsJson = ({ from, until, confirmedAt, ...rest }: Grant): Static<typeof grant> => ({
  ...rest,
  from: from.toISOString(),
  until: iso(until),
  confirmedAt: iso(confirmedAt),
});

export const personAsJson = ({ grants, removedAt, seats, ...rest }: ListedPerson): Static<typeof person> => ({
  ...rest,
  removedAt: iso(removedAt),
  roles: grants.map(grantAsJson),
  seats,
});
