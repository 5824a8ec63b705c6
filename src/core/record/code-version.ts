/** Which arithmetic: a hash of its source, the same wherever the same source stands. */
import { readFileSync, readdirSync } from 'node:fs';
import { sha256Hex } from '../audit/canonical.ts';

const folder = new URL('../scoring/', import.meta.url);

/** SHA-256 over the names and texts of `src/core/scoring`, line ends as line feeds. */
export const arithmeticVersion: string = sha256Hex(
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
    .map((file) => `${file}\n${readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n')}\n`)
    .join(''),
);
