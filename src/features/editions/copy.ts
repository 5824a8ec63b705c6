/** A new edition as a copy of an earlier one. */
import type { Insertable, Kysely } from 'kysely';
import { addDays } from '../../platform/clock.ts';
import type {
  CriteriaTable,
  DB,
  EditionsTable,
  QuestionsTable,
  SeatsTable,
} from '../../platform/db/types.ts';
import { criteriaOf, questionsOf } from './queries.ts';
import { reachOf } from './recusal.ts';
import type { EditionRow } from './schema.ts';

type Without<T, K extends PropertyKey> = Omit<Insertable<T>, K>;
/** Everything an edition begins with. A question names its criterion by position, counted from 0. */
export interface EditionDraft {
  edition: Without<EditionsTable, 'year' | 'created_at'>;
  criteria: Without<CriteriaTable, 'edition_id' | 'position'>[];
  questions: (Without<QuestionsTable, 'edition_id' | 'position' | 'criterion_id'> & {
    criterion: number | null;
  })[];
  seats: Without<SeatsTable, 'edition_id' | 'position'>[];
}

const DAYS_OF_52_WEEKS = 364;

/** Dates move by whole weeks, so that a Friday stays a Friday; the year in the texts becomes the new one. Nobody is copied along. */
export async function copyOf(db: Kysely<DB>, row: EditionRow, year: number): Promise<EditionDraft> {
  const later = (at: Date) => addDays(at, DAYS_OF_52_WEEKS * (year - row.year));
  const renamed = (json: unknown) =>
    JSON.stringify(json).replaceAll(new RegExp(`\\b${row.year}\\b`, 'g'), String(year));
  const criteria = await criteriaOf(db, row.id);
  const questions = await questionsOf(db, row.id);
  const seats = await db
    .selectFrom('seats')
    .select(['organisation', 'organisation_number', 'role', 'term_from', 'term_to'])
    .where('edition_id', '=', row.id)
    .orderBy('position')
    .execute();
  const {
    scoring,
    scale_min,
    scale_max,
    rank_rule,
    tie_rule,
    lot_source,
    public_extract,
    prize_amount,
    finalists_min,
    finalists_max,
    quorum,
    objection_days,
    publish_recusals,
    casting_vote,
    dissent,
    feedback_from,
    applicant_figures,
    reasons_promised,
    leader_approval,
    confirmation_days,
    partner_confirmation,
    documents_max,
    document_bytes_max,
    draft_reminder_days,
    reminder_days,
  } = row;
  const { ceremony_place, help_name, help_email, help_phone } = row;
  return {
    edition: {
      scoring,
      scale_min,
      scale_max,
      rank_rule: rank_rule ?? 'plain',
      tie_rule,
      lot_source: lot_source.replaceAll(String(row.year), String(year)),
      public_extract,
      prize_amount,
      finalists_min,
      finalists_max,
      quorum,
      recusal_reach: JSON.stringify(reachOf(row)),
      objection_days,
      publish_recusals,
      casting_vote: casting_vote ?? true,
      dissent: dissent ?? 'named',
      feedback_from: feedback_from ?? 'announced',
      applicant_figures,
      reasons_promised: reasons_promised ?? false,
      leader_approval,
      confirmation_days,
      partner_confirmation,
      documents_max,
      document_bytes_max,
      draft_reminder_days,
      reminder_days: JSON.stringify(reminder_days),
      ceremony_place,
      help_name,
      help_email,
      help_phone,
      announces_at: row.announces_at && later(row.announces_at),
      opens_at: later(row.opens_at),
      closes_at: later(row.closes_at),
      judging_ends_at: later(row.judging_ends_at),
      finalists_at: later(row.finalists_at),
      ceremony_at: later(row.ceremony_at),
      texts: renamed(row.texts),
      scale_words: JSON.stringify(row.scale_words),
    },
    criteria: criteria.map(({ kind, weight, texts }) => ({ kind, weight, texts: renamed(texts) })),
    questions: questions.map(({ section, kind, required, word_limit, details, texts, criterion_id }) => {
      const at = criteria.findIndex(({ id }) => id === criterion_id);
      return {
        section,
        kind,
        required,
        word_limit,
        details: details && renamed(details),
        texts: renamed(texts),
        criterion: at < 0 ? null : at,
      };
    }),
    seats,
  };
}
