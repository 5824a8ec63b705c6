/** What those who come to the ceremony are told, one letter a happening; with it goes the ceremony as it is then, for their calendar. */
import { sql, type Kysely } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { iCalendar } from '../../platform/icalendar.ts';
import { publicHref } from '../../ui/links.ts';
import { isLang, texts, type Lang } from '../../ui/text/index.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { calendarEvents, movedOf } from '../editions/dates-calendar.ts';
import type { EditionRow } from '../editions/schema.ts';
import { guestPath } from './schema.ts';

export interface Addressed {
  id: string;
  email: string;
  language: string;
  token: string;
  isWaiting: boolean;
}
type Template =
  | 'ceremonyPlace'
  | 'ceremonyWaiting'
  | 'ceremonyPlaceFree'
  | 'ceremonyMoved'
  | 'ceremonyCancelled';

/** @param happening what the letter is about: there is one of each to a guest */
export async function tellGuest(
  unit: Unit,
  edition: EditionRow,
  { id, email, language, token, isWaiting }: Addressed,
  template: Template,
  happening: 'asked' | 'place' | `changed:${number}`,
): Promise<void> {
  const lang = isLang(language) ? language : 'nb';
  await queueLetter(unit, {
    template,
    key: `ceremony-guest:${id}:${happening}`,
    to: { personId: null, email, language },
    editionId: edition.id,
    calendar: calendarFor(edition, lang, { at: unit.now, isWaiting }),
    params: {
      year: edition.year,
      ceremonyAt: edition.ceremony_at,
      place: edition.ceremony_place,
      waiting: isWaiting,
      path: publicHref(lang, `${guestPath}/${token}`),
    },
  });
}

function calendarFor(
  edition: EditionRow,
  lang: Lang,
  { at, isWaiting }: { at: Date; isWaiting: boolean },
): string {
  const cancelled = edition.state === 'cancelled';
  const { ceremony } = calendarEvents(
    {
      id: edition.id,
      year: edition.year,
      opensAt: edition.opens_at,
      closesAt: edition.closes_at,
      finalistsAt: edition.finalists_at,
      ceremonyAt: edition.ceremony_at,
      ceremonyPlace: edition.ceremony_place,
      moved: movedOf(edition),
      cancelled,
      help: { name: edition.help_name, email: edition.help_email },
    },
    lang,
  );
  return iCalendar([{ ...ceremony, changedAt: at, tentative: isWaiting }], {
    name: texts(lang).publicSite.feed.title,
    method: cancelled ? 'CANCEL' : 'PUBLISH',
  });
}

/** The keys of all letters that may have been written to them. */
export async function lettersTo(trx: Kysely<DB>, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select 'ceremony-guest:' || g.id || ':' || happening as key
    from ceremony_guests g join editions e on e.id = g.edition_id,
      lateral (values ('asked'), ('place') union all select 'changed:' || n from generate_series(1, e.dates_sequence) n) h (happening)
    where g.id = any(${[...ids]}::uuid[])`.execute(trx);
  return rows.map(({ key }) => key);
}
