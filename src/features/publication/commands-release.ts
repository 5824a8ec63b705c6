/**
 * What happens to a publication once it is approved: the press that releases it, holding it back for the press, and taking down what
 * is out. The states of the applications and the letters follow as after any other publication.
 */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { tellTakenDown } from './letters.ts';
import { lockPublication, record, refuseUnmet } from './locked.ts';
import { isQuiet, stateOf, type BothForms } from './schema.ts';
import { isOut, withdrawPublication } from './withdraw.ts';

interface Next {
  version: number;
}

/**
 * Releases at once what waits for the press of the ceremony, held or not. Of several that press, one does.
 *
 * @throws process/not-now where nothing waits (any more); process/unmet while the nominated are not out, and once one of the chosen
 *   has withdrawn
 */
export async function pressPublication(unit: Unit, publicationId: string): Promise<Next> {
  const { trx, now, actor } = unit;
  const { publication, edition } = await lockPublication(unit, publicationId, 'runCeremony');
  const state = stateOf(publication, now);
  if (publication.release !== 'press' || (state !== 'approved' && state !== 'held'))
    throw problem('process/not-now');
  const { rows } = await sql<{ after: boolean; complete: boolean }>`
    select d.no_award or outcome_is_public(d.edition_id, 'finalists', ${now}) as after,
      not exists (select from decision_entries e join nominations n on n.id = e.nomination_id
        where e.decision_id = d.id and n.state = 'withdrawn') as complete
    from decisions d where d.id = ${publication.decision_id}`.execute(trx);
  refuseUnmet([
    { requirement: 'afterFinalists', met: rows[0]?.after ?? false, items: [] },
    { requirement: 'chosenStillIn', met: rows[0]?.complete ?? false, items: [] },
  ]);
  const version = publication.version + 1;
  await trx
    .updateTable('publications')
    .set({
      pressed_at: now,
      pressed_by: actor.personId,
      publish_at: now,
      held_at: null,
      held_by: null,
      version,
    })
    .where('id', '=', publicationId)
    .execute();
  const { kind } = publication;
  record(unit, edition.id, publicationId, 'pressPublication', { payload: { kind } });
  return { version };
}

/**
 * From now on only the press releases it: its latest moment passes without anything.
 *
 * @throws publication/too-late from ten seconds before the latest moment
 */
export async function holdPublication(unit: Unit, publicationId: string, seen: number): Promise<Next> {
  const { trx, now, actor } = unit;
  const { publication, edition, latest } = await lockPublication(unit, publicationId, 'runCeremony');
  if (publication.release !== 'press' || stateOf(publication, now) !== 'approved')
    throw problem('process/not-now');
  if (isQuiet(publication, latest)) throw problem('publication/too-late');
  if (seen !== publication.version) throw problem('conflict/version');
  const version = publication.version + 1;
  await trx
    .updateTable('publications')
    .set({ held_at: now, held_by: actor.personId, version })
    .where('id', '=', publicationId)
    .execute();
  record(unit, edition.id, publicationId, 'holdPublication', { payload: { kind: publication.kind } });
  return { version };
}

/**
 * Lets the latest moment count again.
 *
 * @throws publication/too-late when that moment has passed, or is less than ten seconds away
 */
export async function resumePublication(unit: Unit, publicationId: string, seen: number): Promise<Next> {
  const { trx, now } = unit;
  const { publication, edition, latest } = await lockPublication(unit, publicationId, 'runCeremony');
  if (stateOf(publication, now) !== 'held') throw problem('process/not-now');
  if (isQuiet(publication, latest)) throw problem('publication/too-late');
  if (seen !== publication.version) throw problem('conflict/version');
  const version = publication.version + 1;
  await trx
    .updateTable('publications')
    .set({ held_at: null, held_by: null, version })
    .where('id', '=', publicationId)
    .execute();
  record(unit, edition.id, publicationId, 'resumePublication', { payload: { kind: publication.kind } });
  return { version };
}

/**
 * Takes down at once what is out, with all its versions; the public reads the notice instead. With the nominated goes the winner:
 * one is nothing without the others, so an announcement that waits is stopped.
 *
 * @throws process/not-now where it is not out; publication/too-late while the winner, or a correction, is about to come out
 */
export async function takeDownPublication(
  unit: Unit,
  publicationId: string,
  { version: seen, reason, notice }: { version: number; reason: string; notice: BothForms },
): Promise<Next> {
  const { trx, now, actor } = unit;
  const { publication, edition } = await lockPublication(unit, publicationId, 'stopPublication');
  if (stateOf(publication, now) !== 'published') throw problem('process/not-now');
  if (seen !== publication.version) throw problem('conflict/version');
  refuseUnmet([
    { requirement: 'reasonGiven', met: reason.trim() !== '', items: [] },
    { requirement: 'noticeGiven', met: notice.nb.trim() !== '' && notice.nn.trim() !== '', items: [] },
  ]);
  const kinds = publication.kind === 'finalists' ? (['finalists', 'winner'] as const) : ['winner' as const];
  const taken = await trx
    .updateTable('publications as p')
    .set((eb) => ({
      taken_down_at: now,
      taken_down_by: actor.personId,
      takedown_reason: reason.trim(),
      notice: JSON.stringify({ nb: notice.nb.trim(), nn: notice.nn.trim() }),
      version: eb('p.version', '+', 1),
    }))
    .where('p.edition_id', '=', edition.id)
    .where('p.kind', 'in', kinds)
    .where(sql<boolean>`publication_is_public(p, ${now})`)
    .returning(['p.id', 'p.kind'])
    .execute();
  for (const { id, kind } of taken)
    record(unit, edition.id, id, 'takeDownPublication', { reason: reason.trim(), payload: { kind } });
  for (const kind of kinds) {
    if (await isOut(unit, edition.id, kind, { besidesTakenDown: true }))
      throw problem('publication/too-late', {}, [], (t) => t.publication.takeDownWaits);
    await withdrawPublication(unit, edition.id, kind, reason.trim());
  }
  await tellTakenDown(unit, edition, publication);
  return { version: publication.version + 1 };
}
