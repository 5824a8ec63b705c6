import type { signIn as nb } from '../nb/signIn.ts';

export const signIn: typeof nb = {
  title: 'Sign in',
  lead: 'Write your e-mail address. We will send you an e-mail with a link and a six-digit code.',
  email: 'E-mail address',
  emailHint: 'Use the address you have at work. You do not need a password.',
  sendMail: 'Send me an e-mail',
  sentTitle: 'Look in your inbox',
  sentLead: (email) =>
    `We have received the address ${email}. An e-mail will arrive in a moment. Open the link in it, or write the code here.`,
  code: 'Code from the e-mail',
  codeHint: 'Six digits. The code works once, for 15 minutes, and only in this browser.',
  codeWrongShape: 'The code has six digits. Write all six',
  submitCode: 'Sign in',
  notArrived: 'No e-mail?',
  notArrivedHelp:
    'Look among your junk mail, and check that the address is spelled right. If you have asked for several e-mails, the code in the newest one works.',
  askAgain: 'Send a new e-mail',
  otherAddress: 'Use another address',
  confirmTitle: 'Finish signing in',
  confirmLead: (email) => `You are about to sign in as ${email}.`,
  confirmButton: 'Sign in',
  signedOutTitle: 'You are signed out',
  signedOutLead: 'Goodbye for now. What was saved is safe until next time.',
  signInAgain: 'Sign in again',
  sessionEnded:
    'You were signed out. What you wrote has been kept. Sign in with the same address and you can send it.',
  keptTitle: 'We kept what you wrote',
  keptLead: 'You were signed out when you sent the form. Send it now, or discard it.',
  keptUntil: (when) => `We keep it until ${when}. Nobody else can see it.`,
  keptShow: 'See what you wrote',
  keptSend: 'Send what I wrote',
  keptDiscard: 'Discard',
  keptNotice: (when) => `A form that you sent on ${when} did not arrive, because you were signed out.`,
  keptOpen: 'Look at it and send it',
};
