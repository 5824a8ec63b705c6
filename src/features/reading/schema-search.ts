/** What one looks for, and what is found. */
export interface Wanted {
  q: string;
  /** Within one year, or one application. */
  editionId?: string | undefined;
  nominationId?: string | undefined;
  /** From 1. */
  page?: number | undefined;
}

/** A piece of text, marked where it is what one looked for. */
export interface Segment {
  text: string;
  hit: boolean;
}

export interface Hit {
  /** On a page of a document, in what a document is called and said to be, or in an answer. */
  kind: 'page' | 'file' | 'answer';
  nomination: { id: string; organisation: string; unit: string; year: number };
  /** In which capacity the reader reads this application. */
  as: 'applicant' | 'secretary' | 'juror';
  document: { id: string; mediaType: string } | null;
  /** Name of the file, or the question. */
  title: string;
  page: number | null;
  excerpt: Segment[];
}

export interface SearchResult {
  total: number;
  page: number;
  pages: number;
  hits: Hit[];
}

export const HITS_A_PAGE = 20;
export const LONGEST_QUERY = 200;
