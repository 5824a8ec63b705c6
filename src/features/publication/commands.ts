/**
 * Publishing is prepared by one person and approved by another. What was prepared is kept word for word,
 * and from ten seconds before its moment nothing about it can be changed.
 */
import { lockEdition, type JudgedEdition } from '../editions/queries.ts';
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { tellApproved, tellApprovers, tellStopped } from './letters.ts';
import { placeOf } from '../people/substitutes.ts';
import { inPlace, lockPublication, record, refuseUnmet } from './locked.ts';
import { momentAndText, readiness, standingOf, statementsOf, type Ready } from './readiness.ts';
import { waitingWinner } from './readiness-winner.ts';
import { asSeen, besideOf } from './shown-beside.ts';
import {
  isQuiet,
  mayComeOut,
  stateOf,
  usualRelease,
  type BothForms,
  type NewPublication,
  type PublicationRow,
} from './schema.ts';

/**
 * Prepares what will be published and when; where something of this kind is out already, a correction of it. Nothing goes out before
 * it is approved.
 *
 * @throws process/unmet with everything that is missing; process/not-now where something of this kind is already prepared
 */
export async function preparePublication(
  unit: Unit,
  editionId: string,
  { kind, publishAt, texts, correction, ...chosen }: NewPublication,
): Promise<{ id: string; version: number }> {
  const { trx, now, actor } = unit;
  const edition = await lockEdition(unit, editionId, 'preparePublication');
  const standing = await standingOf(trx, editionId, kind, now);
  if (standing.waiting || !mayComeOut(edition, standing.out !== undefined)) throw problem('process/not-now');
  const release = chosen.release ?? usualRelease(kind, standing.out !== undefined);
  const given = { publishAt, release, texts, correction, now };
  refuseUnmet([...readiness(kind, standing), ...momentAndText(kind, standing, given)]);
  if (!standing.decision || !actor.personId) throw problem('auth/forbidden');
  const row = await trx
    .insertInto('publications')
    .values({
      edition_id: editionId,
      kind,
      decision_id: standing.decision.id,
      release,
      publish_at: release === 'approval' ? now : publishAt,
      texts: trimmed(texts),
      statements: JSON.stringify(statementsOf(standing)),
      corrects: standing.out?.id ?? null,
      correction: standing.out && correction ? trimmed(correction) : null,
      prepared_by: actor.personId,
      prepared_at: now,
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  record(unit, editionId, row.id, standing.out ? 'correctPublication' : 'preparePublication', {
    payload: { kind, release, ...(release === 'approval' ? {} : { publishAt: publishAt.toISOString() }) },
  });
  await tellApprovers(unit, edition, { id: row.id, release, publishAt });
  return row;
}

const trimmed = ({ nb, nn }: BothForms): string => JSON.stringify({ nb: nb.trim(), nn: nn.trim() });

/** What comes with an approval. */
export interface Approval {
  version: number;
  /** Quotes and pictures as they were shown (`shownNow`); nothing where none were. */
  seen?: string | undefined;
  /** Why whoever prepared it approves it, too. */
  aloneBecause?: string | undefined;
}

/**
 * Approves what somebody else prepared, with the quotes and pictures that were seen. Everything that held when it was prepared must still
 * hold. With a reason whoever prepared it can do so alone: it is written down, and everybody else who could have approved is told.
 *
 * @throws process/same-person, publication/too-late, process/unmet, conflict/version
 */
export async function approvePublication(
  unit: Unit,
  publicationId: string,
  { version, seen = '', aloneBecause }: Approval,
): Promise<{ version: number }> {
  const { trx, actor, now } = unit;
  const locked = await lockPublication(unit, publicationId, 'approvePublication');
  const { publication, edition } = locked;
  if (publication.approved_at !== null || publication.stopped_at !== null) throw problem('process/not-now');
  if (!mayComeOut(edition, publication.corrects !== null)) throw problem('process/not-now');
  if (version !== publication.version) throw problem('conflict/version');
  if (!actor.personId) throw problem('auth/forbidden');
  const alone = actor.personId === publication.prepared_by;
  const reason = aloneBecause?.trim() ?? '';
  if (alone && aloneBecause === undefined) throw problem('process/same-person');
  const atOnce = publication.release === 'approval';
  if (!atOnce && isQuiet(publication, locked.latest)) throw problem('publication/too-late');
  refuseUnmet([
    ...(alone ? [{ requirement: 'reasonGiven', met: reason !== '', items: [] }] : []),
    ...(await stillHolds(unit, edition, publication)),
    ...asSeen(await besideOf(trx, publication.decision_id), seen),
  ]);
  const next = publication.version + 1;
  const place = await placeOf(unit, edition.id);
  await trx
    .updateTable('publications')
    .set({ approved_by: actor.personId, approved_for: place?.id ?? null, approved_at: now, version: next })
    .set(alone ? { alone_reason: reason } : {})
    .set(atOnce ? { publish_at: now } : {})
    .where('id', '=', publicationId)
    .execute();
  const { kind } = publication;
  const event = alone ? 'approvePublicationAlone' : 'approvePublication';
  record(unit, edition.id, publicationId, event, {
    ...(alone ? { reason } : {}),
    payload: { kind, ...inPlace(place) },
  });
  if (alone) await tellApproved(unit, edition, publication);
  return { version: next };
}

/**
 * Stops a publication that has not gone out: the way to change its text, too.
 *
 * @throws publication/too-late from ten seconds before the moment of an approved one
 */
export async function stopPublication(
  unit: Unit,
  publicationId: string,
  { version, reason }: { version: number; reason: string },
): Promise<{ version: number }> {
  const { trx, now, actor } = unit;
  const { publication, edition, latest } = await lockPublication(unit, publicationId, 'stopPublication');
  const state = stateOf(publication, now);
  if (state === 'stopped' || state === 'takenDown') throw problem('process/not-now');
  if (state === 'published' || (state === 'approved' && isQuiet(publication, latest)))
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

/** The decision stands, the nominated are still in, and the texts are the ones that were prepared. */
async function stillHolds(
  { trx, now }: Unit,
  { id }: JudgedEdition,
  publication: PublicationRow,
): Promise<Ready[]> {
  const { kind, publish_at, texts, statements, decision_id, release, correction } = publication;
  const standing = await standingOf(trx, id, kind, now);
  const same = Object.entries(statementsOf(standing)).every(
    ([key, text]) => statements[key]?.nb === text.nb && statements[key]?.nn === text.nn,
  );
  return [
    ...readiness(kind, standing).map((item) =>
      item.requirement === 'decisionStands' ? { ...item, met: standing.decision?.id === decision_id } : item,
    ),
    { requirement: 'statementsAsPrepared', met: same, items: [] },
    ...momentAndText(kind, standing, {
      publishAt: publish_at,
      release,
      texts,
      correction: correction ?? undefined,
      now,
    }),
  ];
}

/** The winner must not become public without the nominated: those that are out stay so when a correction of them is stopped. */
async function winnerNotWaiting(unit: Unit, { id, kind, edition_id }: PublicationRow): Promise<Ready> {
  const { trx, now } = unit;
  const { finalists } = await standingOf(trx, edition_id, kind, now);
  const isFirst = kind === 'finalists' && finalists?.id === id;
  const winner = isFirst ? await waitingWinner(trx, edition_id) : undefined;
  return { requirement: 'winnerNotWaiting', met: winner === undefined, items: [] };
}
