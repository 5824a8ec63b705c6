/**
 * npm run rank -- FILE [--full]
 *
 * Reads a case (docs/scoring.md), prints the result as one JSON object on one line. Needs no server and no database.
 * --full also re-draws juries of more than ten with the adjusted mean (slow).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { rankCase } from '../src/core/scoring/index.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { full: { type: 'boolean', default: false }, json: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error('Usage: npm run rank -- FILE [--full]');
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const result = rankCase(JSON.parse(readFileSync(file, 'utf8')), { full: values.full, sha256 });
  process.stdout.write(`${JSON.stringify(result)}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
