/** The columns of a table and the options of choices, a line each in every language, to and from what is stored. */
import Type from 'typebox';
import { labelIn, type Details } from '../writing/schema-structured.ts';

const langs = ['nb', 'nn', 'en'] as const;
const lines = Type.Optional(Type.String({ maxLength: 4000 }));

export const shapeFields = {
  'columns-nb': lines,
  'columns-nn': lines,
  'columns-en': lines,
  'options-nb': lines,
  'options-nn': lines,
  'options-en': lines,
  other: Type.Optional(Type.String()),
};

type Read = { kind: string; other?: string | undefined } & Partial<
  Record<`${'columns' | 'options'}-${(typeof langs)[number]}`, string | undefined>
>;

/** What was written as lines; null for a question without a shape. Languages with too few lines borrow the bokmål. */
export function shapeFrom(read: Read): Details | null {
  if (read.kind !== 'table' && read.kind !== 'choices') return null;
  const name = read.kind === 'table' ? 'columns' : 'options';
  const written = Object.fromEntries(langs.map((lang) => [lang, linesOf(read[`${name}-${lang}`])]));
  const items = (written['nb'] ?? []).map((nb, i) => {
    const nn = plain(written['nn']?.[i] ?? nb);
    const en = written['en']?.[i];
    return { line: nb, texts: { nb: plain(nb), nn, ...(en ? { en: plain(en) } : {}) } };
  });
  const keys = keysOf(items.map(({ texts }) => texts.nb));
  if (name === 'options')
    return {
      options: items.map(({ texts }, i) => ({ key: keys[i] as string, texts })),
      other: Boolean(read.other),
    };
  return {
    columns: items.map(({ line, texts }, i) => ({
      key: keys[i] as string,
      type: line.startsWith('#') ? 'number' : 'text',
      texts,
    })),
  };
}

/** Fields to fill the form with. */
export function shapeValues(details: Details | null): Record<string, string> {
  if (!details) return {};
  const table = 'columns' in details;
  const items = table ? details.columns : details.options;
  const values = langs.map((lang) => [
    `${table ? 'columns' : 'options'}-${lang}`,
    items
      .map((item) => ('type' in item && item.type === 'number' ? '# ' : '') + labelIn(item.texts, lang))
      .join('\n'),
  ]);
  return { ...Object.fromEntries(values), other: !table && details.other ? 'yes' : '' };
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const plain = (line: string): string => line.replace(/^#\s*/, '');

/** Keys that programs can read: from the bokmål, each once. */
function keysOf(names: readonly string[]): string[] {
  const keys: string[] = [];
  for (const name of names) {
    const slug =
      name
        .toLowerCase()
        .replaceAll('æ', 'ae')
        .replaceAll('ø', 'o')
        .replaceAll('å', 'a')
        .normalize('NFD')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 50) || 'felt';
    let key = slug;
    for (let n = 2; keys.includes(key); n++) key = `${slug}-${n}`;
    keys.push(key);
  }
  return keys;
}
