/**
 * Publishing is prepared by one person and approved by another. What was prepared is kept word for word,
 * and from ten seconds before its moment nothing about it can be changed.
 */
import { lockEdition, type JudgedEdition } from '../editions/queries.ts';
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { tellApprovers, tellStopped } from './letters.ts';
import { momentAndText, readiness, standingOf, statementsOf, unmetErrors, type Ready } from './readiness.ts';
import { QUIET_MS, type NewPublication, type PublicationRow } from './schema.ts';

/**
 * Prepares what will be published and when. Nothing goes out before somebody else has approved it.
 *
 * @throws process/unmet with everything that is missing; process/not-now where something of this kind is already prepared
 */
export async function preparePublication(
  unit: Unit,
  editionId: string,
  { kind, publishAt, texts }: NewPublication,
): Promise<{ id: string; version: number }> {
  const { trx, now, actor } = unit;
  const edition = await lockEdition(unit, editionId, 'preparePublication');
  const standing = await standingOf(trx, editionId, kind);
  if (standing.other) throw problem('process/not-now');
  refuseUnmet([...readiness(kind, standing), ...momentAndText(kind, standing, { publishAt, texts, now })]);
  if (!standing.decision || !actor.personId) throw problem('auth/forbidden');
  const row = await trx
    .insertInto('publications')
    .values({
      edition_id: editionId,
      kind,
      decision_id: standing.decision.id,
      publish_at: publishAt,
      texts: JSON.stringify({ nb: texts.nb.trim(), nn: texts.nn.trim() }),
      statements: JSON.stringify(statementsOf(standing)),
      prepared_by: actor.personId,
      prepared_at: now,
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  record(unit, editionId, row.id, 'preparePublication', {
    payload: { kind, publishAt: publishAt.toISOString() },
  });
  await tellApprovers(unit, edition, { id: row.id, publishAt });
  return row;
}

/**
 * Approves what somebody else prepared. Everything that held when it was prepared must still hold.
 *
 * @throws process/same-person, publication/too-late, process/unmet, conflict/version
 */
export async function approvePublication(
  unit: Unit,
  publicationId: string,
  version: number,
): Promise<{ version: number }> {
  const { trx, now, actor } = unit;
  const { publication, edition } = await lockPublication(unit, publicationId, 'approvePublication');
  if (publication.approved_at !== null || publication.stopped_at !== null) throw problem('process/not-now');
  if (version !== publication.version) throw problem('conflict/version');
  if (!actor.personId || actor.personId === publication.prepared_by) throw problem('process/same-person');
  if (publication.publish_at.getTime() - now.getTime() <= QUIET_MS) throw problem('publication/too-late');
  refuseUnmet(await stillHolds(unit, edition, publication));
  const next = publication.version + 1;
  await trx
    .updateTable('publications')
    .set({ approved_by: actor.personId, approved_at: now, version: next })
    .where('id', '=', publicationId)
    .execute();
  record(unit, edition.id, publicationId, 'approvePublication', { payload: { kind: publication.kind } });
  return { version: next };
}

/**
 * Stops a publication that has not gone out: the way to change its text or its moment, too.
 *
 * @throws publication/too-late from ten seconds before the moment of an approved one
 */
export async function stopPublication(
  unit: Unit,
  publicationId: string,
  { version, reason }: { version: number; reason: string },
): Promise<{ version: number }> {
  const { trx, now, actor } = unit;
  const { publication, edition } = await lockPublication(unit, publicationId, 'stopPublication');
  if (publication.stopped_at !== null) throw problem('process/not-now');
  const goesOut = publication.approved_at !== null;
  if (goesOut && publication.publish_at.getTime() - now.getTime() <= QUIET_MS)
    throw problem('publication/too-late');
  if (version !== publication.version) throw problem('conflict/version');
  refuseUnmet([
    { requirement: 'reasonGiven', met: reason.trim() !== '', items: [] },
    await winnerNotWaiting(unit, publication),
  ]);
  const next = publication.version + 1;
  await trx
    .updateTable('publications')
    .set({ stopped_by: actor.personId, stopped_at: now, stop_reason: reason.trim(), version: next })
    .where('id', '=', publicationId)
    .execute();
  record(unit, edition.id, publicationId, 'stopPublication', {
    reason: reason.trim(),
    payload: { kind: publication.kind },
  });
  await tellStopped(unit, edition, publication);
  return { version: next };
}

async function lockPublication(
  unit: Unit,
  id: string,
  action: 'approvePublication' | 'stopPublication',
): Promise<{ publication: PublicationRow; edition: JudgedEdition }> {
  const { trx } = unit;
  const found = await trx
    .selectFrom('publications')
    .select('edition_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  const edition = await lockEdition(unit, found.edition_id, action);
  const publication = (await trx
    .selectFrom('publications')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()) as PublicationRow;
  return { publication, edition };
}

/** The decision stands, the nominated are still in, and the texts are the ones that were prepared. */
async function stillHolds(
  { trx, now }: Unit,
  { id }: JudgedEdition,
  publication: PublicationRow,
): Promise<Ready[]> {
  const { kind, publish_at, texts, statements, decision_id } = publication;
  const standing = await standingOf(trx, id, kind);
  const same = Object.entries(statementsOf(standing)).every(
    ([key, text]) => statements[key]?.nb === text.nb && statements[key]?.nn === text.nn,
  );
  return [
    ...readiness(kind, standing).map((item) =>
      item.requirement === 'decisionStands' ? { ...item, met: standing.decision?.id === decision_id } : item,
    ),
    { requirement: 'statementsAsPrepared', met: same, items: [] },
    ...momentAndText(kind, standing, { publishAt: publish_at, texts, now }),
  ];
}

/** The winner must not become public without the nominated. */
async function winnerNotWaiting({ trx }: Unit, { kind, edition_id }: PublicationRow): Promise<Ready> {
  const winner =
    kind === 'finalists'
      ? await trx
          .selectFrom('publications as p')
          .innerJoin('decisions as d', 'd.id', 'p.decision_id')
          .select('p.id')
          .where('p.edition_id', '=', edition_id)
          .where('p.kind', '=', 'winner')
          .where('d.no_award', '=', false)
          .where('p.stopped_at', 'is', null)
          .where('p.approved_at', 'is not', null)
          .executeTakeFirst()
      : undefined;
  return { requirement: 'winnerNotWaiting', met: winner === undefined, items: [] };
}

function refuseUnmet(items: readonly Ready[]): void {
  const errors = unmetErrors(items);
  if (errors.length > 0) throw problem('process/unmet', {}, errors);
}

function record(
  unit: Unit,
  editionId: string,
  id: string,
  event: string,
  rest: { reason?: string; payload: Record<string, unknown> },
): void {
  unit.record({ editionId, subjectType: 'publication', subjectId: id, event, ...rest });
}
