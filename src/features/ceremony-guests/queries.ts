/** How one signs up for the ceremony, who has, and who waits. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import type { Guest, Settings } from './schema.ts';

const nothing: Settings = {
  version: 0,
  mode: 'off',
  url: null,
  text: { nb: '', nn: '' },
  places: null,
  closesAt: null,
};

export async function settingsOf(db: Kysely<DB>, editionId: string): Promise<Settings> {
  const row = await db
    .selectFrom('ceremony_signups')
    .selectAll()
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  if (!row) return nothing;
  return {
    version: row.version,
    mode: row.mode,
    url: row.url,
    text: { nb: row.text_nb, nn: row.text_nn },
    places: row.places,
    closesAt: row.closes_at?.toISOString() ?? null,
  };
}

const placed = sql<number>`(select count(*)::int from ceremony_guests g where g.edition_id = e.id and g.placed_at is not null)`;

export interface OpenSignup {
  editionId: string;
  year: number;
  ceremonyAt: Date;
  ceremonyPlace: string;
  settings: Settings;
  /** Whether one can sign up here now. */
  isOpen: boolean;
  /** Everybody else waits. */
  isFull: boolean;
}

/** Of the latest year that has been announced, until its ceremony; undefined where nobody signs up anywhere. */
export async function openSignup(db: Kysely<DB>, now: Date): Promise<OpenSignup | undefined> {
  const row = await db
    .selectFrom('editions as e')
    .innerJoin('ceremony_signups as s', 's.edition_id', 'e.id')
    .select([
      'e.id',
      'e.year',
      'e.ceremony_at',
      'e.ceremony_place',
      's.closes_at',
      's.places',
      placed.as('placed'),
    ])
    .where(scope(edition, 'readPublic', { personId: null }, now, 'e'))
    .where(sql<boolean>`not year_was_cancelled(e)`)
    .where('e.ceremony_at', '>', now)
    .where('s.mode', '<>', 'off')
    .orderBy('e.year', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const settings = await settingsOf(db, row.id);
  return {
    editionId: row.id,
    year: row.year,
    ceremonyAt: row.ceremony_at,
    ceremonyPlace: row.ceremony_place,
    settings,
    isOpen: settings.mode === 'form' && row.closes_at !== null && row.closes_at > now,
    isFull: row.placed >= (row.places ?? 0),
  };
}

/** @throws not-found, auth/forbidden */
export async function guestsOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<{ edition: JudgedEdition; settings: Settings; proposed: ProposedUrl | null; guests: Guest[] }> {
  const found = await findEdition(db, reader, editionId);
  demand(found, 'keepGuests');
  const rows = await db
    .selectFrom('ceremony_guests')
    .select(['id', 'name', 'organisation', 'email', 'needs', 'asked_at', 'placed_at'])
    .where('edition_id', '=', editionId)
    .orderBy(sql`placed_at is null`)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  const taken = rows.filter(({ placed_at }) => placed_at !== null).length;
  const settings = await settingsOf(db, editionId);
  return {
    edition: found,
    settings,
    proposed: settings.version === 0 ? await urlBefore(db, found.year) : null,
    guests: rows.map(({ asked_at, placed_at, ...row }, i) => ({
      ...row,
      askedAt: asked_at.toISOString(),
      placedAt: placed_at?.toISOString() ?? null,
      waiting: placed_at ? null : i - taken + 1,
    })),
  };
}

/** As long as nobody has said how one signs up: where the form was the last time that it was elsewhere. */
export interface ProposedUrl {
  url: string;
  year: number;
}

async function urlBefore(db: Kysely<DB>, year: number): Promise<ProposedUrl | null> {
  const last = await db
    .selectFrom('ceremony_signups as s')
    .innerJoin('editions as e', 'e.id', 's.edition_id')
    .select(['s.url', 'e.year'])
    .where('e.year', '<', year)
    .where('s.mode', '=', 'link')
    .orderBy('e.year', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.url ? { url: last.url, year: last.year } : null;
}

/** What the link of a letter is about. @throws auth/link-expired for one that nobody has, or that has been forgotten */
export async function guestBy(db: Kysely<DB>, token: string) {
  const found = await db
    .selectFrom('ceremony_guests as g')
    .innerJoin('editions as e', 'e.id', 'g.edition_id')
    .select(['g.id', 'g.name', 'g.organisation', 'g.email', 'g.needs', 'g.placed_at', 'g.edition_id'])
    .select(['e.year', 'e.ceremony_at', 'e.ceremony_place'])
    .select(sql<boolean>`year_was_cancelled(e)`.as('isCancelled'))
    .where('g.token', '=', token)
    .executeTakeFirst();
  if (!found) throw problem('auth/link-expired');
  return found;
}
