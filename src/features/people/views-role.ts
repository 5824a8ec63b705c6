/** The form of a role, and what the administrator's pages share. */
import { errorsByField, radioGroup, select, textField, type FormError } from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { roles, type Grant, type Leader } from './schema.ts';

export const HOME = '/administrasjon';
export const textsOf = (lang: Lang) => texts(lang).people.administration;

/** What was written in the form of a role. */
export type RoleInput = Readonly<Record<'role' | 'editionId' | 'from' | 'until' | 'substituteFor', string>>;
export interface Choices {
  editions: readonly { id: string; year: number }[];
  leaders: readonly Leader[];
  errors: readonly FormError[];
}

export function roleFields(input: RoleInput, { editions, leaders, errors }: Choices, lang: Lang): Html {
  const own = textsOf(lang);
  const { optional } = texts(lang).common;
  const { substitutes } = texts(lang);
  const error = errorsByField(errors);
  return html`${radioGroup({ name: 'role', legend: own.role, value: input.role, error: error['role'], options: roles.map((role) => ({ value: role, label: own.roles[role], hint: own.roleHints[role] })) })}
${select({ name: 'editionId', label: own.edition, value: input.editionId, empty: own.allEditions, error: error['editionId'], width: 'medium', options: editions.map(({ id, year }) => ({ value: id, label: own.oneEdition(year) })) })}
${leaders.length > 0 && select({ name: 'substituteFor', label: substitutes.label, hint: substitutes.hint, value: input.substituteFor, empty: substitutes.nobody, error: error['substituteFor'], width: 'medium', options: leaders.map(({ id, name, year }) => ({ value: id, label: `${name} (${year === null ? own.allEditions : own.oneEdition(year)})` })) })}
${textField({ name: 'from', label: own.from, hint: own.fromHint, type: 'date', value: input.from, error: error['from'], width: 'short', optional })}
${textField({ name: 'until', label: own.until, hint: own.untilHint, type: 'date', value: input.until, error: error['until'], width: 'short', optional })}`;
}

export const labelsOf = (lang: Lang) => {
  const own = textsOf(lang);
  return {
    email: texts(lang).signIn.email,
    name: own.name,
    language: own.language,
    role: own.role,
    editionId: own.edition,
    from: own.from,
    until: own.until,
    substituteFor: texts(lang).substitutes.label,
  };
};
export const crumbs = (title: string, lang: Lang) => [
  { label: textsOf(lang).title, href: HOME },
  { label: title },
];

/** 'Leder', or whose substitute. */
export const roleOf = (
  { role, substituteFor }: Pick<Grant, 'role' | 'substituteFor'>,
  lang: Lang,
): string => {
  const name = textsOf(lang).roles[role];
  return substituteFor ? texts(lang).substitutes.of(name, substituteFor.name) : name;
};
