import type { completion as nb } from '../nb/completion.ts';

export const completion: typeof nb = {
  parts: { applicant: 'The applicant', documents: 'Attachments', confirmations: 'Confirmations' },
  closed: 'This part is locked. The secretariat has asked for more in other parts only.',
  noteMissing: 'Write what is missing in this part.',
  page: {
    title: 'Ask for more',
    lead: 'Tick the parts where something is missing, and write what. The applicant can change these parts only. The rest is locked, and what was submitted before is kept.',
    parts: 'What is missing?',
    around: 'The applicant and attachments',
    note: 'What is missing here?',
    noteHint: 'The applicant reads this.',
    reason: 'Message to the applicant',
    reasonHint: 'A short message about the whole. The applicant reads this.',
    due: 'Deadline for sending more',
    send: 'Send back to the applicant',
    choose: 'Choose what is missing',
    change: 'Change what you ask for',
    letter: 'The applicant gets an email with the deadline and the names of the parts.',
    askedFor: 'We have asked for',
  },
  overview: {
    open: 'This is missing',
    openLead: 'Only these parts can be changed now.',
    locked: 'The rest of the application',
    lockedLead: 'These parts are locked. You can read them.',
    lockedTag: 'Locked',
    openTag: 'Open',
    about: (question, note) => `“${question}”: ${note}`,
  },
  form: {
    wanted: 'The secretariat writes:',
    others: 'Locked questions in this part',
  },
};
