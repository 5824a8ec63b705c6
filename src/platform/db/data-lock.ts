import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process holds the data directory. The message is meant for the person who started the service. */
export class DataDirectoryInUse extends Error {
  constructor(dir: string) {
    super(
      `The data directory is in use: another running service holds ${dir}. ` +
        'Stop that service first, or give this one its own directory with DATA_DIR.',
    );
    this.name = 'DataDirectoryInUse';
  }
}

/**
 * Takes the data directory for this process; the returned function gives it back.
 *
 * An exclusive SQLite transaction is the one lock in Node's standard library that the operating system itself
 * releases when the process dies, so a crash or `kill -9` never leaves a stale lock behind.
 *
 * @throws DataDirectoryInUse
 */
export function lockDataDirectory(dir: string): () => void {
  const lock = openLock(dir);
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && error.message.includes('locked')) throw new DataDirectoryInUse(dir);
    throw error;
  }
  return () => lock.close();
}

function openLock(dir: string): DatabaseSync {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.W_OK);
    return new DatabaseSync(path.join(dir, 'lock'));
  } catch (cause) {
    throw new Error(`This user may not write to the data directory ${dir}. Choose another with DATA_DIR.`, {
      cause,
    });
  }
}
