/** What must be said of a motion before it can be put. */
import type { Unit } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import { problem } from '../../platform/http/problem.ts';
import type { MotionIn, MotionKind } from './schema.ts';

/**
 * What the choice is between: all that are weighed, or the nominated; a procedural motion is about the application it names, and
 * about nothing else.
 */
export const choiceCandidates = (
  kind: MotionKind,
  nominationId: string | null,
  candidates: readonly string[],
): readonly string[] => (kind === 'procedural' ? (nominationId ? [nominationId] : []) : candidates);

/** Until when it is voted on in writing; null at a meeting. @throws request/invalid for a deadline that has passed */
export function momentOf({ closesAt }: MotionIn, now: Date): Date | null {
  if (!closesAt) return null;
  const at = instant(closesAt);
  if (at <= now)
    throw problem('request/invalid', {}, [{ field: 'closesAt', message: (t) => t.motions.deadlineAhead }]);
  return at;
}

/**
 * A motion names one of the candidates. One that is procedural says what it wants, and chooses the application it speaks of: whoever
 * is out of that one must not read it.
 *
 * @throws request/invalid
 */
export async function demandPlain(
  { trx }: Unit,
  editionId: string,
  about: {
    kind: MotionKind;
    nominationId: string | null;
    body: string;
    candidates: readonly string[];
  },
): Promise<void> {
  const { kind, nominationId, body, candidates } = about;
  const invalid = (field: string, words: 'choose' | 'required') =>
    problem('request/invalid', {}, [{ field, message: (t) => t.fieldErrors[words] }]);
  if (kind === 'procedural' && !body) throw invalid('body', 'required');
  const named = kind === 'nominate' || kind === 'winner';
  if ((named && !nominationId) || (nominationId && !candidates.includes(nominationId)))
    throw invalid('nominationId', 'choose');
  if (kind !== 'procedural') return;
  const rows = await trx
    .selectFrom('nominations')
    .select(['id', 'organisation_name'])
    .where('edition_id', '=', editionId)
    .where('state', '<>', 'draft')
    .execute();
  const other = rows.find(
    ({ id, organisation_name }) =>
      id !== nominationId && body.toLocaleLowerCase('nb').includes(organisation_name.toLocaleLowerCase('nb')),
  );
  if (other)
    throw problem('request/invalid', {}, [{ field: 'nominationId', message: (t) => t.motions.chooseNamed }]);
}
