import Type, { type Static } from 'typebox';
import { uuid } from './schema.ts';

const hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** The frozen results of an edition, the latest first. */
export const FrozenOut = Type.Object({
  whole: Type.Boolean({ description: 'The reader is out of nothing in them, and may fetch the files' }),
  versions: Type.Array(
    Type.Object({
      id: uuid,
      version: Type.Integer({ minimum: 1 }),
      cause: Type.Enum([
        'finalistsDecided',
        'winnerDecided',
        'noAwardDecided',
        'finalistsRetracted',
        'winnerRetracted',
        'ballotsChanged',
      ]),
      reason: Type.String(),
      frozenAt: Type.String({ format: 'date-time' }),
      coreSha256: hash,
      fullSha256: hash,
      erased: Type.Boolean({ description: 'The full file is gone; the core can still be checked' }),
    }),
  ),
});
export type FrozenOut = Static<typeof FrozenOut>;
