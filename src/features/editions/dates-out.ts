/** What publications hold a date of the year to: nothing says afterwards that it is to come, and nothing comes out before it. */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { ProblemError } from '../../platform/http/problem.ts';
import type { DatesInput } from './input.ts';
import { columns } from './schema-readiness.ts';
import type { EditionRow } from './schema.ts';

/** Which date announces which publication. */
const announces = { finalistsAt: 'finalists', ceremonyAt: 'winner' } as const;

interface Out {
  kind: 'finalists' | 'winner';
  at: Date;
  isPublic: boolean;
}

/** One error for each date that a publication stands in the way of. To be asked under the edition's lock, which publications take too. */
export async function publicationErrors(
  { trx, now }: Unit,
  row: EditionRow,
  patch: DatesInput,
): Promise<ProblemError[]> {
  const moved = (['finalistsAt', 'ceremonyAt'] as const).filter(
    (name) => patch[name] !== undefined && patch[name].getTime() !== row[columns[name]].getTime(),
  );
  if (moved.length === 0) return [];
  const { rows } =
    await sql<Out>`select kind, publish_at as at, publication_is_public(p, ${now}) as "isPublic"
    from publications p where edition_id = ${row.id} and stopped_at is null and taken_down_at is null
      and (publication_is_public(p, ${now}) or (release <> 'approval' and publish_at > ${now}))`.execute(trx);
  return moved.flatMap((field) => {
    const to = patch[field] as Date;
    const ofKind = rows.filter(({ kind }) => kind === announces[field]);
    if (ofKind.some(({ isPublic }) => isPublic))
      return [{ field, message: (t) => t.secretariat.dateErrors.isOut[announces[field]] }];
    const early = ofKind.find(({ at }) => at < to);
    return early
      ? [{ field, message: (t) => t.secretariat.dateErrors.comesOutBefore[announces[field]](early.at) }]
      : [];
  });
}
