/** When the dates of an edition may be what. */
import type { ProblemError } from '../../platform/http/problem.ts';
import type { DatesInput } from './input.ts';
import { columns, inOrder, type DateName } from './schema-readiness.ts';
import type { EditionRow } from './schema.ts';

/** One error for each date that cannot be what the patch says. */
export function dateErrors(row: EditionRow, patch: DatesInput, now: Date): ProblemError[] {
  const after = (name: DateName): Date => patch[name] ?? row[columns[name]];
  const changed = inOrder.filter(
    (name) => patch[name] !== undefined && patch[name].getTime() !== row[columns[name]].getTime(),
  );
  if (changed.length === 0) return [];
  const promised =
    row.state === 'planned' ? [] : changed.flatMap((name) => promiseErrors(row, name, after(name), now));
  return [...promised, ...orderErrors(after)];
}

/** Once announced, a moment that has passed stays, and applicants never get less time than they were promised. */
function promiseErrors(row: EditionRow, name: DateName, to: Date, now: Date): ProblemError[] {
  const was = row[columns[name]];
  if (name === 'opensAt' || name === 'closesAt') {
    if (was <= now) return [{ field: name, message: (t) => t.secretariat.dateErrors.passed }];
    if (name === 'closesAt' && to < was)
      return [{ field: name, message: (t) => t.secretariat.dateErrors.notEarlier }];
  }
  if (name === 'judgingEndsAt' && row.judging_closed_at)
    return [{ field: name, message: (t) => t.secretariat.dateErrors.passed }];
  return to <= now ? [{ field: name, message: (t) => t.secretariat.dateErrors.notPast }] : [];
}

function orderErrors(after: (name: DateName) => Date): ProblemError[] {
  return inOrder.slice(1).flatMap((name, index) => {
    const before = inOrder[index] as DateName;
    const right = name === 'finalistsAt' ? after(before) <= after(name) : after(before) < after(name);
    return right ? [] : [{ field: name, message: (t) => t.secretariat.dateErrors.order }];
  });
}

const shown = ['opens_at', 'closes_at', 'finalists_at', 'ceremony_at', 'ceremony_place'] as const;

/** Whether what stands in people's calendars becomes another. */
export const movesDates = (row: EditionRow, columns: Readonly<Record<string, unknown>>): boolean =>
  shown.some((name) => columns[name] !== undefined && plain(columns[name]) !== plain(row[name]));
const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);

/** One change more of what stands in people's calendars. */
export const datesMoved = (row: EditionRow, now: Date) => ({
  dates_sequence: row.dates_sequence + 1,
  dates_changed_at: now,
});
