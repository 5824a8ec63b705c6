/** Who is to confirm an application, and who has. */
import type { Kysely } from 'kysely';
import { addDays } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { latestRendered, renderSubmission, submissionHash } from '../nominations/submission.ts';
import type { NominationRow, RenderedSubmission } from '../nominations/schema.ts';
import { closingOf } from '../nominations/window.ts';
import type { ConfirmationRow, ConfirmationRules, Wanted } from './schema.ts';

/** States in which a confirmation can be asked for and given. */
export const confirmable: readonly string[] = ['draft', 'submitted', 'returned'];

export const rulesFor = (db: Kysely<DB>, editionId: string) =>
  db
    .selectFrom('editions')
    .select(['year', 'closes_at', 'leader_approval', 'confirmation_days', 'partner_confirmation'])
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();

/** The first instant that is too late: some days after the deadline, and never before a returned application is due. */
export function confirmBy(
  { closes_at, confirmation_days }: { closes_at: Date; confirmation_days: number },
  { state, return_due_at, extended_until }: Pick<NominationRow, 'state' | 'return_due_at' | 'extended_until'>,
): Date {
  const late = addDays(closingOf({ closes_at }, { extended_until }), confirmation_days);
  return state === 'returned' && return_due_at && return_due_at > late ? return_due_at : late;
}

/** Everybody whose confirmation the year asks for; nobody where it asks for none. */
export async function wantedFor(
  db: Kysely<DB>,
  row: Pick<NominationRow, 'id' | 'partners' | 'applicant_kind'>,
  rules: ConfirmationRules,
): Promise<Wanted[]> {
  const wanted: Pick<Wanted, 'kind' | 'organisation'>[] = [
    ...(rules.leader_approval === 'link' ? [{ kind: 'leader' as const, organisation: '' }] : []),
    ...(rules.partner_confirmation && row.applicant_kind === 'cooperation'
      ? row.partners.map((organisation) => ({ kind: 'partner' as const, organisation }))
      : []),
  ];
  if (wanted.length === 0) return [];
  const rows = await db
    .selectFrom('confirmations')
    .selectAll()
    .where('nomination_id', '=', row.id)
    .where('ended_at', 'is', null)
    .execute();
  return wanted.map((one) => ({ ...one, ...standing(rows.find((each) => isFor(each, one))) }));
}

const isFor = (
  row: ConfirmationRow,
  { kind, organisation }: Pick<Wanted, 'kind' | 'organisation'>,
): boolean => row.kind === kind && row.organisation.toLowerCase() === organisation.toLowerCase();

const standing = (row: ConfirmationRow | undefined): Omit<Wanted, 'kind' | 'organisation'> => ({
  state: row === undefined ? 'notAsked' : (row.answer ?? 'asked'),
  name: row?.name ?? '',
  title: row?.title ?? '',
  email: row?.email ?? '',
  askedAt: row?.asked_at ?? null,
  answeredAt: row?.answered_at ?? null,
  answeredName: row?.answered_name ?? '',
  answeredTitle: row?.answered_title ?? '',
  contentSha256: row?.content_sha256 ?? null,
});

/** The application that is confirmed: what was sent in, or the draft while nothing is. */
export async function contentToConfirm(
  db: Kysely<DB>,
  row: NominationRow,
): Promise<{ rendered: RenderedSubmission; sha256: string }> {
  const rendered = (await latestRendered(db, row.id)) ?? (await renderSubmission(db, row));
  return { rendered, sha256: submissionHash(rendered) };
}
