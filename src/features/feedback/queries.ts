/** The answers to applicants: for those who write them, and each for those whose application it is. */
import { sql, type Kysely } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { compareNames } from '../../ui/text/format.ts';
import { readInputs } from '../results/inputs.ts';
import { rankInputs } from '../results/queries.ts';
import { FEWEST_BALLOTS, type FeedbackOut, type Figures, type OfficeFeedback } from './schema.ts';

/** One for each application that the reader may write to; also those not yet written. */
export async function feedbacksOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<OfficeFeedback[]> {
  const { actor, now } = reader;
  const rows = await db
    .selectFrom('nominations as n')
    .leftJoin('feedbacks as f', 'f.nomination_id', 'n.id')
    .leftJoin('people as w', 'w.id', 'f.written_by')
    .leftJoin('people as a', 'a.id', 'f.approved_by')
    .select(['n.id', 'n.state', 'n.organisation_name', 'n.unit_name', 'n.language'])
    .select(['f.version', 'f.body', 'f.written_by', 'f.written_at', 'f.approved_at'])
    .select(['w.name as writer', 'a.name as approver'])
    .select(
      relationsOf(nomination, viewerOf(actor), now, 'n', ['writeFeedback', 'approveFeedback']).as('rel'),
    )
    .select(sql<boolean>`feedback_open(n.id, ${now})`.as('open'))
    .where('n.edition_id', '=', editionId)
    .where(scope(nomination, 'writeFeedback', viewerOf(actor), now, 'n'))
    .execute();
  return rows
    .map((row): OfficeFeedback => {
      const given = row.approved_at !== null && row.open;
      const approves =
        can(nomination, 'approveFeedback', row) &&
        row.body &&
        !row.approved_at &&
        row.written_by !== actor?.personId;
      return {
        nominationId: row.id,
        organisation: row.organisation_name,
        unit: row.unit_name,
        language: row.language,
        version: row.version ?? 0,
        body: row.body ?? '',
        writtenBy: row.writer,
        writtenAt: row.written_at?.toISOString() ?? null,
        approvedBy: row.approver,
        approvedAt: row.approved_at?.toISOString() ?? null,
        given,
        allowedActions: [
          ...(can(nomination, 'writeFeedback', row) && !given ? (['write'] as const) : []),
          ...(approves ? (['approve'] as const) : []),
        ],
      };
    })
    .toSorted((a, b) => compareNames(a.organisation, b.organisation) || compareNames(a.unit, b.unit));
}

/** One's own, once it is there to be read. @throws not-found, also before that: that it exists is not told either */
export async function feedbackFor(
  db: Kysely<DB>,
  { actor, now }: Reader,
  nominationId: string,
): Promise<FeedbackOut> {
  const row = await db
    .selectFrom('nominations as n')
    .innerJoin('feedbacks as f', 'f.nomination_id', 'n.id')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select([
      'n.id',
      'n.edition_id',
      'n.organisation_name',
      'n.language',
      'f.body',
      'e.year',
      'e.applicant_figures',
    ])
    .where('n.id', '=', nominationId)
    .where(scope(nomination, 'readFeedback', viewerOf(actor), now, 'n'))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  return {
    nominationId: row.id,
    year: row.year,
    organisation: row.organisation_name,
    language: row.language,
    body: row.body,
    figures: row.applicant_figures ? await figuresOf(db, row.edition_id, row.id) : null,
  };
}

/** The plain means of one application, as if it were alone; null with so few ballots that they would show whose they are. */
async function figuresOf(db: Kysely<DB>, editionId: string, nominationId: string): Promise<Figures | null> {
  const inputs = await readInputs(db, editionId, new Set([nominationId]));
  const [ranked] = rankInputs(inputs);
  const ballots = (inputs.scores[0] ?? []).filter((one) => one !== null);
  if (!ranked?.mean || ballots.length < FEWEST_BALLOTS) return null;
  const { scale, criteria } = inputs.rules;
  return {
    ballots: ballots.length,
    scale: { min: scale[0], max: scale[1] },
    mean: ranked.mean.display,
    criteria: criteria.map(({ texts }, i) => {
      const scores = ballots.flatMap((ballot) => ballot[i] ?? []);
      return { texts, mean: (scores.reduce((sum, one) => sum + one, 0) / scores.length).toFixed(2) };
    }),
  };
}
