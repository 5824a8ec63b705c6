import type { CriterionRow, EditionTexts, Localised } from '../editions/schema.ts';
import type { Field, QuestionRow } from './schema.ts';

/** What the form of the year demands, and what of it was sent in. */
export interface Musts {
  /** What has to be fulfilled to be assessed at all, and the questions that are about it. */
  criteria: readonly { texts: CriterionRow['texts']; questions: readonly string[]; answered: boolean }[];
  /** How many questions have to be answered, and those that are not. */
  required: number;
  missing: readonly QuestionRow[];
  tooLong: readonly Field[];
  /** When the call closed for this one, and whether it had been sent in by then. */
  deadline: Date;
  inTime: boolean;
  /** Of the call: among other things who may apply. */
  words: Localised<EditionTexts>;
}
