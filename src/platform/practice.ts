/** A practice edition is played by a second service inside this one: with a database, files, a clock and a key of its own. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from './db/open.ts';
import type { FileStore } from './files/store.ts';

/** Where the practice answers. Its own pages do not know: the prefix is taken off on the way in and put on on the way out. */
export const PRACTICE_PATH = '/ovelse';

export interface PracticeRun {
  run: string;
  /** Of the real edition that it is a copy of. */
  year: number;
  madeBy: string;
  madeAt: Date;
  /** Emptied, and not yet written down by whom. */
  purgedAt: Date | null;
  purgedBy: string | null;
}

/** The practice as the real service handles it. */
export interface PracticeHost {
  db: Database;
  files: FileStore;
  /** Makes the database where the service does so itself, and brings its tables up to date. @throws Error where it cannot */
  prepare(): Promise<void>;
  /** What is in it; null when there is nothing. */
  run(): Promise<PracticeRun | null>;
  /** Answers a request whose prefix has been taken off. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Stops answering and working on this server; the next request begins anew. */
  rest(): Promise<void>;
  /** Removes its folder, with every document in it. */
  emptyFolder(): Promise<void>;
  close(): Promise<void>;
}

const ADDRESS = /(\s(?:href|src|action|formaction|data-[a-z-]+)=")\/(?!\/|assets\/|pdfjs\/|ovelse")/g;

/** A page whose addresses lead to the practice, and not to the real service. Nobody's words are in such attributes: these are escaped. */
export const inPractice = (page: string): string =>
  page.replace(ADDRESS, `$1${PRACTICE_PATH}/`).replace('<html ', `<html data-base="${PRACTICE_PATH}" `);

/** The same for where an answer leads. */
export const practiceAddress = (address: string): string =>
  address.startsWith('/') && address !== PRACTICE_PATH ? PRACTICE_PATH + address : address;
