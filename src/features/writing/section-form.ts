/** Reading a page of the form: words, ticks, tables cell by cell, choices, and what was decided after a conflict. */
import Type, { type TSchema } from 'typebox';
import { inputText, type FormInput } from '../../platform/http/forms.ts';
import type { Change, Changes } from '../nominations/answers.ts';
import type { Clash } from '../nominations/stored-answers.ts';
import type { Field } from '../nominations/schema.ts';
import type { Row } from './schema-structured.ts';
import { cellName, fieldNames, type Step } from './schema-steps.ts';

/** Rows that a posted table may have: more are refused by the table's own limit. */
const ROW = '(?:[0-9]{1,3})';

/** The schema of what was sent: only fields of this page, with as many rows as came. */
export function sectionForm(fields: readonly Field[], body: unknown) {
  const properties: Record<string, TSchema> = { then: Type.Optional(Type.String()) };
  const sent = Object.keys(body ?? {});
  for (const { question } of fields) {
    const names = fieldNames(question.id);
    properties[names.version] = Type.Optional(Type.Integer({ minimum: 0 }));
    properties[names.choice] = Type.Optional(
      Type.Union([Type.Literal('mine'), Type.Literal('theirs'), Type.Literal('both')]),
    );
    properties[names.answer] =
      question.kind === 'choices' ? Type.Array(Type.String()) : Type.Optional(Type.String());
    if (question.kind === 'choices') properties[names.other] = Type.Optional(Type.String());
    if (question.kind !== 'table') continue;
    for (const name of sent.filter((each) => isCell(question.id, each)))
      properties[name] = Type.Optional(Type.String());
  }
  return Type.Object(properties);
}

const isCell = (question: string, name: string): boolean =>
  new RegExp(`^a-${question}\\.${ROW}\\.[a-z0-9-]+$`).test(name);

/** The answer to a question as it was sent; of a table or of choices as JSON, like it is kept. */
export function answerIn({ question }: Field, input: FormInput): string {
  const names = fieldNames(question.id);
  if (question.kind === 'choices') {
    const chosen = [input[names.answer] ?? []].flat();
    const other = inputText(input, names.other);
    return chosen.length || other.trim() ? JSON.stringify({ chosen, other }) : '';
  }
  if (question.kind === 'table') {
    const rows = tableRows(question.id, input).filter((row) =>
      Object.values(row).some((cell) => cell !== ''),
    );
    return rows.length ? JSON.stringify(rows) : '';
  }
  return inputText(input, names.answer);
}

function tableRows(question: string, input: FormInput): Row[] {
  const rows: Row[] = [];
  for (const name of Object.keys(input).filter((each) => isCell(question, each))) {
    const [, row = '0', column = ''] = name.slice(`a-${question}`.length).split('.');
    (rows[Number(row)] ??= {})[column] = inputText(input, cellName(question, Number(row), column)).trim();
  }
  return rows.filter(Boolean);
}

/**
 * What is to be saved. A field counts as written when its version came along: an empty answer is an answer, a field that
 * was not sent is none. `stored` is what stands there now, for those who chose to keep both.
 */
export function changesOf(fields: readonly Field[], input: FormInput): Changes {
  return Object.fromEntries(
    fields.flatMap((field): [string, Change][] => {
      const names = fieldNames(field.question.id);
      const version = inputText(input, names.version);
      const choice = inputText(input, names.choice);
      if (version === '' || choice === 'theirs') return [];
      const mine = answerIn(field, input);
      const value = choice === 'both' ? joined(field, mine) : mine;
      return [[field.question.id, { value, version: Number(version) }]];
    }),
  );
}

/** The stored text and one's own, after each other; of a table all rows, of choices what either has chosen. */
export function joined({ question, value }: Field, mine: string): string {
  if (value === '' || mine === '' || value === mine) return value || mine;
  if (question.kind === 'table') return JSON.stringify([...JSON.parse(value), ...JSON.parse(mine)]);
  if (question.kind === 'choices') {
    const [theirs, own] = [JSON.parse(value), JSON.parse(mine)];
    const chosen = [...new Set([...theirs.chosen, ...own.chosen])];
    return JSON.stringify({ chosen, other: [theirs.other, own.other].filter(Boolean).join(' ') });
  }
  return question.kind === 'line' ? `${value} ${mine}` : `${value}\n\n${mine}`;
}

/** The fields with what the person wrote, to be shown again. */
export const asWritten = (fields: readonly Field[], input: FormInput): Field[] =>
  fields.map((field) => {
    const version = inputText(input, fieldNames(field.question.id).version);
    return version === '' ? field : { ...field, value: answerIn(field, input), version: Number(version) };
  });

export const clashesOf = (fields: readonly Clash[]): ReadonlyMap<string, Clash> =>
  new Map(fields.map((clash) => [clash.field, clash]));

/** Where one lands after saving: said, with more room in the table that was asked for, and there. */
export function afterSaving(
  then: string,
  cleaned: readonly string[],
  step: Step,
  more: Readonly<Record<string, string>> = {},
): string {
  const said = new URLSearchParams({ ...more, lagret: '1', ...(cleaned.length ? { renset: '1' } : {}) });
  const table = step.fields.find(({ question }) => then === `row-${question.id}`)?.question.id;
  if (table) said.set('rader', table);
  return `?${said}${table ? `#ny-${table}` : ''}`;
}
