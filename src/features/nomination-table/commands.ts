/** The same with several applications at once: each by its own right and in its own transaction, and what was skipped is told. */
import type { Kysely } from 'kysely';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { transact, type Unit, type UnitContext } from '../../core/process/unit.ts';
import { addDays } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { describe, problem, Problem } from '../../platform/http/problem.ts';
import { refusal } from '../../platform/http/forms.ts';
import type { Lang } from '../../ui/text/index.ts';
import { applicantName } from '../../ui/text/format.ts';
import { fileContact } from '../contacts/commands.ts';
import { isFiled } from '../contacts/queries.ts';
import { proposeExtension } from '../extensions/commands.ts';
import { lockNomination, sendEvent } from '../nominations/commands.ts';
import { demand, findNomination } from '../nominations/queries.ts';
import type { NominationWithRelations } from '../nominations/schema.ts';
import type { BulkAction, Marked, Named, Outcome, Task } from './schema-marked.ts';

export interface Several {
  editionId: string;
  marked: readonly Marked[];
  /** Of the reasons. */
  lang: Lang;
}
type Work = (unit: Unit, row: NominationWithRelations) => Promise<unknown>;

/** Does it with each of these applications of the edition with which this person may, now. One that is refused stops no other. */
export const doSeveral = (
  db: Kysely<DB>,
  context: UnitContext,
  several: Several,
  task: Task,
): Promise<Outcome> => withEach(db, context, several, (unit, row) => perform(unit, row, task));

/**
 * What would become of each now: it is done as it would be, and undone again, so that nothing else decides about it than what does then.
 *
 * @param edition of the applications, for a deadline that they could get
 */
export const rehearse = (
  db: Kysely<DB>,
  context: UnitContext,
  several: Several,
  { action, edition }: { action: BulkAction; edition: { judging_ends_at: Date } },
): Promise<Outcome> =>
  withEach(db, context, several, async (unit, row) => {
    if (action === 'letter') demand(row, 'seeLetters');
    else if (action === 'package') demand(row, 'takeOut');
    else await perform(unit, row, standIn(action, context.now, edition));
    throw new Undone();
  });

/** Thrown so that nothing of a rehearsal stays. */
class Undone extends Error {}

/** What is still to be written, as it could be. */
function standIn(type: Task['type'], now: Date, edition: { judging_ends_at: Date }): Task {
  const words = '–';
  switch (type) {
    case 'return':
      return { type, part: 'documents', reason: words, note: words, dueAt: addDays(now, 1) };
    case 'extend':
      return { type, until: addDays(edition.judging_ends_at, -1), reason: words };
    case 'note':
      return { type, text: words, at: now };
    default:
      return { type };
  }
}

async function perform(unit: Unit, { id, version }: NominationWithRelations, task: Task): Promise<void> {
  if (task.type === 'admit') await sendEvent(unit, id, { event: { type: 'admit' }, version });
  else if (task.type === 'return') {
    const { reason, dueAt, part, note } = task;
    const event = { type: 'return', reason, dueAt, parts: [{ part, note }] } as const;
    await sendEvent(unit, id, { event, version });
  } else if (task.type === 'extend') await proposeExtension(unit, id, task);
  else await fileOnce(unit, id, task);
}

/** The same note by the same person, begun at the same instant, is the same form sent again. */
async function fileOnce(unit: Unit, id: string, { text, at }: { text: string; at: Date }): Promise<void> {
  const contact = { kind: 'note', text, happenedAt: at } as const;
  if (await isFiled(unit.trx, unit, id, contact))
    throw problem('process/not-now', {}, [{ message: (t) => t.nominationTable.bulk.noted }]);
  await fileContact(unit, id, contact);
}

async function withEach(
  db: Kysely<DB>,
  context: UnitContext,
  { editionId, marked, lang }: Several,
  work: Work,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], skipped: [] };
  for (const one of marked) {
    let found: Named | undefined;
    try {
      await transact(db, context, async (unit) => {
        const row = await lockMarked(unit, editionId, one, (known) => (found = known));
        await work(unit, row);
      });
    } catch (error) {
      if (error instanceof Problem) {
        const why = refusal(error, lang)
          .map(({ message }) => message)
          .join(' ');
        outcome.skipped.push({
          id: one.id,
          found: found ?? null,
          why,
          problem: describe(error, lang).type,
        });
        continue;
      }
      if (!(error instanceof Undone)) throw error;
    }
    if (found) outcome.done.push(found);
  }
  return outcome;
}

/** Locked, and as it was when it was marked. @throws not-found, also for one of another year; conflict/version */
async function lockMarked(
  unit: Unit,
  editionId: string,
  { id, version }: Marked,
  know: (found: Named) => void,
): Promise<NominationWithRelations> {
  const before = await findNomination(unit.trx, unit, id);
  if (before.edition_id !== editionId) throw problem('not-found');
  await lockNomination(unit, before);
  const row = await findNomination(unit.trx, unit, id);
  know({
    id,
    version: row.version,
    name: applicantName(row.organisation_name, row.unit_name),
    readable: can(nomination, 'read', row),
  });
  if (version !== undefined && row.version !== version)
    throw problem('conflict/version', {}, [{ message: (t) => t.nominationTable.bulk.changed }]);
  return row;
}
