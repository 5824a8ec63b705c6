/** The made-up application that a jury scores first. */
import type { Unit } from '../../src/core/process/unit.ts';
import { standardCalibration } from '../../src/features/ballots/calibration-standard.ts';
import {
  deliverCalibration,
  saveCalibration,
  setCalibration,
} from '../../src/features/ballots/commands-calibration.ts';
import { calibrationSheet, myCalibration } from '../../src/features/ballots/queries-calibration.ts';

/** The secretariat turns it on, with the text that is offered. */
export async function turnOnCalibration(unit: Unit, editionId: string): Promise<void> {
  await setCalibration(unit, editionId, { version: 0, active: true, texts: standardCalibration });
}

/** A juror gives the same on everything, and delivers it. */
export async function calibrate(
  unit: Unit,
  editionId: string,
  { score, text }: { score: number; text: string },
): Promise<void> {
  const sheet = await calibrationSheet(unit.trx, await myCalibration(unit.trx, unit, editionId));
  const given = sheet.map(({ criterionId, kind, scored, version }) => ({
    criterionId,
    version,
    assessment: text,
    ...(kind === 'must' ? { met: true } : {}),
    ...(scored ? { score } : {}),
  }));
  await saveCalibration(unit, editionId, given);
  await deliverCalibration(unit, editionId);
}
