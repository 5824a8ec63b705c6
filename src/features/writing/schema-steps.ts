/** The short pages of the form: a part each, and of the criteria one question each. */
import type { Field, Section } from '../nominations/schema.ts';

/** Words in addresses for the parts of the form. */
export const sectionSlugs = {
  om: 'about',
  kriterier: 'criteria',
  tall: 'facts',
  tillegg: 'extra',
  godkjenning: 'approval',
} as const;
export const slugOfSection = (section: Section): string =>
  Object.entries(sectionSlugs).find(([, each]) => each === section)?.[0] ?? '';

/** What the address of a page of the form looks like. */
export const STEP_SLUG = `^(${Object.keys(sectionSlugs).join('|')})(-[1-9][0-9]?)?$`;

export interface Step {
  slug: string;
  section: Section;
  /** Which question of its part it is, where a part has a page for each. */
  number: number | null;
  of: number;
  fields: readonly Field[];
}

/** The pages in their order. A part whose questions ask for much has one page for each of them. */
export function stepsOf(fields: readonly Field[]): Step[] {
  const bySection = Map.groupBy(fields, ({ question }) => question.section);
  return [...bySection].flatMap(([section, own]): Step[] => {
    const slug = slugOfSection(section);
    if (section !== 'criteria' || own.length === 1)
      return [{ slug, section, number: null, of: 1, fields: own }];
    return own.map((field, i) => ({
      slug: `${slug}-${i + 1}`,
      section,
      number: i + 1,
      of: own.length,
      fields: [field],
    }));
  });
}

/** The page at an address: one of the short ones, or a whole part on one page. */
export function stepAt(fields: readonly Field[], slug: string): Step | undefined {
  const short = stepsOf(fields).find((step) => step.slug === slug);
  if (short) return short;
  const section = sectionSlugs[slug as keyof typeof sectionSlugs];
  const own = fields.filter(({ question }) => question.section === section);
  return own.length ? { slug, section, number: null, of: 1, fields: own } : undefined;
}

/** The page after this one. */
export function stepAfter(fields: readonly Field[], { slug, fields: own }: Step): Step | undefined {
  const steps = stepsOf(fields);
  const last = own.at(-1)?.question.id;
  const at = steps.findIndex(
    (step) => step.slug === slug || step.fields.some(({ question }) => question.id === last),
  );
  return steps[at + 1];
}

/** The address of the page where a question is answered. */
export const slugOfQuestion = (fields: readonly Field[], question: string): string =>
  stepsOf(fields).find((step) => step.fields.some((field) => field.question.id === question))?.slug ?? '';

/** Names of the fields in the form: the answer, the version it was read at, the choice after a conflict, "something else". */
export const fieldNames = (question: string) => ({
  answer: `a-${question}`,
  version: `v-${question}`,
  choice: `c-${question}`,
  other: `o-${question}`,
});
/** The name of a cell of a table. */
export const cellName = (question: string, row: number, column: string): string =>
  `a-${question}.${row}.${column}`;
