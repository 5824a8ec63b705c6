import type { successor as nb } from '../nb/successor.ts';

export const successor: typeof nb = {
  title: 'Notes to whoever takes over',
  lead: 'Write down what you learned, so that the next one need not find it out again. The notes come along when the year is copied. Only the secretariat sees them. Do not write names of applicants here.',
  note: (phase: string) => `Note on ${phase.toLowerCase()}`,
  save: 'Save the note',
  copied: 'Came along with the year that was copied.',
  writtenBy: (name: string, when: string) => `${name}, ${when}`,
  nowTitle: 'Note on this part of the year',
  none: 'Nobody has written anything about this part of the year yet.',
  all: 'All notes',
  phases: {
    setup: 'Setting up and planning',
    call: 'Call and applications',
    check: 'Formal check',
    judging: 'The jury’s assessment',
    decision: 'Jury meeting and decision',
    publication: 'Publication and ceremony',
    after: 'Afterwards',
  },
  coming: {
    title: 'What happens by itself',
    lead: 'Nobody needs to press anything. To stop or move it, follow the link.',
    nothing: 'Nothing is set up to happen by itself.',
    what: {
      open: (_: number) => 'The call opens for applications.',
      remind: (n: number) => `A reminder to those who hold a draft (${n} now).`,
      close: (_: number) => 'The call closes, and nobody can send in.',
      countVotes: (_: number) => 'A vote of the jury in writing ends and is counted.',
      publishFinalists: (_: number) => 'The shortlisted become public, and applicants get a letter.',
      announceWinner: (_: number) => 'The winner becomes public, and the shortlisted get a letter.',
      announceWinnerLatest: () =>
        'The winner becomes public now at the latest, unless somebody announces it at the ceremony before.',
      warnOfErasure: (n: number) => `A letter that drafts will be erased in 14 days (${n} now).`,
    },
    change: {
      open: 'Move the opening',
      remind: 'Change or turn off the reminders',
      close: 'Move the deadline',
      countVotes: 'To the meetings',
      publishFinalists: 'See, move or stop',
      announceWinner: 'See, move or stop',
      announceWinnerLatest: 'See, move or stop',
      warnOfErasure: 'Read about erasure',
    },
  },
};
