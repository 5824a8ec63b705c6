import type { Selectable } from 'kysely';
import type { Details } from '../writing/schema-structured.ts';
import type { CriteriaTable, EditionsTable, QuestionsTable } from '../../platform/db/types.ts';

export type EditionRow = Selectable<EditionsTable>;

/** Texts of an edition in one language. */
export interface EditionTexts {
  intro: string;
  purpose: string;
  eligibility: string;
  prize: string;
  regulations: string;
}
export type Localised<T> = { nb: T; nn: T; en?: T };
/** `prompts`: what a juror is helped with when writing on it. */
export type CriterionText = { name: string; description: string; prompts?: string[] };
export type QuestionText = { label: string; help?: string; prompts?: readonly string[] };
export type QuestionRow = Omit<Selectable<QuestionsTable>, 'texts' | 'details'> & {
  texts: Localised<QuestionText>;
  details: Details | null;
};
export type CriterionRow = Omit<Selectable<CriteriaTable>, 'texts'> & { texts: Localised<CriterionText> };

/** Which texts every edition must have in bokmål and nynorsk before it is announced (SPR-3). */
export const editionTextKeys = [
  'intro',
  'purpose',
  'eligibility',
  'prize',
  'regulations',
] as const satisfies readonly (keyof EditionTexts)[];

/** How many days before the deadline those who hold a draft can be reminded. */
export const reminderDays = [14, 3, 1] as const;
/** What else the service can remind of, and how many days before its date. */
export const reminderKinds = ['declarations', 'ballots', 'statements', 'ceremony'] as const;
export type ReminderKind = (typeof reminderKinds)[number];
export const workReminderDays = [14, 7, 3, 1] as const;
export type ReminderDays = { [K in ReminderKind]?: readonly number[] };
/** The box of each reminder in the form. */
export const reminderField = (days: number, kind?: ReminderKind): string =>
  kind ? `reminder-${kind}-${days}` : `reminder-${days}`;
