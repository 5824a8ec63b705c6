/** When the dates of an edition may be what. */
import type { ProblemError } from '../../platform/http/problem.ts';
import type { DatesInput } from './input.ts';
import { columns, inOrder, type DateName } from './schema-readiness.ts';
import type { EditionRow } from './schema.ts';

/** One error for each date that cannot be what the patch says. */
export function dateErrors(row: EditionRow, patch: DatesInput, now: Date): ProblemError[] {
  const after = (name: DateName): Date | null => {
    const given = patch[name];
    return given === undefined ? row[columns[name]] : given;
  };
  const changed = inOrder.filter(
    (name) => patch[name] !== undefined && after(name)?.getTime() !== row[columns[name]]?.getTime(),
  );
  if (changed.length === 0) return [];
  const promised =
    row.state === 'planned' ? [] : changed.flatMap((name) => promiseErrors(row, name, after(name), now));
  return [...promised, ...orderErrors(after)];
}

/** Once announced, a moment that has passed stays, and applicants never get less time than they were promised. */
function promiseErrors(row: EditionRow, name: DateName, to: Date | null, now: Date): ProblemError[] {
  const was = row[columns[name]];
  // What was planned for the announcement is over with it.
  if (name === 'announcesAt' || was === null || to === null)
    return [{ field: name, message: (t) => t.secretariat.dateErrors.passed }];
  if (name === 'opensAt' || name === 'closesAt') {
    if (was <= now) return [{ field: name, message: (t) => t.secretariat.dateErrors.passed }];
    if (name === 'closesAt' && to < was)
      return [{ field: name, message: (t) => t.secretariat.dateErrors.notEarlier }];
  }
  if (name === 'judgingEndsAt' && row.judging_closed_at)
    return [{ field: name, message: (t) => t.secretariat.dateErrors.passed }];
  return to <= now ? [{ field: name, message: (t) => t.secretariat.dateErrors.notPast }] : [];
}

/** A moment that can be the same as the one before it. */
const mayMeet: readonly DateName[] = ['opensAt', 'finalistsAt'];

function orderErrors(after: (name: DateName) => Date | null): ProblemError[] {
  return inOrder.slice(1).flatMap((name, index) => {
    const [before, at] = [after(inOrder[index] as DateName), after(name)];
    if (!before || !at) return [];
    const right = mayMeet.includes(name) ? before <= at : before < at;
    return right ? [] : [{ field: name, message: (t) => t.secretariat.dateErrors.order }];
  });
}

const shown = [
  'opens_at',
  'closes_at',
  'judging_ends_at',
  'finalists_at',
  'ceremony_at',
  'ceremony_place',
] as const;

/** Whether what stands in people's calendars becomes another. */
export const movesDates = (row: EditionRow, columns: Columns): boolean => becomesOther(row, columns, shown);
export const movesCeremony = (row: EditionRow, columns: Columns): boolean =>
  becomesOther(row, columns, ['ceremony_at', 'ceremony_place']);

type Columns = Readonly<Record<string, unknown>>;
const becomesOther = (row: EditionRow, columns: Columns, names: readonly (keyof EditionRow)[]): boolean =>
  names.some((name) => columns[name] !== undefined && plain(columns[name]) !== plain(row[name]));
const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);

/**
 * One change more of what stands in people's calendars. While a year is planned it counts, too, although nobody has a calendar of it yet:
 * a calendar only asks that the number grows, so the first that anybody gets may be the fifth.
 */
export const datesMoved = (row: EditionRow, now: Date) => ({
  dates_sequence: row.dates_sequence + 1,
  dates_changed_at: now,
});
