/** Writing to those who work on an application. */
import type { Unit } from '../../core/process/unit.ts';
import { queueLetter } from '../correspondence/commands.ts';
import type { LetterTemplate, NewLetter } from '../correspondence/schema.ts';
import type { NominationRow } from './schema.ts';

/** One letter to everybody who works on the application now, in its language, but for those who know. `key` names what has happened to it. */
export async function lettersToMembers<T extends LetterTemplate>(
  unit: Unit,
  row: Pick<NominationRow, 'id' | 'edition_id' | 'language'>,
  letter: Pick<NewLetter<T>, 'template' | 'key' | 'params' | 'uselessAfter'>,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<void> {
  const members = await unit.trx
    .selectFrom('nomination_members as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.email'])
    .where('m.nomination_id', '=', row.id)
    .where('m.removed_at', 'is', null)
    .execute();
  for (const person of members.filter(({ id }) => !except.includes(id))) {
    await queueLetter(unit, {
      ...letter,
      key: `nomination:${row.id}:${letter.key}:${person.id}`,
      to: { personId: person.id, email: person.email, language: row.language },
      editionId: row.edition_id,
      nominationId: row.id,
    });
  }
}
