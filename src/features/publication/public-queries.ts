/** What the public may read. Every question of what is out goes through the one rule of the database, `publication_is_public`. */
import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { edition, nomination } from '../../core/policy/resources.ts';
import { addMinutes } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { criteriaOf, questionsOf, rulesContent, rulesVersions } from '../editions/queries.ts';
import { movedOf } from '../editions/dates-calendar.ts';
import type { EditionTexts, Localised } from '../editions/schema.ts';
import { latestOf, outcomeFrom } from './outcome.ts';
import {
  phaseOf,
  type PastEdition,
  type PublicCall,
  type PublicEdition,
  type PublicOutcome,
} from './schema-public.ts';
import type { PublicationRow } from './schema.ts';

const passerBy = { personId: null };
export interface PublicYear {
  edition: PublicEdition;
  outcome: PublicOutcome;
}

/** The announced editions with what is public of each at `now`, the latest first. */
export async function publicYears(db: Kysely<DB>, now: Date, year?: number): Promise<PublicYear[]> {
  let query = db
    .selectFrom('editions')
    .select([
      'id',
      'year',
      'state',
      'opens_at',
      'closes_at',
      'judging_ends_at',
      'finalists_at',
      'ceremony_at',
      'ceremony_place',
      'texts',
      'prize_amount',
      'rules_sha256',
      'announced_at',
      'dates_sequence',
      'dates_changed_at',
    ])
    .select(['help_name', 'help_email', 'help_phone'])
    .select((eb) => [
      answered(eb)
        .select(({ fn }) => fn.countAll<string>().as('n'))
        .as('answers'),
      answered(eb)
        .select(({ fn }) => fn.max('a.answered_at').as('at'))
        .as('answered_at'),
    ])
    .select(
      sql<boolean>`exists (select from ceremony_signups s where s.edition_id = editions.id and s.mode <> 'off'
        and editions.ceremony_at > ${now} and (s.mode <> 'form' or s.closes_at > ${now}))`.as('signup'),
    )
    .select(
      sql<boolean>`exists (select from publications k
        where k.edition_id = editions.id and k.kind = 'winner' and publication_came_out(k, ${now}))`.as(
        'was_announced',
      ),
    )
    .where(scope(edition, 'readPublic', passerBy, now));
  if (year !== undefined) query = query.where('year', '=', year);
  const rows = await query.orderBy('year', 'desc').execute();
  const years = [];
  for (const row of rows) {
    const outcome = await publicOutcome(db, row, now);
    const dates = {
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      judgingEndsAt: row.judging_ends_at,
      finalistsAt: row.finalists_at,
      finalistsOutAt: outcome.finalists?.at ?? null,
      ceremonyAt: row.ceremony_at,
    };
    years.push({
      outcome,
      edition: {
        id: row.id,
        year: row.year,
        phase: phaseOf({ state: row.state, wasAnnounced: row.was_announced, ...dates }, outcome, now),
        ...dates,
        ceremonyPlace: row.ceremony_place,
        moved: movedOf(row),
        texts: row.texts as Localised<EditionTexts>,
        prizeAmount: row.prize_amount,
        rulesSha256: row.rules_sha256,
        rulesVersions: await rulesVersions(db, row.id),
        announcedAt: row.announced_at ?? row.opens_at,
        answers: { count: Number(row.answers ?? 0), at: row.answered_at },
        signup: row.signup,
        help: { name: row.help_name, email: row.help_email, phone: row.help_phone },
      },
    });
  }
  return years;
}

/** The answers about the call that are public, each in its latest version. */
const answered = (eb: ExpressionBuilder<DB, 'editions'>) =>
  eb
    .selectFrom('call_questions as q')
    .innerJoin('call_answers as a', 'a.question_id', 'q.id')
    .whereRef('q.edition_id', '=', 'editions.id')
    .whereRef('a.version', '>', 'q.taken_down_version')
    .where(
      sql<boolean>`not exists (select from call_answers later where later.question_id = a.question_id and later.version > a.version)`,
    );

async function publicOutcome(
  db: Kysely<DB>,
  { id: editionId, year }: { id: string; year: number },
  now: Date,
): Promise<PublicOutcome> {
  const out = (await db
    .selectFrom('publications as p')
    .selectAll('p')
    .where('p.edition_id', '=', editionId)
    .where(sql<boolean>`publication_came_out(p, ${now})`)
    .execute()) as PublicationRow[];
  const latest = (kind: PublicationRow['kind']) =>
    latestOf(
      out.filter((p) => p.kind === kind),
      now,
    );
  const [finalists, winner] = [latest('finalists'), latest('winner')];
  return outcomeFrom(
    db,
    {
      finalists: finalists.version,
      winner: winner.version,
      takenDown: finalists.takenDown ?? winner.takenDown,
      pictureAt: ({ sha256 }) => `/prisen/${year}/bilder/${sha256}`,
    },
    scope(nomination, 'readPublic', passerBy, now, 'n'),
  );
}

/** The edition and its outcome for one year. */
export async function publicYear(db: Kysely<DB>, now: Date, year: number): Promise<PublicYear | undefined> {
  return (await publicYears(db, now, year))[0];
}

/** When a public page changes without a reader's doing: nothing that is kept may live past it. */
export interface NextChange {
  /** By itself: a publication, the opening, a deadline, the ceremony. */
  at: Date | null;
  /**
   * A ceremony is about to be or is on, by its public time alone, and no winner is out: any moment may be that of the press. Whether one is waited for would
   * tell the public that a winner has been approved.
   */
  ceremony: boolean;
}

/** Around the time of a ceremony: it may begin early, and the press come late. */
const MINUTES_BEFORE = 120;
const MINUTES_AFTER = 720;

export async function nextChange(db: Kysely<DB>, now: Date): Promise<NextChange> {
  const { rows } =
    await sql<NextChange>`select min(at) as at, exists (select from editions e where e.announced_at is not null
      and e.ceremony_at > ${addMinutes(now, -MINUTES_AFTER)} and e.ceremony_at < ${addMinutes(now, MINUTES_BEFORE)}
      and not exists (select from publications p where p.edition_id = e.id and p.kind = 'winner'
        and (p.pressed_at <= ${now} or (p.approved_at is not null and p.stopped_at is null and p.held_at is null and p.publish_at <= ${now})))) as ceremony
    from (
      select publish_at as at from publications where approved_at is not null and stopped_at is null and held_at is null
      union all select opens_at from editions where announced_at is not null
      union all select closes_at from editions where announced_at is not null
      union all select ceremony_at from editions where announced_at is not null
      union all select closes_at from ceremony_signups where mode = 'form') moments
    where at > ${now}`.execute(db);
  return rows[0] as NextChange;
}

/** Years before the service. */
export async function pastEditions(db: Kysely<DB>): Promise<PastEdition[]> {
  const rows = await db
    .selectFrom('past_editions')
    .select([
      'year',
      'winner',
      'finalists',
      'honourable',
      'applications',
      sql<string | null>`ceremony_date::text`.as('ceremony_date'),
    ])
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ ceremony_date, ...row }) => ({ ...row, ceremonyDate: ceremony_date }));
}

/** The call of a year: the latest one when none is named. */
export async function publicCall(db: Kysely<DB>, now: Date, year?: number): Promise<PublicCall | undefined> {
  const [latest] = await publicYears(db, now, year);
  return latest && callAround(db, latest.edition);
}

/** The call of an edition that is known already. */
export async function callAround(db: Kysely<DB>, around: PublicEdition): Promise<PublicCall> {
  const { id } = around;
  const row = await db
    .selectFrom('editions')
    .select(['scoring', 'scale_min', 'scale_max', 'scale_words', 'documents_max', 'document_bytes_max'])
    .select(['rank_rule', 'tie_rule', 'lot_source', 'lot_beacon', 'public_extract', 'reasons_promised'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const criteria = await criteriaOf(db, id);
  const questions = await questionsOf(db, id);
  return {
    edition: around,
    criteria: criteria.map(({ kind, weight, texts }) => ({ kind, weight, texts })),
    questions: questions.map(({ section, kind, required, word_limit, details, texts }) => ({
      ...(details ? { details } : {}),
      section,
      kind,
      required,
      wordLimit: word_limit,
      texts,
    })),
    scale: row.scoring
      ? {
          min: row.scale_min,
          max: row.scale_max,
          words: row.scale_words as Record<string, Localised<string>>,
        }
      : null,
    ranking:
      row.scoring && row.rank_rule !== null
        ? {
            rule: row.rank_rule,
            tieRule: row.tie_rule,
            lotSource: row.lot_source,
            lotBeacon: row.lot_beacon,
            publicExtract: row.public_extract,
          }
        : null,
    reasonsPromised: row.reasons_promised ?? false,
    documents: { max: row.documents_max, bytes: row.document_bytes_max },
    jury: await juryOf(db, id),
  };
}

/** The rules of a year as they were frozen, the latest version or that one, byte for byte what its checksum is made of; undefined before the announcement. */
export async function frozenRules(
  db: Kysely<DB>,
  now: Date,
  year: number,
  version?: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .where('year', '=', year)
    .where(scope(edition, 'readPublic', passerBy, now))
    .executeTakeFirst();
  return row && rulesContent(db, row, version);
}

/** Who sits on the jury: the seats, and whoever has taken one and confirmed it. */
export function juryOf(db: Kysely<DB>, editionId: string) {
  return db
    .selectFrom('seats as s')
    .leftJoin('seat_holders as h', (join) =>
      join.onRef('h.seat_id', '=', 's.id').on('h.until_at', 'is', null).on('h.confirmed_at', 'is not', null),
    )
    .leftJoin('people as p', 'p.id', 'h.person_id')
    .select((eb) => ['s.organisation', 's.role', eb.fn.coalesce('p.name', sql<string>`''`).as('name')])
    .where('s.edition_id', '=', editionId)
    .orderBy('s.position')
    .execute();
}
