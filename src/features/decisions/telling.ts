/** Who is told that a choice of the jury has to be looked at again: that there is something, never about whom. */
import { nomination } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import { queueEach } from '../correspondence/commands.ts';
import { callOf } from '../nominations/queries-call.ts';
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

/** One letter to each of them. `path` is where all of them go on, where it is not each at the own place. */
export async function tellOfChoice(
  unit: Unit,
  editionId: string,
  people: readonly Told[],
  letter: {
    template: 'namingDeclined' | 'nominatedWithdrew' | 'withdrawnTooLate';
    key: string;
    path?: string;
  },
): Promise<void> {
  const { template, key } = letter;
  const { year } = await callOf(unit.trx, editionId);
  for (const person of people)
    await queueEach(unit, [person], {
      template,
      key,
      editionId,
      params: { year, path: letter.path ?? person.path },
    });
}
