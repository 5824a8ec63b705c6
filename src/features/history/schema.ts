/** The years before the service, brought along as CSV. */
import Type, { type Static } from 'typebox';
import { TEXT_BYTES } from '../../platform/http/text-upload.ts';

export const fields = ['winner', 'finalists', 'honourable', 'applications', 'ceremonyDate', 'mode'] as const;
export type Field = (typeof fields)[number];
/** The prize was given the first time in. */
export const FIRST_YEAR = 2011;

/** What is stored of a year, as it stands in a cell; '' for nothing. */
export type Cells = Record<Field, string>;

export const faults = [
  'header',
  'columnTwice',
  'columnUnnamed',
  'year',
  'twice',
  'own',
  'winner',
  'applications',
  'date',
  'mode',
  'long',
] as const;
export interface Fault {
  line: number;
  what: (typeof faults)[number];
  text: string;
}
/** A line that can be taken: only what the file has a column for. */
export interface Line {
  line: number;
  year: number;
  cells: Partial<Cells>;
}

const lines = Type.String({ minLength: 1, maxLength: TEXT_BYTES });
export const importForm = Type.Object({
  lines,
  /** Names the plan that was seen; empty where nothing has been looked at. */
  seen: Type.Optional(Type.String({ maxLength: 64 })),
  /** Which button: save it; else it is only looked at. */
  save: Type.Optional(Type.Literal('1')),
});
export const ImportBody = Type.Object(
  {
    lines: Type.String({
      minLength: 1,
      maxLength: TEXT_BYTES,
      description: 'CSV whose first line names the columns; several names in one cell are divided by |',
    }),
    seen: Type.Optional(
      Type.String({ maxLength: 64, description: 'The `seen` of the plan; without it nothing is saved' }),
    ),
  },
  { additionalProperties: false },
);
const Change = Type.Object({ field: Type.Enum([...fields]), from: Type.String(), to: Type.String() });
export const PlanLine = Type.Object({
  line: Type.Integer(),
  year: Type.Integer(),
  kind: Type.Enum(['new', 'changed', 'same']),
  changes: Type.Array(Change, { description: 'What is overwritten, or written for the first time' }),
});
export type PlanLine = Static<typeof PlanLine>;
export const PlanOut = Type.Object({
  plan: Type.Array(PlanLine),
  seen: Type.String({ description: 'Names exactly this plan' }),
  saved: Type.Boolean(),
});
export interface Plan {
  lines: PlanLine[];
  seen: string;
}
