/** Reading applications, each scoped by who asks. */
import { sql, type Kysely } from 'kysely';
import { demandAction } from '../../core/policy/demand.ts';
import { relationsOf, scope, visibleFields, can, type Action } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import type { NominationRow, NominationWithRelations, RenderedSubmission } from './schema.ts';

type NominationAction = Action<typeof nomination>;

/**
 * An application with the reader's relations to it, for work inside the server; what leaves it goes through `opened`.
 *
 * @param visibleBy the action by which one may know that it exists
 * @throws not-found for whoever may not
 */
export async function findNomination(
  db: Kysely<DB>,
  { actor, now }: Reader,
  id: string,
  visibleBy: NominationAction = 'list',
): Promise<NominationWithRelations> {
  const viewer = viewerOf(actor);
  const row = await db
    .selectFrom('nominations')
    .selectAll()
    .select(relationsOf(nomination, viewer, now).as('rel'))
    .where('id', '=', id)
    .where(scope(nomination, visibleBy, viewer, now))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  return row;
}

/** @throws auth/forbidden, ballot/recused, or process/not-now when the right is there but the state is another */
export function demand(row: NominationWithRelations, action: NominationAction): void {
  demandAction(nomination, action, row);
}

/** An application that the reader may do `action` with. */
export async function nominationFor(
  db: Kysely<DB>,
  reader: Reader,
  id: string,
  action: NominationAction,
): Promise<NominationWithRelations> {
  const row = await findNomination(db, reader, id);
  demand(row, action);
  return row;
}

/** The columns that are open to the reader: the draft's to who works on it, what was sent in, or only that it exists. */
export function opened(row: NominationWithRelations): Partial<NominationRow> {
  const action = (['readDraft', 'read', 'list'] as const).find((each) => can(nomination, each, row));
  if (!action) throw problem('not-found');
  return Object.fromEntries(visibleFields(nomination, action).map((field) => [field, row[field]]));
}

/** How far a form is filled in: required questions that have an answer. */
export interface Progress {
  answered: number;
  required: number;
}
const progress = (
  id: string,
  edition: string,
) => sql<Progress>`(select jsonb_build_object('required', count(*), 'answered', count(a.question_id))
  from questions q left join answers a on a.question_id = q.id and a.nomination_id = ${sql.ref(id)} and btrim(a.value) <> ''
  where q.edition_id = ${sql.ref(edition)} and q.required)`;

export const percent = ({ answered, required }: Progress): number =>
  required === 0 ? 100 : Math.floor((100 * answered) / required);

/** What a list shows of an application. Of a draft: whose it is and how far, never its text. */
export const listedFrom = (db: Kysely<DB>, { actor, now }: Reader, action: NominationAction = 'list') =>
  db
    .selectFrom('nominations as n')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select(visibleFields(nomination, 'list').map((field) => `n.${field}` as const))
    .select((eb) => [
      'e.year',
      progress('n.id', 'n.edition_id').as('progress'),
      relationsOf(nomination, viewerOf(actor), now, 'n').as('rel'),
      // Only whoever may read it learns when it came in.
      eb
        .case()
        .when(scope(nomination, 'read', viewerOf(actor), now, 'n'))
        .then(eb.ref('n.submitted_at'))
        .else(null)
        .end()
        .as('submitted_at'),
    ])
    .where(scope(nomination, action, viewerOf(actor), now, 'n'));

/** What one may know exists, by name. */
export const listNominations = (db: Kysely<DB>, reader: Reader) =>
  listedFrom(db, reader)
    .select(publicOutcomeAt(reader.now).as('outcome'))
    .orderBy('e.year', 'desc')
    .orderBy('n.organisation_name')
    .orderBy('n.unit_name')
    .orderBy('n.id')
    .execute();
export type ListedNomination = Awaited<ReturnType<typeof listNominations>>[number];

export const progressOf = async (db: Kysely<DB>, id: string): Promise<Progress> =>
  (
    await db
      .selectFrom('nominations as n')
      .select(progress('n.id', 'n.edition_id').as('progress'))
      .where('n.id', '=', id)
      .executeTakeFirstOrThrow()
  ).progress;

/** Who works on an application. */
export const membersOf = (db: Kysely<DB>, id: string) =>
  db
    .selectFrom('nomination_members as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .leftJoin('presence as r', (join) =>
      join.onRef('r.person_id', '=', 'm.person_id').onRef('r.nomination_id', '=', 'm.nomination_id'),
    )
    // When the form was last open before them, in real time.
    .select(['p.id', 'p.name', 'p.email', 'm.added_at', 'r.seen_at'])
    .where('m.nomination_id', '=', id)
    .where('m.removed_at', 'is', null)
    .orderBy('m.added_at')
    .orderBy('p.email')
    .execute();
export type Member = Awaited<ReturnType<typeof membersOf>>[number];

export interface Submission {
  number: number;
  submittedAt: Date;
  sha256: string;
  rendered: RenderedSubmission;
}

/** What was sent in last: what the jury reads. @throws not-found when nothing was, or for whoever may not read it */
export async function latestSubmission(db: Kysely<DB>, row: NominationWithRelations): Promise<Submission> {
  demand(row, 'read');
  const found = await db
    .selectFrom('submissions')
    .selectAll()
    .where('nomination_id', '=', row.id)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  return {
    number: found.number,
    submittedAt: found.submitted_at,
    sha256: found.sha256,
    rendered: found.rendered as RenderedSubmission,
  };
}

/** What was sent in last, of those of these applications that the reader may read: by the application. */
export async function latestSubmissions(db: Kysely<DB>, { actor, now }: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const found = await db
    .selectFrom('submissions as s')
    .innerJoin('nominations as n', 'n.id', 's.nomination_id')
    .distinctOn('n.id')
    .select(['n.id', 'n.language', 's.submitted_at', 's.rendered'])
    .where('n.id', 'in', [...ids])
    .where(scope(nomination, 'read', viewerOf(actor), now, 'n'))
    .orderBy('n.id')
    .orderBy('s.number', 'desc')
    .execute();
  return new Map(
    found.map(({ id, language, submitted_at: submittedAt, rendered }) => [
      id,
      { language, submittedAt, content: rendered as RenderedSubmission },
    ]),
  );
}

/** When it was sent in, each time. */
export const submissionsOf = (db: Kysely<DB>, id: string) =>
  db
    .selectFrom('submissions')
    .select(['number', 'submitted_at', 'sha256'])
    .where('nomination_id', '=', id)
    .orderBy('number')
    .execute();

export type PublicOutcome =
  | 'finalist'
  | 'winner'
  | 'honourableMention'
  | 'finalistWithoutPrize'
  | 'notSelected';

/** Over the alias `n`: what is public about its outcome, from the instant of publication whether or not its state has followed. */
export const publicOutcomeAt = (now: Date) => sql<PublicOutcome | null>`case
  when n.state in ('draft', 'rejected', 'withdrawn') then null
  when public_outcome(n.id, ${now}) = 'finalist' and outcome_is_public(n.edition_id, 'winner', ${now}) then 'finalistWithoutPrize'
  else coalesce(public_outcome(n.id, ${now}), case when outcome_is_public(n.edition_id, 'finalists', ${now})
    or outcome_is_public(n.edition_id, 'winner', ${now}) then 'notSelected' end)
end`;

/** The same of one. */
export async function publicOutcomeOf(db: Kysely<DB>, id: string, now: Date): Promise<PublicOutcome | null> {
  const found = await db
    .selectFrom('nominations as n')
    .select(publicOutcomeAt(now).as('outcome'))
    .where('n.id', '=', id)
    .executeTakeFirst();
  return found?.outcome ?? null;
}
