/** What goes into an archive: the case of a year, and its records with their documents. */
import Type, { type Static } from 'typebox';
import type { Readable } from 'node:stream';

const uuid = Type.String({ format: 'uuid' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** The longest number of an archive that is kept, in characters. */
export const NUMBER_LENGTH = 60;
const number = Type.String({ maxLength: NUMBER_LENGTH });
export const NumberBody = Type.Object(
  { number: nullable(Type.String({ maxLength: NUMBER_LENGTH, description: 'null takes it away' })) },
  { additionalProperties: false },
);
/** Left empty, it is taken away. */
export const numberForm = Type.Object({ number: Type.Optional(number) });

const day = Type.String({ format: 'date' });
export const PeriodBody = Type.Object(
  { from: day, to: Type.String({ format: 'date', description: 'The last day that counts' }) },
  { additionalProperties: false },
);
export const periodForm = Type.Object({ from: Type.String(), to: Type.String() });
/** Days as people in Norway count them, both of them within. */
export type Period = Static<typeof PeriodBody>;

/** How much of an application there is to deliver. */
export const holdings = ['whole', 'withdrawn', 'erased'] as const;
export type Holding = (typeof holdings)[number];

export const ArchiveOut = Type.Object({
  number: nullable(Type.String({ description: 'The case number in the archive' })),
  isOver: Type.Boolean({ description: 'Protocol, decision and publication go along: the year is over' }),
  applications: Type.Array(
    Type.Object({
      id: uuid,
      organisation: Type.String(),
      unit: Type.String(),
      receiptNumber: Type.String(),
      submittedAt: Type.String({ format: 'date-time' }),
      number: nullable(Type.String({ description: 'Its own number in the archive' })),
      holding: Type.Enum([...holdings]),
    }),
  ),
  outOf: Type.Integer({
    description: 'Applications that the reader is out of: they are in none of its packages',
  }),
});
export type ArchiveOut = Static<typeof ArchiveOut>;

/** A code of the specification and what it means. */
export type Code = readonly [code: string, meaning: string];

export interface ArchiveFile {
  /** As people know it. */
  name: string;
  /** As it is called beside the message: plain letters. */
  stored: string;
  mediaType: string;
  variant: 'P' | 'A' | 'S';
  /** Of a file that was kept under it: what comes must have it. */
  sha256?: string;
  open(): Promise<Buffer | Readable>;
}
export interface ArchiveDocument {
  title: string;
  type: Code;
  place: 'H' | 'V';
  about?: string | undefined;
  /** Why it should not be public. */
  screened?: string | undefined;
  files: readonly ArchiveFile[];
}
export interface Registration {
  kind: 'application' | 'protocol' | 'decision' | 'publication';
  /** Its folder in the package, below that of the year: plain letters. */
  folder: string;
  /** By which the archive knows it again. */
  key: string;
  number: string | null;
  title: string;
  /** Without what may not be named in public. */
  publicTitle: string;
  /** The day it counts on. */
  at: Date;
  by: string;
  type: 'I' | 'U' | 'X';
  party?: { name: string; number: string | null; screened: boolean } | undefined;
  screened?: string | undefined;
  remarks: readonly string[];
  documents: readonly ArchiveDocument[];
}
/** The case: one for each year of the prize. */
export interface Case {
  id: string;
  year: number;
  number: string | null;
  createdAt: Date;
  closedAt: Date | null;
}
export interface LeftOut {
  path: string;
  why: 'missing' | 'infected' | 'unchecked' | 'withdrawn' | 'erased';
}
/** A year, or what of it is to be delivered. */
export interface Delivery {
  of: Case;
  registrations: readonly Registration[];
  leftOut: readonly LeftOut[];
  /** Applications that whoever takes it out has no part in. */
  outOf: number;
}
