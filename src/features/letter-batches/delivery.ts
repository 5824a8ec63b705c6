/** A mailing's letters: the words to each, the key by which nobody is told of a decision twice, and their way into the outbox. */
import type { Unit } from '../../core/process/unit.ts';
import { publicHref } from '../../ui/links.ts';
import { queueWritten } from '../correspondence/commands.ts';
import { fillIn } from '../correspondence/placeholders.ts';
import { renderWritten } from '../correspondence/written.ts';
import { getsLetter, keyOf, type Addressee } from './audience.ts';
import type { BatchRow, FoundBatch } from './queries.ts';

/** Puts its letters into the outbox. The batch is locked, and `by` has seen whom it goes to. */
export async function deliver(
  unit: Unit,
  { row, edition }: FoundBatch,
  people: readonly Addressee[],
  { by, seen }: { by: string; seen: string },
): Promise<number> {
  const recipients = people.filter(getsLetter);
  await unit.trx
    .updateTable('letter_batches')
    .set({ sent_by: by, sent_at: unit.now, version: row.version + 1, ...unscheduled })
    .where('id', '=', row.id)
    .execute();
  if (row.about === 'confidence') await keepTold(unit, row, recipients);
  for (const one of recipients) await queueOne(unit, row, one);
  unit.record({
    editionId: edition.id,
    subjectType: 'letterBatch',
    subjectId: row.id,
    event: 'sendBatch',
    payload: { letters: recipients.length, recipientsHash: seen },
  });
  return recipients.length;
}

/** No moment is set. */
export const unscheduled = {
  send_at: null,
  scheduled_by: null,
  scheduled_at: null,
  scheduled_hash: null,
  held_back: null,
} as const;

/** From here on they may read it where they are signed in. */
async function keepTold(
  { trx, now }: Unit,
  { id }: BatchRow,
  recipients: readonly Addressee[],
): Promise<void> {
  const told = new Map(recipients.map(({ nominationId, decisionId }) => [nominationId, decisionId]));
  await trx
    .insertInto('confidential_notices')
    .values(
      [...told].map(([nominationId, decisionId]) => ({
        batch_id: id,
        nomination_id: nominationId ?? '',
        decision_id: decisionId ?? '',
        told_at: now,
      })),
    )
    .execute();
}

const queueOne = (unit: Unit, row: BatchRow, one: Addressee): Promise<void> =>
  queueWritten(unit, {
    ...letterTo(row, one),
    template: 'batch',
    key: letterKey(row, one),
    to: { personId: one.personId, email: one.email, language: one.language },
    editionId: row.edition_id,
    nominationId: one.nominationId,
    batchId: row.id,
    ...(one.token === undefined ? {} : { unsubscribe: unsubscribePath(one.token) }),
  });

const unsubscribePath = (token: string): string => `/utlysning/meld-av/${token}`;

/** One letter a person for each decision; where the jury has chosen anew, or a result is told anew after a wrong one, it is another. */
function letterKey({ id, about }: BatchRow, one: Addressee): string {
  if (about === null || about === 'other') return `batch:${id}:${keyOf(one)}`;
  const which = one.decisionId ?? one.anew;
  const decision = which ? `${about}:${which}` : about;
  return `told:${decision}:${keyOf(one)}`;
}

/** The letter to one of them, as it is sent and as it is shown beforehand. */
export const letterTo = (
  { texts, about }: Pick<BatchRow, 'texts' | 'about'>,
  { language, values, nominationId, token }: Addressee,
) =>
  renderWritten(language, {
    subject: fillIn(texts[language].subject, values),
    body: fillIn(texts[language].body, values),
    ...(token !== undefined
      ? { path: publicHref(language, '/utlysning'), noMore: unsubscribePath(token) }
      : {
          path:
            nominationId === null
              ? '/jury'
              : `/soknad/${nominationId}${about === 'confidence' ? '/fortrolig' : ''}`,
        }),
  });
