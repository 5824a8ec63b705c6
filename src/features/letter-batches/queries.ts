/** Batches of letters: those of a year, and one with exactly those whom it would go to now. */
import { sql, type Kysely, type SqlBool } from 'kysely';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource, nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { findEdition, type JudgedEdition } from '../editions/queries.ts';
import { addressees, hashOf, keyOf, type Addressee } from './audience.ts';
import type { BatchOut, Chosen, Decision, HeldBack, RecipientOut, WholeBatch, Words } from './schema.ts';
import { applicantName } from '../../ui/text/format.ts';

export interface BatchRow {
  id: string;
  edition_id: string;
  version: number;
  title: string;
  recipients: Chosen;
  about: Decision | null;
  texts: { nb: Words; nn: Words };
  /** The last one to write it. */
  prepared_by: string;
  earlier_writers: string[];
  prepared_at: Date;
  sent_by: string | null;
  sent_at: Date | null;
  discarded_at: Date | null;
  send_at: Date | null;
  held_back: HeldBack | null;
}

/** By the rule of the table: two people must have read it before it goes. */
export const needsTwo = (now: Date) =>
  sql<SqlBool>`letter_needs_two(b.edition_id, b.recipients, b.about, ${now})`;

const batches = (db: Kysely<DB>, now: Date) =>
  db
    .selectFrom('letter_batches as b')
    .innerJoin('people as p', 'p.id', 'b.prepared_by')
    .leftJoin('people as s', 's.id', 'b.sent_by')
    .leftJoin('people as w', 'w.id', 'b.scheduled_by')
    .selectAll('b')
    .select(['p.name as preparer', 's.name as sender', 'w.name as scheduler'])
    .select(needsTwo(now).as('needsTwo'));
type Named = BatchRow & {
  preparer: string;
  sender: string | null;
  scheduler: string | null;
  needsTwo: boolean;
};

const writes = (edition: JudgedEdition): boolean => can(editionResource, 'writeLetters', edition);
const approves = (edition: JudgedEdition): boolean => can(editionResource, 'approveLetters', edition);

/**
 * What tells of the jury's choice in confidence names the nominated: it is nothing for whoever is out of one of them, as the choice is
 * not. Half of it would tell the other half, and so would what goes to those who are not. A letter about marked applications is nothing for whoever is out of one of them, either.
 */
export const notOutOfIt = ({ actor }: Reader) =>
  sql<SqlBool>`(b.about is distinct from 'confidence' or not exists (select from decisions d
    join decision_entries de on de.decision_id = d.id join nominations n on n.id = de.nomination_id
    where d.edition_id = b.edition_id and d.kind = 'finalists' and ${nomination.relations.conflicted('n', viewerOf(actor))}))
    and not exists (select from nominations n where b.recipients ->> 'audience' = 'marked'
      and b.recipients -> 'nominations' ? n.id::text and ${nomination.relations.conflicted('n', viewerOf(actor))})
    and not exists (select from nominations n where b.recipients ->> 'audience' = 'notNominated'
      and n.edition_id = b.edition_id and ${nomination.relations.conflicted('n', viewerOf(actor))})`;

/** Those of a year that are still to go, and that two people must have read by now: for the service itself. */
export const waitingForTwo = (db: Kysely<DB>, editionId: string, now: Date): Promise<BatchRow[]> =>
  batches(db, now)
    .where('b.edition_id', '=', editionId)
    .where('b.sent_at', 'is', null)
    .where('b.discarded_at', 'is', null)
    .where(needsTwo(now))
    .orderBy('b.id')
    .execute() as Promise<Named[]>;

/** Whoever only approves sees what there is to approve. @throws not-found, auth/forbidden */
export async function batchesOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<{ edition: JudgedEdition; batches: BatchOut[]; mayWrite: boolean }> {
  const edition = await findEdition(db, reader, editionId);
  if (!writes(edition) && !approves(edition)) throw problem('auth/forbidden');
  let list = batches(db, reader.now).where('b.edition_id', '=', editionId).where(notOutOfIt(reader));
  if (!writes(edition)) list = list.where(needsTwo(reader.now));
  const rows = (await list.orderBy('b.prepared_at', 'desc').orderBy('b.id').execute()) as Named[];
  return { edition, batches: rows.map(batchOut), mayWrite: writes(edition) };
}

export interface FoundBatch {
  edition: JudgedEdition;
  row: Named;
  /** The result that it tells of was taken down, and nothing is out in its place. */
  isDown: boolean;
  /** All whom the choice that stands has nominated. */
  agreed: boolean;
  /** The year goes on no more. */
  wasCancelled: boolean;
}

/** @throws not-found for whoever neither writes letters of the year nor approves this one */
export async function findBatch(db: Kysely<DB>, reader: Reader, id: string): Promise<FoundBatch> {
  const row = (await batches(db, reader.now)
    .where('b.id', '=', id)
    .where(notOutOfIt(reader))
    .executeTakeFirst()) as Named | undefined;
  if (!row) throw problem('not-found');
  const edition = await findEdition(db, reader, row.edition_id);
  if (!writes(edition) && !(approves(edition) && row.needsTwo)) throw problem('not-found');
  const { rows } = await sql<{
    isDown: boolean;
    agreed: boolean;
    wasCancelled: boolean;
  }>`select result_is_down(${edition.id}, publication_told('', ${row.about}), ${reader.now}) as "isDown",
    nominated_agreed(e.id) as agreed, year_was_cancelled(e) as "wasCancelled" from editions e where e.id = ${edition.id}`.execute(
    db,
  );
  const { isDown = false, agreed = false, wasCancelled = false } = rows[0] ?? {};
  return { edition, row, isDown, agreed, wasCancelled };
}

/** Its recipients are those whom the jury has chosen, or the others: to see them is to see the choice. */
export const tellsOutcome = ({ recipients }: Pick<BatchRow, 'recipients'>): boolean =>
  recipients.audience === 'nominated' || recipients.audience === 'notNominated';

/** Everybody who has written any of its words. */
export const writersOf = (row: Pick<BatchRow, 'prepared_by' | 'earlier_writers'>): string[] => [
  ...row.earlier_writers,
  row.prepared_by,
];

/** Why this reader cannot send it now, or nothing. */
export function whyNotSend(
  { edition, row }: FoundBatch,
  personId: string | null | undefined,
): 'over' | 'own' | 'right' | null {
  if (row.sent_at || row.discarded_at) return 'over';
  if (!row.needsTwo) return writes(edition) ? null : 'right';
  if (!approves(edition)) return 'right';
  return writersOf(row).some((one) => one === personId) ? 'own' : null;
}

/** A batch as it stands: before it goes, those whom it would reach now, and afterwards those whom it went to. */
export async function batchOf(
  db: Kysely<DB>,
  reader: Reader,
  id: string,
): Promise<FoundBatch & { whole: WholeBatch; now: Addressee[] }> {
  const found = await findBatch(db, reader, id);
  const { row, edition } = found;
  const now = row.sent_at
    ? []
    : await addressees(db, { editionId: edition.id, chosen: row.recipients, about: row.about });
  const seen = await seenOf(db, id);
  const seenKeys = new Set(seen.map(keyOf));
  const nowKeys = new Set(now.map(keyOf));
  const to = row.sent_at
    ? await recipientsOf(db, id)
    : now.map((one): RecipientOut => {
        const { values: _values, decisionId: _decisionId, anew: _anew, token: _token, ...rest } = one;
        return { ...rest, isNew: !seenKeys.has(keyOf(one)) };
      });
  const over = row.sent_at !== null || row.discarded_at !== null;
  const whole: WholeBatch = {
    ...batchOut(row),
    recipients: row.recipients as WholeBatch['recipients'],
    texts: row.texts,
    to,
    gone: over ? [] : seen.filter((one) => !nowKeys.has(keyOf(one))).map(({ name }) => name),
    recipientsHash: hashOf(now, row.texts),
    letters: await lettersOf(db, id),
    maySend: whyNotSend(found, reader.actor?.personId) === null,
    mayChange: !over && writes(edition),
  };
  return { ...found, whole, now };
}

const seenOf = (db: Kysely<DB>, id: string) =>
  db
    .selectFrom('letter_batch_seen as s')
    .leftJoin('people as p', 'p.id', 's.person_id')
    .leftJoin('call_recipients as r', 'r.id', 's.recipient_id')
    .leftJoin('nominations as n', 'n.id', 's.nomination_id')
    .select((eb) => [
      's.person_id as personId',
      's.recipient_id as recipientId',
      's.nomination_id as nominationId',
      eb.fn<string>('concat_ws', [eb.val(', '), 'p.name', 'r.email', 'n.organisation_name']).as('name'),
    ])
    .where('s.batch_id', '=', id)
    .orderBy('n.organisation_name')
    .orderBy('p.name')
    .execute();

async function recipientsOf(db: Kysely<DB>, id: string): Promise<RecipientOut[]> {
  const rows = await db
    .selectFrom('letters as l')
    .leftJoin('people as p', 'p.id', 'l.person_id')
    .leftJoin('call_recipients as r', (join) =>
      join
        .on('l.person_id', 'is', null)
        .on('l.key', '=', sql<string>`'batch:' || l.batch_id || ':list_' || r.id`),
    )
    .leftJoin('nominations as n', 'n.id', 'l.nomination_id')
    .select(['p.id as personId', 'r.id as recipientId', 'n.id as nominationId', 'l.email', 'l.language'])
    .select(({ fn }) => fn.coalesce('p.name', 'r.name').as('name'))
    .select(['n.organisation_name', 'n.unit_name'])
    .where('l.batch_id', '=', id)
    .orderBy('n.organisation_name')
    .orderBy('n.unit_name')
    .orderBy('p.name')
    .orderBy('l.email')
    .orderBy('l.id')
    .execute();
  return rows.map(({ organisation_name, unit_name, language, name, ...row }) => ({
    ...row,
    name: name || row.email || '–',
    organisation: applicantName(organisation_name, unit_name),
    language: language === 'nn' ? 'nn' : 'nb',
    isNew: false,
    isWithdrawn: false,
    alreadyTold: false,
  }));
}

async function lettersOf(db: Kysely<DB>, id: string): Promise<WholeBatch['letters']> {
  const counted = await db
    .selectFrom('letters')
    .select((eb) => ['state', eb.fn.countAll<string>().as('n')])
    .where('batch_id', '=', id)
    .groupBy('state')
    .execute();
  return Object.fromEntries(counted.map(({ state, n }) => [state, Number(n)]));
}

const batchOut = (row: Named): BatchOut => ({
  id: row.id,
  version: row.version,
  title: row.title,
  state: row.sent_at ? 'sent' : row.discarded_at ? 'discarded' : row.send_at ? 'scheduled' : 'prepared',
  about: row.about,
  needsTwo: row.needsTwo,
  preparedBy: row.preparer,
  preparedAt: row.prepared_at.toISOString(),
  sentBy: row.sender,
  sentAt: row.sent_at?.toISOString() ?? null,
  scheduledBy: row.scheduler,
  sendAt: row.send_at?.toISOString() ?? null,
  heldBack: row.held_back,
});
