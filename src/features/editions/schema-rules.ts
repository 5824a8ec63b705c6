/** A change of what was frozen at the announcement, as the API takes it, and the versions as everybody reads them. */
import Type, { type Static } from 'typebox';
import { criterionInput, localised, questionInput, uuid } from './input.ts';

const closed = { additionalProperties: false };

/** A version of the rules. The first is that of the announcement, and has no reason. */
export interface RulesVersion {
  version: number;
  sha256: string;
  reason: string | null;
  madeAt: Date;
}
export const rulesVersionOut = Type.Object({
  version: Type.Integer(),
  sha256: Type.String(),
  reason: Type.Union([Type.String(), Type.Null()]),
  madeAt: Type.String({ format: 'date-time' }),
});
export const rulesVersionAsJson = ({ madeAt, ...version }: RulesVersion): Static<typeof rulesVersionOut> => ({
  ...version,
  madeAt: madeAt.toISOString(),
});

/** Long enough to say something. */
export const REASON_MIN = 10;
export const REASON_MAX = 2000;
export const amendment = {
  reason: Type.String({
    minLength: REASON_MIN,
    maxLength: REASON_MAX,
    description: 'Why: public, and in the letter to those who apply and to the jury',
  }),
  regulations: Type.Optional(localised(Type.String({ minLength: 1, maxLength: 20_000 }))),
  scaleWords: Type.Optional(
    Type.Record(Type.String({ pattern: '^([0-9]{1,3}|none)$' }), localised(Type.String({ maxLength: 300 }))),
  ),
  criteria: Type.Optional(
    Type.Array(
      Type.Object(
        { id: uuid, weight: criterionInput.properties.weight, texts: criterionInput.properties.texts },
        closed,
      ),
      { description: 'Those that change, by id; none comes and none goes' },
    ),
  ),
  questions: Type.Optional(
    Type.Array(
      Type.Object(
        { id: uuid, wordLimit: questionInput.properties.wordLimit, texts: questionInput.properties.texts },
        closed,
      ),
      { description: 'Those that change, by id; none comes and none goes' },
    ),
  ),
};
const amendmentBody = Type.Object(amendment, closed);
export type Amendment = Static<typeof amendmentBody>;
