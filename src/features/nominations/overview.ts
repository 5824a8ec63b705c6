/** What the overview of an application shows, gathered for one reader at one instant. */
import type { NominationEvent } from '../../../workflows/nomination.ts';
import { aboutInput } from '../../../workflows/requirements.ts';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { checklist } from '../../core/process/dispatch.ts';
import type { Unit } from '../../core/process/unit.ts';
import { askedFor } from '../completion/queries.ts';
import { documentsOf } from '../documents/queries.ts';
import { fieldsOf, isMissing, isTooLong } from './fields.ts';
import { nominationFlow } from './flow.ts';
import { openJoinRequests } from './join-requests.ts';
import { membersOf, nominationFor, progressOf, publicOutcomeOf } from './queries.ts';
import { callOf } from './queries-call.ts';
import { earlierOf, oldOf } from '../earlier/queries.ts';
import { rulesFor, wantedFor } from '../confirmations/queries.ts';
import { presentIn, type Other } from '../writing/presence.ts';
import { stepsOf } from '../writing/schema-steps.ts';
import type { Field, NominationWithRelations } from './schema.ts';
import { differsFromLast } from './submission.ts';
import type { Overview, Part } from './views.ts';
import { closingOf, deadlineOf, isOpen } from './window.ts';
import { countWords } from './words.ts';

/** @throws not-found, auth/forbidden for whoever does not work on it */
export async function overviewOf(unit: Unit, id: string): Promise<Overview> {
  const { trx, now } = unit;
  const row = await nominationFor(trx, unit, id, 'readDraft');
  const call = await callOf(trx, row.edition_id);
  const open = can(nomination, 'edit', row) && isOpen(call, row, now);
  return {
    row,
    call,
    now,
    open,
    deadline: deadlineOf(call, row),
    hasMoreTime: closingOf(call, row) > call.closes_at,
    parts: partsOf(await fieldsOf(trx, row), await presentIn(unit, id), unit.actor.personId),
    asked: await askedFor(trx, row),
    documents: (await documentsOf(trx, id)).length,
    progress: await progressOf(trx, id),
    unsent: row.submission_count > 0 && (await differsFromLast(trx, row)),
    members: await membersOf(trx, id),
    canWithdraw: (await mayNow(unit, row, 'withdraw')) === true,
    feedback: can(nomination, 'readFeedback', row),
    confidence: can(nomination, 'readConfidence', row),
    outcome: await publicOutcomeOf(trx, row.id, now),
    requests: (await requestsFor(unit, row)).length,
    earlier: open ? (await earlierOf(trx, unit, row)).length : 0,
    old: (await oldOf(trx, unit, row)).length,
    confirmations: await wantedFor(trx, row, await rulesFor(trx, row.edition_id)),
  };
}

/** Each page of the form, with what it lacks and who has it open. */
export function partsOf(fields: readonly Field[], present: readonly Other[], me: string | null): Part[] {
  return stepsOf(fields).map(({ slug, section, number, fields: mine }): Part => {
    const [only] = mine;
    const labels = (some: readonly Field[]) => some.map(({ question }) => question.texts);
    const own = new Set(mine.map(({ question }) => question.id));
    return {
      slug,
      section,
      number,
      label: number === null ? null : (only?.question.texts ?? null),
      ids: [...own],
      questions: mine.length,
      answered: mine.filter(({ value }) => value !== '').length,
      required: mine.filter(({ question }) => question.required).length,
      missing: labels(mine.filter(isMissing)),
      tooLong: labels(mine.filter(isTooLong)),
      words:
        number !== null && only ? { count: countWords(only.value), max: only.question.word_limit } : null,
      here: present
        .filter(
          (other) =>
            other.personId !== me &&
            (number === null ? other.section === section : other.field !== null && own.has(other.field)),
        )
        .map(({ name }) => name),
    };
  });
}

/** Whether the person could send this event now; undefined when it is out of the question in this state or for this person. */
export async function mayNow(
  unit: Unit,
  row: NominationWithRelations,
  type: 'withdraw' | 'submit' | 'registerWithdrawal',
): Promise<boolean | undefined> {
  const items = await checklist(unit, nominationFlow, row, { type } as NominationEvent);
  return items?.every(({ met, requirement }) => met || aboutInput.has(requirement));
}

/** Those who ask to join this organisation, for whoever may let them into this application. */
export async function requestsFor(unit: Unit, row: NominationWithRelations) {
  const requests = await openJoinRequests(unit.trx, unit);
  return requests.filter(({ applications }) => applications.some(({ id }) => id === row.id));
}
