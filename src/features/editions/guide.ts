/** How far the setting up of a year is, by what its announcement needs: no state of its own. */
import { can } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { transact, type UnitContext } from '../../core/process/unit.ts';
import type { Database } from '../../platform/db/open.ts';
import type { Guide } from '../../ui/setup-guide.ts';
import { findEdition, stepsOf } from './queries.ts';

/** Null once the call is announced, and for whoever does not set it up. */
export async function guideOf(db: Database, context: UnitContext, editionId: string): Promise<Guide> {
  return transact(db, context, async (unit) => {
    const row = await findEdition(unit.trx, unit, editionId);
    if (row.state !== 'planned' || !can(edition, 'configure', row)) return null;
    const { ahead, gaps } = await stepsOf(unit, row);
    const met = (...names: string[]) =>
      (ahead?.items ?? []).every(({ requirement, met }) => met || !names.includes(requirement));
    const own = gaps.filter(({ part }) => part === 'texts');
    return {
      dates: met('datesAhead'),
      texts: own.length === 0,
      criteria:
        gaps.length === own.length && met('hasCriteria', 'hasAssessedCriterion', 'scaleWords', 'hasForm'),
      jury: met('jurySeatsSet'),
      announce: false,
    };
  });
}
