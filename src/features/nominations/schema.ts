import type { Selectable } from 'kysely';
import Type from 'typebox';
import type { Relations } from '../../core/policy/policy.ts';
import type { nomination } from '../../core/policy/resources.ts';
import type { Details, StructuredContent } from '../writing/schema-structured.ts';
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
export type QuestionRow = Omit<Selectable<QuestionsTable>, 'texts' | 'details'> & {
  texts: Record<string, LocalText>;
  /** Columns or options of a question whose answer has a shape. */
  details: Details | null;
};

/** One question as it stands in a form: with the answer and the version the answer was read at (0 = none yet). */
export interface Field {
  question: QuestionRow;
  value: string;
  version: number;
}

/** What was sent in: readable without the edition's questions, for these change from year to year. */
export interface RenderedSubmission {
  organisation: {
    kind: NominationRow['applicant_kind'];
    name: string;
    key: string;
    number: string | null;
    unit: string;
    partners: readonly string[];
  };
  answers: readonly {
    question: string;
    criterion: string | null;
    section: string;
    kind: string;
    label: string;
    /** Of a table or of choices the same in plain words. */
    value: string;
    content?: StructuredContent;
  }[];
  documents: readonly {
    id: string;
    name: string;
    description: string;
    mediaType: string;
    bytes: number;
    sha256: string;
    /** Why the applicant thinks that it should not be public (OFF-3); absent when it may be. */
    withhold?: string;
  }[];
}

export const applicantKinds = ['municipality', 'district', 'enterprise', 'cooperation'] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

export const nominationStates = [
  'draft',
  'submitted',
  'returned',
  'admitted',
  'rejected',
  'underReview',
  'scored',
  'finalist',
  'notSelected',
  'winner',
  'honourableMention',
  'finalistWithoutPrize',
  'withdrawn',
] as const satisfies readonly NominationRow['state'][];

export const sections = ['about', 'criteria', 'facts', 'extra', 'approval'] as const;
export type Section = (typeof sections)[number];

/** What people and programs may ask of an application. A rejection is proposed; everything else happens to it as the year goes. */
export const requestable = ['submit', 'withdraw', 'return', 'admit'] as const;

/** Longest answer that is kept, in characters: well over any word limit, well under a form's body. */
export const ANSWER_LENGTH = 20_000;
export const REASON_LENGTH = 4000;

export const kindSchema = Type.Union(applicantKinds.map((kind) => Type.Literal(kind)));
export const languageSchema = Type.Union([Type.Literal('nb'), Type.Literal('nn')]);
/** Whom a new application is for. */
export const newNominationFields = {
  organisation: Type.String({ minLength: 1, maxLength: 200 }),
  key: Type.Optional(Type.String({ maxLength: 40 })),
  /** Nine digits, spaced as one likes; checked by mod 11. */
  organisationNumber: Type.Optional(Type.String({ maxLength: 40 })),
  unit: Type.Optional(Type.String({ maxLength: 200 })),
  language: languageSchema,
};
