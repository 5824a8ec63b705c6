/** The outbox of an edition, for the secretariat. */
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { edition, nomination, service } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { holdsKey, type LetterRow, type LetterState } from './schema.ts';

/** A letter as it is listed. The text stays out: whoever looks at the outbox needs to know that it went, not to read it. */
export type ListedLetter = Pick<
  LetterRow,
  | 'id'
  | 'template'
  | 'language'
  | 'email'
  | 'subject'
  | 'state'
  | 'created_at'
  | 'sent_at'
  | 'error'
  | 'returned_at'
>;

/**
 * Letters in confidence say who is nominated: nothing of them for whoever is out of one of those who were told. Those to the others say
 * it by whom they go to.
 */
const inTheOpen = ({ actor }: Reader): Expression<SqlBool> =>
  sql<SqlBool>`(l.batch_id is null or not exists (select from confidential_notices c join nominations n on n.id = c.nomination_id
    where c.batch_id = l.batch_id and ${nomination.relations.conflicted('n', viewerOf(actor))})
    and not (tells_not_nominated(l.batch_id) and exists (select from nominations n
      where n.edition_id = l.edition_id and ${nomination.relations.conflicted('n', viewerOf(actor))})))`;

/** The letters that somebody may see, as a condition on the alias `l`: of the years they run, and those of no year. */
export const reachable = (reader: Reader): Expression<SqlBool> => {
  const { actor, now } = reader;
  const viewer = viewerOf(actor);
  return sql<SqlBool>`${inTheOpen(reader)} and (exists (select from editions e where e.id = l.edition_id and ${scope(edition, 'manage', viewer, now, 'e')})
    or l.edition_id is null and ${scope(service, 'seeLetters', viewer, now)})`;
};

const columns = [
  'id',
  'template',
  'language',
  'email',
  'subject',
  'state',
  'created_at',
  'sent_at',
  'error',
  'returned_at',
] as const;
export const lettersPerPage = 50;

export interface Outbox {
  edition: { id: string; year: number };
  counts: Partial<Record<LetterState, number>>;
  letters: ListedLetter[];
  /** How many there are with the state that was asked for. */
  total: number;
}

/** @throws not-found for whoever does not run the edition */
export async function outboxOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  filter: { state?: LetterState | undefined; page?: number | undefined } = {},
): Promise<Outbox> {
  const { actor, now } = reader;
  const found = await db
    .selectFrom('editions')
    .select(['id', 'year'])
    .where('id', '=', editionId)
    .where(scope(edition, 'manage', viewerOf(actor), now))
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  const counted = await db
    .selectFrom('letters as l')
    .select((eb) => ['l.state', eb.fn.countAll<string>().as('n')])
    .where('l.edition_id', '=', editionId)
    .where(inTheOpen(reader))
    .groupBy('l.state')
    .execute();
  const counts = Object.fromEntries(counted.map(({ state, n }) => [state, Number(n)])) as Outbox['counts'];
  let list = db
    .selectFrom('letters as l')
    .select(columns)
    .where('edition_id', '=', editionId)
    .where(inTheOpen(reader));
  if (filter.state) list = list.where('state', '=', filter.state);
  const letters = await list
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(lettersPerPage)
    .offset(((filter.page ?? 1) - 1) * lettersPerPage)
    .execute();
  const total = filter.state
    ? (counts[filter.state] ?? 0)
    : Object.values(counts).reduce((sum, n) => sum + n, 0);
  return { edition: found, counts, letters, total };
}

/** What did not arrive and belongs to no edition: invitations and sign-ins. */
export const strayLetters = (db: Kysely<DB>, { actor, now }: Reader): Promise<ListedLetter[]> =>
  db
    .selectFrom('letters')
    .select(columns)
    .where('edition_id', 'is', null)
    .where('state', 'in', ['failed', 'unknown'])
    .where(scope(service, 'seeLetters', viewerOf(actor), now))
    .orderBy('created_at', 'desc')
    .limit(lettersPerPage)
    .execute();

/** One letter with its text. @throws not-found for whoever may not see it, and where it is another year's */
export async function letterOf(db: Kysely<DB>, reader: Reader, id: string, editionId?: string) {
  const letter = await db
    .selectFrom('letters as l')
    .leftJoin('nominations as n', 'n.id', 'l.nomination_id')
    .select(columns.map((column) => `l.${column}` as const))
    .select(['l.body', 'l.edition_id', 'l.nomination_id', 'n.organisation_name', 'n.unit_name'])
    .where('l.id', '=', id)
    .where(reachable(reader))
    .executeTakeFirst();
  if (!letter || (editionId !== undefined && letter.edition_id !== null && letter.edition_id !== editionId))
    throw problem('not-found');
  const { body, ...rest } = letter;
  return { ...rest, body: holdsKey(letter.template) ? null : body };
}
export type OneLetter = Awaited<ReturnType<typeof letterOf>>;
