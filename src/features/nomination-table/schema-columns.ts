/** Which columns the table has: chosen in the address, and remembered on the device for the next time. */
import Type, { type Static } from 'typebox';
import type { Parameters } from './schema.ts';

/** In the order in which they stand, on the page and in the files. */
export const columnKeys = [
  'receipt',
  'applicant',
  'unit',
  'partners',
  'kind',
  'county',
  'number',
  'state',
  'progress',
  'submitted',
  'versions',
  'due',
  'documents',
  'help',
  'extension',
  'received',
] as const;
export type ColumnKey = (typeof columnKeys)[number];
/** Whose it is stands in every table: a row without it would be nobody's. */
export const ALWAYS = 'applicant' satisfies ColumnKey;
export const standardColumns: readonly ColumnKey[] = ['applicant', 'kind', 'state', 'progress', 'submitted'];
/** In an address: as it is for whoever has chosen nothing. */
export const STANDARD = 'standard';

const key = Type.Unsafe<ColumnKey | typeof STANDARD>({ type: 'string', enum: [...columnKeys, STANDARD] });
/** Once or several times in an address. */
export const columnQuery = {
  column: Type.Optional(Type.Union([key, Type.Array(key, { maxItems: columnKeys.length + 1 })])),
  /** The form of the columns was there: none of them ticked is a choice too. */
  columns: Type.Optional(Type.Literal('chosen')),
};
const query = Type.Object(columnQuery);

/** Those that an address names, in their own order; undefined where it names none. */
export function columnsIn({ column, columns }: Static<typeof query>): readonly ColumnKey[] | undefined {
  if (column === undefined && columns === undefined) return undefined;
  const named = [column ?? []].flat();
  return named.includes(STANDARD)
    ? standardColumns
    : columnKeys.filter((each) => each === ALWAYS || named.includes(each));
}

/** As they are remembered. Of what was remembered, only what there is. */
export const rememberedColumns = (kept: string | undefined): readonly ColumnKey[] | undefined =>
  kept === undefined
    ? undefined
    : columnsIn({ column: columnKeys.filter((each) => kept.split('.').includes(each)) });
export const toRemember = (columns: readonly ColumnKey[]): string => columns.join('.');

export const isStandard = (columns: readonly ColumnKey[]): boolean =>
  toRemember(columns) === toRemember(standardColumns);

export const columnParameters = (columns: readonly ColumnKey[]): Parameters =>
  columns.map((each) => ['column', each] as const);
