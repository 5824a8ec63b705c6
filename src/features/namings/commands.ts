/** The answer of the nominated. A "no" opens the decision of the jury again, in the same transaction; nothing of it shows in public. */
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { texts } from '../../ui/text/index.ts';
import { nominatedBy, reopenBoth } from '../decisions/reopen.ts';
import { tellOfChoice, whoChooses } from '../decisions/telling.ts';
import { isOut } from '../publication/withdraw.ts';
import { lockNaming, record, type Locked } from './lock.ts';
import type { AnswerIn } from './schema.ts';

/** The version it has now, and the files that nothing refers to any more (for `removeUnreferenced` after the commit). */
export interface Changed {
  version: number;
  removed: string[];
}

/**
 * Says yes or no. Until the nominated are public a yes can become a no; a no is final unless the secretariat writes down another.
 *
 * @throws not-found for whoever was not told; process/not-now once the choice does not stand, and once it is public or about to be
 */
export async function answerNaming(
  unit: Unit,
  id: string,
  { version, answer, reason = '' }: AnswerIn,
): Promise<Changed> {
  const locked = await lockNaming(unit, id, { action: 'answerNaming', visibleBy: 'readConfidence', version });
  if (!locked.standing.current || locked.found?.answer === 'declined') throw problem('process/not-now');
  return keepAnswer(unit, locked, { answer, reason: reason.trim(), registered: false });
}

/**
 * Writes down what they have said to the secretariat: also that they have thought better of a no.
 *
 * @throws as `answerNaming`; process/not-now for those who have not been told
 */
export async function registerNaming(
  unit: Unit,
  id: string,
  { version, answer, reason }: AnswerIn & { reason: string },
): Promise<Changed> {
  const locked = await lockNaming(unit, id, { action: 'registerNaming', visibleBy: 'seeNaming', version });
  return keepAnswer(unit, locked, { answer, reason: reason.trim(), registered: true });
}

interface Answer {
  answer: 'agreed' | 'declined';
  reason: string;
  registered: boolean;
}

async function keepAnswer(unit: Unit, { row, found }: Locked, given: Answer): Promise<Changed> {
  const { trx, now } = unit;
  if (found?.answer === given.answer) return { version: found.version, removed: [] };
  if (await isOut(unit, row.edition_id, 'finalists')) throw problem('process/not-now');
  const next = {
    ...given,
    answered_by: personOf(unit),
    answered_at: now,
    version: (found?.version ?? 0) + 1,
    ...(given.answer === 'declined' ? nothingSent : {}),
  };
  const { id } = await trx
    .insertInto('namings')
    .values({ nomination_id: row.id, ...next })
    .onConflict((conflict) => conflict.column('nomination_id').doUpdateSet(next))
    .returning('id')
    .executeTakeFirstOrThrow();
  record(unit, row.edition_id, id, given.answer === 'agreed' ? 'agreeNaming' : 'declineNaming', {
    registered: given.registered,
  });
  if (given.answer === 'declined') await backToJury(unit, row);
  const gone = given.answer === 'declined' ? found?.picture_sha256 : null;
  return { version: next.version, removed: gone ? [gone] : [] };
}

const noPicture = {
  picture_sha256: null,
  picture_bytes: null,
  picture_width: null,
  picture_height: null,
  picture_alt: null,
  picture_credit: null,
  picture_consent_by: null,
  picture_consent_at: null,
} as const;
const noQuote = { quote: '', quoted: '' } as const;
const nothingSent = { ...noPicture, ...noQuote };
export const without = { picture: noPicture, quote: noQuote } as const;

/** The choice opens again; the chair, who has it to decide anew, and the secretariat are told. The edition is locked. */
async function backToJury(unit: Unit, row: Locked['row']): Promise<void> {
  const nominated = await nominatedBy(unit, row.id);
  if (!nominated) return;
  // Without a name: the log of the year is read by more people than may know who is nominated.
  const opened = await reopenBoth(unit, row.edition_id, texts('nb').decisions.declinedReason);
  // It is about to come out: nothing changes it any more.
  if (!opened) throw problem('process/not-now');
  const key = `naming:${nominated.id}:${row.id}:declined`;
  await tellOfChoice(unit, row.edition_id, await whoChooses(unit, row), { template: 'namingDeclined', key });
}
