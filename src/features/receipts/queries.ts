/** What was sent in, each time, with what the call promised then. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { rulesAt } from '../editions/queries.ts';
import type { RegisterSnapshot } from '../organisations/schema.ts';
import type { NominationWithRelations, RenderedSubmission } from '../nominations/schema.ts';

/** One submission of an application; the last one without `number`. The caller has seen to the right. @throws not-found */
export async function sentOf(db: Kysely<DB>, row: NominationWithRelations, number?: number) {
  let query = db
    .selectFrom('submissions')
    .selectAll()
    .where('nomination_id', '=', row.id)
    .orderBy('number', 'desc');
  if (number !== undefined) query = query.where('number', '=', number);
  const found = await query.executeTakeFirst();
  if (!found) throw problem('not-found');
  const edition = await db
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', row.edition_id)
    .executeTakeFirstOrThrow();
  // What it was written by, whatever has changed since.
  const { version, sha256, rules } = await rulesAt(db, edition, found.submitted_at);
  return {
    row,
    edition: { year: edition.year, sha256, rulesVersion: version },
    rules,
    number: found.number,
    submittedAt: found.submitted_at,
    sha256: found.sha256,
    rendered: found.rendered as RenderedSubmission,
    register: found.register as RegisterSnapshot | null,
  };
}
export type Sent = Awaited<ReturnType<typeof sentOf>>;
