/** The made-up application that the jury scores before the real ones. */
import Type, { type Static } from 'typebox';
import type { GivenScore, Scale, SheetLine } from './schema.ts';
import { closed } from './schema.ts';

export const TITLE_LENGTH = 200;
export const TEXT_LENGTH = 20_000;
/** Jurors read it in one of these; English falls back to bokmål, as criteria do. */
export const calibrationLangs = ['nb', 'nn'] as const;

const Text = Type.Object(
  { title: Type.String({ maxLength: TITLE_LENGTH }), body: Type.String({ maxLength: TEXT_LENGTH }) },
  closed,
);
export const CalibrationIn = Type.Object(
  {
    version: Type.Integer({ minimum: 0, description: '0 where nothing has been set up' }),
    active: Type.Boolean({ description: 'The jury scores it before the applications' }),
    texts: Type.Object({ nb: Text, nn: Text }, closed),
  },
  closed,
);
export type CalibrationIn = Static<typeof CalibrationIn>;
export type CalibrationTexts = CalibrationIn['texts'];

/** As one juror sees it. */
export interface MyCalibration {
  editionId: string;
  texts: CalibrationTexts;
  /** One's own; null before the first save. */
  sheetId: string | null;
  deliveredAt: Date | null;
  /** One is waited for. */
  expected: boolean;
  /** It can be written on now. */
  writable: boolean;
  openedAt: Date | null;
  /** The chair, where not everybody had delivered; and why. */
  openedBy: string | null;
  reason: string | null;
}
/** What one juror has given, once it is shown side by side. */
export interface Delivered {
  name: string;
  organisation: string;
  given: readonly Omit<GivenScore, 'ballotId'>[];
}
/** For the chair: how many have delivered, and who has not. */
export interface CalibrationProgress {
  delivered: number;
  expected: number;
  missing: readonly string[];
}
export interface CalibrationParts {
  sheet: readonly SheetLine[];
  scale: Scale;
  /** Null while it is not shown to this juror. */
  jurors: readonly Delivered[] | null;
  /** Null for everybody but the chair. */
  progress: CalibrationProgress | null;
  mayOpen: boolean;
}

export const CalibrationOpening = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) },
  closed,
);
