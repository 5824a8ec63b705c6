/** An applicant objects to who judges (HAB-11); whoever decides on conflicts answers, once, and never says who is in conflict. */
import { sql } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { decideConflict } from '../jury/commands-decide.ts';
import { decidesOn, lockNomination } from '../jury/standing.ts';
import { lockNomination as lockApplication } from '../nominations/commands.ts';
import { demand, findNomination } from '../nominations/queries.ts';
import { objectionPageOf } from './queries.ts';
import type { NewAnswer, NewObjection } from './schema.ts';

/**
 * Objects to one juror or to the jury. The juror is not told.
 *
 * @throws not-found, auth/forbidden; process/not-now when the days for it are over; request/invalid for somebody who does not judge
 */
export async function objectToJury(
  unit: Unit,
  nominationId: string,
  { aboutId = null, text }: NewObjection,
): Promise<{ id: string }> {
  const { trx, now } = unit;
  const row = await findNomination(trx, unit, nominationId);
  demand(row, 'object');
  await lockApplication(unit, row);
  const { open, jury, year } = await objectionPageOf(trx, unit, nominationId);
  if (!open) throw problem('process/not-now', {}, [], (t) => t.objections.tooLate);
  if (aboutId && !jury.some(({ personId }) => personId === aboutId))
    throw problem('request/invalid', {}, [{ field: 'aboutId', message: (t) => t.fieldErrors.choose }]);
  if (!text.trim())
    throw problem('request/invalid', {}, [{ field: 'text', message: (t) => t.fieldErrors.required }]);
  const { id } = await trx
    .insertInto('objections')
    .values({
      edition_id: row.edition_id,
      nomination_id: nominationId,
      about_id: aboutId,
      made_by: personOf(unit),
      made_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx.insertInto('objection_texts').values({ objection_id: id, text: text.trim() }).execute();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'objection',
    subjectId: id,
    event: 'object',
    payload: { nomination: nominationId },
  });
  await tellWhoAnswers(unit, { id, nominationId, editionId: row.edition_id, aboutId, year });
  return { id };
}

/** The first of the jury who is free of the application and whom it is not about, by the policy itself. */
async function tellWhoAnswers(
  unit: Unit,
  about: { id: string; nominationId: string; editionId: string; aboutId: string | null; year: number },
): Promise<void> {
  const { trx, now } = unit;
  const jury = await trx
    .selectFrom('seat_holders as h')
    .innerJoin('people as p', 'p.id', 'h.person_id')
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .select(['p.id', 'p.email', 'p.language'])
    .where('h.edition_id', '=', about.editionId)
    .where('h.until_at', 'is', null)
    .where('p.id', 'is distinct from', about.aboutId)
    .orderBy(sql`array_position(array['chair', 'deputyChair', 'member'], s.role), s.position`)
    .execute();
  for (const { id, email, language } of jury) {
    const answers = await trx
      .selectFrom('nominations')
      .select('id')
      .where('id', '=', about.nominationId)
      .where(scope(nomination, 'answerObjection', { personId: id }, now))
      .executeTakeFirst();
    if (!answers) continue;
    await queueLetter(unit, {
      template: 'objectionToAnswer',
      key: `objection:${about.id}:answer:${id}`,
      to: { personId: id, email, language },
      editionId: about.editionId,
      params: { year: about.year, path: '/jury/innsigelser' },
    });
    return;
  }
}

/**
 * Answers an objection. Where it is about one juror, the same step decides whether he or she is in conflict.
 *
 * @throws not-found, auth/forbidden; process/not-now for one that is answered; request/invalid with what is missing
 */
export async function answerObjection(unit: Unit, objectionId: string, given: NewAnswer): Promise<void> {
  const { trx, now, actor } = unit;
  const found = await trx
    .selectFrom('objections')
    .select(['id', 'nomination_id', 'edition_id', 'about_id'])
    .where('id', '=', objectionId)
    .executeTakeFirst();
  if (!found || found.about_id === actor.personId) throw problem('not-found');
  const row = await lockNomination(unit, found.nomination_id, 'seeObjections');
  if (!(await decidesOn(unit, row, found.about_id, 'answerObjection'))) throw problem('auth/forbidden');
  const { answered_at } = await trx
    .selectFrom('objections')
    .select('answered_at')
    .where('id', '=', objectionId)
    .executeTakeFirstOrThrow();
  if (answered_at !== null) throw problem('process/not-now', {}, [], (t) => t.objections.answeredAlready);
  const { recused, reason, answer } = complete(given, found.about_id);
  // Before the answer: while it is open, the one whom it is about decides nothing here.
  if (found.about_id && recused !== undefined)
    await decideConflict(unit, found.nomination_id, { personId: found.about_id, recused, reason });
  await trx
    .updateTable('objections')
    .set({
      answered_by: personOf(unit),
      answered_at: now,
      answer,
      recused: found.about_id ? (recused ?? null) : null,
    })
    .where('id', '=', objectionId)
    .execute();
  unit.record({
    editionId: found.edition_id,
    subjectType: 'objection',
    subjectId: objectionId,
    event: 'answerObjection',
    payload: { nomination: found.nomination_id },
  });
  await tellApplicants(unit, found);
}

function complete({ recused, reason = '', answer }: NewAnswer, aboutId: string | null) {
  const missing = [
    ...(aboutId && recused === undefined ? [{ field: 'recused', choose: true }] : []),
    ...(aboutId && !reason.trim() ? [{ field: 'reason', choose: false }] : []),
    ...(answer.trim() ? [] : [{ field: 'answer', choose: false }]),
  ];
  if (missing.length)
    throw problem(
      'request/invalid',
      {},
      missing.map(({ field, choose }) => ({
        field,
        message: (t) => (choose ? t.fieldErrors.choose : t.fieldErrors.required),
      })),
    );
  return { recused, reason: reason.trim(), answer: answer.trim() };
}

async function tellApplicants(
  unit: Unit,
  { id, nomination_id, edition_id }: { id: string; nomination_id: string; edition_id: string },
): Promise<void> {
  const members = await unit.trx
    .selectFrom('nomination_members as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .innerJoin('nominations as n', 'n.id', 'm.nomination_id')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select(['p.id', 'p.email', 'p.language', 'n.organisation_name as organisation', 'e.year'])
    .where('m.nomination_id', '=', nomination_id)
    .where('m.removed_at', 'is', null)
    .execute();
  for (const { id: personId, email, language, organisation, year } of members)
    await queueLetter(unit, {
      template: 'objectionAnswered',
      key: `objection:${id}:answered:${personId}`,
      to: { personId, email, language },
      editionId: edition_id,
      nominationId: nomination_id,
      params: { organisation, year, path: `/soknad/${nomination_id}/innsigelse` },
    });
}
