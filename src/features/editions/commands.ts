/** Setting up a year of the prize. What was promised at the announcement is frozen; dates and contacts can still move. */
import { editionMachine, type Decision, type EditionEvent } from '../../../workflows/edition.ts';
import { eventTypes } from '../../../workflows/requirements.ts';
import type { Kysely } from 'kysely';
import { can, relationsOf } from '../../core/policy/policy.ts';
import { service } from '../../core/policy/resources.ts';
import { viewerOf, type Unit } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { copyCalibration } from '../ballots/commands-calibration.ts';
import { shortenSignup, tellOfCeremony } from '../ceremony-guests/changes.ts';
import { copyTexts } from '../letter-texts/commands.ts';
import { copyOf, type EditionDraft } from './copy.ts';
import { publicationErrors } from './dates-out.ts';
import { dateErrors, datesMoved, movesCeremony, movesDates } from './dates.ts';
import { defaultEdition } from './defaults.ts';
import { dispatchEdition } from './flow.ts';
import { frozenFields, type EditionPatch } from './input.ts';
import { copyNotes } from './notes.ts';
import { demand, findEdition, lockEdition, type JudgedEdition } from './queries.ts';
import type { EditionTexts, Localised } from './schema.ts';

export { copyOf as draftOf } from './copy.ts';

/** Whether the reader may create editions. */
export async function mayCreateEdition(db: Kysely<DB>, { actor, now }: Reader): Promise<boolean> {
  const rel = relationsOf(service, viewerOf(actor), now, 'service').as('rel');
  return can(service, 'createEdition', await db.selectNoFrom(rel).executeTakeFirstOrThrow());
}

/**
 * Creates the edition of `year`: a copy of an earlier one (texts, criteria, form, scale, seats without people, dates a year
 * on), or from the defaults.
 *
 * @throws conflict/exists when the year has an edition
 */
export async function createEdition(
  unit: Unit,
  { year, copyFrom }: { year: number; copyFrom?: string | null | undefined },
): Promise<{ id: string; version: number }> {
  if (!(await mayCreateEdition(unit.trx, unit))) throw problem('auth/forbidden');
  const draft = copyFrom
    ? await copyOf(unit.trx, await findEdition(unit.trx, unit, copyFrom), year)
    : defaultEdition(year);
  const row = await insertEdition(unit, year, draft, copyFrom ?? null);
  if (copyFrom) await copyTexts(unit, copyFrom, row.id);
  if (copyFrom) await copyNotes(unit, copyFrom, row.id);
  if (copyFrom) await copyCalibration(unit, copyFrom, row.id);
  return row;
}

/** The edition of a draft, with its criteria, form and seats. Who may is for the caller to ask. */
export async function insertEdition(
  unit: Unit,
  year: number,
  draft: EditionDraft,
  copiedFrom: string | null,
): Promise<{ id: string; version: number }> {
  const { trx, now } = unit;
  const row = await trx
    .insertInto('editions')
    .values({ ...draft.edition, year, created_at: now, copied_from: copiedFrom })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  const criteria = draft.criteria.length
    ? await trx
        .insertInto('criteria')
        .values(draft.criteria.map((criterion, position) => ({ ...criterion, edition_id: row.id, position })))
        .returning(['id', 'position'])
        .execute()
    : [];
  const criterionAt = new Map(criteria.map(({ id, position }) => [position, id]));
  if (draft.questions.length) {
    await trx
      .insertInto('questions')
      .values(
        draft.questions.map(({ criterion, ...question }, position) => ({
          ...question,
          position,
          edition_id: row.id,
          criterion_id: criterion === null ? null : (criterionAt.get(criterion) ?? null),
        })),
      )
      .execute();
  }
  if (draft.seats.length)
    await trx
      .insertInto('seats')
      .values(draft.seats.map((seat, position) => ({ ...seat, position, edition_id: row.id })))
      .execute();
  unit.record({
    editionId: row.id,
    subjectType: 'edition',
    subjectId: row.id,
    event: 'createEdition',
    payload: { year, copiedFrom },
  });
  return row;
}

/**
 * Changes what the patch names.
 *
 * @throws conflict/version; process/not-now for something frozen; request/invalid with the field of each date that cannot be
 */
export async function updateEdition(
  unit: Unit,
  id: string,
  version: number,
  patch: EditionPatch,
): Promise<{ version: number }> {
  const row = await lockEdition(unit, id, 'adjust');
  if (Object.keys(patch).some((key) => frozenFields.includes(key))) demandUnfrozen(row);
  if (version !== row.version) throw problem('conflict/version');
  const errors = [
    ...dateErrors(row, patch, unit.now),
    ...(await publicationErrors(unit, row, patch)),
    ...rangeErrors(row, patch),
  ];
  if (errors.length > 0) throw problem('request/invalid', {}, errors);
  const next = row.version + 1;
  const columns = columnsOf(row, patch);
  const moved = movesDates(row, columns) ? datesMoved(row, unit.now) : {};
  await unit.trx
    .updateTable('editions')
    .set({ ...columns, ...moved, version: next })
    .where('id', '=', id)
    .execute();
  if (movesCeremony(row, columns)) {
    const moving = { ...row, ...columns, ...moved };
    await shortenSignup(unit, moving);
    await tellOfCeremony(unit, moving);
  }
  unit.record({
    editionId: id,
    subjectType: 'edition',
    subjectId: id,
    event: 'updateEdition',
    payload: { fields: Object.keys(patch), ...datesIn(patch), before: datesBefore(row, patch) },
  });
  return { version: next };
}

/**
 * Moves the year by what a person asks for. What only the service does (publishing at its moment) is refused by the policy.
 *
 * @throws process/unknown-event, process/not-now, process/unmet with what is missing, conflict/version, auth/forbidden
 */
export async function sendEditionEvent(
  unit: Unit,
  id: string,
  { type, version, reason, decision }: EventRequest,
): Promise<void> {
  if (!eventTypes(editionMachine).includes(type)) throw problem('process/unknown-event', { event: type });
  const event = { type, ...(reason === undefined ? {} : { reason }), ...(decision ? { decision } : {}) };
  await dispatchEdition(unit, { id, version, event: event as EditionEvent });
}

export interface EventRequest {
  type: string;
  version: number;
  reason?: string | undefined;
  decision?: Decision | undefined;
}

/** "Not now", with the reason that these are frozen. */
export function demandUnfrozen(row: JudgedEdition): void {
  if (row.state !== 'planned') throw problem('process/not-now', {}, [], (t) => t.secretariat.frozen);
  demand(row, 'configure');
}

function columnsOf(row: JudgedEdition, patch: EditionPatch) {
  const {
    announcesAt,
    opensAt,
    closesAt,
    judgingEndsAt,
    finalistsAt,
    ceremonyAt,
    texts,
    scaleWords,
    ...plain
  } = patch;
  const columns: Record<string, unknown> = {
    announces_at: announcesAt,
    opens_at: opensAt,
    closes_at: closesAt,
    judging_ends_at: judgingEndsAt,
    finalists_at: finalistsAt,
    ceremony_at: ceremonyAt,
    texts: texts && JSON.stringify(mergeTexts(row.texts as Localised<EditionTexts>, texts)),
    scale_words: scaleWords && JSON.stringify(scaleWords),
    ceremony_place: plain.ceremonyPlace,
    help_name: plain.helpName,
    help_email: plain.helpEmail,
    help_phone: plain.helpPhone,
    draft_reminder_days: plain.draftReminderDays,
    reminder_days: plain.reminderDays && JSON.stringify(plain.reminderDays),
    prize_amount: plain.prizeAmount,
    scoring: plain.scoring,
    scale_min: plain.scaleMin,
    scale_max: plain.scaleMax,
    rank_rule: plain.rankRule,
    tie_rule: plain.tieRule,
    lot_source: plain.lotSource,
    public_extract: plain.publicExtract,
    finalists_min: plain.finalistsMin,
    finalists_max: plain.finalistsMax,
    quorum: plain.quorum,
    recusal_reach: plain.recusalReach && JSON.stringify(plain.recusalReach),
    objection_days: plain.objectionDays,
    publish_recusals: plain.publishRecusals,
    casting_vote: plain.castingVote,
    dissent: plain.dissent,
    feedback_from: plain.feedbackFrom,
    reasons_promised: plain.reasonsPromised,
    applicant_figures: plain.applicantFigures,
    leader_approval: plain.leaderApproval,
    confirmation_days: plain.confirmationDays,
    partner_confirmation: plain.partnerConfirmation,
    documents_max: plain.documentsMax,
    document_bytes_max: plain.documentBytesMax,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function mergeTexts(before: Localised<EditionTexts>, change: NonNullable<EditionPatch['texts']>) {
  const langs = (['nb', 'nn', 'en'] as const).filter((lang) => before[lang] || change[lang]);
  return Object.fromEntries(langs.map((lang) => [lang, { ...before[lang], ...change[lang] }]));
}

function rangeErrors(row: JudgedEdition, patch: EditionPatch) {
  const from = patch.finalistsMin ?? row.finalists_min;
  const low = patch.scaleMin ?? row.scale_min;
  const lot = (patch.tieRule ?? row.tie_rule) === 'ladder+lot';
  return [
    ...(lot && (patch.lotSource ?? row.lot_source).trim() === ''
      ? [{ field: 'lotSource', message: (t: Words) => t.fieldErrors.lotSource }]
      : []),
    ...((patch.finalistsMax ?? row.finalists_max) < from
      ? [{ field: 'finalistsMax', message: (t: Words) => t.fieldErrors.tooSmall(from) }]
      : []),
    ...((patch.scaleMax ?? row.scale_max) <= low
      ? [{ field: 'scaleMax', message: (t: Words) => t.fieldErrors.tooSmall(low + 1) }]
      : []),
  ];
}
type Words = { fieldErrors: { tooSmall: (min: number) => string; lotSource: string } };

/** What the dates were that are changed. */
function datesBefore(row: JudgedEdition, patch: EditionPatch): Record<string, string> {
  const were = {
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    judgingEndsAt: row.judging_ends_at,
    finalistsAt: row.finalists_at,
    ceremonyAt: row.ceremony_at,
  };
  return Object.fromEntries(
    Object.entries(were)
      .filter(([key]) => key in patch)
      .map(([key, at]) => [key, at.toISOString()]),
  );
}

const datesIn = (patch: EditionPatch) =>
  Object.fromEntries(
    Object.entries(patch)
      .filter(([, value]) => value instanceof Date)
      .map(([key, value]) => [key, (value as Date).toISOString()]),
  );
