/**
 * Words in braces that stand for something of the recipient: {organisasjon}. The same in bokmål and nynorsk, so that a text can be
 * carried over. A text with a word that nobody fills in is refused when it is written, not when it is sent.
 */
import { formatDeadlineExact } from '../../ui/text/format.ts';
import type { Message } from '../../ui/text/index.ts';

export type Values = Readonly<Record<string, string | readonly string[]>>;

/** What of a text is no placeholder that `known` has: unknown names, and braces that belong to none. Empty when all is well. */
export function unknownPlaceholders(text: string, known: readonly string[]): string[] {
  const found = [...text.matchAll(/\{([^{}]*)\}/gu)].map(([whole, name = '']) => ({
    whole,
    name: name.trim(),
  }));
  const loose = text.replace(/\{[^{}]*\}/gu, '').match(/[{}]/u);
  return [
    ...new Set(found.filter(({ name }) => !known.includes(name)).map(({ whole }) => whole)),
    ...(loose ? [loose[0]] : []),
  ];
}

/**
 * Puts the values in. They begin no line of their own, so that a name can neither end a header nor look like a link.
 *
 * @param between what stands between several values: in a list, each on a line of its own
 */
export const fillIn = (text: string, values: Values, between = '\n– '): string =>
  text.replace(/\{([^{}]*)\}/gu, (whole, name: string) => {
    const value = values[name.trim()];
    return value === undefined ? whole : [value].flat().map(onOneLine).join(between);
  });

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What to say of a text that uses words nobody knows; undefined when it uses none. */
export function placeholderFault(text: string, known: readonly string[]): Message | undefined {
  const unknown = unknownPlaceholders(text, known);
  if (unknown.length === 0) return undefined;
  const names = known.map((name) => `{${name}}`).join(', ');
  return (t) => t.correspondence.unknownPlaceholder(unknown.join(', '), names);
}

/** Values as they stand in a letter: times in words of its language. */
export const placeholderValues = (
  language: 'nb' | 'nn',
  given: Readonly<Record<string, string | number | Date>>,
): Values =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value instanceof Date ? formatDeadlineExact(value, language) : String(value),
    ]),
  );
