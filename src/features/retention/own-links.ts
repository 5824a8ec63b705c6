/**
 * A link in the letter with the answer, for whoever asked or told without signing in: it shows what is kept of them, and lets them have it
 * erased. Looking changes nothing.
 */
import { sql, type Kysely } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { hashOf, newSecret } from '../../platform/secrets.ts';
import { forget, type Outside } from './forgetting.ts';
import { ownPath, type Kept, type OwnRule } from './schema-own.ts';

/** Another one to the same, good for as long as it is kept. @returns the path */
export async function newOwnLink(trx: Kysely<DB>, rule: OwnRule, subjectId: string): Promise<string> {
  const token = newSecret();
  await trx
    .insertInto('own_links')
    .values({ token_hash: hashOf(token), rule, subject_id: subjectId })
    .execute();
  return `${ownPath}/${token}`;
}

/** @throws auth/link-expired for one that nobody has, or that has been forgotten */
export async function keptBehind(db: Kysely<DB>, token: string): Promise<Kept> {
  const { rows } = await sql<Kept>`
    select l.rule, l.subject_id as "subjectId", coalesce(q.email, b.email) as email, coalesce(q.asked, b.told) as text,
      coalesce(q.asked_at, b.asked_at) as at, nullif(b.page, '') as page, b.answer
    from own_links l left join call_questions q on q.id = l.subject_id left join barriers b on b.id = l.subject_id
    where l.token_hash = ${hashOf(token)} and coalesce(q.email, b.email) is not null`.execute(db);
  const [kept] = rows;
  if (!kept) throw problem('auth/link-expired');
  return kept;
}

/** Erases it at once: of a question who asked, of a barrier all of it. @throws auth/link-expired */
export async function eraseBehind(unit: Unit, outside: Outside, token: string): Promise<OwnRule> {
  const { rule, subjectId } = await keptBehind(unit.trx, token);
  await forget(unit, outside, { rule, subjects: [subjectId], by: 'themselves' });
  return rule;
}
