/** What the nominated have been told in confidence, what they have answered and sent; and of it what the public sees. */
import { sql, type Kysely, type Selectable } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB, NamingsTable } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { applicantName, compareNames } from '../../ui/text/format.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { findNomination } from '../nominations/queries.ts';
import type { NamingOut, OfficeNaming } from './schema.ts';

export type NamingRow = Selectable<NamingsTable>;

/** Where what somebody was told stands now. */
export interface Standing {
  year: number;
  plannedAt: Date;
  /** The choice they were told of stands, in a year that goes on. */
  current: boolean;
  isCancelled: boolean;
  /** A publication of it is approved: what is shown with it stays as it is. */
  approved: boolean;
  isPublic: boolean;
}

/** Of an application whose reader may know. */
export async function standingOf(db: Kysely<DB>, nominationId: string, now: Date): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select e.year, e.finalists_at as "plannedAt",
      exists (select from confidential_notices c join decisions d on d.id = c.decision_id
        where c.nomination_id = n.id and d.retracted_at is null and not year_was_cancelled(e)) as current,
      year_was_cancelled(e) as "isCancelled",
      exists (select from publications p where p.edition_id = e.id and p.kind = 'finalists' and p.approved_at is not null
        and p.stopped_at is null) as approved,
      outcome_is_public(e.id, 'finalists', ${now}) as "isPublic"
    from nominations n join editions e on e.id = n.edition_id where n.id = ${nominationId}`.execute(db);
  if (!rows[0]) throw problem('not-found');
  return rows[0];
}

export const namingRow = (db: Kysely<DB>, nominationId: string): Promise<NamingRow | undefined> =>
  db.selectFrom('namings').selectAll().where('nomination_id', '=', nominationId).executeTakeFirst();

/** One's own. @throws not-found for whoever was not told, as for an application that does not exist */
export async function namingFor(db: Kysely<DB>, reader: Reader, nominationId: string): Promise<NamingOut> {
  const row = await findNomination(db, reader, nominationId, 'readConfidence');
  const standing = await standingOf(db, row.id, reader.now);
  const found = await namingRow(db, row.id);
  const open = can(nomination, 'answerNaming', row) && standing.current && !standing.isPublic;
  const hasContent = Boolean(found?.quote) || Boolean(found?.picture_sha256);
  const allowed: [NamingOut['allowedActions'][number], boolean][] = [
    ['agree', open && !found],
    ['decline', open && found?.answer !== 'declined'],
    ['write', open && !standing.approved && found?.answer === 'agreed'],
    ['remove', hasContent && can(nomination, 'removeNamed', row)],
  ];
  return {
    nominationId: row.id,
    year: standing.year,
    organisation: applicantName(row.organisation_name, row.unit_name),
    language: row.language,
    state: stateOf(standing),
    plannedAt: standing.plannedAt.toISOString(),
    ...given(found),
    allowedActions: allowed.filter(([, is]) => is).map(([action]) => action),
  };
}

const stateOf = ({ isPublic, isCancelled, current }: Standing): NamingOut['state'] =>
  isPublic ? 'public' : isCancelled ? 'cancelled' : current ? 'current' : 'reopened';

const given = (row: NamingRow | undefined) => ({
  version: row?.version ?? 0,
  answer: row?.answer ?? null,
  reason: row?.reason ?? '',
  answeredAt: row?.answered_at.toISOString() ?? null,
  registered: row?.registered ?? false,
  quote: row?.quote ?? '',
  quoted: row?.quoted ?? '',
  picture: (row && pictureOf(row)) ?? null,
});

function pictureOf(row: NamingRow) {
  const { picture_alt: alt, picture_credit: credit, picture_width: width, picture_height: height } = row;
  return alt && credit && width && height ? { alt, credit, width, height } : undefined;
}

/**
 * The nominated of the choice that stands, and those who have declined. Nothing for whoever is out of one of them: half of it would tell
 * the other half.
 *
 * @throws not-found, auth/forbidden, process/not-now before there can be any
 */
export async function namingsOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<{ edition: JudgedEdition; namings: OfficeNaming[] }> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'seeDecisions');
  const viewer = viewerOf(reader.actor);
  const rows = await db
    .selectFrom('nominations as n')
    .leftJoin('namings as g', 'g.nomination_id', 'n.id')
    .leftJoin('people as p', 'p.id', 'g.answered_by')
    .selectAll('g')
    .select(['n.id as nominationId', 'n.state', 'n.organisation_name', 'n.unit_name', 'n.language', 'p.name'])
    .select(relationsOf(nomination, viewer, reader.now, 'n', ['registerNaming']).as('rel'))
    .select([
      sql<boolean>`n.id in (${chosen(editionId)})`.as('isNominated'),
      sql<Date | null>`(select max(c.told_at) from confidential_notices c where c.nomination_id = n.id)`.as(
        'toldAt',
      ),
    ])
    .where('n.edition_id', '=', editionId)
    .where(scope(nomination, 'seeNaming', viewer, reader.now, 'n'))
    .where(sql<boolean>`(n.id in (${chosen(editionId)}) or g.answer = 'declined')`)
    .where(outOfNone(reader, editionId))
    .execute();
  return {
    edition,
    namings: rows
      .map(
        ({
          nominationId,
          organisation_name,
          unit_name,
          language,
          name,
          isNominated,
          toldAt,
          rel,
          state,
          ...row
        }) => ({
          nominationId,
          organisation: applicantName(organisation_name, unit_name),
          language,
          isNominated,
          toldAt: toldAt?.toISOString() ?? null,
          ...given(row.id === null ? undefined : (row as NamingRow)),
          answeredBy: name,
          mayRegister: toldAt !== null && can(nomination, 'registerNaming', { rel, state }),
        }),
      )
      .toSorted((a, b) => compareNames(a.organisation, b.organisation)),
  };
}

/** Whom the choice that stands has nominated. */
const chosen = (editionId: string) =>
  sql`select de.nomination_id from decisions d join decision_entries de on de.decision_id = d.id
    where d.edition_id = ${editionId} and d.kind = 'finalists' and d.retracted_at is null`;

const outOfNone = ({ actor }: Reader, editionId: string) =>
  sql<boolean>`not exists (select from nominations o where o.id in (${chosen(editionId)})
    and ${nomination.relations.conflicted('o', viewerOf(actor))})`;

/** `hasNotAnswered`, for those who told them: nothing for whoever is out of one of them. */
export const toldAndSilent = (reader: Reader, editionId: string) =>
  sql<boolean>`(${hasNotAnswered} and ${outOfNone(reader, editionId)})`;

/** Over the alias `n`: told in confidence of the choice that stands, and not yet answered. */
export const hasNotAnswered = sql<boolean>`(exists (select from confidential_notices c join decisions d on d.id = c.decision_id
    where c.nomination_id = n.id and d.retracted_at is null)
  and not exists (select from namings g where g.nomination_id = n.id)
  and not exists (select from editions e where e.id = n.edition_id and year_was_cancelled(e)))`;

/** Applications whose people were told in confidence and have not answered, for one of them; due when the nominated become public. */
export const namingsToAnswer = (db: Kysely<DB>, { actor, now }: Reader) =>
  db
    .selectFrom('nominations as n')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select(['n.id', 'e.year'])
    .select(sql<Date | null>`case when e.finalists_at > ${now} then e.finalists_at end`.as('due'))
    .where(scope(nomination, 'answerNaming', viewerOf(actor), now, 'n'))
    .where(hasNotAnswered)
    .where(sql<boolean>`not outcome_is_public(e.id, 'finalists', ${now})`)
    .orderBy('e.year', 'desc')
    .orderBy('n.id')
    .execute();

/** A file as `sendFile` takes it. */
export interface PictureFile {
  name: string;
  bytes: string;
  sha256: string;
  media_type: string;
}

const pictures = (db: Kysely<DB>) =>
  db
    .selectFrom('nominations as n')
    .innerJoin('namings as g', 'g.nomination_id', 'n.id')
    .select(['g.picture_sha256', 'g.picture_bytes'])
    .where('g.picture_sha256', 'is not', null)
    .where(sql<boolean>`document_readable(g.picture_sha256)`);

const fileOf = (
  row: { picture_sha256: string | null; picture_bytes: string | null } | undefined,
): PictureFile => {
  if (!row?.picture_sha256) throw problem('not-found');
  const { picture_sha256: sha256, picture_bytes: bytes } = row;
  return { name: 'bilde.jpg', bytes: bytes ?? '0', sha256, media_type: 'image/jpeg' };
};

/** The picture before it is public, for those who were told. @throws not-found */
export async function ownPicture(db: Kysely<DB>, { actor, now }: Reader, id: string): Promise<PictureFile> {
  const visible = scope(nomination, 'readConfidence', viewerOf(actor), now, 'n');
  return fileOf(await pictures(db).where('n.id', '=', id).where(visible).executeTakeFirst());
}

/** The same for those who prepare and approve the publication. @throws not-found, auth/forbidden, process/not-now */
export async function officePicture(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  id: string,
): Promise<PictureFile> {
  demand(await findEdition(db, reader, editionId), 'seeDecisions');
  const found = await pictures(db)
    .where('n.id', '=', id)
    .where('n.edition_id', '=', editionId)
    .where(scope(nomination, 'seeNaming', viewerOf(reader.actor), reader.now, 'n'))
    .where(outOfNone(reader, editionId))
    .executeTakeFirst();
  return fileOf(found);
}

/** The picture of one whose nomination is public at `now`, by its hash. @throws not-found, before its instant as for any other name */
export async function publicPicture(
  db: Kysely<DB>,
  now: Date,
  year: number,
  sha256: string,
): Promise<PictureFile> {
  const found = await pictures(db)
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .where('e.year', '=', year)
    .where('g.picture_sha256', '=', sha256)
    .where(scope(nomination, 'readPublic', { personId: null }, now, 'n'))
    .executeTakeFirst();
  return fileOf(found);
}

/** What stands beside the name of a nominated one once that is public. */
export interface Named {
  quote: { text: string; by: string; language: string } | null;
  picture: {
    sha256: string;
    alt: string;
    credit: string;
    width: number;
    height: number;
    language: string;
  } | null;
}

/** Nomination > picture and quote. Whether its outcome is public the caller has asked. */
export async function namedWith(db: Kysely<DB>, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('namings as g')
    .innerJoin('nominations as n', 'n.id', 'g.nomination_id')
    .selectAll('g')
    .select(['n.language', sql<boolean>`document_readable(g.picture_sha256)`.as('readable')])
    .where('g.nomination_id', 'in', [...ids])
    .where('g.answer', '=', 'agreed')
    .execute();
  return new Map(
    rows.map((row) => {
      const { language } = row;
      const shown = row.readable ? pictureOf(row) : undefined;
      return [
        row.nomination_id,
        {
          quote: row.quote ? { text: row.quote, by: row.quoted, language } : null,
          picture: shown && row.picture_sha256 ? { ...shown, sha256: row.picture_sha256, language } : null,
        },
      ];
    }),
  );
}
