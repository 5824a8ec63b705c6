/** The log of an edition, and of what belongs to none, read in plain words: who did what, when, to what. */
import { sql, type Kysely } from 'kysely';
import { SERVICE_CHAIN } from '../../core/audit/audit.ts';
import { scope } from '../../core/policy/policy.ts';
import { edition, nomination, service } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { ofKind, type LogKind } from './kinds.ts';
import { subjectsFor } from './subjects.ts';

export interface LogFilter {
  /** Only what happened to this application, its ballots and documents. */
  nominationId?: string | undefined;
  /** Only what this person did. */
  actorId?: string | undefined;
  /** Only events of this group. */
  kind?: LogKind | undefined;
  /** From this instant, and before that one. */
  from?: Date | undefined;
  until?: Date | undefined;
  /** Older than this number of the chain: the next page. */
  before?: number | undefined;
}

export interface LogEntry {
  seq: string;
  at: Date;
  event: string;
  subject_type: string;
  subject_id: string | null;
  /** What it happened to, by name: the organisation, and for a ballot the juror as well. */
  subject: string | null;
  actor_id: string | null;
  /** Empty when the details have been erased. */
  actor_name: string;
  from_state: string | null;
  to_state: string | null;
  /** `null` also where the reader is in conflict with the application it concerns. */
  reason: string | null;
  /** All that is stored; what may be shown of it, `shown.ts` says. `null` as the reason. */
  payload: unknown;
  request_id: string;
}

export const entriesPerPage = 100;

export interface EditionLog {
  edition: { id: string; year: number };
  entries: LogEntry[];
  /** Give this as `before` for what is older; `null` at the beginning of the log. */
  next: number | null;
}

/**
 * Newest first. Sealed content is never in the log: a delivered ballot leaves that it was delivered, and by whom.
 *
 * @throws not-found for whoever may not read the log of the edition
 */
export async function editionLog(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  filter: LogFilter = {},
): Promise<EditionLog> {
  const found = await demandLog(db, reader, editionId);
  return { edition: found, ...(await pageOf(entriesOf(db, reader, editionId, filter))) };
}

/**
 * What belongs to no year: who came and went and with which roles, old applications, practice editions, erasures. Who is not to
 * know of people and their roles gets the rest.
 *
 * @throws not-found for whoever may read nothing of it
 */
export async function serviceLog(
  db: Kysely<DB>,
  reader: Reader,
  filter: Omit<LogFilter, 'nominationId'> = {},
): Promise<Omit<EditionLog, 'edition'>> {
  const { people } = await demandServiceLog(db, reader);
  const query = entriesOf(db, reader, SERVICE_CHAIN, filter);
  return pageOf(people ? query : query.where(sql<boolean>`a.subject_type <> all(${peopleSubjects}::text[])`));
}
const peopleSubjects = ['person', 'token'];

async function demandServiceLog(db: Kysely<DB>, { actor, now }: Reader): Promise<{ people: boolean }> {
  const viewer = viewerOf(actor);
  const { rows } = await sql<{
    any: boolean;
    people: boolean;
  }>`select ${scope(service, 'readServiceLog', viewer, now)} as any,
    ${scope(service, 'readPeopleLog', viewer, now)} as people`.execute(db);
  if (!rows[0]?.any) throw problem('not-found');
  return rows[0];
}

/**
 * What is about no single application. Of everything else reason and details are shown only where the log knows which application
 * it was and the reader is out of none of it: what cannot be traced, or is nobody's to trace, stays shut.
 */
const ofNoApplication = [
  'barrier',
  'callList',
  'callQuestion',
  'ceremonyGuests',
  'edition',
  'history',
  'letterBatch',
  'meeting',
  'oldApplication',
  'person',
  'practice',
  'publication',
  'region',
  'retention',
  'search',
  'seat',
  'token',
];

function entriesOf(db: Kysely<DB>, reader: Reader, chain: string, filter: LogFilter) {
  const conflicted = nomination.relations.conflicted('n', viewerOf(reader.actor));
  const open = sql<boolean>`case when n.id is null then a.subject_type = any(${ofNoApplication}::text[]) else not ${conflicted} end`;
  let query = db
    .selectFrom('audit_events as a')
    .leftJoin('audit_details as d', 'd.event_id', 'a.id')
    .leftJoin(subjectsFor(reader).as('about'), (join) => join.onTrue())
    .leftJoin('people as p', 'p.id', 'about.person_id')
    .leftJoin('nominations as n', 'n.id', 'about.nomination_id')
    .select(['a.seq', 'a.at', 'a.event', 'a.subject_type', 'a.subject_id', 'a.from_state', 'a.to_state'])
    .select(['a.request_id', 'd.actor_id'])
    .select((eb) => [
      eb.fn.coalesce('d.actor_name', eb.val('')).as('actor_name'),
      sql<
        string | null
      >`nullif(concat_ws(': ', nullif(p.name, ''), coalesce(n.organisation_name, about.name)), '')`.as(
        'subject',
      ),
      sql<string | null>`case when ${open} then d.reason end`.as('reason'),
      sql`case when ${open} then d.payload end`.as('payload'),
    ])
    .where('a.chain', '=', chain);
  if (filter.nominationId) query = query.where('n.id', '=', filter.nominationId);
  if (filter.actorId) query = query.where('d.actor_id', '=', filter.actorId);
  if (filter.kind) query = query.where(ofKind(filter.kind));
  if (filter.from) query = query.where('a.at', '>=', filter.from);
  if (filter.until) query = query.where('a.at', '<', filter.until);
  if (filter.before) query = query.where('a.seq', '<', String(filter.before));
  return query.orderBy('a.seq', 'desc').limit(entriesPerPage + 1);
}

async function pageOf(query: { execute(): Promise<LogEntry[]> }): Promise<Omit<EditionLog, 'edition'>> {
  const entries = await query.execute();
  const more = entries.length > entriesPerPage;
  if (more) entries.pop();
  return { entries, next: more ? Number(entries.at(-1)?.seq) : null };
}

/** @throws not-found for whoever may not read the log of the edition */
export async function demandLog(
  db: Kysely<DB>,
  { actor, now }: Reader,
  id: string,
): Promise<EditionLog['edition']> {
  const found = await db
    .selectFrom('editions')
    .select(['id', 'year'])
    .where('id', '=', id)
    .where(scope(edition, 'readLog', viewerOf(actor), now))
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  return found;
}

export interface LogChoices {
  nominations: { id: string; name: string }[];
  people: { id: string; name: string }[];
}

/** What the log can be narrowed to: applications that stand in it, and people who did something. */
export async function logChoices(db: Kysely<DB>, editionId: string): Promise<LogChoices> {
  const nominations = await db
    .selectFrom('nominations as n')
    .select(['n.id', 'n.organisation_name as name'])
    .where('n.edition_id', '=', editionId)
    .where((eb) =>
      eb.exists(eb.selectFrom('audit_events as a').select('a.id').whereRef('a.subject_id', '=', 'n.id')),
    )
    .orderBy('n.organisation_name')
    .execute();
  return { nominations, people: await actorsOf(db, editionId) };
}

/** The same of what belongs to no year, by the same right. */
export async function serviceLogChoices(db: Kysely<DB>, reader: Reader): Promise<LogChoices> {
  const { people } = await demandServiceLog(db, reader);
  return { nominations: [], people: await actorsOf(db, SERVICE_CHAIN, people ? [] : peopleSubjects) };
}

async function actorsOf(
  db: Kysely<DB>,
  chain: string,
  without: readonly string[] = [],
): Promise<LogChoices['people']> {
  const people = await db
    .selectFrom('audit_events as a')
    .innerJoin('audit_details as d', 'd.event_id', 'a.id')
    .select(['d.actor_id as id', 'd.actor_name as name'])
    .distinct()
    .where('a.chain', '=', chain)
    .where(sql<boolean>`a.subject_type <> all(${without}::text[])`)
    .where('d.actor_id', 'is not', null)
    .orderBy('d.actor_name')
    .execute();
  return people.filter((person): person is { id: string; name: string } => person.id !== null);
}
