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
  cameBack: (error, at) =>
    `The e-mail came back (noted ${at}): ${error} Find the right address, and send it again.`,
  gaveUp: 'The last try was cut off before the e-mail went out. Send it again.',
  unknown:
    'The connection broke while the e-mail was being sent. You may ask the recipient. If you send it again, two copies may arrive.',
  notMember: 'The recipient no longer works on the application, and so the e-mail was not sent.',
  outdated: 'The application had been sent in by then, and so the reminder was not sent.',
  signIn: 'An e-mail with a sign-in code cannot be sent again. Ask the recipient to sign in once more.',
  resendTo: (email) => `Send again to ${email}`,
  sameAddress: 'The e-mail may have arrived, and can only be sent to the same address.',
  resent: (n) => (n === 1 ? 'The e-mail is queued again.' : `${n} e-mails are queued again.`),
  resendMissing: 'Send again to everybody who did not get the e-mail',
  resendMissingAsk: 'Send again to everybody whose e-mail was not delivered?',
  sent: 'Sent',
  text: 'The text',
  noText: 'This e-mail holds a secret code or link. Only the recipient gets to see it.',
  application: 'Application',
  resendTitle: 'Send again',
  resend: 'Send again',
  address: 'E-mail address',
  addressHint: 'Correct the address if it is wrong. The change is for this e-mail only.',
  returnedTitle: 'Did it come back?',
  returnedLead:
    'Some e-mails come back to the secretariat as “not delivered” after they were sent. Note it here, so that everybody sees that the recipient lacks it.',
  returnedReason: 'What does the returned e-mail say?',
  returnedHint: 'For example: The mailbox does not exist.',
  returned: 'Note that it came back',
  others: 'Other e-mails that did not arrive',
  othersLead: 'Invitations and sign-ins, which belong to no edition.',
  unknownPlaceholder: (unknown, known) =>
    `This cannot be filled in: ${unknown}. Use ${known}, or write the text in full.`,
};
