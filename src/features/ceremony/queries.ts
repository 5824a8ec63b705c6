/** What the screen shows and what the host sees. Everything of an outcome comes from what the public may read at the moment. */
import { sql, type Kysely } from 'kysely';
import { whyNot } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { publicYear, type PublicYear } from '../publication/public-queries.ts';
import type { PublicFinalist } from '../publication/schema-public.ts';
import { stateOf, type BothForms } from '../publication/schema.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Announcement, Ceremony, Named, Place, Slide } from './schema.ts';
import { excerpt } from '../../ui/text/excerpt.ts';

/** Where the host has come; the beginning where nobody has moved yet. */
export async function placeOf(
  db: Kysely<DB>,
  editionId: string,
  rehearsal: boolean,
): Promise<Place & { version: number }> {
  const row = await db
    .selectFrom('ceremonies')
    .select(['shows', 'position', 'version'])
    .where('edition_id', '=', editionId)
    .where('rehearsal', '=', rehearsal)
    .executeTakeFirst();
  return row ?? { shows: 'start', position: 0, version: 0 };
}

/** The screen of a year; undefined for one that the public does not know of. */
export async function publicSlide(
  db: Kysely<DB>,
  now: Date,
  year: number,
  lang: Lang,
): Promise<Slide | undefined> {
  const found = await publicYear(db, now, year);
  return found && slideOf(found, await placeOf(db, found.edition.id, false), lang);
}

const inLang = (text: BothForms, lang: Lang): string => (lang === 'nn' ? text.nn : text.nb);

function slideOf({ edition: about, outcome }: PublicYear, { shows, position }: Place, lang: Lang): Slide {
  const { year, ceremonyAt, ceremonyPlace } = about;
  const { nominated, winner } = outcome;
  const one = nominated[Math.min(position, nominated.length - 1)];
  if (shows === 'nominated' && one)
    return {
      shows,
      year,
      one: named(one, lang),
      number: nominated.indexOf(one) + 1,
      of: nominated.length,
    };
  if (shows === 'winner' && winner?.noAward)
    return { shows: 'noAward', year, text: inLang(winner.texts, lang) };
  const first = nominated.find(({ outcome: what }) => what === 'winner');
  if (shows === 'winner' && winner && first)
    return {
      shows,
      year,
      one: named(first, lang),
      mentions: nominated
        .filter(({ outcome: what }) => what === 'honourableMention')
        .map(({ name, unit }) => (unit ? `${name}, ${unit}` : name)),
      text: inLang(winner.texts, lang),
    };
  // What was public may have been taken down since.
  return shows === 'before' || shows === 'winner'
    ? { shows: 'before', year }
    : { shows: 'start', year, at: ceremonyAt, place: ceremonyPlace };
}

const named = ({ name, unit, partners, statement }: PublicFinalist, lang: Lang): Named => ({
  name,
  unit,
  partners,
  statement: statement ? excerpt(inLang(statement, lang)) : '',
});

/** The same with invented names, as if the second of them won. */
function rehearsedSlide(
  { year, ceremony_at, ceremony_place }: { year: number; ceremony_at: Date; ceremony_place: string },
  { shows, position }: Place,
  lang: Lang,
): Slide {
  const { names, statement, text } = texts(lang).ceremony.invented;
  const invented = (name = ''): Named => ({ name, unit: '', partners: [], statement });
  switch (shows) {
    case 'start':
      return { shows, year, at: ceremony_at, place: ceremony_place };
    case 'nominated':
      return { shows, year, one: invented(names[position]), number: position + 1, of: names.length };
    case 'before':
      return { shows, year };
    default:
      return { shows, year, one: invented(names[1]), mentions: names.slice(0, 1), text };
  }
}

/** What the host has before them. @throws not-found, auth/forbidden */
export async function ceremonyOf(
  db: Kysely<DB>,
  reader: Reader & { lang: Lang },
  editionId: string,
  rehearsal: boolean,
): Promise<Ceremony> {
  const row = await findEdition(db, reader, editionId);
  if (whyNot(edition, 'runCeremony', row)?.reason === 'state')
    throw problem('process/not-now', {}, [], (t) => t.ceremony.notNow);
  demand(row, 'runCeremony');
  const { version, ...place } = await placeOf(db, editionId, rehearsal);
  const year = rehearsal ? undefined : await publicYear(db, reader.now, row.year);
  const slide = year ? slideOf(year, place, reader.lang) : rehearsedSlide(row, place, reader.lang);
  const announcement = await announcementOf(db, editionId, reader.now);
  const isOut = Boolean(year?.outcome.finalists ?? year?.outcome.winner);
  return {
    edition: { id: row.id, year: row.year },
    rehearsal,
    version,
    slide,
    announcement,
    ready: rehearsal || isOut || (await tellsOfNobody(db, announcement)),
  };
}

/** That there is no award can be announced without anybody having been nominated. */
async function tellsOfNobody(db: Kysely<DB>, { id }: Announcement): Promise<boolean> {
  if (!id) return false;
  const { no_award: noAward } = await db
    .selectFrom('publications as p')
    .innerJoin('decisions as d', 'd.id', 'p.decision_id')
    .select('d.no_award')
    .where('p.id', '=', id)
    .executeTakeFirstOrThrow();
  return noAward;
}

/** How far the announcement of the winner has come. */
export async function announcementOf(db: Kysely<DB>, editionId: string, now: Date): Promise<Announcement> {
  const row = await db
    .selectFrom('publications')
    .select(['id', 'version', 'release', 'publish_at', 'approved_at'])
    .select(['stopped_at', 'held_at', 'taken_down_at'])
    .where('edition_id', '=', editionId)
    .where('kind', '=', 'winner')
    .where('stopped_at', 'is', null)
    .where('approved_at', 'is not', null)
    // While a correction waits for its moment the winner is out all the same.
    .orderBy(sql`publication_is_public(publications, ${now})`, 'desc')
    .orderBy('prepared_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { state: 'missing', id: null, version: null, at: null };
  const state = stateOf(row, now);
  const waits = row.release === 'press' ? 'waiting' : 'byMoment';
  return {
    id: row.id,
    version: row.version,
    at: row.publish_at,
    state:
      state === 'published'
        ? 'public'
        : state === 'held' || state === 'takenDown'
          ? state
          : state === 'approved'
            ? waits
            : 'missing',
  };
}
