/** What the table of applications can be asked for: the same for the page, the files and the API. */
import Type, { type Static } from 'typebox';
import { numberedCounties } from '../nominations/registers.ts';
import { applicantKinds, nominationStates } from '../nominations/schema.ts';
import { cleanLine } from '../nominations/words.ts';

/** Longer than any name. */
const LONGEST = 200;
const oneOf = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values] });
const maybeEmpty = <T extends string>(values: readonly T[]) => Type.Optional(oneOf([...values, '' as const]));

export const sorts = ['name', 'unit', 'county', 'submitted', 'state', 'receipt', 'due'] as const;
export type Sort = (typeof sorts)[number];

/** By their numbers. */
export const countyNames: Readonly<Record<string, string>> = Object.fromEntries(numberedCounties);

/** What one chooses from, beside a name: each a list of its own, and none of it chosen is all. */
export const choices = {
  state: nominationStates,
  kind: applicantKinds,
  /** Of a municipality or a district; `none` for the others. */
  county: [...numberedCounties.map(([number]) => number), 'none'],
  /** The formal check: not looked at, looked at and asked for more, answered that, late with it, done. */
  check: ['waiting', 'answered', 'asked', 'overdue', 'rejection', 'done'],
  documents: ['yes', 'no'],
  /** Asks the secretariat for help. */
  help: ['yes'],
  extension: ['waiting', 'approved', 'no'],
  /** Came outside of the form. */
  received: ['yes', 'no'],
} as const;
type Choices = typeof choices;
export type Choice = keyof Choices;
export const choiceNames = Object.keys(choices) as Choice[];

/** As an address has it; an empty choice is none. */
export const filterQuery = {
  /** Part of the name of the organisation or the unit, or a whole receipt number. */
  q: Type.Optional(Type.String({ maxLength: LONGEST })),
  state: maybeEmpty(choices.state),
  kind: maybeEmpty(choices.kind),
  county: maybeEmpty(choices.county),
  check: maybeEmpty(choices.check),
  documents: maybeEmpty(choices.documents),
  help: maybeEmpty(choices.help),
  extension: maybeEmpty(choices.extension),
  received: maybeEmpty(choices.received),
  sort: Type.Optional(oneOf(sorts)),
};
const query = Type.Object(filterQuery);

/** Of each choice undefined or empty: all. */
export type Filter = Pick<Static<typeof query>, Choice> & { q: string; sort: Sort };

/** From where: the id of the last application of the page before, or of the first of the page after. */
export interface Place {
  after?: string | undefined;
  before?: string | undefined;
}

export const filterOf = ({ q = '', sort = 'name', ...chosen }: Static<typeof query>): Filter => ({
  ...Object.fromEntries(choiceNames.map((name) => [name, chosen[name]])),
  q: cleanLine(q),
  sort,
});

/** What an address says; a name may come several times. */
export type Parameters = readonly (readonly [name: string, value: string])[];

/** The address parameters of a filter; what is not chosen is left out. */
export const filterParameters = ({ q, sort, ...chosen }: Filter): Parameters =>
  [
    ['q', q] as const,
    ...choiceNames.map((name) => [name, chosen[name] ?? ''] as const),
    ['sort', sort === 'name' ? '' : sort] as const,
  ].filter(([, value]) => value !== '');

export const placeParameters = ({ after, before }: Place): Parameters => [
  ...(after ? [['after', after] as const] : []),
  ...(before ? [['before', before] as const] : []),
];

/** On one page: what one can take in, and tick, at a time. */
export const PAGE_SIZE = 50;

/** How many were found: more than `MOST_COUNTED` are not counted. */
export interface Count {
  number: number;
  isMore: boolean;
}
export const MOST_COUNTED = 1000;
