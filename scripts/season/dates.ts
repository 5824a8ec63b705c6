/** When the season of 2022 happens. */
import { osloInstant } from '../../src/platform/clock.ts';

export const YEAR = 2022;
export const dates = {
  invited: osloInstant('2022-02-01', '09:00'),
  announced: osloInstant('2022-04-25', '10:00'),
  opens: osloInstant('2022-05-16', '08:00'),
  writing: osloInstant('2022-06-07', '13:00'),
  sending: osloInstant('2022-08-30', '14:00'),
  changing: osloInstant('2022-09-20', '11:15'),
  lastMinute: osloInstant('2022-09-30', '23:59'),
  // 30 September 23.59 as people write it
  closes: osloInstant('2022-10-01'),
  checking: osloInstant('2022-10-03', '09:00'),
  completing: osloInstant('2022-10-06', '15:30'),
  returnDue: osloInstant('2022-10-11'),
  admitting: osloInstant('2022-10-11', '09:00'),
  judging: osloInstant('2022-10-12', '08:00'),
  scoring: osloInstant('2022-10-24', '19:00'),
  judgingEnds: osloInstant('2022-11-05'),
  meeting: osloInstant('2022-11-07', '12:00'),
  statements: osloInstant('2022-11-09', '09:00'),
  preparing: osloInstant('2022-11-14', '09:00'),
  finalists: osloInstant('2022-11-15', '10:00'),
  secondMeeting: osloInstant('2022-12-01', '13:00'),
  rehearsal: osloInstant('2022-12-08', '10:00'),
  ceremony: osloInstant('2022-12-09', '12:00'),
} as const;
