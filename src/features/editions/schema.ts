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
export type CriterionText = { name: string; description: string };
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
/** The box of each reminder in the form. */
export const reminderField = (days: number): string => `reminder-${days}`;
