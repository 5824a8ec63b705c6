import type { TextNode } from '../../ui/document-text.ts';

/** A page of a PDF; of other documents a part of a few thousand characters, for these have no pages of their own. */
export interface TextPage {
  number: number;
  text: string;
  nodes: TextNode[];
  /** How many identity numbers stand on it. */
  identityNumbers: number;
}

/** What came of reading a document. */
export type ReadState = 'read' | 'partly' | 'empty' | 'unreadable';
/** Why a document was not read, or not to its end. */
export type ReadFault = 'time' | 'memory' | 'size' | 'damaged' | 'encrypted' | 'lost';

export interface Extracted {
  state: ReadState;
  fault: ReadFault | null;
  pages: TextPage[];
  /** Identity numbers outside of the pages: headers, comments, properties. */
  identityNumbersBesides: number;
}

export interface Limits {
  milliseconds: number;
  /** Of the thread, heap and buffers together. */
  bytes: number;
  pages: number;
  /** Of text in all. */
  characters: number;
}

/** The version of the reader: raised when it reads better or looks for more, so that everything is read again. */
export const READER = 1;

/** Well over any document of 25 MB that a person writes. */
export const LIMITS: Limits = {
  milliseconds: 45_000,
  bytes: 400_000_000,
  pages: 2000,
  characters: 8_000_000,
};

/** So many pages of a document stand in a longer text; the rest is read in the document itself. */
export const MOST_PAGES = 150;
/** A document as a part of a longer text. */
export interface ReadDocument {
  id: string;
  nomination_id: string;
  name: string;
  description: string;
  mediaType: string;
  /** 'waiting' until somebody has read it. */
  state: ReadState | 'waiting';
  pages: readonly Pick<TextPage, 'number' | 'text' | 'nodes'>[];
  /** Pages in all. */
  length: number;
}
export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const ODT = 'application/vnd.oasis.opendocument.text';
/** The kinds that hold text; of pictures there is only what the applicant says of them. */
export const textKinds: readonly string[] = [PDF, DOCX, ODT];

/** What the thread says, in order: its pages, then how it ended. */
export type FromThread =
  | { say: 'page'; nodes: TextNode[]; raw: string }
  | { say: 'end'; besides: string; cut: boolean }
  | { say: 'failed'; fault: 'damaged' | 'encrypted' };
export interface ThreadInput {
  mediaType: string;
  bytes: ArrayBuffer;
  pages: number;
  characters: number;
}
