/** What the table of applications can be asked for: the same for the page, the files and the API. */
import Type, { type Static } from 'typebox';
import { applicantKinds, nominationStates } from '../nominations/schema.ts';
import { cleanLine } from '../nominations/words.ts';

/** Longer than any name. */
const LONGEST = 200;
const oneOf = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values] });
const maybeEmpty = <T extends string>(values: readonly T[]) => oneOf([...values, '' as const]);

export const sorts = ['name', 'submitted'] as const;

/** As an address has it; an empty choice is none. */
export const filterQuery = {
  /** Part of the name of the organisation or the unit, or a whole receipt number. */
  q: Type.Optional(Type.String({ maxLength: LONGEST })),
  state: Type.Optional(maybeEmpty(nominationStates)),
  kind: Type.Optional(maybeEmpty(applicantKinds)),
  sort: Type.Optional(oneOf(sorts)),
};
const query = Type.Object(filterQuery);

export interface Filter {
  q: string;
  /** Undefined or empty: all. */
  state: Static<typeof query>['state'];
  kind: Static<typeof query>['kind'];
  sort: (typeof sorts)[number];
}

/** From where: the id of the last application of the page before, or of the first of the page after. */
export interface Place {
  after?: string | undefined;
  before?: string | undefined;
}

export const filterOf = ({ q = '', state, kind, sort = 'name' }: Static<typeof query>): Filter => ({
  q: cleanLine(q),
  state,
  kind,
  sort,
});

/** The address parameters of a filter; what is not chosen is left out. */
export function filterParameters({ q, state, kind, sort }: Filter): Record<string, string> {
  const given = { q, state: state ?? '', kind: kind ?? '', sort: sort === 'name' ? '' : sort };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

export const placeParameters = ({ after, before }: Place): Record<string, string> => ({
  ...(after && { after }),
  ...(before && { before }),
});

/** How many were found: more than `MOST_COUNTED` are not counted. */
export interface Count {
  number: number;
  isMore: boolean;
}
export const MOST_COUNTED = 1000;
