import type { callReminders as nb } from '../nb/callReminders.ts';

export const callReminders: typeof nb = {
  title: 'Remind me of the call',
  lead: (year, at, deadline) =>
    `We send you one e-mail about Etikkprisen ${year}, on ${at}. The deadline is ${deadline}.`,
  email: 'E-mail address',
  kept: 'We use the address for this only, and delete it when the deadline has passed.',
  ask: 'Remind me',
  sent: 'Look in your inbox. Press the link in the e-mail, and we will remind you of the call.',
  removed: 'The address is deleted.',
  noCall: 'No call is open now',
  tooLate: 'So little time is left that we send no more reminders.',
  deadline: (at) => `The deadline is ${at}.`,
  question: (email, year) => `Shall we send a reminder of Etikkprisen ${year} to ${email}?`,
  isOn: (email, year, at) => `We will remind ${email} of Etikkprisen ${year}, on ${at}.`,
  wasReminded: (email, year) => `We have reminded ${email} of Etikkprisen ${year}.`,
  confirm: 'Yes, remind me',
  remove: 'Delete the address',
};
