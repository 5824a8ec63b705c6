/** The thread of an application: its letters for everybody who works on it, and what was filed for the secretariat alone. */
import { sql, type Kysely } from 'kysely';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { holdsKey } from '../correspondence/schema.ts';
import { nominationFor } from '../nominations/queries.ts';
import type { NominationWithRelations } from '../nominations/schema.ts';
import type { ContactInput, ThreadItem } from './schema.ts';

export interface Thread {
  row: NominationWithRelations;
  year: number;
  items: ThreadItem[];
  mayFile: boolean;
}

/** The newest first. @throws not-found; auth/forbidden; ballot/recused for a secretary in conflict */
export async function threadOf(db: Kysely<DB>, reader: Reader, id: string): Promise<Thread> {
  const row = await nominationFor(db, reader, id, 'seeLetters');
  const mayFile = can(nomination, 'fileContact', row);
  const { year } = await db
    .selectFrom('editions')
    .select('year')
    .where('id', '=', row.edition_id)
    .executeTakeFirstOrThrow();
  const items = [...(await lettersOf(db, id, reader.now)), ...(mayFile ? await contactsOf(db, id) : [])];
  return { row, year, mayFile, items: items.toSorted((a, b) => b.at.localeCompare(a.at)) };
}

/**
 * Letters to those who work on it or did, and those that they had sent to others. What goes to the jury about an application is the
 * jury's: who is out of it, say. An answer that came before everybody else knew stands here only when they do: no page tells it earlier.
 */
async function lettersOf(db: Kysely<DB>, id: string, now: Date): Promise<ThreadItem[]> {
  const rows = await db
    .selectFrom('letters as l')
    .select(['l.id', 'l.template', 'l.email', 'l.subject', 'l.body', 'l.language', 'l.state', 'l.created_at'])
    .where('l.nomination_id', '=', id)
    .where(
      sql<boolean>`(not tells_not_nominated(l.batch_id) or outcome_is_public(l.edition_id, 'finalists', ${now}))`,
    )
    .where((eb) =>
      eb.or([
        eb('l.template', 'in', ['leaderConfirmation', 'partnerConfirmation', 'adviserAccess']),
        eb.exists(
          eb
            .selectFrom('nomination_members as m')
            .select(sql`1`.as('one'))
            .where('m.nomination_id', '=', id)
            .whereRef('m.person_id', '=', 'l.person_id'),
        ),
      ]),
    )
    .execute();
  return rows.map((letter) => ({
    id: letter.id,
    kind: 'letter',
    at: letter.created_at.toISOString(),
    withWhom: letter.email,
    subject: letter.subject,
    language: letter.language,
    text: holdsKey(letter.template) ? null : letter.body,
    state: letter.state,
    filedBy: null,
    struckAt: null,
  }));
}

async function contactsOf(db: Kysely<DB>, id: string): Promise<ThreadItem[]> {
  const rows = await db
    .selectFrom('contacts as c')
    .innerJoin('people as p', 'p.id', 'c.filed_by')
    .selectAll('c')
    .select('p.name as filer')
    .where('c.nomination_id', '=', id)
    .execute();
  return rows.map((contact) => ({
    id: contact.id,
    kind: contact.kind,
    at: contact.happened_at.toISOString(),
    withWhom: contact.with_whom,
    subject: '',
    language: 'nb',
    text: contact.struck_at ? null : contact.text,
    state: null,
    filedBy: contact.filer,
    struckAt: contact.struck_at?.toISOString() ?? null,
  }));
}

/** Whether the reader has filed exactly this already. */
export const isFiled = async (
  db: Kysely<DB>,
  { actor }: Pick<Reader, 'actor'>,
  nominationId: string,
  { kind, text, happenedAt }: Pick<ContactInput, 'kind' | 'text' | 'happenedAt'>,
): Promise<boolean> =>
  (await db
    .selectFrom('contacts')
    .select('id')
    .where('nomination_id', '=', nominationId)
    .where('filed_by', '=', actor?.personId ?? null)
    .where('kind', '=', kind)
    .where('text', '=', text.trim())
    .where('happened_at', '=', happenedAt)
    .executeTakeFirst()) !== undefined;
