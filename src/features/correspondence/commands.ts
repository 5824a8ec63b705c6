/** Letters are rows of the outbox, written in the transaction of what they tell: both stand or neither. */
import { scope } from '../../core/policy/policy.ts';
import { edition, service } from '../../core/policy/resources.ts';
import { viewerOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { renderLetter } from './render.ts';
import { holdsKey, type LetterTemplate, type NewLetter } from './schema.ts';

export const sendLetterTask = 'send-letter';

/** Puts a letter in the outbox. Asked again with the same key, nothing happens. */
export async function queueLetter<T extends LetterTemplate>(unit: Unit, letter: NewLetter<T>): Promise<void> {
  const rendered = renderLetter(letter.template, letter.to.language, letter.params);
  const row = await unit.trx
    .insertInto('letters')
    .values({
      ...rendered,
      key: letter.key,
      template: letter.template,
      edition_id: letter.editionId ?? null,
      nomination_id: letter.nominationId ?? null,
      person_id: letter.to.personId,
      email: letter.to.email,
      created_at: unit.now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await enqueueSending(unit, row.id, letter.template);
}

/** About five minutes of tries for a code that is good for fifteen; about four days for everything else. */
const triesFor = (template: string) => (template === 'signIn' ? { maxAttempts: 6 } : {});

const enqueueSending = (unit: Unit, letterId: string, template: string): Promise<void> =>
  enqueue(unit.trx, sendLetterTask, { letterId }, { key: `letter:${letterId}`, ...triesFor(template) });

/**
 * Sends a letter again that did not arrive or may not have: a person's decision, never the service's own.
 *
 * @throws not-found for whoever may not see it; process/not-now for one that is not stuck, and for one that holds a key
 */
export async function resendLetter(unit: Unit, letterId: string): Promise<void> {
  const { trx, actor, now } = unit;
  const viewer = viewerOf(actor);
  const letter = await trx
    .selectFrom('letters as l')
    .leftJoin('editions as e', 'e.id', 'l.edition_id')
    .select(['l.id', 'l.edition_id', 'l.state', 'l.template'])
    .where('l.id', '=', letterId)
    .where((eb) =>
      eb.or([
        scope(edition, 'manage', viewer, now, 'e'),
        eb.and([eb('l.edition_id', 'is', null), scope(service, 'seeLetters', viewer, now)]),
      ]),
    )
    .forUpdate('l')
    .executeTakeFirst();
  if (!letter) throw problem('not-found');
  if (holdsKey(letter.template) || (letter.state !== 'failed' && letter.state !== 'unknown'))
    throw problem('process/not-now');
  await trx.updateTable('letters').set({ state: 'queued', error: null }).where('id', '=', letterId).execute();
  await enqueueSending(unit, letterId, letter.template);
  unit.record({ editionId: letter.edition_id, subjectType: 'letter', subjectId: letterId, event: 'resend' });
}
