/** A practice edition as pages and programs see it. */
import Type, { type Static } from 'typebox';
import type { PracticeRun } from '../../platform/practice.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });

export const practiceOut = Type.Object({
  available: Type.Boolean({ description: 'Whether this server has a place for a practice edition' }),
  practice: Type.Union([
    Type.Null(),
    Type.Object({
      year: Type.Integer({ description: 'Of the real edition that it is a copy of' }),
      madeBy: Type.String(),
      madeAt: Type.String({ format: 'date-time' }),
      path: Type.String({ description: 'What its addresses begin with' }),
    }),
  ]),
});
export const makeBody = Type.Object({ editionId: Type.String({ format: 'uuid' }) }, closed);
export const playedOut = Type.Object({
  sent: Type.Integer({ ...count, description: 'Applications that were sent in' }),
  confirmed: Type.Integer({ ...count, description: 'Confirmations by link' }),
  declared: Type.Integer({ ...count, description: 'Declarations of jurors' }),
  delivered: Type.Integer({ ...count, description: 'Ballots' }),
});
export type PlayedOut = Static<typeof playedOut>;

/** What the page shows. */
export interface PracticeView {
  available: boolean;
  run: PracticeRun | null;
  /** Those that one can be made of. */
  editions: readonly { id: string; year: number }[];
}
