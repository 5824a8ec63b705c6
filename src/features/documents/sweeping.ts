/** Keeps the store and the tables in step: what nobody refers to goes, and every file that somebody refers to is looked at. */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { realNow } from '../../platform/clock.ts';
import { sweepIncoming } from '../../platform/files/incoming.ts';
import type { Services } from '../../platform/services.ts';
import { removeUnreferenced } from './commands.ts';
import { RESUMABLE_MS, resumableFolder } from './resumable.ts';

type Stores = { db: Kysely<DB>; files: FileStore };
/** Younger files may belong to a request that is still under way; none takes longer. */
export const UNDER_WAY_MS = 3_600_000;

/** Removes files of documents that are gone: what was replaced before a submission, or whose removal broke off. @returns how many */
export async function dropUnreferenced({ db, files }: Stores): Promise<number> {
  const unused = await db
    .selectFrom('stored_files as f')
    .select('f.sha256')
    .where((eb) =>
      eb.not(
        eb.or([
          eb.exists(eb.selectFrom('documents as d').select('d.id').whereRef('d.sha256', '=', 'f.sha256')),
          eb.exists(
            eb.selectFrom('received_files as o').select('o.id').whereRef('o.sha256', '=', 'f.sha256'),
          ),
          eb.exists(
            eb.selectFrom('old_application_files as a').select('a.id').whereRef('a.sha256', '=', 'f.sha256'),
          ),
          eb.exists(
            eb.selectFrom('namings as g').select('g.id').whereRef('g.picture_sha256', '=', 'f.sha256'),
          ),
        ]),
      ),
    )
    .limit(200)
    .execute();
  return removeUnreferenced(
    db,
    files,
    unused.map(({ sha256 }) => sha256),
  );
}

export interface Swept {
  /** Half-written files of stopped processes. */
  halfWritten: number;
  /** Whole files that no document refers to. */
  orphans: number;
}

/** Removes what crashes have left: half-written files, and files whose document was never registered. */
export async function sweepStore(
  stores: Stores & Partial<Pick<Services, 'config'>>,
  olderThanMs = UNDER_WAY_MS,
): Promise<Swept> {
  const { db, files, config } = stores;
  const resumable = config ? await sweepIncoming(resumableFolder({ config }), RESUMABLE_MS) : 0;
  const halfWritten = resumable + (await files.sweep(olderThanMs));
  let orphans = await dropUnreferenced(stores);
  const oldest = realNow().getTime() - olderThanMs;
  for await (const { sha256, storedAt } of files.list())
    if (storedAt.getTime() < oldest && !(await isRegistered(db, sha256)))
      orphans += await removeUnreferenced(db, files, [sha256]);
  return { halfWritten, orphans };
}

const isRegistered = async (db: Kysely<DB>, sha256: string): Promise<boolean> =>
  (await db.selectFrom('stored_files').select('sha256').where('sha256', '=', sha256).executeTakeFirst()) !==
  undefined;

export interface FilesReport {
  ok: boolean;
  files: number;
  bytes: number;
  /** Files that are registered and not there, or not as they were; and the documents that they belong to. */
  missing: FileTrouble[];
  changed: FileTrouble[];
  /** Whole files that nothing refers to. No harm; the service sweeps them away. */
  orphans: string[];
}
export interface FileTrouble {
  sha256: string;
  documents: string[];
}

/** Reads every file and compares it with its hash. Changes nothing. */
export async function checkStore({ db, files }: Stores): Promise<FilesReport> {
  const report: FilesReport = { ok: true, files: 0, bytes: 0, missing: [], changed: [], orphans: [] };
  const registered = await db.selectFrom('stored_files').select('sha256').orderBy('sha256').execute();
  for (const { sha256 } of registered) {
    const found = await hashOf(files, sha256);
    report.files += 1;
    report.bytes += found?.bytes ?? 0;
    if (found?.sha256 === sha256) continue;
    const trouble = { sha256, documents: await documentsWith(db, sha256) };
    (found ? report.changed : report.missing).push(trouble);
  }
  for await (const { sha256 } of files.list())
    if (!(await isRegistered(db, sha256))) report.orphans.push(sha256);
  report.ok = report.missing.length + report.changed.length === 0;
  return report;
}

const documentsWith = async (db: Kysely<DB>, sha256: string): Promise<string[]> =>
  (await db.selectFrom('documents').select('id').where('sha256', '=', sha256).orderBy('id').execute()).map(
    ({ id }) => id,
  );

async function hashOf(
  files: FileStore,
  address: string,
): Promise<{ sha256: string; bytes: number } | undefined> {
  const content = await files.open(address);
  if (!content) return undefined;
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    content,
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        bytes += piece.length;
        yield piece;
      }
    },
    hash,
  );
  return { sha256: hash.digest('hex'), bytes };
}
