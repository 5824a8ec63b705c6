/** The registers of whom one can apply for, municipalities and the districts of Oslo, and of the counties. Read once, from files beside this one. */
import { readFileSync } from 'node:fs';
import { compareNames } from '../../ui/text/format.ts';

export interface Place {
  /** Key of an organisation: 'kommune:1101', 'bydel:030105'. */
  key: string;
  number: string;
  /** As it stands in the register, parallel names and all: "Oslo - Oslove". */
  name: string;
  /** "Rogaland". */
  county: string;
}

/** Number and name, a line each, under a head. */
const linesOf = (file: string): [number: string, name: string][] =>
  readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [number = '', name = ''] = line.split(';');
      return [number, name];
    });

/** By the first of their parallel names, as they are called in Norwegian. */
const counties = new Map(
  linesOf('counties.csv').map(([number, name]) => [number, name.split(' - ')[0] ?? name]),
);

/** All fifteen, in the alphabetical order of Norwegian. */
export const countyNames: readonly string[] = [...counties.values()].toSorted(
  new Intl.Collator('nb').compare,
);

/** Of a municipality's four digits; undefined for a number of no county. */
export const countyOfNumber = (number: string): string | undefined => counties.get(number.slice(0, 2));
/** The same with their numbers. */
export const numberedCounties: readonly (readonly [number: string, name: string])[] = [...counties].toSorted(
  ([, a], [, b]) => compareNames(a, b),
);

const read = (file: string, kind: string, prefix: string): Place[] =>
  linesOf(file).map(([number, name]) => ({
    key: `${kind}:${number}`,
    number,
    name: prefix + name,
    county: countyOfNumber(number) ?? '',
  }));

export const municipalities: readonly Place[] = read('municipalities.csv', 'kommune', '');
/** Oslo's; districts of other cities are written as free text. */
export const districts: readonly Place[] = read('districts.csv', 'bydel', 'Bydel ');

const letters: Record<string, string> = { æ: 'ae', ø: 'o', đ: 'd', ŋ: 'n', ŧ: 't' };

/** Lower case without diacritics: "Guovdageaidnu" and "GAIVUOTNA" are found however one's keyboard is. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æøđŋŧ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What people write around a name: "Eigersund kommune", "Frogner bydel". */
const bare = (text: string): string =>
  plain(text)
    .replace(/\b(kommune|bydel)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** "Herøy (Nordland)" is also just "Herøy": there are two, and whoever writes it is asked which one. */
const partsOf = ({ name, number }: Place): string[] => [
  bare(name),
  number,
  ...name
    .replace(/ \(.*\)/, '')
    .split(' - ')
    .map(bare),
];

/** Places whose name, or one of its parallel names, is exactly this; several when two share a name. A number works too. */
export function exactly(places: readonly Place[], text: string): Place[] {
  const wanted = bare(text);
  return wanted === '' ? [] : places.filter((place) => partsOf(place).includes(wanted));
}

/** Places that fit what somebody has begun to write, the nearest first: whole names, beginnings, beginnings of words, parts. */
export function suggest(places: readonly Place[], text: string, limit = 20): Place[] {
  const wanted = bare(text);
  if (wanted === '') return [];
  const rank = (place: Place): number => {
    const ranks = partsOf(place).map((part) =>
      part === wanted
        ? 0
        : part.startsWith(wanted)
          ? 1
          : part.includes(` ${wanted}`)
            ? 2
            : part.includes(wanted)
              ? 3
              : 9,
    );
    return Math.min(...ranks);
  };
  return places
    .map((place) => ({ place, rank: rank(place) }))
    .filter(({ rank }) => rank < 9)
    .sort((a, b) => a.rank - b.rank || (a.place.number < b.place.number ? -1 : 1))
    .slice(0, limit)
    .map(({ place }) => place);
}

/** The place with this register key, in either register. */
export const placeOf = (key: string): Place | undefined =>
  [...municipalities, ...districts].find((place) => place.key === key);
