/** The dates of a year, what the calendar says of them, and texts that lack a language: as pages and API show them. */
import type { EditionRow } from './schema.ts';

export const columns = {
  announcesAt: 'announces_at',
  opensAt: 'opens_at',
  closesAt: 'closes_at',
  judgingEndsAt: 'judging_ends_at',
  finalistsAt: 'finalists_at',
  ceremonyAt: 'ceremony_at',
} as const;

export type DateName = keyof typeof columns;
/** Each is there, but the announcement: that one is planned by those who want to. */
export type EditionDates = Record<Exclude<DateName, 'announcesAt'>, Date> & { announcesAt: Date | null };
/** In the order they must follow each other. */
export const inOrder = Object.keys(columns) as DateName[];

/** The dates of a year by the names that forms and API use. */
export const datesOf = (row: Pick<EditionRow, (typeof columns)[DateName]>): EditionDates =>
  Object.fromEntries(inOrder.map((name) => [name, row[columns[name]]])) as unknown as EditionDates;

/** Deadlines include the minute they name. */
export const deadlines: readonly string[] = ['closesAt', 'judgingEndsAt'];

export type Holiday =
  | 'newYear'
  | 'maundyThursday'
  | 'goodFriday'
  | 'easter'
  | 'labourDay'
  | 'constitutionDay'
  | 'ascension'
  | 'pentecost'
  | 'christmas'
  | 'newYearsEve';
export type Caution =
  | { field: DateName; kind: 'weekend' | 'autumnHoliday' | 'summerLeave' | 'passed' }
  | { field: DateName; kind: 'holiday'; holiday: Holiday }
  /** The phase that ends on the date goes across weeks when people are away. */
  | { field: DateName; kind: 'acrossAutumn' | 'acrossSummer' }
  | { field: DateName; kind: 'short'; days: number; atLeast: number };

export const norwegian = ['nb', 'nn'] as const;
export type Norwegian = (typeof norwegian)[number];

/** A text that lacks a language, and where it is written. */
export interface Gap {
  part: 'texts' | 'criteria' | 'questions' | 'scale';
  lang: Norwegian;
  /** The edition's text by its key, the level of the scale, or the criterion or question by its id. */
  id: string;
  /** What it says in the other language, to be found by. */
  name: string;
}

/** An applicant who is owed an answer, or the reasons that were promised. */
export interface Owed {
  /** Null for whoever is out of it. */
  nominationId: string | null;
  organisation: string;
  lacks: 'answer' | 'reasons';
}
