/**
 * What the table is chosen by, and what its columns show, each under the right that opens it: what one may not see of an application,
 * one does not find it by either.
 */
import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import { scope, type Action } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { rejectionWaits } from '../nominations/open-rejections.ts';
import { nominationStates } from '../nominations/schema.ts';
import { orders } from './orders.ts';
import { choiceNames, type Choice } from './schema.ts';
import type { TableQuery } from './queries.ts';

type Right = Action<typeof nomination>;

export const allowed = ({ actor, now }: Reader, action: Right): Expression<SqlBool> =>
  scope(nomination, action, viewerOf(actor), now, 'n');

/** How many files went with what was sent in last. */
const documents = sql<number>`(select count(*)::integer from submissions s join submission_documents d on d.submission_id = s.id
  where s.nomination_id = n.id and s.number = n.submission_count)`;
const wasReceived = sql<boolean>`exists (select from received_applications r where r.nomination_id = n.id)`;
/** In a condition: asked so, the few that have any can be looked up first. */
const hasDocuments = sql<boolean>`exists (select from submissions s join submission_documents d on d.submission_id = s.id
  where s.nomination_id = n.id and s.number = n.submission_count)`;
const extensionWaits = sql<boolean>`exists (select from deadline_extensions x where x.nomination_id = n.id
  and x.approved_at is null and x.declined_at is null)`;

/** The rights are those of the pages where each thing stands. */
const rights: Partial<Record<Choice, Right>> = {
  county: 'read',
  check: 'read',
  documents: 'read',
  help: 'answerHelp',
  extension: 'seeExtensions',
  received: 'seeLetters',
};

/** "Yes" and "no" as the database can plan them: compared with a value, it would have to answer for each application. */
const isSo = (value: string, fact: RawBuilder<boolean>) => (value === 'yes' ? fact : sql`not ${fact}`);

/**
 * What only few can be has an index of its own, or is looked up from the table that says so. What most are is met soon in the order of
 * the list, which ends at a full page or at the count's cap.
 */
const meanings: Readonly<Record<Choice, (value: string, now: Date) => RawBuilder<unknown>>> = {
  state: (value) => sql`n.state = ${value}`,
  kind: (value) => sql`n.applicant_kind = ${value}`,
  county: (value) => sql`nomination_county(n.organisation_key) = ${value}`,
  check: (value, now) => checks[value as keyof typeof checks](now),
  documents: (value) => isSo(value, hasDocuments),
  /** That is what the right to answer says. */
  help: () => sql`true`,
  extension: (value) =>
    value === 'waiting'
      ? extensionWaits
      : value === 'approved'
        ? sql`n.extended_until is not null`
        : sql`(n.extended_until is null and not ${extensionWaits})`,
  received: (value) => isSo(value, wasReceived),
};
/** Those that are named are found by their index; "none of these" is not. */
const checked = nominationStates.filter(
  (state) => !['draft', 'submitted', 'returned', 'withdrawn'].includes(state),
);
const checks = {
  waiting: () => sql`(n.state = 'submitted' and n.return_count = 0)`,
  answered: () => sql`(n.state = 'submitted' and n.return_count > 0)`,
  asked: () => sql`n.state = 'returned'`,
  overdue: (now: Date) => sql`(n.state = 'returned' and n.return_due_at <= ${now})`,
  rejection: () => rejectionWaits,
  done: () => sql`n.state = any(${checked}::text[])`,
};

export function conditions(reader: Reader, { editionId, filter }: TableQuery): Expression<SqlBool>[] {
  const { q, sort } = filter;
  const all: Expression<SqlBool>[] = [sql<SqlBool>`n.edition_id = ${editionId}`];
  const { where } = orders[sort];
  if (where) all.push(where);
  for (const name of choiceNames) {
    const value = filter[name];
    if (!value) continue;
    all.push(sql<SqlBool>`${meanings[name](value, reader.now)}`);
    const right = value === 'rejection' ? 'seeRejections' : rights[name];
    if (right) all.push(allowed(reader, right));
  }
  if (q !== '') {
    const part = `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`;
    all.push(sql<SqlBool>`(n.organisation_name || ' ' || n.unit_name ilike ${part}
      or (n.receipt_number = ${q.toUpperCase()} and ${allowed(reader, 'read')}))`);
  }
  return all;
}

/** What a column shows besides what every list does; null for whoever may not see it. */
export function facts(eb: ExpressionBuilder<DB & { n: DB['nominations'] }, 'n'>, reader: Reader) {
  const shown = <T>(right: Right, value: Expression<T>) =>
    sql<T | null>`case when ${allowed(reader, right)} then ${value} end`;
  return [
    shown('read', eb.ref('n.receipt_number')).as('receipt_number'),
    shown('read', eb.ref('n.organisation_key')).as('organisation_key'),
    shown('read', eb.ref('n.organisation_number')).as('organisation_number'),
    shown('read', eb.ref('n.submission_count')).as('submission_count'),
    shown('read', sql<Date | null>`case when n.state = 'returned' then n.return_due_at end`).as(
      'return_due_at',
    ),
    shown('read', documents).as('documents'),
    shown('seeExtensions', eb.ref('n.extended_until')).as('extended_until'),
    shown('seeExtensions', extensionWaits).as('extension_waits'),
    sql<boolean>`${allowed(reader, 'answerHelp')}`.as('asks_for_help'),
    shown('seeLetters', wasReceived).as('was_received'),
  ] as const;
}
