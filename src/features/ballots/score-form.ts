/** The ballot's form: a level or yes and no, and a text, for each criterion. */
import Type, { type TSchema } from 'typebox';
import { inputText, type FormInput } from '../../platform/http/forms.ts';
import { Problem, problem, type ProblemError } from '../../platform/http/problem.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { gapOf } from './schema-gaps.ts';
import { ASSESSMENT_LENGTH, type ScoreChange, type SheetLine } from './schema.ts';
import { criterionIn } from './words.ts';

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
const underFormNames = (errors: readonly ProblemError[], sheet: readonly SheetLine[]): ProblemError[] =>
  errors.map((error) => {
    const [, index, part] = /^scores\.(\d+)\.(\w+)$/.exec(error.field ?? '') ?? [];
    const id = index === undefined ? error.field : sheet[Number(index)]?.criterionId;
    if (!sheet.some(({ criterionId }) => criterionId === id)) return error;
    return { ...error, field: `${part === 'score' || part === 'met' ? part : 'text'}-${id}` };
  });

/** The same refusal under the names of the form. */
export const renamed =
  (sheet: readonly SheetLine[]) =>
  (error: unknown): never => {
    if (!(error instanceof Problem) || error.errors.length === 0) throw error;
    if (error.type === 'ballot/score-off-scale' || error.type === 'request/invalid')
      throw problem('request/invalid', {}, underFormNames(error.errors, sheet));
    if (error.type === 'conflict/version')
      throw problem(
        'conflict/version',
        {},
        underFormNames(error.errors, sheet).map(({ field }) => ({
          ...(field ? { field } : {}),
          message: (t) => t.ballots.page.clash,
        })),
      );
    throw error;
  };

/** Criteria that were sent upon an older version than is stored now. */
export const clashesIn = (sheet: readonly SheetLine[], input: FormInput): Set<string> =>
  new Set(
    sheet
      .filter(
        ({ criterionId, version }) =>
          `version-${criterionId}` in input && inputText(input, `version-${criterionId}`) !== String(version),
      )
      .map(({ criterionId }) => criterionId),
  );

/** What delivering lacks, each at its field. */
export function missingOn(sheet: readonly SheetLine[], lang: Lang): FormError[] {
  const { gaps } = texts(lang).ballots;
  return sheet.flatMap((line) => {
    const gap = gapOf(line);
    return gap
      ? [{ field: `${gap}-${line.criterionId}`, message: gaps[gap](criterionIn(line.texts, lang).name) }]
      : [];
  });
}
