/**
 * Who may take part in a choice: the one place where a conflict with an application meets a decision or a vote.
 * The answer is the database's (`choice_participants`), so that what a page lists is what a command lets through.
 */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';

export interface Participant {
  personId: string;
  name: string;
  /** The organisation of the seat. */
  seat: string;
  takesPart: boolean;
  /** Ids of the applications in the choice that the juror is out of. */
  outOf: string[];
  /** Ids of those that the juror has not answered for. */
  unanswered: string[];
  /** Out of the whole year, whatever the choice is between. */
  wholeEdition: boolean;
}
export interface Choice {
  /** Every seated juror, in the order of the seats. */
  people: Participant[];
  /** How many take part. */
  count: number;
  /** How many it takes: the number of the regulations, or half the seats and never under three (HAB-7). */
  quorum: number;
  quorate: boolean;
}

/** Everybody of the jury with what keeps them out of a choice between `candidates`, and whether enough are left. */
export async function choiceBetween(
  db: Kysely<DB>,
  editionId: string,
  candidates: readonly string[],
): Promise<Choice> {
  const { rows } = await sql<Participant & { quorum: number }>`
    select c.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as name, s.organisation as seat,
      c.takes_part as "takesPart", c.out_of as "outOf", c.unanswered, c.whole_edition as "wholeEdition", quorum_of(${editionId}) as quorum
    from choice_participants(${editionId}, ${[...candidates]}::uuid[]) c
    join seats s on s.id = c.seat_id join people p on p.id = c.person_id
    order by s.position`.execute(db);
  const count = rows.filter(({ takesPart }) => takesPart).length;
  const quorum = rows[0]?.quorum ?? 0;
  return {
    people: rows.map(({ quorum: _, ...person }) => person),
    count,
    quorum,
    quorate: rows.length > 0 && count >= quorum,
  };
}

/** Whether this person may take part in a choice between `candidates`: for the command that records a vote. */
export async function mayChooseBetween(
  db: Kysely<DB>,
  editionId: string,
  candidates: readonly string[],
  personId: string,
): Promise<boolean> {
  const { people } = await choiceBetween(db, editionId, candidates);
  return people.some((one) => one.personId === personId && one.takesPart);
}
