/** The parts of an application that it can be returned for. */
import Type, { type Static } from 'typebox';

/** Whom it is for, the attachments, and the confirmations; besides these each question is a part. */
export const wholeParts = ['applicant', 'documents', 'confirmations'] as const;
export type WholePart = (typeof wholeParts)[number];
/** The id of a question, or the name of another part. */
export type PartKey = string;

export const PART_NOTE_LENGTH = 500;

/** A part that is asked for, and what is missing there. */
export interface ReturnedPart {
  part: PartKey;
  note: string;
}
/** As somebody reads it: with the name of the part. */
export interface NamedPart extends ReturnedPart {
  /** Of a question in the language of the application; empty for the other parts, which are named in the reader's. */
  question: string;
}

export const isWhole = (part: PartKey): part is WholePart => (wholeParts as readonly string[]).includes(part);

export const returnedPartSchema = Type.Object(
  {
    part: Type.String({
      maxLength: 40,
      description: 'A question’s id, applicant, documents or confirmations',
    }),
    note: Type.String({
      maxLength: PART_NOTE_LENGTH,
      description: 'What is missing there; the applicant reads it',
    }),
  },
  { additionalProperties: false },
);
export type ReturnedPartInput = Static<typeof returnedPartSchema>;
