/** The names of everything that is written in the log: those that the page of the log has words for, and no other. */
import type { Texts } from '../../ui/text/index.ts';
import type { AuditEntry } from '../audit/audit.ts';

/** 'nomination.submit': what it happened to, and what was done. */
export type EventName = keyof Texts['records']['events'];
export type SubjectType = EventName extends infer Name
  ? Name extends `${infer Subject}.${string}`
    ? Subject
    : never
  : never;
/** What is done with one kind of thing. */
export type EventOf<Subject extends SubjectType> = EventName extends infer Name
  ? Name extends `${Subject}.${infer Event}`
    ? Event
    : never
  : never;
/** An entry of the log. An event without words does not compile. */
export type Recorded = {
  [Subject in SubjectType]: Omit<AuditEntry, 'subjectType' | 'event'> & {
    subjectType: Subject;
    event: EventOf<Subject>;
  };
}[SubjectType];
