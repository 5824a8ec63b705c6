/** Publications of an edition, for those who may know its decisions. */
import type { Kysely } from 'kysely';
import { can, whyNot } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import type { DB } from '../../platform/db/types.ts';
import { demand, findEdition, type JudgedEdition, type Reader } from '../editions/queries.ts';
import { outcomeFrom } from './outcome.ts';
import { readiness, standingOf, type Ready, type Standing } from './readiness.ts';
import { QUIET_MS, type PublicationKind, type PublicationRow } from './schema.ts';
import type { PublicOutcome } from './schema-public.ts';

export type PublicationState = 'prepared' | 'approved' | 'published' | 'stopped' | 'lapsed';
export interface Publication {
  row: PublicationRow;
  state: PublicationState;
  preparedBy: string;
  approvedBy: string | null;
  stoppedBy: string | null;
  mayApprove: boolean;
  mayStop: boolean;
}
export interface Publications {
  edition: JudgedEdition;
  mayPrepare: boolean;
  publications: Publication[];
  /** What each kind still needs, and what the jury decided, where nothing of that kind is under way. */
  ready: { kind: PublicationKind; items: Ready[]; standing: Standing }[];
}

/** Empty while there is no decision to publish. @throws not-found, auth/forbidden */
export async function publicationsOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<Publications> {
  const row = await findEdition(db, reader, editionId);
  if (whyNot(edition, 'seeDecisions', row)?.reason === 'state')
    return { edition: row, mayPrepare: false, publications: [], ready: [] };
  demand(row, 'seeDecisions');
  const rows = await db
    .selectFrom('publications as p')
    .innerJoin('people as prepared', 'prepared.id', 'p.prepared_by')
    .leftJoin('people as approved', 'approved.id', 'p.approved_by')
    .leftJoin('people as stopped', 'stopped.id', 'p.stopped_by')
    .selectAll('p')
    .select(['prepared.name as preparer', 'approved.name as approver', 'stopped.name as stopper'])
    .where('p.edition_id', '=', editionId)
    .orderBy('p.prepared_at', 'desc')
    .execute();
  const publications = rows.map(({ preparer, approver, stopper, ...one }) =>
    withRights(row, one as unknown as PublicationRow, reader, {
      preparedBy: preparer,
      approvedBy: approver,
      stoppedBy: stopper,
    }),
  );
  const open = (['finalists', 'winner'] as const).filter(
    (kind) => !publications.some((one) => one.row.kind === kind && one.state !== 'stopped'),
  );
  const ready = [];
  for (const kind of open) {
    const standing = await standingOf(db, editionId, kind);
    ready.push({ kind, standing, items: readiness(kind, standing) });
  }
  return { edition: row, mayPrepare: can(edition, 'preparePublication', row), publications, ready };
}

export function stateOf(
  { stopped_at, approved_at, publish_at }: PublicationRow,
  now: Date,
): PublicationState {
  if (stopped_at) return 'stopped';
  if (approved_at) return publish_at <= now ? 'published' : 'approved';
  return publish_at.getTime() - now.getTime() <= QUIET_MS ? 'lapsed' : 'prepared';
}

function withRights(
  judged: JudgedEdition,
  row: PublicationRow,
  { actor, now }: Reader,
  names: Pick<Publication, 'preparedBy' | 'approvedBy' | 'stoppedBy'>,
): Publication {
  const state = stateOf(row, now);
  const early = row.publish_at.getTime() - now.getTime() > QUIET_MS;
  return {
    row,
    state,
    ...names,
    mayApprove:
      state === 'prepared' &&
      can(edition, 'approvePublication', judged) &&
      actor?.personId !== row.prepared_by,
    mayStop:
      (state === 'prepared' || state === 'lapsed' || (state === 'approved' && early)) &&
      can(edition, 'stopPublication', judged),
  };
}

/** The outcome as the public will see it once this publication is out, beside those that are already on their way. */
export async function previewOf(
  db: Kysely<DB>,
  { publications }: Publications,
  { row }: Publication,
): Promise<PublicOutcome> {
  const standing = (kind: PublicationKind) =>
    publications.find((one) => one.row.kind === kind && one.state !== 'stopped')?.row;
  return outcomeFrom(db, {
    finalists: row.kind === 'finalists' ? row : standing('finalists'),
    winner: row.kind === 'winner' ? row : undefined,
  });
}
