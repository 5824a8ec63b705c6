/** All that a juror is to judge, in one: what the page for paper shows and what the PDF holds. Plain data, so that a thread can be given it. */
import type { RenderedSubmission } from '../nominations/schema.ts';
import type { ReadDocument } from '../reading/schema.ts';
import type { Lang } from '../../ui/text/index.ts';
import type { Scale, SheetLine } from './schema.ts';

/** Pages of documents in all: each document has the same share. What is left out is read in the document itself. */
export const BOOKLET_PAGES = 2000;

export interface Booklet {
  year: number;
  /** Whose copy it is. */
  reader: string;
  madeAt: Date;
  applications: readonly BookletApplication[];
  /** The form, with nothing of what has been given. */
  criteria: readonly BookletCriterion[];
  scale: Scale;
}
export interface BookletApplication {
  id: string;
  name: string;
  submittedAt: Date;
  /** It is written in. */
  language: Lang;
  content: RenderedSubmission;
  /** Its documents, as reading mode shows them. */
  read: readonly ReadDocument[];
}
export type BookletCriterion = Pick<SheetLine, 'criterionId' | 'kind' | 'weight' | 'texts' | 'scored'>;
