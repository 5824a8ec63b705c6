/** The applications that somebody has marked in the table, and what is done with them. */
import Type, { type Static } from 'typebox';
import { PART_NOTE_LENGTH, wholeParts, type WholePart } from '../completion/schema.ts';
import { CONTACT_LENGTH } from '../contacts/schema.ts';
import { EXTENSION_REASON_LENGTH } from '../extensions/schema.ts';
import { REASON_LENGTH } from '../nominations/schema.ts';
import { PAGE_SIZE } from './schema.ts';

/** More than a page of the table. */
export const MOST_AT_ONCE = 200;

export const bulkActions = ['admit', 'return', 'extend', 'letter', 'note', 'package'] as const;
export type BulkAction = (typeof bulkActions)[number];
/** Those that change the applications. A letter is written on a page of its own, and a package is a file. */
export type Task =
  | { type: 'admit' }
  | { type: 'return'; part: WholePart; reason: string; note: string; dueAt: Date }
  | { type: 'extend'; until: Date; reason: string }
  /** `at`: when it was begun, so that the same one is not filed twice. */
  | { type: 'note'; text: string; at: Date };

/** An application as it stood before whoever marked it. */
export interface Marked {
  id: string;
  version?: number | undefined;
}
export const markOf = ({ id, version }: Marked): string => `${id}:${version ?? ''}`;
const UUID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const MARK = `${UUID}:[0-9]{1,9}`;
const mark = Type.String({ pattern: `^${MARK}$` });
/** All of them in one field, which is not seen. */
const marks = Type.String({ pattern: `^${MARK}(,${MARK}){0,${MOST_AT_ONCE - 1}}$` });
const isId = new RegExp(`^${UUID}$`);

/** Each once; what names no application is passed over. */
export function markedIn(given: string | readonly string[] = []): Marked[] {
  const read = (typeof given === 'string' ? given.split(',') : given).map((one) => {
    const [id = '', version] = one.split(':');
    return { id: id.toLowerCase(), version: Number(version) };
  });
  return [...new Map(read.filter(({ id }) => isId.test(id)).map((one) => [one.id, one])).values()];
}

/** Not by the name of `action`, which is a form's own. */
const action = Type.Unsafe<BulkAction>({ type: 'string', enum: [...bulkActions] });
/** What the table was chosen by, to go back to it: as an address has it, where a letter may be nine signs. */
const from = Type.Optional(Type.String({ maxLength: 2500 }));
/** As many as a page has: together with the longest search, an address of less than the 8 kB that proxies take. */
export const markedQuery = Type.Object({
  what: action,
  fra: from,
  nomination: Type.Optional(Type.Union([mark, Type.Array(mark, { maxItems: PAGE_SIZE })])),
});
const marked = { what: action, fra: from, nominations: Type.Optional(marks) };
const line = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const moment = (name: string) => ({ [name]: Type.String(), [`${name}Time`]: Type.String() });

/** The form that each is asked for with. */
export const markedForms = {
  admit: Type.Object(marked),
  return: Type.Object({
    ...marked,
    part: Type.Enum([...wholeParts]),
    reason: line(REASON_LENGTH),
    note: line(PART_NOTE_LENGTH),
    ...(moment('due') as Record<'due' | 'dueTime', Type.TString>),
  }),
  extend: Type.Object({
    ...marked,
    reason: line(EXTENSION_REASON_LENGTH),
    ...(moment('until') as Record<'until' | 'untilTime', Type.TString>),
  }),
  note: Type.Object({
    ...marked,
    text: line(CONTACT_LENGTH),
    at: Type.String({ format: 'date-time' }),
  }),
  package: Type.Object(marked),
} as const;
export type MarkedForm<A extends keyof typeof markedForms> = Static<(typeof markedForms)[A]>;

export interface Named {
  id: string;
  version: number;
  name: string;
  /** Whoever marked it may open it. */
  readable: boolean;
}
/** One that was not done, and why. */
export interface Skipped {
  id: string;
  /** Null where there is none that this person may know of. */
  found: Named | null;
  why: string;
  problem: string;
}
export interface Outcome {
  done: Named[];
  skipped: Skipped[];
}
