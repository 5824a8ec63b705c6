/** The dates of what is published: they do not move past what is approved for them, and stay when it has come out. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { ProblemError } from '../../platform/http/problem.ts';
import type { DatesInput } from './input.ts';
import { columns } from './schema-readiness.ts';
import type { EditionRow } from './schema.ts';

const dated = { finalistsAt: 'finalists', ceremonyAt: 'winner' } as const;

/** One error for each date that something prepared, or out already, holds where it is. Of the edition that is locked. */
export async function publishedDateErrors(
  db: Kysely<DB>,
  row: EditionRow,
  patch: DatesInput,
  now: Date,
): Promise<ProblemError[]> {
  const moved = (['finalistsAt', 'ceremonyAt'] as const).filter(
    (name) => patch[name] && patch[name].getTime() !== row[columns[name]].getTime(),
  );
  if (moved.length === 0) return [];
  const standing = await db
    .selectFrom('publications')
    .select(['kind', 'release', 'publish_at', 'approved_at'])
    .where('edition_id', '=', row.id)
    .where('stopped_at', 'is', null)
    .where('taken_down_at', 'is', null)
    .execute();
  return moved.flatMap((name) => {
    const [to, kind] = [patch[name] as Date, dated[name]];
    const own = standing.filter((one) => one.kind === kind);
    if (own.some(({ approved_at, publish_at }) => approved_at && publish_at <= now))
      return [{ field: name, message: (t) => t.secretariat.dateErrors.out }];
    const passed = own.find(({ release, publish_at }) => release !== 'approval' && publish_at < to);
    if (!passed) return [];
    return [
      {
        field: name,
        message: (t) => t.secretariat.dateErrors.prepared(passed.publish_at),
      },
    ];
  });
}
