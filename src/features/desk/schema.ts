import Type, { type Static } from 'typebox';
import type { ReadDocument } from '../reading/schema.ts';
import type { SubmissionAnswer } from '../../ui/submission.ts';
import type { SeatView } from '../../ui/jury-frame.ts';
import type { Lang } from '../../ui/text/index.ts';

const uuid = '[0-9a-f-]{36}';
/** A part of the text (an answer, a page of a document) and a paragraph in it. */
const place = Type.String({
  pattern: `^(answer-${uuid}|document-${uuid}-[0-9]{1,4})(\\.[0-9]{1,4})?$`,
  description: 'A part of the text, and a paragraph in it: answer-<question>.3, document-<document>-<page>.3',
});
export const PlaceIn = Type.Object({ place }, { additionalProperties: false });
export const PlaceOut = Type.Object({ place: Type.Union([place, Type.Null()]) });
export type Place = Static<typeof PlaceIn>['place'];
/** The part that a place is in: there is an element of this id. */
export const partOf = (at: Place): string => at.replace(/\.\d+$/, '');

/** Sizes of the text; the choice belongs to the device, for a phone and a tablet are held differently. */
export const sizes = ['normal', 'large', 'largest'] as const;
export type Size = (typeof sizes)[number];
export const SizeIn = Type.Object(
  { size: Type.Enum([...sizes]), til: Type.Optional(Type.String()) },
  { additionalProperties: false },
);

/** An application as one text. */
export interface WholeText {
  title: string;
  submittedAt: Date;
  language: Lang;
  answers: readonly SubmissionAnswer[];
  documents: readonly ReadDocument[];
}
export interface ReadingView {
  seat: SeatView;
  nominationId: string;
  /** Whose place it is: nothing is kept in another's name. */
  me: string;
  text: WholeText;
  place: Place | null;
  size: Size;
}
