/** Invented answers to whatever form a year has: the demonstration's texts where they fit, a sentence where they do not. */
import type { Details } from '../writing/schema-structured.ts';
import type { Field } from '../nominations/schema.ts';
import type { DemoApplication } from './applications/index.ts';

/** What is written in each field, in the order of the form. */
export function inventedAnswers(fields: readonly Field[], application: DemoApplication): string[] {
  const texts: Record<string, string[]> = {
    about: [application.contact, application.summary],
    criteria: [...application.criteria],
    extra: [application.innovation],
    approval: [application.leader.name, application.leader.title],
  };
  return fields.map(({ question: { kind, section, details, word_limit } }) => {
    if (kind === 'tick') return 'yes';
    if (details) return JSON.stringify(structured(details));
    const text = texts[section]?.shift() ?? `Oppdiktet svar fra ${application.organisation}.`;
    const fitting = word_limit === null ? text : text.split(' ').slice(0, word_limit).join(' ');
    return kind === 'line' ? fitting.slice(0, 150) : fitting;
  });
}

const structured = (details: Details) =>
  'columns' in details
    ? [
        Object.fromEntries(
          details.columns.map(({ key, type }) => [key, type === 'number' ? 12 : 'Oppdiktet']),
        ),
      ]
    : { chosen: details.options.slice(0, 2).map(({ key }) => key) };
