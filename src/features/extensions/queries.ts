/** Later deadlines of a year, each for those who may see its application's. */
import type { Kysely } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import type { Extendable, ExtensionOut } from './schema.ts';
import { applicantName } from '../../ui/text/format.ts';

export interface Extensions {
  edition: JudgedEdition;
  extensions: ExtensionOut[];
  /** Applications for which the reader may propose one now. */
  extendable: Extendable[];
}

/** @throws not-found, auth/forbidden */
export async function extensionsOf(db: Kysely<DB>, reader: Reader, editionId: string): Promise<Extensions> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'seeExtensions');
  const viewer = viewerOf(reader.actor);
  const rows = await db
    .selectFrom('deadline_extensions as x')
    .innerJoin('nominations as n', 'n.id', 'x.nomination_id')
    .innerJoin('people as p', 'p.id', 'x.proposed_by')
    .leftJoin('people as a', (join) =>
      join.on((eb) => eb('a.id', '=', eb.fn.coalesce('x.approved_by', 'x.declined_by'))),
    )
    .selectAll('x')
    .select(['n.organisation_name', 'n.unit_name', 'n.state', 'p.name as proposer', 'a.name as answerer'])
    .select(relationsOf(nomination, viewer, reader.now, 'n').as('rel'))
    .where('x.edition_id', '=', editionId)
    .where(scope(nomination, 'seeExtensions', viewer, reader.now, 'n'))
    .orderBy('x.proposed_at', 'desc')
    .execute();
  const extensions = rows.map((row): ExtensionOut => {
    const open = row.approved_at === null && row.declined_at === null;
    const judged = { state: row.state, rel: row.rel };
    const lapsed = open && row.until_at <= reader.now;
    return {
      id: row.id,
      nominationId: row.nomination_id,
      organisation: applicantName(row.organisation_name, row.unit_name),
      until: row.until_at.toISOString(),
      reason: row.reason,
      state: row.approved_at ? 'approved' : row.declined_at ? 'declined' : lapsed ? 'lapsed' : 'proposed',
      proposedBy: row.proposer,
      proposedAt: row.proposed_at.toISOString(),
      answeredBy: row.answerer,
      answeredAt: (row.approved_at ?? row.declined_at)?.toISOString() ?? null,
      mayApprove:
        open &&
        !lapsed &&
        edition.judging_started_at === null &&
        row.proposed_by !== reader.actor?.personId &&
        can(nomination, 'approveExtension', judged),
      mayDecline: open && can(nomination, 'declineExtension', judged),
    };
  });
  return { edition, extensions, extendable: await extendableIn(db, reader, edition) };
}

async function extendableIn(
  db: Kysely<DB>,
  { actor, now }: Reader,
  edition: JudgedEdition,
): Promise<Extendable[]> {
  if (edition.judging_started_at !== null || edition.announced_at === null || edition.state === 'cancelled')
    return [];
  return db
    .selectFrom('nominations as n')
    .select(['n.id', 'n.organisation_name as organisation', 'n.unit_name as unit'])
    .where('n.edition_id', '=', edition.id)
    .where(scope(nomination, 'proposeExtension', viewerOf(actor), now, 'n'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deadline_extensions as x')
            .whereRef('x.nomination_id', '=', 'n.id')
            .where('x.approved_at', 'is', null)
            .where('x.declined_at', 'is', null),
        ),
      ),
    )
    .orderBy('n.organisation_name')
    .orderBy('n.unit_name')
    .orderBy('n.id')
    .execute();
}
