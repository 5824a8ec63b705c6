/** The log of an edition, read in plain words: who did what, when, to what. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { edition, nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';

export interface LogFilter {
  /** Only what happened to this application, its ballots and documents. */
  nominationId?: string | undefined;
  /** Only what this person did. */
  actorId?: string | undefined;
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
  const found = await readableEdition(db, reader, editionId);
  const conflicted = nomination.relations.conflicted('n', viewerOf(reader.actor));
  let query = db
    .selectFrom('audit_events as a')
    .leftJoin('audit_details as d', 'd.event_id', 'a.id')
    .leftJoin(subjects.as('about'), (join) => join.onTrue())
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
      sql<string | null>`case when n.id is not null and ${conflicted} then null else d.reason end`.as(
        'reason',
      ),
    ])
    .where('a.chain', '=', editionId);
  if (filter.nominationId) query = query.where('n.id', '=', filter.nominationId);
  if (filter.actorId) query = query.where('d.actor_id', '=', filter.actorId);
  if (filter.before) query = query.where('a.seq', '<', String(filter.before));
  const entries = await query
    .orderBy('a.seq', 'desc')
    .limit(entriesPerPage + 1)
    .execute();
  const more = entries.length > entriesPerPage;
  if (more) entries.pop();
  return { edition: found, entries, next: more ? Number(entries.at(-1)?.seq) : null };
}

/** What an event happened to, whatever it is: the application and the person behind it, or its own name. */
const subjects = sql<{
  nomination_id: string | null;
  person_id: string | null;
  name: string | null;
}>`lateral (
  select id as nomination_id, null::uuid as person_id, null::text as name from nominations where id = a.subject_id
  union all select nomination_id, person_id, null from ballots where id = a.subject_id
  union all select nomination_id, person_id, null from declarations where id = a.subject_id
  union all select nomination_id, person_id, null from recusal_decisions where id = a.subject_id
  union all select nomination_id, null, name from documents where id = a.subject_id
  union all select nomination_id, person_id, organisation_name from join_requests where id = a.subject_id
  union all select null, id, null from people where id = a.subject_id
  union all select null, null, organisation from seats where id = a.subject_id
  union all select null, null, email from letters where id = a.subject_id)`;

async function readableEdition(db: Kysely<DB>, { actor, now }: Reader, id: string) {
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
  const people = await db
    .selectFrom('audit_events as a')
    .innerJoin('audit_details as d', 'd.event_id', 'a.id')
    .select(['d.actor_id as id', 'd.actor_name as name'])
    .distinct()
    .where('a.chain', '=', editionId)
    .where('d.actor_id', 'is not', null)
    .orderBy('d.actor_name')
    .execute();
  return {
    nominations,
    people: people.filter((person): person is { id: string; name: string } => person.id !== null),
  };
}
