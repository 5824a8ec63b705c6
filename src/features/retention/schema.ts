/** The schedule of what is kept for how long, and what an erasure leaves. */
import type { Selectable } from 'kysely';
import type { RetentionRulesTable } from '../../platform/db/types.ts';

/** What goes by itself, and earlier for whoever asks; all else waits for a person to start it. */
export const forgettingRules = [
  'guests',
  'reminders',
  'callList',
  'unsubscribed',
  'askers',
  'sources',
  'struckOld',
] as const;
export type ForgettingRule = (typeof forgettingRules)[number];
export const ruleNames = [
  'drafts',
  'notNominated',
  'contacts',
  'nominated',
  'scores',
  'declarations',
  'letters',
  'accounts',
  'accessLog',
  'questions',
  'barriers',
  'oldNominated',
  'oldOthers',
  'received',
  ...forgettingRules,
] as const;
export type RuleName = (typeof ruleNames)[number];
export type Since = Selectable<RetentionRulesTable>['since'];

/** A line of the schedule. */
export interface RetentionRule {
  name: RuleName;
  since: Since;
  /** How long, in one of the three; in none of them what goes at once. */
  keep: { years?: number; months?: number; days?: number };
}

/** What goes, table by table. */
export type Counts = Readonly<Record<string, number>>;

/** Something that the schedule says goes. */
export interface Due {
  rule: RuleName;
  /** The application, the edition or the person; the nil uuid for the service. */
  subjectId: string;
  editionId: string | null;
  dueAt: Date;
  /** Of an application or a year: what people know it by. */
  name: string | null;
}
/** …with what went, or would go. */
export interface Erased extends Due {
  counts: Counts;
}

/** Before a draft goes, its holders are told so long before. */
export const WARNING_DAYS = 14;
