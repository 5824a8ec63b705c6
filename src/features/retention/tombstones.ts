/**
 * What has been erased stands also outside of the database: a copy of the database from before does not know of it, and is made
 * to forget again (`npm run restore`). One line an erasure, on the disk before the erasure is committed.
 */
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config.ts';
import { ruleNames, type RuleName } from './schema.ts';

export interface Tombstone {
  rule: RuleName;
  subject: string;
  at: string;
}

export const tombstoneFile = ({ dataDir }: Pick<Config, 'dataDir'>): string =>
  path.join(dataDir, 'erasures.jsonl');

/** Writes a line for each and waits until the disk has them. Written twice, they say the same. */
export async function writeTombstones(file: string, stones: readonly Tombstone[]): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.writeFile(stones.map((stone) => `${JSON.stringify(stone)}\n`).join(''));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/**
 * Every line, in order. A last line that a crash cut short belongs to an erasure that was never committed.
 *
 * @throws Error that names a line which is no tombstone
 */
export async function readTombstones(file: string): Promise<Tombstone[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const cutShort = lines.pop();
  const whole = cutShort && isTombstone(cutShort) ? [...lines, cutShort] : lines;
  return whole.map((line, i) => {
    if (!isTombstone(line)) throw new Error(`Line ${i + 1} of ${file} is no tombstone.`);
    return JSON.parse(line) as Tombstone;
  });
}

function isTombstone(line: string): boolean {
  try {
    const { rule, subject, at } = JSON.parse(line) as Tombstone;
    return ruleNames.includes(rule) && /^[0-9a-f-]{36}$/.test(subject) && !Number.isNaN(Date.parse(at));
  } catch {
    return false;
  }
}
