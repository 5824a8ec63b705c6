/** Letters are rows of the outbox, written in the transaction of what they tell: both stand or neither. */
import type { Unit } from '../../core/process/unit.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { renderLetter } from './render.ts';
import type { LetterTemplate, NewLetter } from './schema.ts';

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
