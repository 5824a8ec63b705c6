/** Who is told that a choice of the jury has to be looked at again: that there is something, never about whom. */
import { nomination } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { peopleWhoMay } from '../people/allowed.ts';

interface Told {
  id: string;
  email: string;
  language: string;
  /** Where they go on with it. */
  path: string;
}

/** The chair, who has it to decide anew, and the secretariat; nobody who is out of the application. */
export async function whoChooses(unit: Unit, row: { id: string; edition_id: string }): Promise<Told[]> {
  const told = new Map<string, Told>();
  for (const [action, path] of [
    ['approveStatement', '/jury/vedtak'],
    ['writeStatement', `/sekretariat/${row.edition_id}/nominerte`],
  ] as const)
    for (const person of await peopleWhoMay(unit, nomination, action, row))
      if (!told.has(person.id)) told.set(person.id, { ...person, path });
  return [...told.values()];
}

/** One letter to each of them. */
export async function tellOfChoice(
  unit: Unit,
  editionId: string,
  people: readonly Told[],
  { template, key }: { template: 'namingDeclined' | 'nominatedWithdrew' | 'withdrawnTooLate'; key: string },
): Promise<void> {
  const { year } = await unit.trx
    .selectFrom('editions')
    .select('year')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  for (const { id, email, language, path } of people)
    await queueLetter(unit, {
      template,
      key: `${key}:${id}`,
      to: { personId: id, email, language },
      editionId,
      params: {
        year,
        path: template === 'withdrawnTooLate' ? `/sekretariat/${editionId}/offentliggjoring` : path,
      },
    });
}
