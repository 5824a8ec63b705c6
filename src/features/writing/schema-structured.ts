/**
 * Answers with a shape: tables whose numbers are added up, and choices among several. Kept as JSON text in the answer,
 * so that versions, conflicts, history and autosave treat them like any other words. They warn, and never block.
 */
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import type { StructuredContent } from '../../ui/submission.ts';

export type StructuredKind = 'table' | 'choices';
export const isStructured = (kind: string): kind is StructuredKind => kind === 'table' || kind === 'choices';

const closed = { additionalProperties: false };
const key = Type.String({ pattern: '^[a-z0-9-]{1,60}$' });
const label = Type.String({ minLength: 1, maxLength: 200 });
const labels = Type.Object({ nb: label, nn: label, en: Type.Optional(label) }, closed);

export const tableDetails = Type.Object(
  {
    columns: Type.Array(
      Type.Object(
        { key, type: Type.Union([Type.Literal('text'), Type.Literal('number')]), texts: labels },
        closed,
      ),
      { minItems: 1, maxItems: 5 },
    ),
  },
  closed,
);
export const choicesDetails = Type.Object(
  {
    options: Type.Array(Type.Object({ key, texts: labels }, closed), { minItems: 1, maxItems: 60 }),
    other: Type.Boolean({ description: 'Whether something else may be written in' }),
  },
  closed,
);
/** What an edition says of a table or of choices, in all its languages. */
export const detailsSchema = Type.Union([tableDetails, choicesDetails]);
export type TableDetails = Static<typeof tableDetails>;
export type ChoicesDetails = Static<typeof choicesDetails>;
export type Details = Static<typeof detailsSchema>;

type Labels = Static<typeof labels>;
export const labelIn = (texts: Labels, lang: string): string => texts[lang as keyof Labels] ?? texts.nb;

/** Enough for every department of a large city. */
export const ROWS_MAX = 100;
export const CELL_LENGTH = 200;

/** A number where it is one, else what was written: a number that cannot be read is warned about, not thrown away. */
export type Cell = string | number;
export type Row = Record<string, Cell>;
export interface Choices {
  chosen: string[];
  other: string;
}

const storedRows = Type.Array(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])));
const storedChoices = Type.Object(
  { chosen: Type.Array(Type.String()), other: Type.Optional(Type.String()) },
  closed,
);

/** The rows of a stored table. */
export const rowsOf = (value: string): Row[] => (value === '' ? [] : (JSON.parse(value) as Row[]));
/** What is chosen in a stored answer. */
export const choicesOf = (value: string): Choices =>
  value === ''
    ? { chosen: [], other: '' }
    : {
        other: '',
        ...(JSON.parse(value) as Partial<Choices>),
        chosen: (JSON.parse(value) as Choices).chosen,
      };

/** Why an answer with a shape cannot be kept. */
export type Fault = 'shape' | 'unknownKey' | 'tooManyRows' | 'longCell';
export type Kept = { ok: true; value: string } | { ok: false; fault: Fault };

/**
 * The answer as it is kept: known keys in their order, empty rows left out, numbers as numbers; '' when nothing is left.
 * Also takes plain text: rows copied from a spreadsheet (cells between tabs or semicolons), or "something else" for choices.
 */
export function keepStructured(details: Details, value: string, clean: (line: string) => string): Kept {
  if (value.trim() === '') return { ok: true, value: '' };
  if ('columns' in details) return keepTable(details, value, clean);
  return keepChoices(details, value, clean);
}

function keepTable({ columns }: TableDetails, value: string, clean: (line: string) => string): Kept {
  const read = value.trimStart().startsWith('[') ? parsed(value) : fromSpreadsheet(columns, value);
  if (!Value.Check(storedRows, read)) return { ok: false, fault: 'shape' };
  if (read.length > ROWS_MAX) return { ok: false, fault: 'tooManyRows' };
  const known = new Set(columns.map((column) => column.key));
  const rows: Row[] = [];
  for (const row of read) {
    if (Object.keys(row).some((each) => !known.has(each))) return { ok: false, fault: 'unknownKey' };
    const kept: Row = {};
    for (const column of columns) {
      const text = clean(String(row[column.key] ?? ''));
      if (text.length > CELL_LENGTH) return { ok: false, fault: 'longCell' };
      if (text !== '') kept[column.key] = column.type === 'number' ? (numberIn(text) ?? text) : text;
    }
    if (Object.keys(kept).length > 0) rows.push(kept);
  }
  return { ok: true, value: rows.length === 0 ? '' : JSON.stringify(rows) };
}

function keepChoices(
  { options, other }: ChoicesDetails,
  value: string,
  clean: (line: string) => string,
): Kept {
  const read = value.trimStart().startsWith('{') ? parsed(value) : { chosen: [], other: value };
  if (!Value.Check(storedChoices, read)) return { ok: false, fault: 'shape' };
  const chosen = options.map((option) => option.key).filter((each) => read.chosen.includes(each));
  if (read.chosen.some((each) => !chosen.includes(each))) return { ok: false, fault: 'unknownKey' };
  const more = clean(read.other ?? '');
  if (more !== '' && !other) return { ok: false, fault: 'unknownKey' };
  if (more.length > CELL_LENGTH * 5) return { ok: false, fault: 'longCell' };
  const empty = chosen.length === 0 && more === '';
  return {
    ok: true,
    value: empty ? '' : JSON.stringify({ chosen, ...(more === '' ? {} : { other: more }) }),
  };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

const fromSpreadsheet = (columns: TableDetails['columns'], value: string): Row[] =>
  value
    .split(/\r?\n/)
    .map((line) => line.split(/\t|;/))
    .map((cells) => Object.fromEntries(columns.map((column, i) => [column.key, cells[i] ?? ''])));

/** A whole number from 0, as people write it: "1 200". */
function numberIn(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

/** The sum of each number column; null for a text column. What is no number does not count. */
export const sumsOf = ({ columns }: TableDetails, rows: readonly Row[]): (number | null)[] =>
  columns.map(({ key: column, type }) =>
    type === 'number'
      ? rows.reduce((sum, row) => sum + (typeof row[column] === 'number' ? row[column] : 0), 0)
      : null,
  );

/** What is worth a second look in a table, by row from 0. */
export interface TableWarning {
  row: number;
  kind: 'notNumber' | 'noName' | 'twice';
  text: string;
}

export function warningsOf({ columns }: TableDetails, rows: readonly Row[]): TableWarning[] {
  const first = columns.find(({ type }) => type === 'text')?.key;
  const nameOf = (row: Row | undefined) => String((first && row?.[first]) ?? '').toLowerCase();
  return rows.flatMap((row, at): TableWarning[] => {
    const name = nameOf(row);
    const twice = name !== '' && rows.findIndex((each) => nameOf(each) === name) < at;
    const odd = columns.filter(({ key: each, type }) => type === 'number' && typeof row[each] === 'string');
    return [
      ...odd.map((column) => ({ row: at, kind: 'notNumber' as const, text: String(row[column.key]) })),
      ...(first && name === '' ? [{ row: at, kind: 'noName' as const, text: '' }] : []),
      ...(twice ? [{ row: at, kind: 'twice' as const, text: String(first && row[first]) }] : []),
    ];
  });
}

/** An answer with a shape, to be read without the edition's form: in one language, with its sums. */
export type { StructuredContent };

export function contentOf(details: Details, value: string, lang: string): StructuredContent {
  if ('columns' in details) {
    const rows = rowsOf(value);
    return {
      kind: 'table',
      columns: details.columns.map(({ texts, type }) => ({ label: labelIn(texts, lang), type })),
      rows: rows.map((row) => details.columns.map((column) => row[column.key] ?? '')),
      sums: sumsOf(details, rows),
    };
  }
  const { chosen, other } = choicesOf(value);
  const named = details.options.filter((option) => chosen.includes(option.key));
  return { kind: 'choices', chosen: named.map(({ texts }) => labelIn(texts, lang)), other };
}

/** The same in plain words, a row or a choice a line: for search, for programs and where there is no room for a table. */
export function plainText(content: StructuredContent): string {
  if (content.kind === 'choices') return [...content.chosen, content.other].filter(Boolean).join('\n');
  return content.rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? String(cell) : `${content.columns[i]?.label ?? ''}: ${cell}`))
        .join(', '),
    )
    .join('\n');
}
