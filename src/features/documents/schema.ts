/** Documents as they are read and as programs see them. */
import Type from 'typebox';
import type { DocumentRow } from '../nominations/schema.ts';

export type Scan = 'waiting' | 'clean' | 'infected' | 'unscanned';
/** A document with what is known of the safety of its content. */
export interface ListedDocument extends DocumentRow {
  scan: Scan;
  readable: boolean;
}

export const DESCRIPTION_LENGTH = 500;
export const WITHHOLD_LENGTH = 500;

const uuid = Type.String({ format: 'uuid' });
export const documentSchema = Type.Object({
  id: uuid,
  name: Type.String({
    description: 'As it was uploaded, reduced to a safe name; a number is added when it was taken',
  }),
  description: Type.String(),
  withholdReason: Type.Union([Type.String(), Type.Null()], {
    description: 'Why the applicant thinks that it should not be public; null when it may be',
  }),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String({ description: 'Of the file as it is kept' }),
  metadataRemoved: Type.Boolean({
    description: 'Where, when and with what a picture was taken was left out',
  }),
  scan: Type.Union(
    [Type.Literal('waiting'), Type.Literal('clean'), Type.Literal('infected'), Type.Literal('unscanned')],
    { description: 'What the virus scanner has said; infected files never open' },
  ),
  readable: Type.Boolean({ description: 'Whether the content opens now' }),
  uploadedAt: Type.String({ format: 'date-time' }),
});

export const shownDocument = (row: ListedDocument) => ({
  id: row.id,
  name: row.name,
  description: row.description,
  withholdReason: row.withhold_reason,
  mediaType: row.media_type,
  bytes: Number(row.bytes),
  sha256: row.sha256,
  metadataRemoved: row.metadata_removed,
  scan: row.scan,
  readable: row.readable,
  uploadedAt: row.uploaded_at.toISOString(),
});
