import type { Selectable } from 'kysely';
import type { Relations } from '../../core/policy/policy.ts';
import type { nomination } from '../../core/policy/resources.ts';
import type { NominationsTable, QuestionsTable, DocumentsTable } from '../../platform/db/types.ts';

export type NominationRow = Selectable<NominationsTable>;
export type NominationWithRelations = NominationRow & { rel: Relations<typeof nomination> };
export type DocumentRow = Selectable<DocumentsTable>;

/** A text per language; English is optional and falls back to bokmål. */
export interface LocalText {
  label: string;
  help?: string;
  prompts?: readonly string[];
}
export type QuestionRow = Omit<Selectable<QuestionsTable>, 'texts'> & { texts: Record<string, LocalText> };

/** One question as it stands in a form: with the answer and the version the answer was read at (0 = none yet). */
export interface Field {
  question: QuestionRow;
  value: string;
  version: number;
}

/** What was sent in: readable without the edition's questions, for these change from year to year. */
export interface RenderedSubmission {
  organisation: { kind: NominationRow['applicant_kind']; name: string; key: string; number: string | null; unit: string; partners: readonly string[] };
  answers: readonly { question: string; criterion: string | null; section: string; kind: string; label: string; value: string }[];
  documents: readonly { id: string; name: string; description: string; mediaType: string; bytes: number; sha256: string }[];
}
