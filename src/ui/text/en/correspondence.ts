import type { correspondence as nb } from '../nb/correspondence.ts';

export const correspondence: typeof nb = {
  title: 'E-mails',
  lead: (year) =>
    `Everything that has been or is to be sent about Etikkprisen ${year}. The service tries again by itself where it is safe. The rest waits for you.`,
  edition: (year) => `Etikkprisen ${year}`,
  empty: 'No e-mails yet',
  emptyBody: 'Here you see every e-mail from the first invitation to the last thank-you.',
  subject: 'Subject',
  to: 'To',
  written: 'Written',
  status: 'Status',
  filter: 'Show',
  all: (n) => `All (${n})`,
  states: {
    queued: 'Waiting',
    sending: 'Being sent',
    sent: 'Sent',
    failed: 'Not delivered',
    unknown: 'Not known whether it arrived',
  },
  withCount: (state, n) => `${state} (${n})`,
  triedAgain: (error) => `Will be tried again by itself. Last time: ${error}`,
  failed: (error) =>
    `The mail server did not accept it: ${error}. Check that the address is right, and send it again.`,
  unknown:
    'The connection broke while the e-mail was being sent. You may ask the recipient. If you send it again, two copies may arrive.',
  notMember: 'The recipient no longer works on the application, and so the e-mail was not sent.',
  outdated: 'The application had been sent in by then, and so the reminder was not sent.',
  signIn: 'An e-mail with a sign-in code cannot be sent again. Ask the recipient to sign in once more.',
  resendTo: (email) => `Send again to ${email}`,
  resent: 'The e-mail is queued again.',
  others: 'Other e-mails that did not arrive',
  othersLead: 'Invitations and sign-ins, which belong to no edition.',
};
