/** Choices by a seed: the same seed makes the same. */
import { zipOf } from './made-files.ts';

/** A number from 0 up to `below`, the next of the seeded row. */
export type Dice = (below: number) => number;
export type Maker = (dice: Dice) => Buffer | Promise<Buffer>;

export const pick = <T>(dice: Dice, ...values: readonly T[]): T => values[dice(values.length)] as T;
export const junk = (dice: Dice, length: number) => Buffer.from(Array.from({ length }, () => dice(256)));
export const word = (dice: Dice) =>
  pick(dice, 'etikk', 'refleksjon', 'rapport', 'plan', 'møte', 'ål', 'Kárášjohka');
export const text = (content: string) => Buffer.from(content);
export const archive = (dice: Dice) => zipOf([{ name: `${word(dice)}.js`, content: 'alert(1)' }]);
export const zeros = (bytes: number) => Buffer.alloc(bytes);

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
