/** An edition as the API gives it. */
import Type from 'typebox';
import { waitOut } from './schema-waits.ts';
import { criterionInput, instantText, localised, questionInput, uuid } from './input.ts';
import { reaches, reachOf } from './recusal.ts';
import {
  reminderKinds,
  type CriterionRow,
  type EditionRow,
  type EditionTexts,
  type Localised,
  type QuestionRow,
  type ReminderKind,
} from './schema.ts';

const nullableInstant = Type.Union([instantText, Type.Null()]);
const plain = Type.Object({
  intro: Type.String(),
  purpose: Type.String(),
  eligibility: Type.String(),
  prize: Type.String(),
  regulations: Type.String(),
});

export const unmetRequirement = Type.Object({
  requirement: Type.String(),
  met: Type.Boolean(),
  message: Type.String(),
});
export const editionHead = Type.Object({
  id: uuid,
  year: Type.Integer(),
  state: Type.String(),
  version: Type.Integer(),
  announcesAt: Type.Union([instantText, Type.Null()], { description: 'Planned; null where nobody has' }),
  opensAt: instantText,
  closesAt: instantText,
  judgingEndsAt: instantText,
  finalistsAt: instantText,
  ceremonyAt: instantText,
});
export const editionOut = Type.Object({
  ...editionHead.properties,
  ceremonyPlace: Type.String(),
  helpName: Type.String(),
  helpEmail: Type.String(),
  helpPhone: Type.String(),
  draftReminderDays: Type.Array(Type.Integer()),
  reminderDays: Type.Partial(
    Type.Object(
      Object.fromEntries(reminderKinds.map((kind) => [kind, Type.Array(Type.Integer())])) as Record<
        ReminderKind,
        Type.TArray<Type.TInteger>
      >,
    ),
  ),
  texts: Type.Object({
    nb: Type.Partial(plain),
    nn: Type.Partial(plain),
    en: Type.Optional(Type.Partial(plain)),
  }),
  prizeAmount: Type.Integer(),
  scoring: Type.Boolean(),
  scaleMin: Type.Integer(),
  scaleMax: Type.Integer(),
  rankRule: Type.Union([Type.String(), Type.Null()], {
    description:
      'Which mean gives the places; null in a year announced before this was chosen: the plain mean.',
  }),
  tieRule: Type.String(),
  lotSource: Type.String(),
  lotBeacon: Type.Union([Type.String(), Type.Null()], {
    description: 'The public number that decides a lot, once it is known.',
  }),
  publicExtract: Type.Boolean(),
  scaleWords: Type.Record(Type.String(), localised(Type.String())),
  finalistsMin: Type.Integer(),
  finalistsMax: Type.Integer(),
  quorum: Type.Union([Type.Integer(), Type.Null()]),
  recusalReach: Type.Record(Type.String(), Type.Enum([...reaches])),
  objectionDays: Type.Integer(),
  publishRecusals: Type.Boolean(),
  castingVote: Type.Boolean(),
  dissent: Type.Enum(['named', 'counted']),
  feedbackFrom: Type.Enum(['announced', 'nominated']),
  reasonsPromised: Type.Boolean(),
  applicantFigures: Type.Boolean(),
  leaderApproval: Type.String(),
  confirmationDays: Type.Integer(),
  partnerConfirmation: Type.Boolean(),
  documentsMax: Type.Integer(),
  documentBytesMax: Type.Integer(),
  rulesSha256: Type.Union([Type.String(), Type.Null()], {
    description: 'Checksum of what was frozen at the announcement.',
  }),
  announcedAt: nullableInstant,
  copiedFrom: Type.Union([uuid, Type.Null()]),
  criteria: Type.Array(criterionInput),
  questions: Type.Array(questionInput),
  allowedActions: Type.Array(Type.String()),
  missingTranslations: Type.Array(
    Type.Object({
      part: Type.Enum(['texts', 'criteria', 'questions', 'scale']),
      lang: Type.String(),
      id: Type.String(),
      name: Type.String(),
    }),
    { description: 'Texts that lack bokmål or nynorsk: what stands behind `textsComplete`' },
  ),
  cautions: Type.Array(Type.Object({ field: Type.String(), kind: Type.String(), message: Type.String() }), {
    description: 'What the calendar says of dates that are still to come. Stops nobody.',
  }),
  coming: Type.Array(
    Type.Object({
      what: Type.String(),
      at: instantText,
      count: Type.Union([Type.Integer(), Type.Null()]),
      id: Type.Union([uuid, Type.Null()], { description: 'The mailing it is about' }),
      stopped: Type.Boolean({ description: 'Somebody has stopped it, and can let it go after all' }),
    }),
    { description: 'What happens by itself, the nearest first' },
  ),
  waits: Type.Array(waitOut, {
    description: 'Who waits for whom, for those who follow the work of the year',
  }),
  checklists: Type.Record(Type.String(), Type.Array(unmetRequirement), {
    description: 'For each event of this state: every requirement, and whether it is met.',
  }),
});

export const headOf = (
  row: Pick<
    EditionRow,
    | 'id'
    | 'year'
    | 'state'
    | 'version'
    | 'announces_at'
    | 'opens_at'
    | 'closes_at'
    | 'judging_ends_at'
    | 'finalists_at'
    | 'ceremony_at'
  >,
) => ({
  id: row.id,
  year: row.year,
  state: row.state,
  version: row.version,
  announcesAt: row.announces_at?.toISOString() ?? null,
  opensAt: row.opens_at.toISOString(),
  closesAt: row.closes_at.toISOString(),
  judgingEndsAt: row.judging_ends_at.toISOString(),
  finalistsAt: row.finalists_at.toISOString(),
  ceremonyAt: row.ceremony_at.toISOString(),
});

export const settingsOf = (row: EditionRow) => ({
  ...headOf(row),
  ceremonyPlace: row.ceremony_place,
  helpName: row.help_name,
  helpEmail: row.help_email,
  helpPhone: row.help_phone,
  draftReminderDays: row.draft_reminder_days,
  reminderDays: row.reminder_days as { [K in ReminderKind]?: number[] },
  texts: row.texts as Localised<EditionTexts>,
  prizeAmount: row.prize_amount,
  scoring: row.scoring,
  scaleMin: row.scale_min,
  scaleMax: row.scale_max,
  rankRule: row.rank_rule,
  tieRule: row.tie_rule,
  lotSource: row.lot_source,
  lotBeacon: row.lot_beacon,
  publicExtract: row.public_extract,
  scaleWords: row.scale_words as Record<string, Localised<string>>,
  finalistsMin: row.finalists_min,
  finalistsMax: row.finalists_max,
  quorum: row.quorum,
  recusalReach: reachOf(row),
  objectionDays: row.objection_days,
  publishRecusals: row.publish_recusals,
  castingVote: row.casting_vote ?? true,
  dissent: row.dissent ?? 'named',
  feedbackFrom: row.feedback_from ?? 'announced',
  reasonsPromised: row.reasons_promised ?? false,
  applicantFigures: row.applicant_figures,
  leaderApproval: row.leader_approval,
  confirmationDays: row.confirmation_days,
  partnerConfirmation: row.partner_confirmation,
  documentsMax: row.documents_max,
  documentBytesMax: row.document_bytes_max,
  rulesSha256: row.rules_sha256,
  announcedAt: row.announced_at?.toISOString() ?? null,
  copiedFrom: row.copied_from,
});

export const criterionOut = ({ id, kind, weight, texts }: CriterionRow) => ({ id, kind, weight, texts });
export const questionOut = ({
  id,
  criterion_id,
  section,
  kind,
  required,
  word_limit,
  details,
  texts,
}: QuestionRow) => ({
  id,
  criterionId: criterion_id,
  section,
  kind,
  required,
  wordLimit: word_limit,
  ...(details ? { details } : {}),
  texts: texts as unknown as Localised<{ label: string; help?: string; prompts?: string[] }>,
});
