// Written by `npm run generate` from the migrated database. Do not edit.
import type { ColumnType } from 'kysely';

/** May be left out when inserting: the database has a default. */
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
/** Computed by the database, never written. */
export type Computed<T> = T extends ColumnType<infer S, any, any> ? ColumnType<S, never, never> : ColumnType<T, never, never>;
/** Read as parsed JSON, written as a string (JSON.stringify). */
export type Json = ColumnType<unknown, string, string>;
/** 64 bits do not fit a JavaScript number: read as a string. */
export type Int8 = ColumnType<string, string | number | bigint, string | number | bigint>;
/** Exact decimals: read as a string. */
export type Numeric = ColumnType<string, string | number, string | number>;

export interface AdviserAccessTable {
  id: Generated<string>;
  nomination_id: string;
  region_id: string;
  person_id: string;
  given_by: string;
  given_at: Date;
  ended_by: string | null;
  ended_at: Date | null;
}

export interface AffiliationsTable {
  id: Generated<string>;
  person_id: string;
  kind: 'employer' | 'office' | 'former';
  organisation_name: string;
  organisation_number: string | null;
  ended_on: string | null;
  added_at: Date;
  removed_at: Date | null;
}

export interface AgreedScoreContentsTable {
  agreed_id: string;
  score: number;
  reason: string;
}

export interface AgreedScoresTable {
  id: Generated<string>;
  ballot_id: string;
  delivery: number;
  number: number;
  criterion_id: string;
  meeting_id: string;
  proposed_by: string;
  proposed_at: Date;
  answer: 'confirmed' | 'declined' | 'withdrawn' | null;
  answered_by: string | null;
  answered_at: Date | null;
  hash: string | null;
}

export interface AnswersTable {
  nomination_id: string;
  question_id: string;
  value: Generated<string>;
  version: Generated<number>;
  updated_by: string;
  updated_at: Date;
  foreign_version: Generated<number>;
}

export interface ApiTokensTable {
  id: Generated<string>;
  person_id: string;
  name: string;
  token_hash: Buffer;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
}

export interface ArchiveNumbersTable {
  id: Generated<string>;
  edition_id: string;
  nomination_id: string | null;
  number: string;
  entered_at: Date;
}

export interface AskedOpenlyTable {
  id: Computed<string | null>;
  edition_id: Computed<string | null>;
  source_hash: Computed<Buffer | null>;
  asked_real_at: Computed<Date | null>;
}

export interface AuditDetailsTable {
  event_id: string;
  actor_id: string | null;
  actor_name: string;
  reason: string | null;
  payload: Json;
  salt: Buffer;
}

export interface AuditEventsTable {
  chain: string;
  seq: Int8;
  id: string;
  at: Date;
  subject_type: string;
  subject_id: string | null;
  event: string;
  from_state: string | null;
  to_state: string | null;
  request_id: string;
  details_hash: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
}

export interface AuditHeadsTable {
  chain: string;
  seq: Int8;
  hash: Buffer;
}

export interface BallotCommitmentsTable {
  ballot_id: string;
  delivery: number;
  hash: string;
  committed_at: Date;
}

export interface BallotEarlierScoresTable {
  reopening_id: string;
  criterion_id: string;
  score: number | null;
  not_described: boolean;
  met: boolean | null;
  assessment: string;
}

export interface BallotReopeningsTable {
  id: Generated<string>;
  ballot_id: string;
  delivery: number;
  reopened_by: string;
  reopened_at: Date;
  reason: string;
}

export interface BallotSaltsTable {
  ballot_id: string;
  delivery: number;
  salt: string;
}

export interface BallotScoresTable {
  ballot_id: string;
  criterion_id: string;
  score: number | null;
  not_described: Generated<boolean>;
  met: boolean | null;
  assessment: Generated<string>;
  version: Generated<number>;
  updated_at: Date;
}

export interface BallotsTable {
  id: Generated<string>;
  edition_id: string;
  nomination_id: string;
  person_id: string;
  seat_id: string;
  state: Generated<'assigned' | 'started' | 'delivered' | 'locked' | 'reopened' | 'recused' | 'voided'>;
  version: Generated<number>;
  assigned_at: Date;
  started_at: Date | null;
  delivered_at: Date | null;
  locked_at: Date | null;
}

export interface BarriersTable {
  id: Generated<string>;
  told: string;
  page: Generated<string>;
  language: 'nb' | 'nn' | 'en';
  email: string | null;
  source_hash: Buffer | null;
  asked_real_at: Date;
  asked_at: Date;
  answer: string | null;
  closed_by: string | null;
  closed_at: Date | null;
}

export interface CalibrationScoresTable {
  sheet_id: string;
  criterion_id: string;
  score: number | null;
  not_described: Generated<boolean>;
  met: boolean | null;
  assessment: Generated<string>;
  version: Generated<number>;
  updated_at: Date;
}

export interface CalibrationSheetsTable {
  id: Generated<string>;
  edition_id: string;
  person_id: string;
  started_at: Date;
  delivered_at: Date | null;
}

export interface CalibrationsTable {
  edition_id: string;
  version: number;
  active: boolean;
  texts: Json;
  opened_at: Date | null;
  opened_by: string | null;
  open_reason: string | null;
}

export interface CallAnswersTable {
  question_id: string;
  version: number;
  question_nb: string;
  question_nn: string;
  answer_nb: string;
  answer_nn: string;
  change_nb: Generated<string>;
  change_nn: Generated<string>;
  answered_by: string;
  answered_at: Date;
}

export interface CallQuestionsTable {
  id: Generated<string>;
  edition_id: string;
  asked: string;
  language: 'nb' | 'nn' | 'en';
  email: string | null;
  source_hash: Buffer | null;
  asked_real_at: Date;
  asked_at: Date;
  number: number | null;
  set_aside_by: string | null;
  set_aside_at: Date | null;
  taken_down_version: Generated<number>;
  taken_down_by: string | null;
  taken_down_at: Date | null;
  came_by: Generated<'form' | 'phone' | 'email' | 'other'>;
  registered_by: string | null;
}

export interface CallRecipientsTable {
  id: Generated<string>;
  edition_id: string;
  email: string;
  name: Generated<string>;
  language: 'nb' | 'nn';
  token: string;
  added_by: string;
  added_at: Date;
  unsubscribed_at: Date | null;
}

export interface CallRemindersTable {
  id: Generated<string>;
  edition_id: string;
  email: string;
  language: 'nb' | 'nn' | 'en';
  token_hash: Buffer;
  source_hash: Buffer | null;
  asked_real_at: Date;
  asked_at: Date;
  confirmed_at: Date | null;
  reminded_at: Date | null;
  reminder_token_hash: Buffer | null;
}

export interface CeremoniesTable {
  edition_id: string;
  rehearsal: boolean;
  shows: 'start' | 'nominated' | 'before' | 'winner';
  position: Generated<number>;
  version: Generated<number>;
  moved_at: Date;
  moved_by: string;
}

export interface CeremonyGuestsTable {
  id: Generated<string>;
  edition_id: string;
  name: string;
  organisation: Generated<string>;
  email: string;
  language: 'nb' | 'nn' | 'en';
  needs: Generated<string>;
  token: string;
  source_hash: Buffer | null;
  asked_real_at: Date;
  asked_at: Date;
  placed_at: Date | null;
}

export interface CeremonySignupsTable {
  edition_id: string;
  mode: 'off' | 'link' | 'form';
  url: string | null;
  text_nb: Generated<string>;
  text_nn: Generated<string>;
  places: number | null;
  closes_at: Date | null;
  version: Generated<number>;
  changed_by: string;
  changed_at: Date;
}

export interface ConfidentialNoticesTable {
  decision_id: string;
  nomination_id: string;
  batch_id: string;
  told_at: Date;
}

export interface ConfirmationsTable {
  id: Generated<string>;
  nomination_id: string;
  kind: 'leader' | 'partner';
  organisation: string;
  name: string;
  title: string;
  email: string;
  token_hash: Buffer;
  asked_by: string;
  asked_at: Date;
  ended_at: Date | null;
  answer: 'confirmed' | 'declined' | null;
  answered_at: Date | null;
  answered_name: string | null;
  answered_title: string | null;
  content_sha256: string | null;
}

export interface ConnectionChangesTable {
  id: Generated<string>;
  nomination_id: string;
  standing_order: Generated<Int8>;
  what: 'partner' | 'adviser' | 'applicant';
  name: string;
}

export interface ContactsTable {
  id: Generated<string>;
  edition_id: string;
  nomination_id: string;
  kind: 'mail' | 'call' | 'note';
  with_whom: Generated<string>;
  text: string;
  happened_at: Date;
  filed_by: string;
  filed_at: Date;
  struck_by: string | null;
  struck_at: Date | null;
}

export interface CountedAgreementsTable {
  ballot_id: Computed<string | null>;
  criterion_id: Computed<string | null>;
  id: Computed<string | null>;
  score: Computed<number | null>;
}

export interface CriteriaTable {
  id: Generated<string>;
  edition_id: string;
  position: number;
  kind: 'must' | 'assessed' | 'extra';
  weight: number | null;
  texts: Json;
}

export interface DeadlineExtensionsTable {
  id: Generated<string>;
  edition_id: string;
  nomination_id: string;
  until_at: Date;
  reason: string;
  proposed_by: string;
  proposed_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  declined_by: string | null;
  declined_at: Date | null;
}

export interface DecisionCandidatesTable {
  decision_id: string;
  nomination_id: string;
}

export interface DecisionConfirmationsTable {
  decision_id: string;
  person_id: string;
  confirmed_at: Date;
}

export interface DecisionEntriesTable {
  decision_id: string;
  nomination_id: string;
  outcome: 'finalist' | 'winner' | 'honourableMention';
}

export interface DecisionMotionsTable {
  decision_id: string;
  motion_id: string;
}

export interface DecisionParticipantsTable {
  decision_id: string;
  person_id: string;
  took_part: boolean;
  note: Generated<string>;
  out_of: Generated<string[]>;
  unanswered: Generated<string[]>;
  whole_edition: Generated<boolean>;
}

export interface DecisionsTable {
  id: Generated<string>;
  edition_id: string;
  kind: 'finalists' | 'winner';
  no_award: Generated<boolean>;
  decided_by: string;
  decided_at: Date;
  reason: Generated<string>;
  departs: Generated<boolean>;
  retracted_by: string | null;
  retracted_at: Date | null;
  retraction_reason: string | null;
  quorum: number | null;
}

export interface DeclarationNotesTable {
  declaration_id: string;
  note: string;
}

export interface DeclarationsTable {
  id: Generated<string>;
  standing_order: Generated<Int8>;
  edition_id: string;
  nomination_id: string;
  person_id: string;
  answer: 'none' | 'connection' | 'unsure';
  grounds: Generated<string[]>;
  wording_version: number;
  declared_at: Date;
}

export interface DemoClockTable {
  id: number;
  set_to: Date;
  set_at: Date;
  running: boolean;
}

export interface DocumentPagesTable {
  document_id: string;
  number: number;
  text: string;
  nodes: Json;
  identity_numbers: number;
  words: Computed<string>;
}

export interface DocumentTextsTable {
  document_id: string;
  state: 'read' | 'partly' | 'empty' | 'unreadable';
  fault: 'time' | 'memory' | 'size' | 'damaged' | 'encrypted' | 'lost' | null;
  pages: number;
  identity_numbers_besides: number;
  reader: number;
  read_at: Date;
}

export interface DocumentsTable {
  id: Generated<string>;
  nomination_id: string;
  position: number;
  name: string;
  media_type: string;
  bytes: Int8;
  sha256: string;
  description: Generated<string>;
  uploaded_by: string;
  uploaded_at: Date;
  removed_at: Date | null;
  withhold_reason: string | null;
  replaced_by: string | null;
  metadata_removed: Generated<boolean>;
}

export interface DraftRemindersTable {
  nomination_id: string;
  remind_at: Date;
  sent_at: Date;
  needed: Generated<boolean>;
  ordered_at: Date | null;
}

export interface DraftWarningsTable {
  nomination_id: string;
  warned_at: Date;
}

export interface EditionsTable {
  id: Generated<string>;
  year: number;
  state: Generated<'planned' | 'announced' | 'closed' | 'judging' | 'deliberating' | 'decided' | 'finalistsPublished' | 'winnerAnnounced' | 'noAward' | 'cancelled' | 'archived'>;
  version: Generated<number>;
  copied_from: string | null;
  opens_at: Date;
  closes_at: Date;
  judging_ends_at: Date;
  finalists_at: Date;
  ceremony_at: Date;
  ceremony_place: Generated<string>;
  scoring: Generated<boolean>;
  scale_min: Generated<number>;
  scale_max: Generated<number>;
  scale_words: Json;
  texts: Json;
  prize_amount: number;
  finalists_min: Generated<number>;
  finalists_max: Generated<number>;
  quorum: number | null;
  documents_max: Generated<number>;
  document_bytes_max: Generated<number>;
  help_name: Generated<string>;
  help_email: Generated<string>;
  help_phone: Generated<string>;
  rules_sha256: string | null;
  created_at: Date;
  announced_at: Date | null;
  closed_at: Date | null;
  judging_started_at: Date | null;
  judging_closed_at: Date | null;
  ended_at: Date | null;
  leader_approval: Generated<'tick' | 'link'>;
  confirmation_days: Generated<number>;
  partner_confirmation: Generated<boolean>;
  recusal_reach: Generated<Json | null>;
  objection_days: Generated<number>;
  publish_recusals: Generated<boolean>;
  rank_rule: Generated<'adjusted' | 'plain' | 'trimmed' | null>;
  tie_rule: Generated<'shared' | 'ladder' | 'ladder+lot'>;
  lot_source: Generated<string>;
  lot_beacon: string | null;
  public_extract: Generated<boolean>;
  draft_reminder_days: Generated<number[]>;
  casting_vote: Generated<boolean | null>;
  dissent: Generated<'named' | 'counted' | null>;
  feedback_from: Generated<'announced' | 'nominated' | null>;
  applicant_figures: Generated<boolean>;
  reminder_days: Generated<Json>;
  dates_sequence: Generated<number>;
  dates_changed_at: Date | null;
  announces_at: Date | null;
  reasons_promised: Generated<boolean | null>;
}

export interface ErasuresTable {
  id: Generated<string>;
  rule: string;
  subject_id: string;
  edition_id: string | null;
  erased_at: Date;
  counts: Json;
}

export interface FeedbacksTable {
  nomination_id: string;
  version: number;
  body: string;
  written_by: string;
  written_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  told_at: Date | null;
}

export interface FinishedUploadsTable {
  upload: string;
  document_id: string;
  bytes: Int8;
}

export interface FrozenFullResultsTable {
  frozen_id: string;
  full_file: string;
}

export interface FrozenResultsTable {
  id: Generated<string>;
  edition_id: string;
  version: number;
  standing: string[];
  ballots: string;
  cause: 'finalistsDecided' | 'winnerDecided' | 'noAwardDecided' | 'finalistsRetracted' | 'winnerRetracted' | 'ballotsChanged';
  reason: Generated<string>;
  frozen_at: Date;
  core_sha256: string;
  full_sha256: string;
  core: string;
  extract: string | null;
}

export interface HelpMessagesTable {
  id: Generated<string>;
  request_id: string;
  person_id: string;
  by_secretariat: boolean;
  text: string;
  written_at: Date;
}

export interface HelpRequestsTable {
  id: Generated<string>;
  nomination_id: string;
  asked_by: string;
  asked_at: Date;
  closed_by: string | null;
  closed_at: Date | null;
  closed_why: 'applicant' | 'sent' | null;
}

export interface JoinRequestsTable {
  id: Generated<string>;
  edition_id: string;
  organisation_key: string;
  organisation_name: string;
  person_id: string;
  message: Generated<string>;
  requested_at: Date;
  state: Generated<'open' | 'accepted' | 'declined'>;
  nomination_id: string | null;
  answered_by: string | null;
  answered_at: Date | null;
}

export interface JurorFigureOpeningsTable {
  id: Generated<string>;
  edition_id: string;
  person_id: string;
  opened_at: Date;
}

export interface JurorNotesTable {
  person_id: string;
  nomination_id: string;
  text: string;
  version: number;
  updated_at: Date;
}

export interface JuryChangesTable {
  id: Generated<string>;
  edition_id: string;
  seat_id: string;
  person_id: string;
  kind: 'joined' | 'left';
  called_in: Generated<boolean>;
  changed_at: Date;
}

export interface KeptFormsTable {
  id: Generated<string>;
  person_id: string;
  path: string;
  body: string;
  created_at: Date;
  expires_at: Date;
}

export interface LetterBatchSeenTable {
  batch_id: string;
  person_id: string | null;
  nomination_id: string | null;
  recipient_id: string | null;
}

export interface LetterBatchesTable {
  id: Generated<string>;
  edition_id: string;
  version: Generated<number>;
  title: string;
  recipients: Json;
  about: 'admission' | 'nomination' | 'winner' | 'confidence' | 'other' | null;
  texts: Json;
  prepared_by: string;
  prepared_at: Date;
  sent_by: string | null;
  sent_at: Date | null;
  discarded_by: string | null;
  discarded_at: Date | null;
  send_at: Date | null;
  scheduled_by: string | null;
  scheduled_at: Date | null;
  scheduled_hash: string | null;
  held_back: 'othersNow' | 'nobody' | 'tooEarly' | 'takenDown' | 'notAgreed' | 'notOpen' | 'cancelled' | 'right' | null;
  earlier_writers: Generated<string[]>;
}

export interface LetterTextsTable {
  edition_id: string;
  letter: string;
  version: number;
  texts: Json | null;
  written_by: string;
  written_at: Date;
}

export interface LettersTable {
  id: Generated<string>;
  key: string;
  template: string;
  language: 'nb' | 'nn' | 'en';
  edition_id: string | null;
  nomination_id: string | null;
  person_id: string | null;
  email: string;
  subject: string;
  body: string;
  state: Generated<'queued' | 'sending' | 'sent' | 'failed' | 'unknown'>;
  created_at: Date;
  sent_at: Date | null;
  error: string | null;
  returned_at: Date | null;
  batch_id: string | null;
  text_version: number | null;
  unsubscribe_path: string | null;
  calendar: string | null;
  useless_after: Date | null;
}

export interface MeetingAbsencesTable {
  id: Generated<string>;
  meeting_id: string;
  person_id: string;
  nomination_id: string | null;
  out_at: Date;
  out_by: string;
  in_at: Date | null;
  in_by: string | null;
}

export interface MeetingNotesTable {
  meeting_id: string;
  nomination_id: string;
  body: string;
  version: Generated<number>;
  written_by: string;
  written_at: Date;
}

export interface MeetingOpeningsTable {
  id: Generated<string>;
  meeting_id: string;
  what: 'application' | 'ranking' | 'motion' | 'motionResult';
  nomination_id: string | null;
  opened_at: Date;
  opened_by: string;
  closed_at: Date | null;
  motion_id: string | null;
}

export interface MeetingPlacesTable {
  meeting_id: string;
  nomination_id: string;
  position: number;
}

export interface MeetingPresenceTable {
  id: Generated<string>;
  meeting_id: string;
  person_id: string;
  new_conflict: boolean;
  from_at: Date;
  until_at: Date | null;
  recorded_by: string;
}

export interface MeetingRoomTable {
  meeting_id: Computed<string | null>;
  person_id: Computed<string | null>;
}

export interface MeetingsTable {
  id: Generated<string>;
  edition_id: string;
  started_by: string;
  started_at: Date;
  ended_at: Date | null;
  item_order: Generated<'alphabetical' | 'disagreement' | 'hand'>;
}

export interface MotionCandidatesTable {
  motion_id: string;
  nomination_id: string;
}

export interface MotionDissentsTable {
  motion_id: string;
  person_id: string;
  body: string;
  written_at: Date;
}

export interface MotionVotersTable {
  motion_id: string;
  person_id: string;
  entitled: boolean;
  vote: 'for' | 'against' | 'abstain' | null;
  out_of: Generated<string[]>;
  unanswered: Generated<boolean>;
  whole_edition: Generated<boolean>;
}

export interface MotionVotesTable {
  motion_id: string;
  person_id: string;
  vote: 'for' | 'against' | 'abstain';
  cast_at: Date;
  recorded_by: string;
}

export interface MotionsTable {
  id: Generated<string>;
  edition_id: string;
  meeting_id: string | null;
  kind: 'nominate' | 'winner' | 'noAward' | 'procedural';
  nomination_id: string | null;
  body: Generated<string>;
  put_by: string;
  put_at: Date;
  closes_at: Date | null;
  closed_at: Date | null;
  closed_by: string | null;
  outcome: 'carried' | 'fell' | 'notQuorate' | 'withdrawn' | null;
  quorum: number | null;
  presided_by: string | null;
  cast_vote: Generated<boolean>;
}

export interface NamingsTable {
  id: Generated<string>;
  nomination_id: string;
  version: number;
  answer: 'agreed' | 'declined';
  reason: Generated<string>;
  answered_by: string;
  answered_at: Date;
  registered: Generated<boolean>;
  quote: Generated<string>;
  quoted: Generated<string>;
  picture_sha256: string | null;
  picture_bytes: Int8 | null;
  picture_width: number | null;
  picture_height: number | null;
  picture_alt: string | null;
  picture_credit: string | null;
  picture_consent_by: string | null;
  picture_consent_at: Date | null;
}

export interface NominationMembersTable {
  id: Generated<string>;
  nomination_id: string;
  person_id: string;
  added_by: string;
  added_at: Date;
  removed_at: Date | null;
}

export interface NominationsTable {
  id: Generated<string>;
  edition_id: string;
  state: Generated<'draft' | 'submitted' | 'returned' | 'admitted' | 'rejected' | 'underReview' | 'scored' | 'finalist' | 'notSelected' | 'winner' | 'honourableMention' | 'finalistWithoutPrize' | 'withdrawn'>;
  version: Generated<number>;
  applicant_kind: 'municipality' | 'district' | 'enterprise' | 'cooperation';
  organisation_name: string;
  organisation_key: string;
  organisation_number: string | null;
  unit_name: Generated<string>;
  partners: Generated<string[]>;
  language: Generated<'nb' | 'nn'>;
  created_by: string;
  created_at: Date;
  receipt_number: string | null;
  first_submitted_at: Date | null;
  submitted_at: Date | null;
  submission_count: Generated<number>;
  return_due_at: Date | null;
  return_reason: string | null;
  rejection_reason: string | null;
  withdrawn_at: Date | null;
  extended_until: Date | null;
  return_count: Generated<number>;
}

export interface ObjectionTextsTable {
  objection_id: string;
  text: string;
}

export interface ObjectionsTable {
  id: Generated<string>;
  edition_id: string;
  nomination_id: string;
  about_id: string | null;
  made_by: string;
  made_at: Date;
  answered_by: string | null;
  answered_at: Date | null;
  answer: string | null;
  recused: boolean | null;
}

export interface OldApplicationFilesTable {
  id: Generated<string>;
  application_id: string;
  name: string;
  media_type: string;
  bytes: Int8;
  sha256: string;
  metadata_removed: boolean;
  added_by: string;
  added_at: Date;
}

export interface OldApplicationsTable {
  id: Generated<string>;
  year: number;
  applicant_kind: 'municipality' | 'district' | 'enterprise' | 'cooperation';
  organisation_name: string;
  organisation_key: string;
  organisation_number: string | null;
  unit_name: Generated<string>;
  nominated: boolean;
  came_by: 'post' | 'email' | 'other';
  received_on: string;
  note: Generated<string>;
  reader_email: string | null;
  registered_by: string;
  registered_at: Date;
  struck_by: string | null;
  struck_at: Date | null;
}

export interface OrganisationLookupsTable {
  organisation_number: string;
  status: 'found' | 'removed' | 'unknown';
  entry: Json | null;
  fetched_at: Date;
}

export interface OrganisationParentsTable {
  number: string;
  parent_number: string;
}

export interface OutcomeOpeningsTable {
  edition_id: string;
  person_id: string;
  what: 'result' | 'frozen' | 'meeting' | 'decision' | 'protocol' | 'statements' | 'publication' | 'letters' | 'ceremony' | 'embargo';
  first_at: Date;
}

export interface OwnLinksTable {
  token_hash: Buffer;
  rule: 'askers' | 'barriers';
  subject_id: string;
}

export interface OwnStandingsTable {
  nomination_id: Computed<string | null>;
  person_id: Computed<string | null>;
  edition_id: Computed<string | null>;
  standing: Computed<string | null>;
  reach: Computed<string | null>;
}

export interface PastEditionsTable {
  year: number;
  winner: string;
  finalists: Generated<string[]>;
  applications: number | null;
  ceremony_date: string | null;
  mode: 'physical' | 'digital' | null;
  honourable: Generated<string[]>;
}

export interface PeopleTable {
  id: Generated<string>;
  email: string;
  name: Generated<string>;
  phone: string | null;
  language: Generated<'nb' | 'nn' | 'en'>;
  created_at: Date;
  removed_at: Date | null;
  last_seen_on: string | null;
}

export interface PracticeRunTable {
  id: number;
  run: string;
  year: number;
  made_by: string;
  made_at: Date;
  reference: Json;
  purged_at: Date | null;
  purged_by: string | null;
}

export interface PresenceTable {
  nomination_id: string;
  person_id: string;
  section: string;
  question_id: string | null;
  seen_at: Date;
}

export interface PublicationsTable {
  id: Generated<string>;
  edition_id: string;
  kind: 'finalists' | 'winner';
  decision_id: string;
  version: Generated<number>;
  publish_at: Date;
  texts: Json;
  statements: Generated<Json>;
  prepared_by: string;
  prepared_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  stopped_by: string | null;
  stopped_at: Date | null;
  stop_reason: string | null;
  applied_at: Date | null;
  release: Generated<'moment' | 'approval' | 'press'>;
  held_at: Date | null;
  held_by: string | null;
  pressed_at: Date | null;
  pressed_by: string | null;
  alone_reason: string | null;
  corrects: string | null;
  correction: Json | null;
  taken_down_at: Date | null;
  taken_down_by: string | null;
  takedown_reason: string | null;
  notice: Json | null;
  approved_for: string | null;
  moved_for: string | null;
  move_to: Date | null;
  move_by: string | null;
  move_asked_at: Date | null;
  moved_at: Date | null;
  moved_by: string | null;
  move_alone_reason: string | null;
}

export interface QuestionsTable {
  id: Generated<string>;
  edition_id: string;
  criterion_id: string | null;
  position: number;
  section: 'about' | 'criteria' | 'facts' | 'extra' | 'approval';
  kind: 'text' | 'line' | 'tick' | 'table' | 'choices';
  required: Generated<boolean>;
  word_limit: number | null;
  texts: Json;
  details: Json | null;
}

export interface ReadingPlacesTable {
  ballot_id: string;
  place: string;
  updated_at: Date;
}

export interface ReceivedApplicationsTable {
  id: Generated<string>;
  edition_id: string;
  applicant_kind: 'municipality' | 'district' | 'enterprise' | 'cooperation';
  organisation_name: string;
  organisation_key: string;
  unit_name: string;
  language: 'nb' | 'nn';
  contact_name: string;
  contact_email: string;
  came_by: 'post' | 'email' | 'other';
  received_at: Date;
  reason: string;
  registered_by: string;
  registered_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  declined_by: string | null;
  declined_at: Date | null;
  nomination_id: string | null;
  organisation_number: string | null;
  partners: Generated<string[]>;
}

export interface ReceivedFilesTable {
  id: Generated<string>;
  received_id: string;
  name: string;
  media_type: string;
  bytes: Int8;
  sha256: string;
  metadata_removed: boolean;
  added_at: Date;
}

export interface RecusalDecisionsTable {
  id: Generated<string>;
  standing_order: Generated<Int8>;
  edition_id: string;
  nomination_id: string;
  person_id: string;
  recused: boolean;
  reason: string;
  decided_by: string;
  decided_at: Date;
  reach: 'application' | 'choices' | 'edition' | null;
  rule_reach: Generated<'application' | 'choices' | 'edition'>;
}

export interface RegionCountiesTable {
  county: string;
  region_id: string;
}

export interface RegionsTable {
  id: Generated<string>;
  position: number;
  name: Json;
  adviser_name: Generated<string>;
  adviser_email: Generated<string>;
  adviser_phone: Generated<string>;
  adviser_id: string | null;
  version: Generated<number>;
}

export interface RejectionProposalsTable {
  id: Generated<string>;
  edition_id: string;
  nomination_id: string;
  reason: string;
  proposed_by: string;
  proposed_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  alone_reason: string | null;
  declined_by: string | null;
  declined_at: Date | null;
  lapsed: Generated<boolean>;
}

export interface ReminderOrdersTable {
  edition_id: string;
  kind: 'drafts' | 'call' | 'declarations' | 'ballots' | 'statements' | 'ceremony';
  remind_at: Date;
  goes_at: Date | null;
  ordered_by: string;
  ordered_at: Date;
}

export interface RetentionRulesTable {
  name: string;
  position: number;
  subject: 'nomination' | 'edition' | 'person' | 'service' | 'barrier' | 'oldApplication' | 'guest' | 'reminder' | 'recipient' | 'question' | 'asked' | 'struck' | 'received';
  since: 'deadline' | 'end' | 'use' | 'event' | 'ceremony';
  keep: string;
  by_itself: Generated<boolean>;
}

export interface ReturnPartsTable {
  nomination_id: string;
  return_number: number;
  part: 'applicant' | 'question' | 'documents' | 'confirmations';
  question_id: string | null;
  note: string;
}

export interface RevisionsTable {
  id: Generated<string>;
  nomination_id: string;
  section: string;
  kind: 'writing' | 'conflict' | 'submission' | 'restore';
  person_id: string;
  begun_at: Date;
  saved_at: Date;
  answers: Json;
}

export interface RoleGrantsTable {
  id: Generated<string>;
  person_id: string;
  role: 'administrator' | 'secretary' | 'leader' | 'communications' | 'embargoReader' | 'auditor';
  edition_id: string | null;
  from_at: Date;
  until_at: Date | null;
  granted_by: string | null;
  ended_by: string | null;
  substitute_for: string | null;
  confidence_at: Date | null;
  confidence_wording: number | null;
}

export interface RulesVersionsTable {
  edition_id: string;
  version: number;
  sha256: string;
  content: string | null;
  reason: string | null;
  made_at: Date;
  made_in: Generated<string>;
}

export interface ScanRuleTable {
  one: Generated<boolean>;
  required: Generated<boolean>;
}

export interface SeatHoldersTable {
  id: Generated<string>;
  seat_id: string;
  edition_id: string;
  person_id: string;
  invited_by: string;
  invited_at: Date;
  confirmed_at: Date | null;
  confidence_wording: number | null;
  until_at: Date | null;
  confidence_at: Date | null;
}

export interface SeatsTable {
  id: Generated<string>;
  edition_id: string;
  position: number;
  organisation: string;
  role: 'chair' | 'deputyChair' | 'member' | 'deputy';
  called_in_at: Date | null;
  organisation_number: string | null;
  term_from: number | null;
  term_to: number | null;
}

export interface SessionsTable {
  id_hash: Buffer;
  person_id: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

export interface SignInLinksTable {
  id: Generated<string>;
  email: string;
  token_hash: Buffer;
  code_hash: Buffer;
  browser_hash: Buffer;
  source_hash: Buffer;
  return_to: Generated<string>;
  tries: Generated<number>;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface StandingsTable {
  nomination_id: string;
  person_id: string;
  standing: 'undeclared' | 'free' | 'pending' | 'recused';
  reach: 'application' | 'choices' | 'edition' | null;
  because: string | null;
}

export interface StandingsNowTable {
  nomination_id: Computed<string | null>;
  person_id: Computed<string | null>;
  standing: Computed<string | null>;
  reach: Computed<string | null>;
  because: Computed<string | null>;
}

export interface StatementCommentsTable {
  id: Generated<string>;
  nomination_id: string;
  version: number;
  body: string;
  written_by: string;
  written_at: Date;
  resolved_by: string | null;
  resolved_at: Date | null;
}

export interface StatementVersionsTable {
  nomination_id: string;
  version: number;
  nb: string;
  nn: string;
  written_by: string;
  written_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
}

export interface StatementsTable {
  id: Generated<string>;
  nomination_id: string;
  version: Generated<number>;
  nb: Generated<string>;
  nn: Generated<string>;
  written_by: string;
  written_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
}

export interface StoredFilesTable {
  sha256: string;
  bytes: Int8;
  stored_at: Date;
  scan: 'waiting' | 'clean' | 'infected' | 'unscanned';
  scanned_at: Date | null;
  scan_attempts: Generated<number>;
  finding: string | null;
}

export interface SubmissionDocumentsTable {
  submission_id: string;
  document_id: string;
}

export interface SubmissionWordsTable {
  submission_id: string;
  position: number;
  label: string;
  text: string;
  words: Computed<string>;
}

export interface SubmissionsTable {
  id: Generated<string>;
  nomination_id: string;
  number: number;
  submitted_at: Date;
  submitted_by: string;
  rendered: Json;
  sha256: string;
  register: Json | null;
  erased_at: Date | null;
}

export interface SuccessorNotesTable {
  edition_id: string;
  phase: 'setup' | 'call' | 'check' | 'judging' | 'decision' | 'publication' | 'after';
  body: string;
  version: Generated<number>;
  written_by: string | null;
  written_at: Date;
}

export interface WideRecusalsTable {
  edition_id: Computed<string | null>;
  person_id: Computed<string | null>;
  nomination_id: Computed<string | null>;
}

export interface WorkRemindersTable {
  edition_id: string;
  kind: 'ballots' | 'declarations' | 'statements' | 'ceremony';
  remind_at: Date;
  sent_at: Date;
  ordered_at: Date | null;
}

export interface DB {
  adviser_access: AdviserAccessTable;
  affiliations: AffiliationsTable;
  agreed_score_contents: AgreedScoreContentsTable;
  agreed_scores: AgreedScoresTable;
  answers: AnswersTable;
  api_tokens: ApiTokensTable;
  archive_numbers: ArchiveNumbersTable;
  asked_openly: AskedOpenlyTable;
  audit_details: AuditDetailsTable;
  audit_events: AuditEventsTable;
  audit_heads: AuditHeadsTable;
  ballot_commitments: BallotCommitmentsTable;
  ballot_earlier_scores: BallotEarlierScoresTable;
  ballot_reopenings: BallotReopeningsTable;
  ballot_salts: BallotSaltsTable;
  ballot_scores: BallotScoresTable;
  ballots: BallotsTable;
  barriers: BarriersTable;
  calibration_scores: CalibrationScoresTable;
  calibration_sheets: CalibrationSheetsTable;
  calibrations: CalibrationsTable;
  call_answers: CallAnswersTable;
  call_questions: CallQuestionsTable;
  call_recipients: CallRecipientsTable;
  call_reminders: CallRemindersTable;
  ceremonies: CeremoniesTable;
  ceremony_guests: CeremonyGuestsTable;
  ceremony_signups: CeremonySignupsTable;
  confidential_notices: ConfidentialNoticesTable;
  confirmations: ConfirmationsTable;
  connection_changes: ConnectionChangesTable;
  contacts: ContactsTable;
  counted_agreements: CountedAgreementsTable;
  criteria: CriteriaTable;
  deadline_extensions: DeadlineExtensionsTable;
  decision_candidates: DecisionCandidatesTable;
  decision_confirmations: DecisionConfirmationsTable;
  decision_entries: DecisionEntriesTable;
  decision_motions: DecisionMotionsTable;
  decision_participants: DecisionParticipantsTable;
  decisions: DecisionsTable;
  declaration_notes: DeclarationNotesTable;
  declarations: DeclarationsTable;
  demo_clock: DemoClockTable;
  document_pages: DocumentPagesTable;
  document_texts: DocumentTextsTable;
  documents: DocumentsTable;
  draft_reminders: DraftRemindersTable;
  draft_warnings: DraftWarningsTable;
  editions: EditionsTable;
  erasures: ErasuresTable;
  feedbacks: FeedbacksTable;
  finished_uploads: FinishedUploadsTable;
  frozen_full_results: FrozenFullResultsTable;
  frozen_results: FrozenResultsTable;
  help_messages: HelpMessagesTable;
  help_requests: HelpRequestsTable;
  join_requests: JoinRequestsTable;
  juror_figure_openings: JurorFigureOpeningsTable;
  juror_notes: JurorNotesTable;
  jury_changes: JuryChangesTable;
  kept_forms: KeptFormsTable;
  letter_batch_seen: LetterBatchSeenTable;
  letter_batches: LetterBatchesTable;
  letter_texts: LetterTextsTable;
  letters: LettersTable;
  meeting_absences: MeetingAbsencesTable;
  meeting_notes: MeetingNotesTable;
  meeting_openings: MeetingOpeningsTable;
  meeting_places: MeetingPlacesTable;
  meeting_presence: MeetingPresenceTable;
  meeting_room: MeetingRoomTable;
  meetings: MeetingsTable;
  motion_candidates: MotionCandidatesTable;
  motion_dissents: MotionDissentsTable;
  motion_voters: MotionVotersTable;
  motion_votes: MotionVotesTable;
  motions: MotionsTable;
  namings: NamingsTable;
  nomination_members: NominationMembersTable;
  nominations: NominationsTable;
  objection_texts: ObjectionTextsTable;
  objections: ObjectionsTable;
  old_application_files: OldApplicationFilesTable;
  old_applications: OldApplicationsTable;
  organisation_lookups: OrganisationLookupsTable;
  organisation_parents: OrganisationParentsTable;
  outcome_openings: OutcomeOpeningsTable;
  own_links: OwnLinksTable;
  own_standings: OwnStandingsTable;
  past_editions: PastEditionsTable;
  people: PeopleTable;
  practice_run: PracticeRunTable;
  presence: PresenceTable;
  publications: PublicationsTable;
  questions: QuestionsTable;
  reading_places: ReadingPlacesTable;
  received_applications: ReceivedApplicationsTable;
  received_files: ReceivedFilesTable;
  recusal_decisions: RecusalDecisionsTable;
  region_counties: RegionCountiesTable;
  regions: RegionsTable;
  rejection_proposals: RejectionProposalsTable;
  reminder_orders: ReminderOrdersTable;
  retention_rules: RetentionRulesTable;
  return_parts: ReturnPartsTable;
  revisions: RevisionsTable;
  role_grants: RoleGrantsTable;
  rules_versions: RulesVersionsTable;
  scan_rule: ScanRuleTable;
  seat_holders: SeatHoldersTable;
  seats: SeatsTable;
  sessions: SessionsTable;
  sign_in_links: SignInLinksTable;
  standings: StandingsTable;
  standings_now: StandingsNowTable;
  statement_comments: StatementCommentsTable;
  statement_versions: StatementVersionsTable;
  statements: StatementsTable;
  stored_files: StoredFilesTable;
  submission_documents: SubmissionDocumentsTable;
  submission_words: SubmissionWordsTable;
  submissions: SubmissionsTable;
  successor_notes: SuccessorNotesTable;
  wide_recusals: WideRecusalsTable;
  work_reminders: WorkRemindersTable;
}
