/** For whom something is left to do: asked when the reminder goes, by the same questions as the pages ask. */
import { sql } from 'kysely';
import { nomination } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import type { ReminderKind } from '../editions/schema.ts';
import { peopleWhoMay } from '../people/allowed.ts';

/** What they are reminded of. */
export interface Reminded {
  editionId: string;
  year: number;
  dueAt: Date;
}
export interface Recipient {
  id: string;
  email: string;
  language: string;
  path: string;
  nominationId: string | null;
}

/** One line a person. */
export async function recipientsOf(
  unit: Unit,
  { kind, editionId, year }: Pick<Reminded, 'editionId' | 'year'> & { kind: ReminderKind },
): Promise<Recipient[]> {
  const found = await finders[kind](unit, editionId, year);
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

const undeclared = sql`exists (select from nominations n where n.edition_id = h.edition_id and n.state in ('admitted', 'underReview')
  and juror_standing(p.id, n.id) = 'undeclared')`;
const undelivered = sql`exists (select from ballots b where b.person_id = p.id and b.edition_id = h.edition_id
  and b.state in ('assigned', 'started', 'reopened'))`;

/** Those who sit with the jury and for whom `left` holds. */
const jurors = async ({ trx }: Unit, editionId: string, path: string, left = sql`true`) =>
  (
    await sql<Recipient>`
      select p.id, p.email, p.language, ${path} as path, null as "nominationId"
      from seat_holders h join seats s on s.id = h.seat_id and s.role <> 'deputy'
        join people p on p.id = h.person_id and p.removed_at is null
      where h.edition_id = ${editionId} and h.until_at is null and h.confirmed_at is not null and ${left}
      order by p.id`.execute(trx)
  ).rows;

type Finder = (unit: Unit, editionId: string, year: number) => Promise<Recipient[]>;
const finders: Record<ReminderKind, Finder> = {
  declarations: (unit, editionId) => jurors(unit, editionId, '/jury/habilitet', undeclared),
  // Whoever has not answered for the applicants cannot judge yet, and hears of that instead.
  ballots: (unit, editionId) => jurors(unit, editionId, '/jury', sql`${undelivered} and not ${undeclared}`),
  statements: unwrittenStatements,
  ceremony: async (unit, editionId, year) => [
    ...(await jurors(unit, editionId, `/prisen/${year}`)),
    ...(await nominated(unit, editionId, `/prisen/${year}`)),
  ],
};

/** Those who work on what is nominated, and is so in public. */
const nominated = async ({ trx }: Unit, editionId: string, path: string) =>
  (
    await sql<Recipient>`
      select p.id, p.email, n.language, ${path} as path, n.id as "nominationId"
      from nominations n join nomination_members m on m.nomination_id = n.id and m.removed_at is null
        join people p on p.id = m.person_id and p.removed_at is null
      where n.edition_id = ${editionId} and n.state = 'finalist' order by n.id, p.id`.execute(trx)
  ).rows;

/** Of the nominated: who may write a statement that is missing, and who may approve one that waits. Nobody hears of one they are out of. */
async function unwrittenStatements(unit: Unit, editionId: string): Promise<Recipient[]> {
  const rows = await unit.trx
    .selectFrom('decisions as d')
    .innerJoin('decision_entries as e', 'e.decision_id', 'd.id')
    .leftJoin('statements as s', 's.nomination_id', 'e.nomination_id')
    .select(['e.nomination_id as id', 's.nb', 's.nn'])
    .where('d.edition_id', '=', editionId)
    .where('d.kind', '=', 'finalists')
    .where('d.retracted_at', 'is', null)
    .where('s.approved_at', 'is', null)
    .orderBy('e.nomination_id')
    .execute();
  const found: Recipient[] = [];
  for (const { id, nb, nn } of rows) {
    const action = nb && nn ? ('approveStatement' as const) : ('writeStatement' as const);
    const people = await peopleWhoMay(unit, nomination, action, { id, edition_id: editionId });
    const path = `/sekretariat/${editionId}/begrunnelser`;
    found.push(...people.map((person) => ({ ...person, path, nominationId: null })));
  }
  return found;
}
