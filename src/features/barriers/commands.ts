/** Telling of a barrier, and answering by letter. Who told is asked for nothing but what went wrong; the address is for the one letter. */
import { personOf, type Unit } from '../../core/process/unit.ts';
import { realNow } from '../../platform/clock.ts';
import { demandRoom, sourceHash } from '../../platform/http/open-form.ts';
import { problem } from '../../platform/http/problem.ts';
import { publicHref } from '../../ui/links.ts';
import type { Lang } from '../../ui/text/index.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { newOwnLink } from '../retention/own-links.ts';
import { barrierOf } from './queries.ts';
import { MOST } from './schema.ts';

interface Told {
  told: string;
  page?: string | undefined;
  email?: string | undefined;
  language: Lang;
  /** From where, and the secret it is hashed with. */
  source: string;
  secret: string;
}

/** @throws request/too-many; request/invalid where nothing is told */
export async function tellOfBarrier({ trx, now }: Unit, given: Told): Promise<void> {
  const told = given.told.trim();
  if (told === '')
    throw problem('request/invalid', {}, [{ field: 'told', message: (t) => t.fieldErrors.required }]);
  const email = given.email?.trim().toLowerCase() ?? null;
  const source = sourceHash(given.secret, given.source);
  await demandRoom(trx, 'barriers', { source, email }, MOST);
  await trx
    .insertInto('barriers')
    .values({
      told,
      page: given.page?.trim() ?? '',
      language: given.language,
      email,
      source_hash: source,
      asked_real_at: realNow(),
      asked_at: now,
    })
    .execute();
}

/**
 * Closes it, with a letter when there is an answer.
 *
 * @throws not-found, auth/forbidden; process/not-now when it is closed already; request/invalid for an answer that nobody can get
 */
export async function closeBarrier(unit: Unit, id: string, answer: string | null): Promise<void> {
  await unit.trx.selectFrom('barriers').select('id').where('id', '=', id).forUpdate().execute();
  const barrier = await barrierOf(unit, id);
  if (barrier.state !== 'open') throw problem('process/not-now', {}, [], (t) => t.barriers.office.already);
  const text = answer?.trim() ?? null;
  if (text === '')
    throw problem('request/invalid', {}, [{ field: 'answer', message: (t) => t.fieldErrors.required }]);
  if (text !== null && barrier.email === null)
    throw problem('request/invalid', {}, [{ field: 'answer', message: (t) => t.barriers.office.noAddress }]);
  await unit.trx
    .updateTable('barriers')
    .set({ answer: text, closed_by: personOf(unit), closed_at: unit.now })
    .where('id', '=', id)
    .execute();
  unit.record({
    editionId: null,
    subjectType: 'barrier',
    subjectId: id,
    event: text === null ? 'closeBarrier' : 'answerBarrier',
  });
  if (text === null || barrier.email === null) return;
  const { language } = barrier;
  await queueLetter(unit, {
    template: 'barrierAnswered',
    key: `barrier:${id}`,
    to: { personId: null, email: barrier.email, language },
    forgetAt: await newOwnLink(unit.trx, 'barriers', id),
    params: { answer: text.split('\n'), path: publicHref(language, '/tilgjengelighet') },
  });
}
