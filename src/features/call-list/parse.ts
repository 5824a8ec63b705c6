/** What the lines of a list say: address, name and form of Norwegian, in this order or as a first line names the columns. */
import Value from 'typebox/value';
import { readCsv } from '../../platform/sheets/read-csv.ts';
import { email as emailSchema, MOST_LINES, NAME_LENGTH, type Fault, type Line } from './schema.ts';

const columns: Record<'email' | 'name' | 'language', RegExp> = {
  email: /^(e-?post|e-?mail|mail|epostadresse|e-postadresse)/i,
  name: /^(navn|namn|name|kontakt)/i,
  language: /^(målform|maalform|språk|language|form)/i,
};
const languages: Record<string, 'nb' | 'nn'> = {
  '': 'nb',
  nb: 'nb',
  bm: 'nb',
  bokmål: 'nb',
  nn: 'nn',
  nynorsk: 'nn',
};

export function parseList(text: string): { people: Line[]; faults: Fault[] } {
  const rows = readCsv(text);
  const places = placesOf(rows[0]?.cells ?? []);
  const people: Line[] = [];
  const faults: Fault[] = [];
  for (const { line, cells } of places.named ? rows.slice(1) : rows) {
    const at = (name: keyof typeof columns) => cells[places[name]] ?? '';
    const email = at('email').toLowerCase();
    const language = languages[at('language').toLowerCase()];
    if (!isAddress(email)) faults.push({ line, what: 'email', text: at('email') });
    if (!language) faults.push({ line, what: 'language', text: at('language') });
    if (at('name').length > NAME_LENGTH) faults.push({ line, what: 'name', text: at('name').slice(0, 40) });
    if (language) people.push({ line, email, name: at('name'), language });
  }
  if (people.length > MOST_LINES)
    faults.push({ line: people[MOST_LINES]?.line ?? MOST_LINES, what: 'tooMany', text: String(MOST_LINES) });
  return { people, faults };
}

const isAddress = (text: string): boolean => Value.Check(emailSchema, text);

function placesOf(first: readonly string[]) {
  const named = first.some((cell) => columns.email.test(cell) && !cell.includes('@'));
  const place = (name: keyof typeof columns, otherwise: number) => {
    if (!named) return otherwise;
    const found = first.findIndex((cell) => columns[name].test(cell));
    return found < 0 ? first.length : found;
  };
  return { named, email: place('email', 0), name: place('name', 1), language: place('language', 2) };
}
