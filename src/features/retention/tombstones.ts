/**
 * What has been erased stands also outside of the database: a copy of the database from before does not know of it, and is made
 * to forget again (`npm run restore`). One line an erasure, on the disk before the erasure is committed.
 */
import { open, readFile, type FileHandle } from 'node:fs/promises';
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
  const handle = await open(file, 'a+', 0o600);
  try {
    const lines = stones.map((stone) => `${JSON.stringify(stone)}\n`).join('');
    // Where a full disk has torn the last line, what comes now begins on one of its own.
    await handle.writeFile((await endsWhole(handle)) ? lines : `\n${lines}`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function endsWhole(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return true;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n';
}

/**
 * Every line, in order. One that was cut short belongs to an erasure that was never committed: nothing is, before the disk has all of
 * its lines. It is the beginning of a tombstone and no whole one; anything else that is none was written by somebody else.
 *
 * @throws Error that names a line which is no tombstone
 */
export async function readTombstones(file: string): Promise<Tombstone[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, i) => {
    if (isTombstone(line)) return [JSON.parse(line) as Tombstone];
    if (isCutShort(line)) return [];
    throw new Error(`Line ${i + 1} of ${file} is no tombstone.`);
  });
}

const BEGINNING = '{"rule":"';
/** Nothing at all is what stands after the last line. */
const isCutShort = (line: string): boolean =>
  (line.startsWith(BEGINNING) || BEGINNING.startsWith(line)) && !line.endsWith('}');

function isTombstone(line: string): boolean {
  try {
    const { rule, subject, at } = JSON.parse(line) as Tombstone;
    return ruleNames.includes(rule) && /^[0-9a-f-]{36}$/.test(subject) && !Number.isNaN(Date.parse(at));
  } catch {
    return false;
  }
}
