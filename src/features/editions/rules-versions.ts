/** The versions of what was promised: the one of the announcement, and each change with its reason. */
import { sql, type Kysely } from 'kysely';
import { canonicalJson, sha256Hex } from '../../core/audit/canonical.ts';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { rulesOf } from './rules-hash.ts';
import type { EditionRow } from './schema.ts';
import type { RulesVersion } from './schema-rules.ts';

/** Writes down the rules as they stand now, as the next version; the first has no reason. @returns its checksum */
export async function keepRules(unit: Unit, edition: EditionRow, reason: string | null): Promise<string> {
  const content = canonicalJson(await rulesOf(unit.trx, edition));
  const sha256 = sha256Hex(content);
  await sql`insert into rules_versions (edition_id, version, sha256, content, reason, made_at)
    values (${edition.id}, (select coalesce(max(version), 0) + 1 from rules_versions where edition_id = ${edition.id}),
      ${sha256}, ${content}, ${reason}, ${unit.now})`.execute(unit.trx);
  return sha256;
}

/** Before the first change of a year that was announced before versions were kept: what it was announced with. */
export async function keepFirst(unit: Unit, edition: EditionRow): Promise<void> {
  const content = canonicalJson(await rulesOf(unit.trx, edition));
  await unit.trx
    .updateTable('rules_versions')
    .set({ content })
    .where('edition_id', '=', edition.id)
    .where('content', 'is', null)
    .execute();
}

/** All of them, the latest first. */
export const rulesVersions = (db: Kysely<DB>, editionId: string): Promise<RulesVersion[]> =>
  db
    .selectFrom('rules_versions')
    .select(['version', 'sha256', 'reason', 'made_at as madeAt'])
    .where('edition_id', '=', editionId)
    .orderBy('version', 'desc')
    .execute();

/** The rules that held at a moment, with their checksum: those of the announcement for whatever was before it. */
export async function rulesAt(
  db: Kysely<DB>,
  edition: EditionRow,
  at: Date,
): Promise<{
  /** Null in a year that was announced before there were versions. */
  version: number | null;
  sha256: string | null;
  rules: Awaited<ReturnType<typeof rulesOf>>;
}> {
  const kept = await db
    .selectFrom('rules_versions')
    .select(['version', 'sha256', 'content'])
    .where('edition_id', '=', edition.id)
    .where((eb) => eb.or([eb('made_at', '<=', at), eb('version', '=', 1)]))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const held = { version: kept?.version ?? null, sha256: kept?.sha256 ?? edition.rules_sha256 };
  return kept?.content
    ? { ...held, rules: JSON.parse(kept.content) as Awaited<ReturnType<typeof rulesOf>> }
    : { ...held, rules: await rulesOf(db, edition) };
}

/** One version, byte for byte what its checksum is made of; the latest where none is named. */
export async function rulesContent(
  db: Kysely<DB>,
  edition: EditionRow,
  version?: number,
): Promise<string | undefined> {
  let query = db
    .selectFrom('rules_versions')
    .select('content')
    .where('edition_id', '=', edition.id)
    .orderBy('version', 'desc');
  if (version !== undefined) query = query.where('version', '=', version);
  const found = await query.limit(1).executeTakeFirst();
  if (!found && version !== undefined) return undefined;
  return found?.content ?? canonicalJson(await rulesOf(db, edition));
}
