import type { Selectable } from 'kysely';
import type { PublicationsTable } from '../../platform/db/types.ts';

export type PublicationKind = PublicationsTable['kind'];
/** A text in both written forms of Norwegian. */
export interface BothForms {
  nb: string;
  nn: string;
}
/** Nomination id > the jury's statement. */
export type Statements = Record<string, BothForms>;
export type PublicationRow = Omit<Selectable<PublicationsTable>, 'texts' | 'statements'> & {
  texts: BothForms;
  statements: Statements;
};

export interface NewPublication {
  kind: PublicationKind;
  publishAt: Date;
  /** The joint paragraph above the statements. */
  texts: BothForms;
}

/** So long before its moment nothing about a publication changes any more: what is kept for two seconds cannot be wrong. */
export const QUIET_MS = 10_000;
