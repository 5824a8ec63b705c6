/** Who votes when the jury chooses next, and who is out of it, in words. Who may take part is answered by `jury/choice.ts`. */
import { sql, type Kysely } from 'kysely';
import { candidate } from '../../core/policy/relations/jury.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { choiceBetween, type Choice } from '../jury/choice.ts';

/** What the next choice is between: the nominated once these are decided, before that everything the jury weighs. */
export async function openCandidates(db: Kysely<DB>, editionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.id from nominations n where n.edition_id = ${editionId} and ${candidate('n')} order by n.id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** The next choice of the jury, with everybody who sits in it. */
export const nextChoice = async (db: Kysely<DB>, editionId: string): Promise<Choice> =>
  choiceBetween(db, editionId, await openCandidates(db, editionId));

/** Someone of the jury as the page of the choice lists them. */
export interface Voter {
  name: string;
  seat: string;
  takesPart: boolean;
  /** The candidates that the juror is out of, by name; "…" for one that the reader must not hear of. */
  out: string[];
  unanswered: boolean;
  wholeEdition: boolean;
}

export async function votersFor(db: Kysely<DB>, reader: Reader, choice: Choice): Promise<Voter[]> {
  const names = await namesFor(
    db,
    reader,
    choice.people.flatMap(({ outOf }) => outOf),
  );
  return choice.people.map(({ name, seat, takesPart, outOf, unanswered, wholeEdition }) => ({
    name,
    seat,
    takesPart,
    out: outOf.map((id) => names.get(id) ?? '…'),
    unanswered: unanswered.length > 0,
    wholeEdition,
  }));
}

/** The names of applications, but for those that the reader is out of. */
export async function namesFor(
  db: Kysely<DB>,
  { actor }: Reader,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('nominations as n')
    .select(['n.id', 'n.organisation_name'])
    .where('n.id', 'in', [...new Set(ids)])
    .where((eb) => eb.not(nomination.relations.conflicted('n', viewerOf(actor))))
    .execute();
  return new Map(rows.map(({ id, organisation_name }) => [id, organisation_name]));
}
