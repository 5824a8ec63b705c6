/** Whom a batch goes to: asked of our own tables each time, never a list that was written down once. */
import { createHash } from 'node:crypto';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { OUTDATED } from '../correspondence/commands.ts';
import { fillIn, placeholderValues, type Values } from '../correspondence/placeholders.ts';
import { groups, type Chosen, type Decision, type JurorGroup, type Words } from './schema.ts';

export interface Addressee {
  /** Null for somebody on the list that the call is sent to. */
  personId: string | null;
  recipientId: string | null;
  /** Behind the link by which one on the list wants no more of it. */
  token?: string;
  nominationId: string | null;
  name: string;
  email: string;
  /** The application's, or the seat's. */
  organisation: string;
  language: 'nb' | 'nn';
  values: Values;
  /** There is a letter to them about this decision. */
  alreadyTold: boolean;
  /** The application is withdrawn: who was marked before that is shown so, and what has been seen no longer holds. */
  isWithdrawn: boolean;
  /** The choice of the jury that it tells of in confidence. */
  decisionId?: string | null;
  /** The publication that told of it and was taken down: from then on it is told anew. */
  anew?: string | null;
}

/** The letters that the service itself sends about a decision. */
const toldBy: Partial<Record<Decision, readonly string[]>> = {
  admission: ['admitted', 'rejected'],
  nomination: ['finalist', 'notSelected'],
  winner: ['outcome'],
};

/** Everybody of the choice now, in the order in which they are shown. */
export async function addressees(
  db: Kysely<DB>,
  { editionId, chosen, about }: { editionId: string; chosen: Chosen; about: Decision | null },
): Promise<Addressee[]> {
  const { rows } = await found(db, editionId, chosen, about);
  return rows.map(({ year, due, receipt, publicAt, isWithdrawn = false, ...row }) => ({
    ...row,
    isWithdrawn,
    values: placeholderValues(row.language, {
      navn: row.name,
      organisasjon: row.organisation,
      år: year,
      frist: due,
      ...(chosen.audience === 'notNominated' && publicAt
        ? { tid: formatDateTime(publicAt, row.language) }
        : {}),
      ...(chosen.audience === 'applications' || chosen.audience === 'marked'
        ? { kvitteringsnummer: receipt ?? '–' }
        : {}),
    }),
  }));
}

type Row = Omit<Addressee, 'values' | 'isWithdrawn'> & {
  isWithdrawn?: boolean;
  year: number;
  due: Date;
  receipt: string | null;
  /** When everybody is told who is nominated. */
  publicAt?: Date;
};

function found(db: Kysely<DB>, editionId: string, chosen: Chosen, about: Decision | null) {
  if (chosen.audience === 'jurors') return jurorsOf(db, editionId, chosen.jurors);
  if (chosen.audience === 'nominated') return nominatedOf(db, editionId);
  if (chosen.audience === 'list') return listOf(db, editionId);
  const which =
    chosen.audience === 'notNominated'
      ? sql`not_nominated(n)`
      : chosen.audience === 'marked'
        ? sql`n.id = any(${[...chosen.nominations]}::uuid[])`
        : sql`n.state = any(${chosen.states.flatMap((state) => groups[state])}::text[])`;
  return membersOf(db, editionId, which, { about, byChoice: chosen.audience === 'notNominated' });
}

/** Those on the list that the call is sent to, but for those who have said no. */
const listOf = (db: Kysely<DB>, editionId: string) =>
  sql<Row>`
    select null::uuid as "personId", r.id as "recipientId", r.token, null::uuid as "nominationId", coalesce(nullif(r.name, ''), r.email) as name, r.email,
      '' as organisation, r.language, e.year, null as receipt, e.closes_at as due, false as "alreadyTold"
    from call_recipients r join editions e on e.id = r.edition_id
    where r.edition_id = ${editionId} and r.unsubscribed_at is null
    order by r.email`.execute(db);

/** Those whom the choice that stands has nominated; nobody once that is public. */
const nominatedOf = (db: Kysely<DB>, editionId: string) =>
  sql<Row>`
    select p.id as "personId", null::uuid as "recipientId", n.id as "nominationId", coalesce(nullif(p.name, ''), p.email) as name, p.email,
      concat_ws(', ', n.organisation_name, nullif(n.unit_name, '')) as organisation, n.language, e.year, null as receipt,
      e.finalists_at as due, d.id as "decisionId",
      exists (select from letters l join confidential_notices c on c.batch_id = l.batch_id and c.nomination_id = l.nomination_id
        where c.decision_id = d.id and l.nomination_id = n.id and l.person_id = p.id) as "alreadyTold"
    from decisions d join decision_entries de on de.decision_id = d.id
      join nominations n on n.id = de.nomination_id and n.state = 'scored' join editions e on e.id = n.edition_id
      join nomination_members m on m.nomination_id = n.id and m.removed_at is null
      join people p on p.id = m.person_id and p.removed_at is null
    where d.edition_id = ${editionId} and d.kind = 'finalists' and d.retracted_at is null
      and not exists (select from publications k where k.decision_id = d.id and k.approved_at is not null and k.stopped_at is null)
    order by n.organisation_name, n.unit_name, n.id, name, p.id`.execute(db);

/** `byChoice`: they are those whom the choice that stands has left out. What was dropped because it held no longer has told nobody. */
const membersOf = (
  db: Kysely<DB>,
  editionId: string,
  which: RawBuilder<unknown>,
  { about, byChoice }: { about: Decision | null; byChoice: boolean },
) => {
  const templates = (about && toldBy[about]) ?? [];
  return sql<Row>`
    select p.id as "personId", null::uuid as "recipientId", n.id as "nominationId", coalesce(nullif(p.name, ''), p.email) as name, p.email,
      concat_ws(', ', n.organisation_name, nullif(n.unit_name, '')) as organisation, n.language, e.year, n.receipt_number as receipt,
      n.state = 'withdrawn' as "isWithdrawn",
      coalesce((select k.publish_at from publications k where k.edition_id = e.id and k.kind = 'finalists' and k.approved_at is not null
        and k.stopped_at is null and k.taken_down_at is null order by k.publish_at limit 1), e.finalists_at) as "publicAt",
      case when n.state = 'returned' then n.return_due_at else application_closes_at(n, e.closes_at) end as due,
      ${about !== null && about !== 'other'} and exists (select from letters l left join letter_batches b on b.id = l.batch_id
        where l.nomination_id = n.id and l.person_id = p.id
          and (b.about = ${about} or l.template = any(${[...templates]}::text[]))
          and l.error is distinct from ${OUTDATED} and not tells_what_is_taken_down(l)) as "alreadyTold",
      (select d.id from decisions d where ${byChoice} and d.edition_id = e.id and d.kind = 'finalists' and d.retracted_at is null) as "decisionId",
      (select k.id from publications k where k.edition_id = e.id and k.taken_down_at is not null and k.kind = publication_told('', ${about})
        order by k.taken_down_at desc, k.id desc limit 1) as anew
    from nominations n join editions e on e.id = n.edition_id
      join nomination_members m on m.nomination_id = n.id and m.removed_at is null
      join people p on p.id = m.person_id and p.removed_at is null
    where n.edition_id = ${editionId} and ${which}
    order by n.organisation_name, n.unit_name, n.id, name, p.id`.execute(db);
};

/**
 * Those who sit with the jury. Who has not finished has a ballot that is not delivered; who has not declared is owed an answer. Deputies
 * are a group of their own until they are called in.
 */
const jurorsOf = (db: Kysely<DB>, editionId: string, which: JurorGroup) => {
  const narrower = {
    all: sql`true`,
    deputies: sql`true`,
    unfinished: sql`exists (select from ballots b where b.person_id = p.id and b.edition_id = e.id and b.state in ('assigned', 'started', 'reopened'))`,
    undeclared: sql`exists (select from nominations n where n.edition_id = e.id and n.state in ('admitted', 'underReview', 'scored')
      and juror_standing(p.id, n.id) = 'undeclared')`,
  }[which];
  return sql<Row>`
    select p.id as "personId", null::uuid as "recipientId", null::uuid as "nominationId", coalesce(nullif(p.name, ''), p.email) as name, p.email,
      s.organisation, case p.language when 'nn' then 'nn' else 'nb' end as language, e.year, null as receipt,
      e.judging_ends_at as due, false as "alreadyTold"
    from seat_holders h join seats s on s.id = h.seat_id and (s.role = 'deputy') = ${which === 'deputies'}
      join editions e on e.id = h.edition_id
      join people p on p.id = h.person_id and p.removed_at is null
    where h.edition_id = ${editionId} and h.until_at is null and h.confirmed_at is not null and ${narrower}
    order by s.position, p.id`.execute(db);
};

type Key = Pick<Addressee, 'personId' | 'recipientId' | 'nominationId'>;
export const keyOf = ({ personId, recipientId, nominationId }: Key): string =>
  recipientId === null ? `${personId}_${nominationId ?? ''}` : `list_${recipientId}`;

/** Those who get a letter: whoever has been told gets no other. */
export const getsLetter = ({ alreadyTold }: Addressee): boolean => !alreadyTold;

/**
 * Names exactly these recipients, where each letter goes, and what is filled in for each: what somebody has seen is what is sent, or
 * nothing is.
 */
export const hashOf = (people: readonly Addressee[], texts: { nb: Words; nn: Words }): string =>
  createHash('sha256')
    .update(
      people
        .filter(getsLetter)
        .map((one) => {
          const { subject, body } = texts[one.language];
          return JSON.stringify([
            keyOf(one),
            one.email,
            one.language,
            fillIn(subject, one.values),
            fillIn(body, one.values),
            ...(one.isWithdrawn ? ['withdrawn'] : []),
          ]);
        })
        .toSorted()
        .join('\n'),
    )
    .digest('hex');
