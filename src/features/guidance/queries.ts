/** Regions and their advisers, who may read a draft, and what was asked of the secretariat. */
import type { Kysely } from 'kysely';
import { can, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { open } from '../../core/policy/states.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { findNomination } from '../nominations/queries.ts';
import type { NominationRow } from '../nominations/schema.ts';
import type { Access, HelpMessage, HelpRequest, Region } from './schema.ts';

/** All of them, with their counties. */
export async function regions(db: Kysely<DB>): Promise<Region[]> {
  const rows = await db
    .selectFrom('regions as r')
    .selectAll('r')
    .select((eb) =>
      eb.fn
        .coalesce(
          eb
            .selectFrom('region_counties as c')
            .select((e) => e.fn<string[]>('array_agg', ['c.county']).as('counties'))
            .whereRef('c.region_id', '=', 'r.id'),
          eb.val<string[]>([]),
        )
        .as('counties'),
    )
    .orderBy('r.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    name: row.name as Record<string, string>,
    counties: row.counties.toSorted(),
    version: row.version,
    adviser: row.adviser_id
      ? { id: row.adviser_id, name: row.adviser_name, email: row.adviser_email, phone: row.adviser_phone }
      : null,
  }));
}

/** The county by its number, where the register knows whose the applicant is. */
export const countyOf = (organisationKey: string): string | undefined =>
  /^(?:kommune|bydel):(\d\d)/.exec(organisationKey)?.[1];

/** The applicant's own region; where nobody knows it (an enterprise, a name as it was written), all of them. */
export function regionsFor(
  { organisation_key }: Pick<NominationRow, 'organisation_key'>,
  all: readonly Region[],
): Region[] {
  const county = countyOf(organisation_key);
  const own = all.filter(({ counties }) => county !== undefined && counties.includes(county));
  return own.length > 0 ? own : [...all];
}

/**
 * Advisers who have told of a connection to the applicant: by id. Only while one can read along: what the same person says later, as a
 * juror or of the secretariat, is nothing that the applicant is told.
 */
export async function advisersOut(db: Kysely<DB>, nominationId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('standings as s')
    .innerJoin('nominations as n', 'n.id', 's.nomination_id')
    .select('s.person_id')
    .where('s.nomination_id', '=', nominationId)
    .where('n.state', 'in', open)
    .where('s.standing', 'in', ['pending', 'recused'])
    .where((eb) =>
      eb.or([
        eb.exists(eb.selectFrom('regions as r').select('r.id').whereRef('r.adviser_id', '=', 's.person_id')),
        eb.exists(
          eb
            .selectFrom('adviser_access as a')
            .select('a.id')
            .whereRef('a.nomination_id', '=', 's.nomination_id')
            .whereRef('a.person_id', '=', 's.person_id'),
        ),
      ]),
    )
    .execute();
  return new Set(rows.map(({ person_id }) => person_id));
}

/** Who can read the draft, and who could. Whoever calls has checked `readDraft`. */
export async function accessTo(db: Kysely<DB>, nominationId: string): Promise<Access[]> {
  const rows = await db
    .selectFrom('adviser_access as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .innerJoin('people as g', 'g.id', 'a.given_by')
    .select([
      'a.person_id',
      'a.given_at',
      'a.ended_at',
      'p.name',
      'p.email',
      'g.name as by',
      'g.email as by_email',
    ])
    .where('a.nomination_id', '=', nominationId)
    .orderBy('a.given_at', 'desc')
    .execute();
  const out = await advisersOut(db, nominationId);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name || row.email,
    givenBy: row.by || row.by_email,
    givenAt: row.given_at,
    endedAt: row.ended_at,
    out: out.has(row.person_id),
  }));
}

/** The latest first. Whoever calls has checked that the reader takes part. */
export async function helpFor(db: Kysely<DB>, nominationId: string): Promise<HelpRequest[]> {
  const rows = await db
    .selectFrom('help_requests as r')
    .innerJoin('people as p', 'p.id', 'r.asked_by')
    .select(['r.id', 'r.asked_at', 'r.closed_at', 'r.closed_why', 'p.name', 'p.email'])
    .where('r.nomination_id', '=', nominationId)
    .orderBy('r.asked_at', 'desc')
    .execute();
  const messages = await messagesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.asked_at,
    askedBy: row.name || row.email,
    closedAt: row.closed_at,
    closedWhy: row.closed_why,
    messages: messages.get(row.id) ?? [],
  }));
}

async function messagesOf(db: Kysely<DB>, requests: readonly string[]): Promise<Map<string, HelpMessage[]>> {
  if (requests.length === 0) return new Map();
  const rows = await db
    .selectFrom('help_messages as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['m.request_id', 'm.by_secretariat', 'm.text', 'm.written_at', 'p.name', 'p.email'])
    .where('m.request_id', 'in', requests)
    .orderBy('m.written_at')
    .orderBy('m.id')
    .execute();
  const grouped = Map.groupBy(rows, ({ request_id }) => request_id);
  return new Map(
    [...grouped].map(([request, all]) => [
      request,
      all.map(({ by_secretariat, text, written_at, name, email }) => ({
        name: name || email,
        bySecretariat: by_secretariat,
        text,
        writtenAt: written_at,
      })),
    ]),
  );
}

export interface WaitingForHelp {
  id: string;
  organisation: string;
  unit: string;
  askedAt: Date;
  askedBy: string;
  /** The first words, and who wrote last. */
  about: string;
  answered: boolean;
}

/** Those of a year who wait for help, to whoever may answer them. */
export async function waitingForHelp(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<WaitingForHelp[]> {
  const rows = await db
    .selectFrom('help_requests as r')
    .innerJoin('nominations as n', 'n.id', 'r.nomination_id')
    .select(['r.id as request', 'n.id', 'n.organisation_name', 'n.unit_name'])
    .where('n.edition_id', '=', editionId)
    .where('r.closed_at', 'is', null)
    .where(scope(nomination, 'answerHelp', viewerOf(actor), now, 'n'))
    .orderBy('r.asked_at')
    .execute();
  const found = await Promise.all(rows.map(async (row) => ({ row, help: await helpFor(db, row.id) })));
  return found.flatMap(({ row, help }) => {
    const request = help.find(({ id }) => id === row.request);
    if (!request) return [];
    return [
      {
        id: row.id,
        organisation: row.organisation_name,
        unit: row.unit_name,
        askedAt: request.askedAt,
        askedBy: request.askedBy,
        about: request.messages[0]?.text ?? '',
        answered: request.messages.at(-1)?.bySecretariat ?? false,
      },
    ];
  });
}

/** The drafts that the reader has been let into as an adviser, and is not out of. */
export const adviseeDrafts = (db: Kysely<DB>, { actor, now }: Reader) =>
  db
    .selectFrom('nominations as n')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select(['n.id', 'n.organisation_name', 'n.unit_name', 'n.state', 'e.year'])
    .where(scope(nomination, 'readAlong', viewerOf(actor), now, 'n'))
    .where(nomination.relations.adviser('n', viewerOf(actor)))
    .orderBy('e.year', 'desc')
    .orderBy('n.organisation_name')
    .execute();

/**
 * The draft to somebody who helps: an adviser who was let in, or the secretariat when it was asked. Nobody who has told of a
 * connection to the applicant (HAB-9).
 *
 * @throws not-found, auth/forbidden
 */
export async function draftToReadAlong(db: Kysely<DB>, reader: Reader, id: string) {
  const row = await findNomination(db, reader, id);
  if (can(nomination, 'readAlong', row)) return row;
  if (row.rel.conflicted && (row.rel.adviser || row.rel.askedSecretary))
    throw problem('auth/forbidden', {}, [], (t) => t.guidance.reading.outOfIt);
  throw problem(row.rel.secretary ? 'process/not-now' : 'auth/forbidden');
}

/** Whether the reader still has to say if there is a connection to the applicant. */
export async function hasDeclared(db: Kysely<DB>, { actor }: Reader, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('standings')
    .select('standing')
    .where('nomination_id', '=', id)
    .where('person_id', '=', actor?.personId ?? null)
    .executeTakeFirst();
  return row !== undefined && row.standing !== 'undeclared';
}
