/** What happens in a year, in groups that people think in: what the log can be narrowed to. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { EventName, SubjectType } from '../../core/process/events.ts';

export const logKinds = [
  'year',
  'applications',
  'assessment',
  'jury',
  'decisions',
  'publicity',
  'letters',
  'people',
  'keeping',
] as const;
export type LogKind = (typeof logKinds)[number];

const bySubject: Readonly<Record<SubjectType, LogKind>> = {
  edition: 'year',
  nomination: 'applications',
  joinRequest: 'applications',
  received: 'applications',
  ballot: 'assessment',
  seat: 'jury',
  declaration: 'jury',
  conflictDecision: 'jury',
  objection: 'jury',
  meeting: 'decisions',
  motion: 'decisions',
  decision: 'decisions',
  statement: 'decisions',
  feedback: 'decisions',
  publication: 'publicity',
  naming: 'publicity',
  ceremonyGuests: 'publicity',
  callQuestion: 'publicity',
  letter: 'letters',
  letterBatch: 'letters',
  callList: 'letters',
  person: 'people',
  token: 'people',
  region: 'people',
  barrier: 'people',
  practice: 'keeping',
  retention: 'keeping',
  oldApplication: 'keeping',
  history: 'keeping',
};

/** Of a year or an application, and still in another group than the rest of it. */
const byEvent: Readonly<Partial<Record<EventName, LogKind>>> = {
  'edition.setCalibration': 'assessment',
  'edition.deliverCalibration': 'assessment',
  'edition.openCalibration': 'assessment',
  'edition.openJurorFigures': 'assessment',
  'edition.freezeResult': 'assessment',
  'edition.recordBeacon': 'assessment',
  'edition.decideFinalists': 'decisions',
  'edition.decideWinner': 'decisions',
  'edition.retractFinalists': 'decisions',
  'edition.retractWinner': 'decisions',
  'edition.publishFinalists': 'publicity',
  'edition.announceWinner': 'publicity',
  'edition.announceNoAward': 'publicity',
  'edition.stopReminder': 'letters',
  'edition.resumeReminder': 'letters',
  'edition.sendReminderNow': 'letters',
  'edition.changeLetterText': 'letters',
  'edition.takeOut': 'keeping',
  'edition.archivePackage': 'keeping',
  'edition.numberInArchive': 'keeping',
  'nomination.takeOut': 'keeping',
  'nomination.archivePackage': 'keeping',
  'nomination.numberInArchive': 'keeping',
};

/** The events of the alias `a` that belong to the group. */
export function ofKind(kind: LogKind): RawBuilder<SqlBool> {
  const subjects = Object.keys(bySubject).filter((subject) => bySubject[subject as SubjectType] === kind);
  const named = Object.entries(byEvent);
  const own = named.filter(([, group]) => group === kind).map(([name]) => name);
  const others = named.filter(([, group]) => group !== kind).map(([name]) => name);
  const name = sql`a.subject_type || '.' || a.event`;
  return sql<SqlBool>`(a.subject_type = any(${subjects}::text[]) and ${name} <> all(${others}::text[]) or ${name} = any(${own}::text[]))`;
}
