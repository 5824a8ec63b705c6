/** What the demonstration shows: who one can be, the letters, the steps of the year. */
import { sql, type Kysely } from 'kysely';
import { addMinutes, type ClockSetting } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import type { LetterRow } from '../correspondence/schema.ts';

export interface Part {
  kind:
    | 'administrator'
    | 'secretary'
    | 'leader'
    | 'communications'
    | 'embargoReader'
    | 'auditor'
    | 'chair'
    | 'deputyChair'
    | 'member'
    | 'deputy'
    | 'applicant';
  /** Of the seat or of the application; empty for the roles of the service. */
  organisation: string;
}
export interface Persona {
  id: string;
  name: string;
  email: string;
  parts: Part[];
}

const order: readonly Part['kind'][] = [
  'secretary',
  'chair',
  'deputyChair',
  'member',
  'deputy',
  'leader',
  'communications',
  'embargoReader',
  'administrator',
  'auditor',
  'applicant',
];

/** Everybody who has a part to play at `now`, in the order in which one would try them. */
export async function personas(db: Kysely<DB>, now: Date): Promise<Persona[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    email: string;
    kind: Part['kind'];
    organisation: string;
  }>`
    select p.id, p.name, p.email, part.kind, part.organisation from people p join (
      select person_id, role as kind, '' as organisation from role_grants where from_at <= ${now} and (until_at is null or ${now} < until_at)
      union select h.person_id, s.role, s.organisation from seat_holders h join seats s on s.id = h.seat_id where h.until_at is null
      union select m.person_id, 'applicant', n.organisation_name from nomination_members m join nominations n on n.id = m.nomination_id where m.removed_at is null
    ) part on part.person_id = p.id order by p.name, p.email, part.organisation`.execute(db);
  const people = new Map<string, Persona>();
  for (const { kind, organisation, ...person } of rows) {
    const persona = people.get(person.id) ?? { ...person, parts: [] };
    persona.parts.push({ kind, organisation });
    people.set(person.id, persona);
  }
  const rank = ({ parts }: Persona) => Math.min(...parts.map(({ kind }) => order.indexOf(kind)));
  return [...people.values()].toSorted((a, b) => rank(a) - rank(b));
}

export type MailboxLetter = Pick<
  LetterRow,
  'id' | 'email' | 'template' | 'language' | 'subject' | 'body' | 'state' | 'created_at'
>;
export const mailboxSize = 100;

/** The outbox read as a mailbox, newest first; of one address, or of all. */
export async function mailbox(db: Kysely<DB>, email?: string): Promise<MailboxLetter[]> {
  let letters = db
    .selectFrom('letters')
    .select(['id', 'email', 'template', 'language', 'subject', 'body', 'state', 'created_at']);
  if (email) letters = letters.where('email', '=', email.toLowerCase());
  return letters.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(mailboxSize).execute();
}

export async function mailboxAddresses(db: Kysely<DB>): Promise<string[]> {
  const rows = await db.selectFrom('letters').select('email').distinct().orderBy('email').execute();
  return rows.map(({ email }) => email);
}

export type JumpName =
  | 'afterOpening'
  | 'beforeDeadline'
  | 'afterDeadline'
  | 'judging'
  | 'afterJudging'
  | 'finalists'
  | 'beforeCeremony'
  | 'ceremony';
export interface Jump {
  name: JumpName;
  at: Date;
}

/** The steps of the newest edition, by its own dates. */
export async function jumps(db: Kysely<DB>): Promise<Jump[]> {
  const edition = await db.selectFrom('editions').selectAll().orderBy('year', 'desc').executeTakeFirst();
  if (!edition) return [];
  const { opens_at, closes_at, judging_ends_at, finalists_at, ceremony_at } = edition;
  const minutes = (judging_ends_at.getTime() - closes_at.getTime()) / 60_000;
  return [
    { name: 'afterOpening', at: addMinutes(opens_at, 1) },
    { name: 'beforeDeadline', at: addMinutes(closes_at, -60) },
    { name: 'afterDeadline', at: addMinutes(closes_at, 1) },
    { name: 'judging', at: addMinutes(closes_at, Math.floor(minutes / 2)) },
    { name: 'afterJudging', at: addMinutes(judging_ends_at, 1) },
    { name: 'finalists', at: addMinutes(finalists_at, 1) },
    { name: 'beforeCeremony', at: addMinutes(ceremony_at, -60) },
    { name: 'ceremony', at: addMinutes(ceremony_at, 1) },
  ];
}

/** How the clock has been set; undefined while it follows real time. */
export const clockSetting = (db: Kysely<DB>): Promise<ClockSetting | undefined> =>
  db.selectFrom('demo_clock').select(['set_to', 'set_at', 'running']).executeTakeFirst();
