/** Who works on an application: invited by mail, removed, never left without anybody. */
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { ensurePerson } from '../people/commands.ts';
import { refuseSecretariat } from './apart.ts';
import { lockNomination } from './commands.ts';
import { demand, findNomination } from './queries.ts';
import { callOf } from './queries-call.ts';
import type { NominationWithRelations } from './schema.ts';

/**
 * Lets a colleague read and write, and tells them by mail. One who is not known yet becomes a person by the address;
 * asked twice, nothing happens the second time.
 *
 * @throws not-found, auth/forbidden, role/runs-the-year
 */
export async function inviteColleague(
  unit: Unit,
  id: string,
  email: string,
): Promise<{ personId: string; added: boolean }> {
  const row = await lockFor(unit, id);
  const person = await ensurePerson(unit, { email, language: row.language });
  const added = await addMember(unit, row, person.id);
  if (!added) return { personId: person.id, added: false };
  const { year } = await callOf(unit.trx, row.edition_id);
  await queueLetter(unit, {
    template: 'colleagueAdded',
    // Somebody who was removed and comes back gets a letter again.
    key: `colleague:${added.id}`,
    to: { personId: person.id, email: person.email, language: person.language },
    editionId: row.edition_id,
    nominationId: id,
    params: {
      organisation: row.organisation_name,
      year,
      addedBy: unit.actor.name || unit.actor.email,
      path: `/soknad/${id}`,
    },
  });
  return { personId: person.id, added: true };
}

/**
 * Lets a colleague in and takes oneself out, in one: the application is never without anybody, and nothing of it moves.
 *
 * @throws as inviteColleague; conflict/in-use when it would be handed to oneself
 */
export async function handOver(unit: Unit, id: string, email: string): Promise<void> {
  const { personId } = await inviteColleague(unit, id, email);
  if (personId === personOf(unit))
    throw problem('conflict/in-use', {}, [], (t) => t.nominations.members.lastOne);
  await removeMember(unit, id, personOf(unit));
}

/** @throws conflict/in-use at the last one: somebody must be able to open it */
export async function removeMember(unit: Unit, id: string, personId: string): Promise<void> {
  const row = await lockFor(unit, id);
  const members = await unit.trx
    .selectFrom('nomination_members')
    .select(['id', 'person_id'])
    .where('nomination_id', '=', id)
    .where('removed_at', 'is', null)
    .execute();
  const member = members.find(({ person_id }) => person_id === personId);
  if (!member) throw problem('not-found');
  if (members.length === 1) throw problem('conflict/in-use', {}, [], (t) => t.nominations.members.lastOne);
  await unit.trx
    .updateTable('nomination_members')
    .set({ removed_at: unit.now })
    .where('id', '=', member.id)
    .execute();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: id,
    event: 'removeMember',
    payload: { personId },
  });
}

async function lockFor(unit: Unit, id: string): Promise<NominationWithRelations> {
  const row = await findNomination(unit.trx, unit, id);
  demand(row, 'manageMembers');
  await lockNomination(unit, row);
  return row;
}

/** The new membership, or nothing when the person is in already. @throws as `refuseSecretariat` */
export async function addMember(
  unit: Unit,
  row: NominationWithRelations,
  personId: string,
): Promise<{ id: string } | undefined> {
  await refuseSecretariat(unit, row.edition_id, personId);
  const added = await unit.trx
    .insertInto('nomination_members')
    .values({ nomination_id: row.id, person_id: personId, added_by: personOf(unit), added_at: unit.now })
    .onConflict((conflict) =>
      conflict.columns(['nomination_id', 'person_id']).where('removed_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (added)
    unit.record({
      editionId: row.edition_id,
      subjectType: 'nomination',
      subjectId: row.id,
      event: 'addMember',
      payload: { personId },
    });
  return added;
}
