/** What the lines say of each year. */
import Type from 'typebox';
import Value from 'typebox/value';
import { readCsv } from '../../platform/sheets/read-csv.ts';
import { FIRST_YEAR, type Cells, type Fault, type Field, type Line } from './schema.ts';

const columns: readonly [RegExp, Field | 'year'][] = [
  [/^(år|year|edition|prisår)$/i, 'year'],
  [/^(vinner|vinnar|winner)$/i, 'winner'],
  [/^(nominerte|finalists|nominated)$/i, 'finalists'],
  [/^(hederlig omtale|heiderleg omtale|honourable.*)$/i, 'honourable'],
  [/^(søknader|søknadar|applications|antall søknader|talet på søknader)$/i, 'applications'],
  [/^(dato|ceremony_?date|date|prisutdeling)$/i, 'ceremonyDate'],
  [/^(form|mode|måte)$/i, 'mode'],
];
const modes: Record<string, string> = {
  '': '',
  physical: 'physical',
  fysisk: 'physical',
  digital: 'digital',
  digitalt: 'digital',
};
const LONGEST = 300;
const day = Type.String({ format: 'date' });

export function parseHistory(text: string, thisYear: number): { lines: Line[]; faults: Fault[] } {
  const [head, ...rows] = readCsv(text);
  const names = (head?.cells ?? []).map((cell) => columns.find(([pattern]) => pattern.test(cell))?.[1]);
  const wrong = headFault(head?.cells ?? [], names, rows);
  if (wrong) return { lines: [], faults: [{ line: head?.line ?? 1, ...wrong }] };
  const faults: Fault[] = [];
  const met = new Set<number>();
  const lines = rows.map(({ line, cells }) => {
    const given = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) as Partial<
      Record<Field | 'year', string>
    >;
    const fault = (what: Fault['what'], of: string) => faults.push({ line, what, text: of });
    const year = Number(given.year);
    if (!/^\d{4}$/.test(given.year ?? '') || year < FIRST_YEAR || year > thisYear)
      fault('year', given.year ?? '');
    else if (met.has(year)) fault('twice', String(year));
    met.add(year);
    return { line, year, cells: cellsOf(given, fault) };
  });
  return { lines, faults };
}

/** What nobody could tell the place of would be lost: a name that is not known, one for two columns, cells under none. */
function headFault(
  head: readonly string[],
  names: readonly (Field | 'year' | undefined)[],
  rows: readonly { cells: readonly string[] }[],
): Pick<Fault, 'what' | 'text'> | undefined {
  const unknown = head.filter((cell, i) => cell !== '' && names[i] === undefined);
  if (!names.includes('year') || !names.includes('winner') || unknown.length > 0)
    return { what: 'header', text: unknown.join(', ') };
  const twice = head.find((_cell, i) => names[i] !== undefined && names.indexOf(names[i]) < i);
  if (twice !== undefined) return { what: 'columnTwice', text: twice };
  const widest = Math.max(0, ...rows.map(({ cells }) => cells.length));
  for (let i = 0; i < widest; i++)
    if (names[i] === undefined && rows.some(({ cells }) => (cells[i] ?? '') !== ''))
      return { what: 'columnUnnamed', text: String(i + 1) };
  return undefined;
}

function cellsOf(
  given: Partial<Record<Field | 'year', string>>,
  fault: (what: Fault['what'], text: string) => void,
): Partial<Cells> {
  const { year: _year, ...cells } = given;
  const { winner = '', applications, ceremonyDate, mode } = cells;
  if (winner === '') fault('winner', '');
  for (const text of Object.values(cells)) if (text.length > LONGEST) fault('long', text.slice(0, 40));
  if (applications && !/^\d{1,5}$/.test(applications)) fault('applications', applications);
  const date = ceremonyDate && isoDate(ceremonyDate);
  if (date === null) fault('date', ceremonyDate ?? '');
  const known = mode === undefined ? undefined : modes[mode.toLowerCase()];
  if (mode !== undefined && known === undefined) fault('mode', mode);
  return {
    ...cells,
    ...(cells.finalists === undefined ? {} : { finalists: several(cells.finalists) }),
    ...(cells.honourable === undefined ? {} : { honourable: several(cells.honourable) }),
    ...(applications === undefined ? {} : { applications: applications && String(Number(applications)) }),
    ...(date ? { ceremonyDate: date } : {}),
    ...(known === undefined ? {} : { mode: known }),
  };
}

/** Names in one cell, written alike. */
const several = (text: string): string =>
  text
    .split('|')
    .map((name) => name.trim())
    .filter(Boolean)
    .join('|');

/** "2019-12-05" and "5.12.2019"; null for what is no day. */
function isoDate(text: string): string | null {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = d ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : text;
  return Value.Check(day, iso) ? iso : null;
}
