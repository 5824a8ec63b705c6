/**
 * The outcome as publications tell it. Which ones count is the caller's choice: for the public those that are out,
 * for a preview the one that is being prepared, too. So a preview cannot differ from what will be seen.
 */
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import { visibleFields } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import type { DB } from '../../platform/db/types.ts';
import { compareNames } from '../../ui/text/format.ts';
import { namedWith, type Named } from '../namings/queries.ts';
import { nameOf, slugsOf } from './schema-nominee.ts';
import type { Juror, Published, PublicFinalist, PublicOutcome, TakenDown } from './schema-public.ts';
import type { PublicationRow } from './schema.ts';

/** The version that counts, and since when there has been one. */
export interface Version {
  row: PublicationRow;
  firstAt: Date;
  correctedAt: Date | null;
}
export interface Chosen {
  finalists: Version | undefined;
  winner: Version | undefined;
  takenDown?: TakenDown | undefined;
  /** Where a picture of the nominated lies for whoever reads; null for those who are shown words alone. */
  pictureAt: PictureAddress | null;
}
export type PictureAddress = (picture: { nominationId: string; sha256: string }) => string;

/** Of publications of one kind that have come out, the one that counts; or what is read instead since they were taken down. */
export function latestOf(
  rows: readonly PublicationRow[],
  now: Date,
): { version?: Version; takenDown?: TakenDown } {
  const inOrder = rows.toSorted(
    (a, b) => a.publish_at.getTime() - b.publish_at.getTime() || (a.corrects === null ? -1 : 1),
  );
  const [first] = inOrder;
  const row = inOrder.at(-1);
  if (!first || !row) return {};
  if (row.taken_down_at && row.notice && row.taken_down_at <= now)
    return { takenDown: { at: row.taken_down_at, notice: row.notice } };
  return {
    version: { row, firstAt: first.publish_at, correctedAt: row.corrects ? row.publish_at : null },
  };
}

export async function outcomeFrom(
  db: Kysely<DB>,
  { finalists: nominatedIn, winner: wonIn, takenDown, pictureAt }: Chosen,
  visible: Expression<SqlBool> = sql<SqlBool>`true`,
): Promise<PublicOutcome> {
  const finalists = nominatedIn?.row;
  const winner = wonIn?.row;
  const nominated = finalists ? await nominatedOf(db, { finalists, winner, visible, pictureAt }) : [];
  const noAward = winner ? await isNoAward(db, winner) : false;
  // Without whoever won, who withdrew in its last seconds, an announcement says nothing: neither its text nor the mentions.
  if (finalists && winner && !noAward && nominated.every(({ outcome }) => outcome !== 'winner'))
    return outcomeFrom(db, { finalists: nominatedIn, winner: undefined, takenDown, pictureAt }, visible);
  const last = winner ?? finalists;
  return {
    finalists: nominatedIn ? publishedOf(nominatedIn) : null,
    winner: wonIn ? { ...publishedOf(wonIn), noAward } : null,
    takenDown: takenDown ?? null,
    nominated,
    jury: last ? await tookPart(db, last) : [],
  };
}

const publishedOf = ({ row, firstAt, correctedAt }: Version): Published => ({
  at: firstAt,
  texts: row.texts,
  corrected: correctedAt && row.correction ? { at: correctedAt, what: row.correction } : null,
});

const isNoAward = async (db: Kysely<DB>, { decision_id }: PublicationRow): Promise<boolean> =>
  (
    await db
      .selectFrom('decisions')
      .select('no_award')
      .where('id', '=', decision_id)
      .executeTakeFirstOrThrow()
  ).no_award;

interface Nominated {
  finalists: PublicationRow;
  winner: PublicationRow | undefined;
  visible: Expression<SqlBool>;
  pictureAt: PictureAddress | null;
}

async function nominatedOf(
  db: Kysely<DB>,
  { finalists, winner, visible, pictureAt }: Nominated,
): Promise<PublicFinalist[]> {
  const columns = visibleFields(nomination, 'readPublic').map((field) => `n.${field}` as const);
  const rows = await db
    .selectFrom('decision_entries as e')
    .innerJoin('nominations as n', 'n.id', 'e.nomination_id')
    .leftJoin('decision_entries as w', (join) =>
      join.onRef('w.nomination_id', '=', 'n.id').on('w.decision_id', '=', winner?.decision_id ?? null),
    )
    .select(columns)
    .select('w.outcome')
    .select(
      sql<
        number | null
      >`case when (select e.publish_recusals from editions e where e.id = n.edition_id) then (
      select count(*)::int from decision_participants d where d.decision_id = ${finalists.decision_id} and not d.took_part
        and (n.id = any (d.out_of) or d.whole_edition)) end`.as('absent'),
    )
    .where('e.decision_id', '=', finalists.decision_id)
    .where(visible)
    .execute();
  const named = await namedWith(
    db,
    rows.map(({ id }) => id),
  );
  // A correction of the winner may have mended what the jury says of the winner, too; a later one of the nominated is newer still.
  const mended =
    winner?.corrects && winner.publish_at >= finalists.publish_at ? winner.statements : undefined;
  const nominated = rows
    // By id where the names are the same, so that each keeps its address.
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((row) => ({
      ...shownWith(row.id, named.get(row.id), pictureAt),
      name: row.organisation_name,
      unit: row.unit_name,
      partners: row.partners as readonly string[],
      outcome: row.outcome ?? 'finalist',
      statement: mended?.[row.id] ?? finalists.statements[row.id] ?? null,
      absent: row.absent,
    }))
    .toSorted((a, b) => compareNames(a.name, b.name) || compareNames(a.unit, b.unit));
  const slugs = slugsOf(nominated.map(nameOf));
  return nominated.map((one, i) => ({ ...one, slug: slugs[i] as string }));
}

function shownWith(nominationId: string, named: Named | undefined, pictureAt: PictureAddress | null) {
  if (!named?.picture || !pictureAt) return { quote: named?.quote ?? null, picture: null };
  const { sha256, ...picture } = named.picture;
  return { quote: named.quote, picture: { ...picture, src: pictureAt({ nominationId, sha256 }) } };
}

/** Who took part; that somebody did not, and why, is nobody's business. */
async function tookPart(db: Kysely<DB>, { decision_id, edition_id }: PublicationRow): Promise<Juror[]> {
  const rows = await db
    .selectFrom('decision_participants as d')
    .innerJoin('people as p', 'p.id', 'd.person_id')
    .innerJoin('seat_holders as h', 'h.person_id', 'd.person_id')
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .select(['p.name', 's.organisation', 's.role', 's.position'])
    .distinctOn('d.person_id')
    .where('d.decision_id', '=', decision_id)
    .where('d.took_part', '=', true)
    .where('h.edition_id', '=', edition_id)
    .orderBy('d.person_id')
    .orderBy((eb) => eb('h.until_at', 'is', null), 'desc')
    .execute();
  return rows
    .toSorted((a, b) => a.position - b.position)
    .map(({ name, organisation, role }) => ({ name, organisation, role }));
}
