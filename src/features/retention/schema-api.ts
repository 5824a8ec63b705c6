/** The schedule and its erasures as the API gives them. */
import Type, { type Static } from 'typebox';
import { LANGS, texts } from '../../ui/text/index.ts';
import type { Due, Erased, RetentionRule } from './schema.ts';

const orNull = <T extends Parameters<typeof Type.Optional>[0]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const uuid = Type.String({ format: 'uuid' });

export const ruleOut = Type.Object({
  name: Type.String(),
  since: Type.String({
    description: 'From when it is counted: deadline of the call, end of the year, last use, or the event',
  }),
  keep: Type.Object({
    years: Type.Optional(Type.Integer()),
    months: Type.Optional(Type.Integer()),
    days: Type.Optional(Type.Integer()),
  }),
});
const dueOut = Type.Object({
  rule: Type.String(),
  subjectId: uuid,
  editionId: orNull(uuid),
  name: orNull(Type.String({ description: 'What people know it by; null for a person and for the service' })),
  dueAt: Type.String({ format: 'date-time' }),
});
const erasedOut = Type.Object({
  ...dueOut.properties,
  counts: Type.Record(Type.String(), Type.Integer(), { description: 'Rows, table by table' }),
});
export const retentionOut = Type.Object({
  schedule: Type.Array(ruleOut),
  due: Type.Array(erasedOut, { description: 'What a run would erase at this moment' }),
  seen: Type.String({ description: 'Names this list: a run may be asked to erase this one and no other' }),
});
export const reportOut = Type.Object({
  erased: Type.Array(erasedOut),
  failed: Type.Array(dueOut, { description: 'What could not be erased this time, and is still due' }),
  files: Type.Integer({ description: 'Stored files that nothing refers to any more, and that are gone' }),
});

export const dueAsJson = ({ dueAt, rule, subjectId, editionId, name }: Due): Static<typeof dueOut> => ({
  rule,
  subjectId,
  editionId,
  name,
  dueAt: dueAt.toISOString(),
});
export const erasedAsJson = (one: Erased): Static<typeof erasedOut> => ({
  ...dueAsJson(one),
  counts: { ...one.counts },
});
export const ruleAsJson = ({ name, since, keep }: RetentionRule): Static<typeof ruleOut> => ({
  name,
  since,
  keep,
});

const inAll = Type.Object({ nb: Type.String(), nn: Type.String(), en: Type.String() });
export const processingOut = Type.Object({
  title: inAll,
  facts: Type.Array(Type.Object({ term: inAll, value: inAll })),
  schedule: Type.Array(Type.Object({ ...ruleOut.properties, title: inAll, data: inAll, then: inAll }), {
    description: 'The rows that the service erases by',
  }),
  stays: Type.Array(inAll),
});

type Words = ReturnType<typeof texts>['retention'];
const said = (of: (t: Words) => string) =>
  Object.fromEntries(LANGS.map((lang) => [lang, of(texts(lang).retention)])) as Static<typeof inAll>;

/** The record of the processing, made from the schedule itself. */
export function processingAsJson(rules: readonly RetentionRule[]): Static<typeof processingOut> {
  const { record } = texts('nb').retention;
  return {
    title: said((t) => t.record.title),
    facts: record.facts.map((_, i) => ({
      term: said((t) => t.record.facts[i]?.term ?? ''),
      value: said((t) => t.record.facts[i]?.value ?? ''),
    })),
    schedule: rules.map((rule) => ({
      ...ruleAsJson(rule),
      title: said((t) => t.rules[rule.name].title),
      data: said((t) => t.rules[rule.name].data),
      then: said((t) => t.rules[rule.name].then),
    })),
    stays: record.stays.map((_, i) => said((t) => t.record.stays[i] ?? '')),
  };
}
