/** The outbox of an edition, for the secretariat. */
import type { Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { edition, service } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import type { LetterRow, LetterState } from './schema.ts';

/** Who reads, and when: a request is one. */
export interface Reader {
  actor: Actor | null;
  now: Date;
}
/** A letter as it is listed. The text stays out: whoever looks at the outbox needs to know that it went, not to read it. */
export type ListedLetter = Pick<
  LetterRow,
  'id' | 'template' | 'language' | 'email' | 'subject' | 'state' | 'created_at' | 'sent_at' | 'error'
>;

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
  { actor, now }: Reader,
  editionId: string,
  filter: { state?: LetterState | undefined; page?: number | undefined } = {},
): Promise<Outbox> {
  const found = await db
    .selectFrom('editions')
    .select(['id', 'year'])
    .where('id', '=', editionId)
    .where(scope(edition, 'manage', viewerOf(actor), now))
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  const counted = await db
    .selectFrom('letters')
    .select((eb) => ['state', eb.fn.countAll<string>().as('n')])
    .where('edition_id', '=', editionId)
    .groupBy('state')
    .execute();
  const counts = Object.fromEntries(counted.map(({ state, n }) => [state, Number(n)])) as Outbox['counts'];
  let list = db.selectFrom('letters').select(columns).where('edition_id', '=', editionId);
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
