/** The made-up application of a year, and what the jury has given on it. Nothing that counts, ranks or exports reads it. */
import { sql, type Kysely } from 'kysely';
import { can, scope } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { compareNames } from '../../ui/text/format.ts';
import { findEdition } from '../editions/queries.ts';
import { givenColumns, linesWith, scaleOf } from './queries.ts';
import type { SheetLine } from './schema.ts';
import type {
  CalibrationIn,
  CalibrationParts,
  CalibrationProgress,
  CalibrationTexts,
  Delivered,
  MyCalibration,
} from './schema-calibration.ts';

/** As the secretariat has set it up; null where it has not. The caller has checked the right to it. */
export async function calibrationSetup(db: Kysely<DB>, editionId: string): Promise<CalibrationIn | null> {
  const row = await db
    .selectFrom('calibrations')
    .select(['version', 'active', 'texts'])
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  return row ? { ...row, texts: row.texts as CalibrationTexts } : null;
}

/** The one that the reader's jury scores; undefined where there is none. */
export async function findCalibration(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<MyCalibration | undefined> {
  const me = actor?.personId ?? null;
  const row = await db
    .selectFrom('calibrations as c')
    .innerJoin('editions as e', 'e.id', 'c.edition_id')
    .leftJoin('calibration_sheets as s', (join) =>
      join.onRef('s.edition_id', '=', 'c.edition_id').on('s.person_id', '=', me),
    )
    .leftJoin('people as p', 'p.id', 'c.opened_by')
    .select(['c.edition_id', 'c.texts', 'c.opened_at', 'c.open_reason', 'p.name', 's.id', 's.delivered_at'])
    .select(['e.state', 'e.judging_ends_at'])
    .select(
      sql<boolean>`exists (select from calibration_jurors(c.edition_id) j where j.person_id = ${me})`.as(
        'expected',
      ),
    )
    .where('c.edition_id', '=', editionId)
    .where('c.active', '=', true)
    .where(scope(edition, 'seeCalibration', viewerOf(actor), now, 'e'))
    .executeTakeFirst();
  if (!row) return undefined;
  const open = row.state === 'judging' && now < row.judging_ends_at;
  return {
    editionId: row.edition_id,
    texts: row.texts as CalibrationTexts,
    sheetId: row.id,
    deliveredAt: row.delivered_at,
    expected: row.expected,
    writable: open && row.expected && row.delivered_at === null,
    openedAt: row.opened_at,
    openedBy: row.name,
    reason: row.open_reason,
  };
}

/** @throws not-found where the reader's jury scores none */
export async function myCalibration(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<MyCalibration> {
  const found = await findCalibration(db, reader, editionId);
  if (!found) throw problem('not-found');
  return found;
}

/** What must be done before one's ballots open is not done. */
export async function calibrationWaits(
  db: Kysely<DB>,
  { actor }: Reader,
  editionId: string,
): Promise<boolean> {
  const { waits } = await db
    .selectNoFrom((eb) =>
      eb
        .fn<boolean>('calibration_waits', [sql`${actor?.personId ?? null}::uuid`, sql`${editionId}::uuid`])
        .as('waits'),
    )
    .executeTakeFirstOrThrow();
  return waits;
}

/** The criteria with what one has given oneself. */
export const calibrationSheet = (
  db: Kysely<DB>,
  { editionId, sheetId }: Pick<MyCalibration, 'editionId' | 'sheetId'>,
): Promise<SheetLine[]> =>
  linesWith(
    db,
    editionId,
    db.selectFrom('calibration_scores').select(givenColumns).where('sheet_id', '=', sheetId).as('s'),
  );

/** All of it that this reader may see. */
export async function calibrationParts(
  db: Kysely<DB>,
  reader: Reader,
  mine: MyCalibration,
): Promise<CalibrationParts> {
  const row = await findEdition(db, reader, mine.editionId);
  const mayOpen = mine.openedAt === null && can(edition, 'openCalibration', row);
  return {
    sheet: await calibrationSheet(db, mine),
    scale: await scaleOf(db, mine.editionId),
    // Whoever has not delivered would only write what the others have written.
    jurors: mine.openedAt && mine.deliveredAt ? await sideBySide(db, mine.editionId) : null,
    progress: mayOpen ? await progress(db, mine.editionId) : null,
    mayOpen,
  };
}

/** What each who sits with the jury has delivered, by name. */
async function sideBySide(db: Kysely<DB>, editionId: string): Promise<Delivered[]> {
  const rows = await db
    .selectFrom('calibration_sheets as k')
    .innerJoin('people as p', 'p.id', 'k.person_id')
    .innerJoin('seat_holders as h', (join) =>
      join.onRef('h.person_id', '=', 'k.person_id').onRef('h.edition_id', '=', 'k.edition_id'),
    )
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .innerJoin('calibration_scores as g', 'g.sheet_id', 'k.id')
    .select(['p.id', 'p.name', 's.organisation', 'g.criterion_id', 'g.score', 'g.not_described', 'g.met'])
    .select('g.assessment')
    .where('k.edition_id', '=', editionId)
    .where('k.delivered_at', 'is not', null)
    .where('h.until_at', 'is', null)
    .where('s.role', '<>', 'deputy')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()]
    .map((mine) => ({
      name: mine[0]!.name,
      organisation: mine[0]!.organisation,
      given: mine.map(({ criterion_id, score, not_described, met, assessment }) => ({
        criterionId: criterion_id,
        score,
        notDescribed: not_described,
        met,
        assessment,
      })),
    }))
    .toSorted((a, b) => compareNames(a.name, b.name));
}

async function progress(db: Kysely<DB>, editionId: string): Promise<CalibrationProgress> {
  const { rows } = await sql<{ name: string; delivered: boolean }>`
    select coalesce(nullif(p.name, ''), p.email) as name, exists (select from calibration_sheets s
        where s.edition_id = ${editionId} and s.person_id = p.id and s.delivered_at is not null) as delivered
    from calibration_jurors(${editionId}) j join people p on p.id = j.person_id`.execute(db);
  return {
    delivered: rows.filter(({ delivered }) => delivered).length,
    expected: rows.length,
    missing: rows
      .filter(({ delivered }) => !delivered)
      .map(({ name }) => name)
      .toSorted(compareNames),
  };
}
