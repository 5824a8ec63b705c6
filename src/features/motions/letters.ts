/** Those who vote in writing are told that there is a vote and until when; never on what. */
import { scope } from '../../core/policy/policy.ts';
import { motion } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { votersOf } from './voters.ts';

export async function tellVoters(
  unit: Unit,
  about: { id: string; editionId: string; year: number; closesAt: Date },
): Promise<void> {
  const { trx, now, actor } = unit;
  const voters = (await votersOf(trx, [about])).get(about.id) ?? [];
  for (const { personId } of voters) {
    if (personId === actor.personId) continue;
    const votes = await trx
      .selectFrom('motions')
      .select('id')
      .where('id', '=', about.id)
      .where(scope(motion, 'vote', { personId }, now))
      .executeTakeFirst();
    if (!votes) continue;
    const { id, email, language } = await trx
      .selectFrom('people')
      .select(['id', 'email', 'language'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    await queueLetter(unit, {
      template: 'voteInWriting',
      key: `motion:${about.id}:vote:${id}`,
      to: { personId: id, email, language },
      editionId: about.editionId,
      params: { year: about.year, until: about.closesAt, path: '/jury/mote' },
    });
  }
}
