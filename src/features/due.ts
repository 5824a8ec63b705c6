/**
 * What is due by the clock of the domain: a question to our own tables, asked every few seconds and whenever the clock moves.
 * It only lets states and letters follow. No right depends on it: a deadline holds and a result is public at its instant, with or without.
 */
import { sql, type Kysely } from 'kysely';
import type { FastifyBaseLogger } from 'fastify';
import { publishing } from '../core/policy/states.ts';
import { transact, type Unit } from '../core/process/unit.ts';
import { systemActor } from '../platform/actor.ts';
import type { DB } from '../platform/db/types.ts';
import { callRemindersDue, sendCallReminder } from './call-reminders/commands.ts';
import { dispatchEdition } from './editions/flow.ts';
import { feedbacksToTell, tellOfFeedback } from './feedback/letters.ts';
import { batchesDue, sendDueBatch } from './letter-batches/scheduling.ts';
import { remindOfWork, workRemindersDue } from './reminders/due.ts';
import { remindersDue, remindHolders } from './nominations/reminders.ts';
import { closeDueMotion, motionsToClose } from './motions/closing.ts';
import { applyPublication } from './publication/apply.ts';
import { askSubstitutes, substitutesToAsk } from './publication/substitutes.ts';
import { forget, forgettingDue, type Outside } from './retention/forgetting.ts';
import { warningsDue, warnHolders } from './retention/warnings.ts';
import { freezeResult, resultsToFreeze, type Signer } from './results/freeze.ts';
import { dropExpiredForms } from './sign-in/kept-forms.ts';

/** The service hands over all of it. Tests leave out what they are not about: the keys for signing, the file of what was forgotten. */
export interface DueServices {
  db: Kysely<DB>;
  log: FastifyBaseLogger;
  /** With what a result is signed; left out, none is frozen this time. */
  signing?: Signer['signing'];
  /** Where what is forgotten is written down; left out, nobody is forgotten this time. */
  config?: Signer['config'] & Outside;
}
/** What was done this time. */
export interface Due {
  reminded: number;
  /** Kinds of reminders of what is left before a date of a year: each goes to everybody concerned at once. */
  workReminded: number;
  /** Drafts whose holders were told that they will be erased. */
  warned: number;
  /** Those who asked to be reminded of the call. */
  callReminded: number;
  /** People without an account whose time in the schedule is over: guests, those who asked or told, those on the list of the call. */
  forgotten: number;
  closed: number;
  /** Votes of the jury in writing. */
  counted: number;
  published: number;
  /** Publications about which substitutes of leaders were asked. */
  substitutesAsked: number;
  /** Applicants who were told that the jury's answer is there. */
  answered: number;
  /** Letters to many whose moment has come: gone, or held back. */
  batches: number;
  frozen: number;
}

/** Does what is due at `now`. Any number of servers may do so at once: each thing happens once. */
export async function applyDue({ db, log, signing, config }: DueServices, now: Date): Promise<Due> {
  const counted = async (
    what: string,
    id: string,
    work: (unit: Unit) => Promise<number>,
  ): Promise<number> => {
    try {
      return await transact(db, { actor: systemActor, now, requestId: `due-${what}-${id}` }, work);
    } catch (error) {
      // One thing that will not go must not stop the others.
      log.error({ err: error, what, id }, 'something that is due could not be done');
      return 0;
    }
  };
  const once = (what: string, id: string, work: (unit: Unit) => Promise<boolean>): Promise<number> =>
    counted(what, id, async (unit) => ((await work(unit)) ? 1 : 0));
  const due: Due = {
    reminded: 0,
    workReminded: 0,
    warned: 0,
    callReminded: 0,
    forgotten: 0,
    closed: 0,
    counted: 0,
    published: 0,
    substitutesAsked: 0,
    answered: 0,
    batches: 0,
    frozen: 0,
  };
  await dropExpiredForms(db);
  for (const draft of await remindersDue(db, now))
    due.reminded += await once('reminder', draft.id, (unit) => remindHolders(unit, draft));
  for (const one of await workRemindersDue(db, now))
    due.workReminded += await once('workReminder', one.editionId, (unit) => remindOfWork(unit, one));
  for (const draft of await warningsDue(db, now))
    due.warned += await once('erasure', draft.id, (unit) => warnHolders(unit, draft));
  for (const { id } of await callRemindersDue(db, now))
    due.callReminded += await once('callReminder', id, (unit) => sendCallReminder(unit, id));
  if (config)
    for (const { rule, subjects } of await forgettingDue(db, now))
      due.forgotten += await counted('forget', rule, (unit) =>
        forget(unit, config, { rule, subjects, by: 'schedule' }),
      );
  for (const { id } of await callsToClose(db, now))
    due.closed += await once('close', id, (unit) => closeCall(unit, id));
  for (const { id } of await motionsToClose(db, now))
    due.counted += await once('motion', id, (unit) => closeDueMotion(unit, id));
  for (const { id } of await publicationsToApply(db, now))
    due.published += await once('publication', id, (unit) => applyPublication(unit, id));
  for (const one of await substitutesToAsk(db, now))
    due.substitutesAsked += await once('substitutes', one.id, (unit) => askSubstitutes(unit, one));
  for (const { id } of await feedbacksToTell(db, now))
    due.answered += await once('feedback', id, (unit) => tellOfFeedback(unit, id));
  for (const { id } of await batchesDue(db, now))
    due.batches += await once('batch', id, (unit) => sendDueBatch(unit, id));
  if (signing && config)
    for (const { id } of await resultsToFreeze(db))
      due.frozen += await once('freeze', id, (unit) => freezeResult(unit, id, { signing, config }));
  return due;
}

const callsToClose = (db: Kysely<DB>, now: Date) =>
  db
    .selectFrom('editions')
    .select('id')
    .where('state', '=', 'announced')
    .where('closes_at', '<=', now)
    .orderBy('id')
    .execute();

async function closeCall(unit: Unit, id: string): Promise<boolean> {
  const open = await unit.trx
    .selectFrom('editions')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'announced')
    .forUpdate()
    .executeTakeFirst();
  if (!open) return false;
  await dispatchEdition(unit, { id, event: { type: 'close' } });
  return true;
}

/** The nominated before the winner, where both have become public since the last time. */
const publicationsToApply = (db: Kysely<DB>, now: Date) =>
  db
    .selectFrom('publications as p')
    .innerJoin('editions as e', 'e.id', 'p.edition_id')
    .select('p.id')
    .where((eb) =>
      eb.or([
        eb('e.state', 'in', publishing),
        // What had come out when it was archived, or was not to: only corrections come after.
        eb.and([eb('e.state', '=', 'archived'), eb('p.corrects', 'is not', null)]),
      ]),
    )
    .where('p.applied_at', 'is', null)
    .where(sql<boolean>`publication_is_public(p, ${now})`)
    .orderBy((eb) => eb('p.kind', '=', 'winner'))
    .orderBy('p.publish_at')
    .execute();
