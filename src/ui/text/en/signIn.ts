import type { signIn as nb } from '../nb/signIn.ts';

export const signIn: typeof nb = {
  title: 'Sign in',
  lead: 'Write your e-mail address. We send you a mail with a link and a code of six digits.',
  email: 'E-mail address',
  emailHint: 'Use your work address. You do not need a password.',
  sendMail: 'Send me a mail',
  sentTitle: 'Look in your inbox',
  sentLead: (email) =>
    `If ${email} can be used here, a mail will arrive in a moment. Open the link in it, or type the code below.`,
  code: 'Code from the mail',
  codeHint: 'Six digits. The code works once, for 15 minutes.',
  submitCode: 'Sign in',
  notArrived: 'Did no mail arrive?',
  notArrivedHelp: 'Look in your junk mail, and check that the address is right. You can ask for a new mail.',
  askAgain: 'Ask for a new mail',
  confirmTitle: 'Finish signing in',
  confirmLead: (email) => `You are about to sign in as ${email}.`,
  confirmButton: 'Sign in',
  signedOutTitle: 'You are signed out',
  signedOutLead: 'Thank you for now. What you had saved is safe until next time.',
  sessionEnded:
    'You had been signed out. Sign in again and go on where you left off. What you wrote is kept.',
  replayTitle: 'Welcome back',
  replayLead: 'What you wrote before you were signed out is kept. Send it now, or discard it.',
  replaySend: 'Send what I wrote',
  replayDiscard: 'Discard',
  nameTitle: 'What is your name?',
  nameLead: 'Your name is shown to those you work with on the application, and to the secretariat.',
  name: 'Full name',
  language: 'Language in mail and on the pages',
};
