import type { Case } from './types.ts';

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. Handed in: this folder imports nothing. */
export type Sha256 = (text: string) => string;

/** A draw that anybody can repeat: the lowest key wins. */
export interface Lot {
  /** Ids, winner first. */
  readonly order: readonly string[];
  /** Id to key. */
  readonly keys: Readonly<Record<string, string>>;
}

/** What is hashed for one nomination: the award, the beacon (a public random value of a later date) and the id, a line each. */
export function lotMessage(award: string, beacon: string, id: string): string {
  return `jury-lot/v1\n${award}\n${beacon}\n${id}\n`;
}

/** One key per nomination. */
export function lotKeys({ award, beacon, ids }: NonNullable<Case['lot']>, sha256: Sha256): string[] {
  return ids.map((id) => sha256(lotMessage(award, beacon, id)));
}

/** `entries`: id and key of each nomination in the draw. */
export function lotOf(entries: readonly (readonly [id: string, key: string])[]): Lot {
  const order = entries.toSorted(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([id]) => id);
  return { order, keys: Object.fromEntries(entries) };
}
