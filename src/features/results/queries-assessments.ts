/** The ballots on one application, side by side. */
import type { Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { agreedOn, proposableBallots } from './queries-agreed.ts';
import { rankEdition } from './queries.ts';
import type { AssessmentsOut } from './schema.ts';

/** What each juror gave and wrote on one application, side by side. @throws not-found, also before the closing */
export async function assessmentsOf(
  db: Kysely<DB>,
  reader: Reader,
  nominationId: string,
): Promise<AssessmentsOut> {
  const { actor, now } = reader;
  const found = await db
    .selectFrom('nominations as n')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select(['n.id', 'n.edition_id', 'n.organisation_name', 'n.unit_name'])
    .select(['e.scoring', 'e.scale_min', 'e.scale_max'])
    .where('n.id', '=', nominationId)
    .where(scope(nomination, 'seeResult', viewerOf(actor), now, 'n'))
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  const criteria = await db
    .selectFrom('criteria')
    .select(['id', 'kind', 'weight', 'texts'])
    .where('edition_id', '=', found.edition_id)
    .orderBy('position')
    .execute();
  const given = await db
    .selectFrom('ballots as b')
    .innerJoin('ballot_scores as g', 'g.ballot_id', 'b.id')
    .leftJoin('counted_agreements as a', (join) =>
      join.onRef('a.ballot_id', '=', 'b.id').onRef('a.criterion_id', '=', 'g.criterion_id'),
    )
    .innerJoin('people as p', 'p.id', 'b.person_id')
    .innerJoin('seats as s', 's.id', 'b.seat_id')
    .innerJoin('standings as st', (join) =>
      join.onRef('st.nomination_id', '=', 'b.nomination_id').onRef('st.person_id', '=', 'b.person_id'),
    )
    .select('a.score as agreed_score')
    .select(['g.criterion_id', 'g.score', 'g.not_described', 'g.met', 'g.assessment', 'p.id', 'p.name'])
    .where('b.nomination_id', '=', nominationId)
    .where('b.state', '=', 'locked')
    .where('st.standing', '=', 'free')
    .orderBy('s.position')
    .execute();
  const [ranked] = await rankEdition(db, found.edition_id, new Set([found.id]));
  const jurors = new Map(given.map(({ id, name }) => [id, name]));
  return {
    nominationId: found.id,
    editionId: found.edition_id,
    organisation: found.organisation_name,
    unit: found.unit_name,
    scoring: found.scoring,
    totals: [...jurors].flatMap(([personId, name]) => {
      const total = ranked?.totals.get(personId);
      return total ? [{ personId, name, mean: { exact: total.exact, display: total.display } }] : [];
    }),
    criteria: criteria.map(({ id, kind, weight, texts }) => ({
      criterionId: id,
      kind,
      weight,
      texts,
      given: given
        .filter((one) => one.criterion_id === id)
        .map((one) => ({
          personId: one.id,
          name: one.name,
          score: one.score,
          agreedScore: one.agreed_score,
          notDescribed: one.not_described,
          met: one.met,
          assessment: one.assessment,
        })),
    })),
    scale: { min: found.scale_min, max: found.scale_max },
    agreed: found.scoring ? await agreedOn(db, reader, nominationId) : [],
    proposable: found.scoring ? await proposableBallots(db, reader, nominationId) : [],
  };
}
