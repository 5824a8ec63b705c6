/** The made-up application: set up by the secretariat, scored by each juror, and shown side by side once all have delivered. */
import { requirementError } from '../../core/process/dispatch.ts';
import { personOf, type Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { problem } from '../../platform/http/problem.ts';
import { lockEdition } from '../editions/queries.ts';
import { openWhenAll } from './calibration-opening.ts';
import { rowOf, wantedOn } from './commands-scores.ts';
import { calibrationSetup, calibrationSheet, myCalibration } from './queries-calibration.ts';
import { scaleOf } from './queries.ts';
import { gapOf } from './schema-gaps.ts';
import { calibrationLangs, type CalibrationIn, type MyCalibration } from './schema-calibration.ts';
import type { ScoreChange } from './schema.ts';
import { criterionIn } from './words.ts';

/**
 * Writes it anew, and turns it on or off.
 *
 * @throws auth/forbidden, process/not-now once the jury judges, conflict/version; request/invalid for a text that is missing while it is on
 */
export async function setCalibration(
  unit: Unit,
  editionId: string,
  { version, active, texts }: CalibrationIn,
): Promise<{ version: number }> {
  await lockEdition(unit, editionId, 'setCalibration');
  if (((await calibrationSetup(unit.trx, editionId))?.version ?? 0) !== version)
    throw problem('conflict/version');
  const missing = calibrationLangs.flatMap((lang) =>
    (['title', 'body'] as const)
      .filter((part) => texts[lang][part].trim() === '')
      .map((part) => ({ field: `${part}-${lang}`, message: (t: Words) => t.fieldErrors.required })),
  );
  if (active && missing.length > 0) throw problem('request/invalid', {}, missing);
  const row = { active, texts: JSON.stringify(texts), version: version + 1 };
  await unit.trx
    .insertInto('calibrations')
    .values({ edition_id: editionId, ...row })
    .onConflict((conflict) => conflict.column('edition_id').doUpdateSet(row))
    .execute();
  record(unit, editionId, 'setCalibration', { active });
  return { version: row.version };
}
type Words = { fieldErrors: { required: string } };

/** The text of the year that is copied. That it is used is for the new year to say. */
export async function copyCalibration({ trx }: Unit, from: string, to: string): Promise<void> {
  const found = await calibrationSetup(trx, from);
  if (!found) return;
  const texts = JSON.stringify(found.texts);
  await trx.insertInto('calibrations').values({ edition_id: to, version: 1, active: false, texts }).execute();
}

/**
 * Saves what one gives on some criteria; all of it or none.
 *
 * @returns the version of each criterion as it now stands
 * @throws not-found where there is nothing to score, ballot/delivered, process/unmet after the deadline, and what `wantedOn` throws
 */
export async function saveCalibration(
  unit: Unit,
  editionId: string,
  changes: readonly ScoreChange[],
): Promise<{ scores: Record<string, number> }> {
  const mine = await lockMine(unit, editionId);
  const lines = await calibrationSheet(unit.trx, mine);
  const wanted = wantedOn(lines, changes, await scaleOf(unit.trx, editionId), unit.actor.lang);
  const sheetId = mine.sheetId ?? (await begin(unit, editionId));
  const scores: Record<string, number> = {};
  for (const { line, given } of wanted) {
    const row = rowOf(line, given, unit.now);
    scores[line.criterionId] = row?.version ?? line.version;
    if (!row) continue;
    await unit.trx
      .insertInto('calibration_scores')
      .values({ sheet_id: sheetId, criterion_id: line.criterionId, ...row })
      .onConflict((conflict) => conflict.columns(['sheet_id', 'criterion_id']).doUpdateSet(row))
      .execute();
  }
  return { scores };
}

/** Delivers it for good; whoever is the last opens it for all. @throws as `saveCalibration`; process/unmet with what is missing */
export async function deliverCalibration(unit: Unit, editionId: string): Promise<void> {
  const mine = await lockMine(unit, editionId);
  const gaps = (await calibrationSheet(unit.trx, mine)).filter((line) => gapOf(line) !== null);
  if (gaps.length > 0 || mine.sheetId === null) {
    const names = gaps.map(({ texts }) => criterionIn(texts, unit.actor.lang).name);
    throw problem('process/unmet', {}, [requirementError('nothingMissing', names)]);
  }
  await unit.trx
    .updateTable('calibration_sheets')
    .set({ delivered_at: unit.now })
    .where('id', '=', mine.sheetId)
    .execute();
  record(unit, editionId, 'deliverCalibration');
  await openWhenAll(unit, editionId);
}

/** The chair shows it side by side before everybody has delivered. @throws auth/forbidden, process/not-now where it is open already */
export async function openCalibration(unit: Unit, editionId: string, reason: string): Promise<void> {
  await lockEdition(unit, editionId, 'openCalibration');
  const opened = await unit.trx
    .updateTable('calibrations')
    .set({ opened_at: unit.now, opened_by: personOf(unit), open_reason: reason.trim() })
    .where('edition_id', '=', editionId)
    .where('active', '=', true)
    .where('opened_at', 'is', null)
    .returning('edition_id')
    .executeTakeFirst();
  if (!opened) throw problem('process/not-now');
  unit.record({
    editionId,
    subjectType: 'edition',
    subjectId: editionId,
    event: 'openCalibration',
    reason: reason.trim(),
  });
}

/** Locks in the order of everybody, edition before what belongs to it: whoever delivers last knows that the others have. */
async function lockMine(unit: Unit, editionId: string): Promise<MyCalibration> {
  const { trx } = unit;
  await trx.selectFrom('editions').select('id').where('id', '=', editionId).forShare().execute();
  await trx
    .selectFrom('calibrations')
    .select('version')
    .where('edition_id', '=', editionId)
    .forUpdate()
    .execute();
  const mine = await myCalibration(trx, unit, editionId);
  if (mine.deliveredAt) throw problem('ballot/delivered');
  if (!mine.expected) throw problem('not-found');
  if (!mine.writable) throw problem('process/unmet', {}, [{ requirement: 'judgingOpen' }]);
  return mine;
}

async function begin({ trx, now, actor }: Unit, editionId: string): Promise<string> {
  const { id } = await trx
    .insertInto('calibration_sheets')
    .values({ edition_id: editionId, person_id: personOf({ actor }), started_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const record = (
  unit: Unit,
  editionId: string,
  event: EventOf<'edition'>,
  payload: Record<string, unknown> = {},
): void => unit.record({ editionId, subjectType: 'edition', subjectId: editionId, event, payload });
