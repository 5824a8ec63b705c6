/** The ballot's form: a level or yes and no, and a text, for each criterion. */
import Type, { type TSchema } from 'typebox';
import type { ProblemError } from '../../platform/http/problem.ts';
import { ASSESSMENT_LENGTH, type ScoreChange, type SheetLine } from './schema.ts';

export const formOf = (sheet: readonly SheetLine[]) =>
  Type.Object(
    {
      version: Type.Integer({ minimum: 0 }),
      then: Type.Optional(Type.Enum(['save', 'deliver'])),
      ...Object.fromEntries(
        sheet.flatMap(({ criterionId: id }): [string, TSchema][] => [
          [`score-${id}`, Type.Optional(Type.String())],
          [`met-${id}`, Type.Optional(Type.Enum(['yes', 'no']))],
          [`text-${id}`, Type.Optional(Type.String({ maxLength: ASSESSMENT_LENGTH }))],
          [`version-${id}`, Type.Integer({ minimum: 0 })],
        ]),
      ),
    },
    { additionalProperties: false },
  );

/** What the form says of each criterion. A level that was not chosen is left as it is; an emptied text is emptied. */
export function changesIn(sheet: readonly SheetLine[], given: Record<string, unknown>): ScoreChange[] {
  return sheet.map(({ criterionId: id, kind, scored }) => {
    const score = given[`score-${id}`] as string | undefined;
    const met = given[`met-${id}`];
    return {
      criterionId: id,
      version: given[`version-${id}`] as number,
      assessment: (given[`text-${id}`] as string | undefined) ?? '',
      ...(scored && score !== undefined
        ? score === 'none'
          ? { notDescribed: true }
          : { notDescribed: false, score: /^-?\d{1,6}$/.test(score) ? Number(score) : score }
        : {}),
      ...(kind === 'must' && met !== undefined ? { met: met === 'yes' } : {}),
    };
  });
}

/** Errors of the command under the names of the form: "scores.2.score" is "score-<criterion>", a clash belongs to its text. */
export const underFormNames = (
  errors: readonly ProblemError[],
  sheet: readonly SheetLine[],
): ProblemError[] =>
  errors.map((error) => {
    const [, index, part] = /^scores\.(\d+)\.(\w+)$/.exec(error.field ?? '') ?? [];
    const id = index === undefined ? error.field : sheet[Number(index)]?.criterionId;
    if (!sheet.some(({ criterionId }) => criterionId === id)) return error;
    return { ...error, field: `${part === 'score' || part === 'met' ? part : 'text'}-${id}` };
  });
