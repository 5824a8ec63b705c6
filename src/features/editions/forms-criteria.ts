/** The forms of one criterion and of one question, to and from what is stored. */
import Type, { type Static } from 'typebox';
import { isStructured } from '../writing/schema-structured.ts';
import { shapeFields, shapeFrom, shapeValues } from './forms-shape.ts';
import type { CriterionInput, QuestionInput } from './input.ts';
import type { CriterionRow, QuestionRow } from './schema.ts';
import { REASON_MAX, REASON_MIN } from './schema-rules.ts';

const langs = ['nb', 'nn', 'en'] as const;
const name = Type.String({ minLength: 1, maxLength: 300 });
const long = Type.Optional(Type.String({ maxLength: 4000 }));
const version = Type.Integer();

const criterionWords = {
  weight: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  'name-nb': name,
  'name-nn': name,
  'name-en': Type.Optional(name),
  'description-nb': long,
  'description-nn': long,
  'description-en': long,
  'prompts-nb': long,
  'prompts-nn': long,
  'prompts-en': long,
};
export const criterionForm = Type.Object({
  version,
  kind: Type.Union([Type.Literal('must'), Type.Literal('assessed'), Type.Literal('extra')]),
  ...criterionWords,
});
const reason = Type.String({ minLength: REASON_MIN, maxLength: REASON_MAX });
/** Once it is frozen: words and weight, with a reason. */
export const criterionAmendment = Type.Object({ version, reason, ...criterionWords });

/** One on each line. */
function promptsIn(text = ''): { prompts?: string[] } {
  const prompts = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return prompts.length ? { prompts } : {};
}

/** What it says, in each language. */
export function criterionTexts(
  read: Omit<Static<typeof criterionAmendment>, 'reason'>,
): CriterionInput['texts'] {
  const text = (lang: (typeof langs)[number]) => ({
    name: read[`name-${lang}`] ?? '',
    description: read[`description-${lang}`] ?? '',
    ...promptsIn(read[`prompts-${lang}`]),
  });
  return { nb: text('nb'), nn: text('nn'), ...(read['name-en'] ? { en: text('en') } : {}) };
}

export function criterionFrom(read: Static<typeof criterionForm>): CriterionInput {
  return {
    kind: read.kind,
    weight: read.kind === 'must' ? null : (read.weight ?? null),
    texts: criterionTexts(read),
  };
}

export function criterionValues(row: CriterionRow | null): Record<string, string> {
  if (!row) return { kind: 'assessed', weight: '1' };
  const words = langs.flatMap((lang) => [
    [`name-${lang}`, row.texts[lang]?.name ?? ''],
    [`description-${lang}`, row.texts[lang]?.description ?? ''],
    [`prompts-${lang}`, (row.texts[lang]?.prompts ?? []).join('\n')],
  ]);
  return {
    ...Object.fromEntries(words),
    kind: row.kind,
    weight: row.weight === null ? '' : String(row.weight),
  };
}

const questionWords = {
  wordLimit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })),
  'label-nb': name,
  'label-nn': name,
  'label-en': Type.Optional(name),
  'help-nb': long,
  'help-nn': long,
  'help-en': long,
  'prompts-nb': long,
  'prompts-nn': long,
  'prompts-en': long,
};
export const questionForm = Type.Object({
  version,
  section: Type.Union([
    Type.Literal('about'),
    Type.Literal('criteria'),
    Type.Literal('facts'),
    Type.Literal('extra'),
    Type.Literal('approval'),
  ]),
  criterionId: Type.Optional(Type.String({ format: 'uuid' })),
  kind: Type.Union([
    Type.Literal('text'),
    Type.Literal('line'),
    Type.Literal('tick'),
    Type.Literal('table'),
    Type.Literal('choices'),
  ]),
  required: Type.Boolean(),
  ...questionWords,
  ...shapeFields,
});
/** Once it is frozen: words and length, with a reason. */
export const questionAmendment = Type.Object({ version, reason, ...questionWords });

/** What it says, in each language. */
export function questionTexts(
  read: Omit<Static<typeof questionAmendment>, 'reason'>,
): QuestionInput['texts'] {
  const text = (lang: (typeof langs)[number]) => {
    const help = read[`help-${lang}`];
    return {
      label: read[`label-${lang}`] ?? '',
      ...(help ? { help } : {}),
      ...promptsIn(read[`prompts-${lang}`]),
    };
  };
  return { nb: text('nb'), nn: text('nn'), ...(read['label-en'] ? { en: text('en') } : {}) };
}

export function questionFrom(read: Static<typeof questionForm>): QuestionInput {
  const { section, kind, required, criterionId, wordLimit } = read;
  return {
    section,
    kind,
    // A table and choices never stand in the way.
    required: required && !isStructured(kind),
    details: shapeFrom(read),
    criterionId: criterionId ?? null,
    wordLimit: wordLimit ?? null,
    texts: questionTexts(read),
  };
}

export function questionValues(row: QuestionRow | null): Record<string, string> {
  if (!row) return { section: 'criteria', kind: 'text', required: 'yes', wordLimit: '300' };
  const words = langs.flatMap((lang) => {
    const text = row.texts[lang];
    return [
      [`label-${lang}`, text?.label ?? ''],
      [`help-${lang}`, text?.help ?? ''],
      [`prompts-${lang}`, (text?.prompts ?? []).join('\n')],
    ];
  });
  return {
    ...Object.fromEntries(words),
    ...shapeValues(row.details),
    section: row.section,
    kind: row.kind,
    required: row.required ? 'yes' : '',
    criterionId: row.criterion_id ?? '',
    wordLimit: row.word_limit === null ? '' : String(row.word_limit),
  };
}
