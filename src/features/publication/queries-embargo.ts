/** What will be published, for a reader under embargo: what has been approved, as the public will see it, and nothing else. */
import type { Kysely } from 'kysely';
import { relationsOf, scope } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { outcomeFrom } from './outcome.ts';
import { asIfOut, publicationsIn, type Publication } from './queries.ts';
import type { PublicationKind } from './schema.ts';
import type { PublicOutcome } from './schema-public.ts';

export interface Embargoed {
  id: string;
  year: number;
  finalists_at: Date;
  /** The nominated, then the winner: what comes out, and when. */
  publications: Publication[];
  outcome: PublicOutcome | null;
}

/** The years for which the reader has the role, the latest first. */
export async function embargoedFor(db: Kysely<DB>, reader: Reader): Promise<Embargoed[]> {
  const viewer = viewerOf(reader.actor);
  const editions = await db
    .selectFrom('editions')
    .selectAll()
    .select(relationsOf(edition, viewer, reader.now).as('rel'))
    .where(scope(edition, 'readEmbargoed', viewer, reader.now))
    .orderBy('year', 'desc')
    .execute();
  const found = [];
  for (const row of editions) {
    const publications = await publicationsIn(db, row, reader);
    const one = (kind: PublicationKind) =>
      publications.find(
        ({ row: each, state }) => each.kind === kind && ['approved', 'held', 'published'].includes(state),
      );
    const finalists = one('finalists');
    const winner = one('winner');
    found.push({
      id: row.id,
      year: row.year,
      finalists_at: row.finalists_at,
      publications: [finalists, winner].filter((each) => each !== undefined),
      outcome:
        finalists || winner
          ? await outcomeFrom(db, {
              finalists: asIfOut(finalists?.row),
              winner: asIfOut(winner?.row),
              pictureAt: null,
            })
          : null,
    });
  }
  return found;
}
