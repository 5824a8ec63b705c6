import type { cookies as nb } from '../nb/cookies.ts';

export const cookies: typeof nb = {
  title: 'Cookies',
  lead: 'There is nothing to consent to: all of this is needed for what you ask for yourself, and nothing follows you.',
  description: 'What the service of Etikkprisen keeps in your browser, why and for how long.',
  name: 'Name',
  why: 'What it is for',
  howLong: 'For how long',
  /** By their names, without the mark of a secure host. */
  each: {
    sid: {
      why: 'Keeps you signed in.',
      howLong: 'Until you sign out or close the browser',
    },
    'practice-sid': {
      why: 'Keeps you signed in to a practice, apart from the rest.',
      howLong: 'Until you sign out or close the browser',
    },
    login: {
      why: 'Remembers that it was you who asked for the e-mail that you sign in with.',
      howLong: 'Until you are signed in, otherwise for 48 hours',
    },
    lang: {
      why: 'Remembers the language that you choose.',
      howLong: 'One year',
    },
    delt: {
      why: 'Remembers that others use the machine, when you say so, so that nothing you write stays there.',
      howLong: 'One year',
    },
    lesestorrelse: {
      why: 'Remembers the size of text that a juror chooses.',
      howLong: 'One year',
    },
    kolonner: {
      why: 'Remembers which columns the secretariat wants in the table of applications.',
      howLong: 'One year',
    },
  },
  none: 'The public pages set no other cookie than the choice of language. We use no tracking, and no services of others.',
  storage: 'The browser also keeps',
  storageBody:
    'What you write in an application or an assessment stays in your browser until it is saved with us, so that a network that fails does not take it along. It is sent to nobody but us, and it goes when it is saved. On a shared machine we do not do so. The browser also remembers uploads that are not finished, and how you prefer to see attachments.',
};
