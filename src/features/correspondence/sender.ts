/**
 * Sends the letters of the outbox. A recipient gets a letter once, or the row says that nobody knows: a letter whose content may
 * have gone out is never sent again by itself.
 */
import { sql, type Kysely } from 'kysely';
import type { Config } from '../../config.ts';
import type { Clock } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import type { JobHandler, JobInfo } from '../../platform/jobs/worker.ts';
import { MailRefused, MailUncertain, type Mailer } from '../../platform/mail/mailer.ts';
import { OUTDATED } from './commands.ts';
import { letterHtml, withAddresses } from './render.ts';
import { holdsKey, type LetterError, type LetterRow, type LetterState } from './schema.ts';

export interface SenderServices {
  db: Kysely<DB>;
  mailer: Mailer;
  clock: Clock;
  config: Pick<Config, 'baseUrl' | 'mode' | 'helpEmail'>;
}

/** The task `send-letter`: throws when the letter should be tried again later. */
export const sendLetter =
  (services: SenderServices): JobHandler =>
  async (payload, job) => {
    const { letterId } = payload as { letterId: string };
    const again = await services.db.transaction().execute(async (trx) => {
      await holdLetter(trx, letterId);
      const letter = await claim(services.db, letterId);
      if (!letter) return undefined;
      const result =
        (await obstacle(trx, letter, await services.clock.now())) ??
        (await converse(trx, services, letter, job));
      await settle(trx, services, letter, result);
      return result.state === 'queued' ? result.error : undefined;
    });
    if (again) throw new Error(again);
  };

/** Held by whoever has a letter in hand. A process that dies lets go of it, and then `markInterrupted` may judge. */
const letterLock = (id: unknown) => sql`hashtextextended('letter:' || ${id}, 0)`;
const holdLetter = (trx: Kysely<DB>, id: string) =>
  sql`select pg_advisory_xact_lock(${letterLock(id)})`.execute(trx);

/** What was dropped while the mail server was asked to take it stays so, whatever becomes of that. */
const unlessDropped = (otherwise: string | null) =>
  sql<string | null>`case when letters.error = ${OUTDATED} then letters.error else ${otherwise}::text end`;
const interrupted = unlessDropped('interrupted' satisfies LetterError);

/** Committed, on a connection of its own, before the first word to the mail server. */
async function claim(db: Kysely<DB>, id: string): Promise<LetterRow | undefined> {
  await db
    .updateTable('letters')
    .set({ state: 'unknown', error: interrupted })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute();
  return db
    .updateTable('letters')
    .set({ state: 'sending' })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returningAll()
    .executeTakeFirst();
}

interface Result {
  state: LetterState;
  error: string | null;
}

/** Letters for those who work on an application: whoever has left it by now gets nothing more. */
const forMembers = [
  'receipt',
  'returned',
  'admitted',
  'rejected',
  'withdrawn',
  'finalist',
  'notSelected',
  'outcome',
  'colleagueAdded',
  'confirmationAnswered',
  'joinRequest',
  'draftReminder',
  'changesReminder',
  'ceremonyReminder',
  'draftErasure',
  'extensionApproved',
  'received',
  'batch',
  'feedback',
  'objectionAnswered',
  'helpAnswered',
];

async function obstacle(trx: Kysely<DB>, letter: LetterRow, now: Date): Promise<Result | undefined> {
  // The mail server was away until after the date that it reminds of.
  if (letter.useless_after && letter.useless_after <= now)
    return { state: 'failed', error: 'outdated' satisfies LetterError };
  if (!letter.nomination_id || !letter.person_id || !forMembers.includes(letter.template)) return undefined;
  const application = await trx
    .selectFrom('nominations as n')
    .select((eb) => [
      'n.state',
      'n.submitted_at',
      eb
        .exists(
          eb
            .selectFrom('nomination_members as m')
            .whereRef('m.nomination_id', '=', 'n.id')
            .where('m.person_id', '=', letter.person_id)
            .where('m.removed_at', 'is', null),
        )
        .as('isMember'),
      sql<boolean>`coalesce((select b.recipients->'states' = '["draft"]' from letter_batches b where b.id = ${letter.batch_id}), false)`.as(
        'forDrafts',
      ),
      // What it tells before everybody: everybody knows by now, the year was cancelled meanwhile, or that choice of the jury has been opened again meanwhile, whatever was chosen since, or not all
      // whom it has nominated have agreed.
      sql<boolean>`exists (select from letter_batches b where b.id = ${letter.batch_id} and b.about = 'confidence')
        and not exists (select from confidential_notices c join decisions d on d.id = c.decision_id
          where c.batch_id = ${letter.batch_id} and c.nomination_id = n.id and d.retracted_at is null)
        or tells_not_nominated(${letter.batch_id}) and n.state in ('underReview', 'scored')
          and not (not_nominated(n) and nominated_agreed(n.edition_id))
        or exists (select from letter_batches b join editions e on e.id = b.edition_id where b.id = ${letter.batch_id}
          and (b.about = 'confidence' and outcome_is_public(e.id, 'finalists', ${now})
            or (b.about = 'confidence' or tells_not_nominated(b.id)) and year_was_cancelled(e)))`.as(
        'reopened',
      ),
      // The mail server was away, and meanwhile the result was taken down.
      sql<boolean>`(select tells_what_is_taken_down(l) from letters l where l.id = ${letter.id})`.as(
        'takenDown',
      ),
    ])
    .where('n.id', '=', letter.nomination_id)
    .executeTakeFirst();
  if (!application?.isMember) return { state: 'failed', error: 'notMember' satisfies LetterError };
  // The mail server was away, and meanwhile the application has been sent in: nobody wants to be told that it is not.
  const sentSince = application.submitted_at !== null && application.submitted_at >= letter.created_at;
  return application.reopened ||
    application.takenDown ||
    ((letter.template === 'draftReminder' || application.forDrafts) && application.state !== 'draft') ||
    (letter.template === 'changesReminder' && (application.state !== 'submitted' || sentSince))
    ? { state: 'failed', error: 'outdated' satisfies LetterError }
    : undefined;
}

async function converse(
  trx: Kysely<DB>,
  { mailer, config }: SenderServices,
  letter: LetterRow,
  job: JobInfo,
): Promise<Result> {
  const host = URL.parse(config.baseUrl)?.hostname ?? 'localhost';
  try {
    await mailer.send({
      to: letter.email,
      subject: letter.subject,
      text: withAddresses(letter.body, config.baseUrl),
      html: letterHtml(letter, config.baseUrl).toString(),
      replyTo: await secretariatAddress(trx, letter, config),
      messageId: `<${letter.id}@${host}>`,
      lang: letter.language,
      ...(letter.calendar ? { calendar: letter.calendar } : {}),
      ...(letter.unsubscribe_path ? { unsubscribe: config.baseUrl + letter.unsubscribe_path } : {}),
    });
    return { state: 'sent', error: null };
  } catch (error) {
    const message = (error as Error).message;
    if (error instanceof MailUncertain) return { state: 'unknown', error: message };
    const final = job.last || (error instanceof MailRefused && error.permanent);
    return { state: final ? 'failed' : 'queued', error: message };
  }
}

async function secretariatAddress(
  db: Kysely<DB>,
  { edition_id }: LetterRow,
  config: SenderServices['config'],
): Promise<string> {
  const edition = edition_id
    ? await db.selectFrom('editions').select('help_email').where('id', '=', edition_id).executeTakeFirst()
    : undefined;
  return edition?.help_email || config.helpEmail;
}

async function settle(
  trx: Kysely<DB>,
  { clock, config }: SenderServices,
  letter: LetterRow,
  { state, error }: Result,
): Promise<void> {
  // It holds a code that lets somebody in. The demo's mailbox is to be read.
  const spent = holdsKey(letter.template) && state !== 'queued' && config.mode === 'production';
  await trx
    .updateTable('letters')
    .set({
      state:
        state === 'queued'
          ? sql<LetterState>`case when letters.error = ${OUTDATED} then 'failed' else 'queued' end`
          : state,
      error: state === 'sent' ? error : unlessDropped(error),
      sent_at: state === 'sent' ? await clock.now() : null,
      ...(spent ? { body: '', unsubscribe_path: null } : {}),
    })
    .where('id', '=', letter.id)
    .where('state', 'in', ['sending', 'unknown'])
    .execute();
}

/** Letters that a process had in hand when it died: whether they arrived, nobody knows. Returns how many. */
export async function markInterrupted(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql`
    with sending as materialized (select id from letters where state = 'sending')
    update letters set state = 'unknown', error = ${interrupted}
    from sending where letters.id = sending.id and letters.state = 'sending' and pg_try_advisory_xact_lock(${letterLock(sql.ref('sending.id'))})
    returning letters.id`.execute(db);
  return rows.length;
}

/** Letters that wait although nobody will try them any more: the last try died with its process. Returns how many. */
export async function markForgotten(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql`
    update letters set state = 'failed', error = ${'gaveUp' satisfies LetterError}
    where state = 'queued' and not exists (select from graphile_worker.jobs j
      where j.key = 'letter:' || letters.id and (j.attempts < j.max_attempts or j.locked_at is not null))
    returning id`.execute(db);
  return rows.length;
}
