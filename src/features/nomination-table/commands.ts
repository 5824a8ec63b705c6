/** The same with several applications at once: each by its own right and in its own transaction, and what was skipped is told. */
import type { Kysely } from 'kysely';
import { transact, type UnitContext } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { describe, problem, Problem } from '../../platform/http/problem.ts';
import { refusal } from '../../platform/http/forms.ts';
import type { Lang } from '../../ui/text/index.ts';
import { sendEvent } from '../nominations/commands.ts';
import { findNomination } from '../nominations/queries.ts';
import { applicantName } from '../../ui/text/format.ts';

export interface Outcome {
  admitted: string[];
  skipped: { id: string; name: string | null; why: string; problem: string }[];
}
/** More than a page of the table. */
export const MOST_AT_ONCE = 200;

/**
 * Admits each of these applications of the edition that may be admitted by this person now. One that is refused stops no other.
 *
 * @param lang of the reasons
 */
export async function admitSeveral(
  db: Kysely<DB>,
  context: UnitContext,
  { editionId, ids, lang }: { editionId: string; ids: readonly string[]; lang: Lang },
): Promise<Outcome> {
  const outcome: Outcome = { admitted: [], skipped: [] };
  for (const id of new Set(ids)) {
    let name: string | null = null;
    try {
      await transact(db, context, async (unit) => {
        const row = await findNomination(unit.trx, unit, id);
        if (row.edition_id !== editionId) throw problem('not-found');
        name = applicantName(row.organisation_name, row.unit_name);
        await sendEvent(unit, id, { event: { type: 'admit' } });
      });
      outcome.admitted.push(id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const why = refusal(error, lang)
        .map(({ message }) => message)
        .join(' ');
      outcome.skipped.push({ id, name, why, problem: describe(error, lang).type });
    }
  }
  return outcome;
}
