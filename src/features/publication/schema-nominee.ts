/** The own page of each nominated, and its picture for sharing: what their addresses are made of. */
import type { Outcome, PublicFinalist } from './schema-public.ts';

/** What the file of the picture is called. A picture never becomes another: whoever wins has a new one at a new address. */
export const PICTURES: Readonly<Record<Outcome, string>> = {
  finalist: 'nominert.png',
  winner: 'vinner.png',
  honourableMention: 'hederlig-omtale.png',
};

export const SLUG = '^[a-z0-9-]{1,80}$';

/** Of the page in bokmål. */
export const nomineePath = (year: number, { slug }: Pick<PublicFinalist, 'slug'>): string =>
  `/prisen/${year}/nominerte/${slug}`;

/** What is sent to the press, from the announcement on. The same for every language. */
export const pressKitPath = (year: number): string => `/prisen/${year}/pressepakke.zip`;

export const nameOf = ({ name, unit }: Pick<PublicFinalist, 'name' | 'unit'>): string =>
  unit ? `${name}, ${unit}` : name;

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', đ: 'd', ŋ: 'n', ŧ: 't', ß: 'ss' };

/** Names as parts of addresses, each another, in the order given: of two that are alike the second has a number. */
export function slugsOf(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = plainOf(name);
    let slug = plain;
    for (let n = 2; taken.has(slug); n++) slug = `${plain}-${n}`;
    taken.add(slug);
    return slug;
  });
}

const plainOf = (name: string): string => folded(name).slice(0, 70).replace(/-$/, '') || 'nominert';

/** A name without what people write in different ways: case, accents, æ and ø, signs between words. */
export const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æøđŋŧß]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
