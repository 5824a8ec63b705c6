/**
 * Gives back the memory of pieces that have been written (docs/decisions/0078). The engine counts their bytes as its own and answers
 * every 64 MB of them, two and a half large documents, with a collection of everything that the service holds; a look at
 * what is young is enough, and takes a hundredth of the time.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { type: 'minor' }) => void;
let collect: Collect | undefined;

/** Long before the engine acts by itself. */
const ENOUGH = 16_777_216;
let spent = 0;

/** Told of bytes that have been written and are needed no more. */
export function noteSpent(bytes: number): void {
  spent += bytes;
  if (spent < ENOUGH) return;
  spent = 0;
  collect ??= exposed();
  collect({ type: 'minor' });
}

function exposed(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}
