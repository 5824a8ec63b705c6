/** What a page of the log is narrowed to, as it stands in the address. */
import Type, { type Static } from 'typebox';
import { addDays } from '../../platform/clock.ts';
import { readMoment } from '../../platform/http/forms.ts';
import type { ProblemError } from '../../platform/http/problem.ts';
import { logKinds, type LogKind } from './kinds.ts';
import type { LogChoices, LogFilter } from './queries.ts';

const text = Type.Optional(Type.String({ maxLength: 60 }));
/** A filter that was left open arrives as an empty text; one that is unknown is answered on the page. */
export const filterQuery = Type.Object({
  soknad: text,
  person: text,
  hva: text,
  fra: text,
  til: text,
  before: Type.Optional(Type.Integer({ minimum: 1 })),
});
export type FilterQuery = Static<typeof filterQuery>;

const isKind = (word: string): word is LogKind => (logKinds as readonly string[]).includes(word);

/** Both days are in it, from midnight to midnight in Oslo. */
export function readFilter(
  { soknad = '', person = '', hva = '', fra = '', til = '', before }: FilterQuery,
  choices: LogChoices,
): { filter: LogFilter; errors: ProblemError[] } {
  const errors: ProblemError[] = [];
  const known = (field: 'soknad' | 'person', id: string, among: readonly { id: string }[]) => {
    if (id !== '' && among.every((one) => one.id !== id))
      errors.push({ field, message: (t) => t.records.faults[field] });
    return id || undefined;
  };
  const day = (field: 'fra' | 'til', date: string): Date | undefined => {
    if (date === '') return undefined;
    const read = readMoment(field, date, '00:00');
    if (read.ok) return read.instant;
    errors.push(...read.errors);
    return undefined;
  };
  const filter: LogFilter = {
    nominationId: known('soknad', soknad, choices.nominations),
    actorId: known('person', person, choices.people),
    kind: isKind(hva) ? hva : undefined,
    from: day('fra', fra),
    before,
  };
  if (hva !== '' && !isKind(hva)) errors.push({ field: 'hva', message: (t) => t.records.faults.hva });
  const last = day('til', til);
  if (last && filter.from && last < filter.from)
    errors.push({ field: 'til', message: (t) => t.records.faults.til });
  return { filter: { ...filter, until: last && addDays(last, 1) }, errors };
}
