/** Whether there is a practice edition, and what one could be a copy of. */
import { scope } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { PracticeRun } from '../../platform/practice.ts';
import type { Services } from '../../platform/services.ts';
import type { PracticeView } from './schema.ts';

/** The practice that is going on; null when there is none, or when it is on its way out. */
export async function practiceRun({ practice }: Pick<Services, 'practice'>): Promise<PracticeRun | null> {
  const run = await practice?.run();
  return run && !run.purgedAt ? run : null;
}

export async function practiceView(
  services: Pick<Services, 'db' | 'practice'>,
  { actor, now }: Reader,
): Promise<PracticeView> {
  const run = await practiceRun(services);
  const editions = await services.db
    .selectFrom('editions')
    .select(['id', 'year'])
    .where(scope(edition, 'manage', viewerOf(actor), now))
    .orderBy('year', 'desc')
    .execute();
  return { available: services.practice !== null, run, editions };
}
