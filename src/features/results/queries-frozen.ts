/** The frozen results of an edition and their files, for the chair who is out of nothing and for an auditor. */
import type { Kysely } from 'kysely';
import { weighed } from '../../core/policy/states.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { visibleTo } from './queries-result.ts';
import type { FrozenOut } from './schema-frozen.ts';

/** @throws not-found, auth/forbidden, process/not-now before there can be any */
export async function frozenResultsOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<{ edition: JudgedEdition; out: FrozenOut }> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'seeFrozenResult');
  const whole = await seesAll(db, reader, edition);
  const rows = await db
    .selectFrom('frozen_results as r')
    .leftJoin('frozen_full_results as f', 'f.frozen_id', 'r.id')
    .select(['r.id', 'r.version', 'r.cause', 'r.reason', 'r.frozen_at', 'r.core_sha256', 'r.full_sha256'])
    .select('f.frozen_id')
    .where('r.edition_id', '=', editionId)
    .orderBy('r.version', 'desc')
    .execute();
  return {
    edition,
    out: {
      whole,
      versions: rows.map((row) => ({
        id: row.id,
        version: row.version,
        cause: row.cause,
        // A reason may name the application that the reader is out of.
        reason: whole ? row.reason : '',
        frozenAt: row.frozen_at.toISOString(),
        coreSha256: row.core_sha256,
        fullSha256: row.full_sha256,
        erased: row.frozen_id === null,
      })),
    },
  };
}

/** @throws not-found, also for a full file that has been erased; ballot/recused for whoever is out of something in it */
export async function frozenFile(
  db: Kysely<DB>,
  reader: Reader,
  id: string,
  layer: 'core' | 'full',
): Promise<{ name: string; text: string }> {
  const row = await db
    .selectFrom('frozen_results as r')
    .innerJoin('editions as e', 'e.id', 'r.edition_id')
    .leftJoin('frozen_full_results as f', 'f.frozen_id', 'r.id')
    .select(['r.edition_id', 'r.version', 'r.core', 'f.full_file', 'e.year'])
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  const edition = await findEdition(db, reader, row.edition_id);
  demand(edition, 'seeFrozenResult');
  if (!(await seesAll(db, reader, edition))) throw problem('ballot/recused');
  const text = layer === 'core' ? row.core : row.full_file;
  if (text === null) throw problem('not-found');
  return { name: `resultat-${row.year}-${row.version}${layer === 'core' ? '' : '-fullt'}.json`, text };
}

/** The files hold every application: who is out of one of them does not get them. */
async function seesAll(db: Kysely<DB>, reader: Reader, edition: JudgedEdition): Promise<boolean> {
  if (edition.rel.auditor) return true;
  const seen = await visibleTo(db, reader, edition.id);
  const { n } = await db
    .selectFrom('nominations')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('edition_id', '=', edition.id)
    .where('state', 'in', weighed)
    .executeTakeFirstOrThrow();
  return Number(n) === seen.length;
}

/** Whether there is a signed result of the edition. */
export async function isFrozen(db: Kysely<DB>, editionId: string): Promise<boolean> {
  const found = await db
    .selectFrom('frozen_results')
    .select('id')
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  return found !== undefined;
}
