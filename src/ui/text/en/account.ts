import type { account as nb } from '../nb/account.ts';

export const account: typeof nb = {
  title: 'Delete your account',
  lead: 'You can delete your account here. First read what goes, and what stays.',
  goesTitle: 'This is deleted at once',
  goes: [
    'your name, e-mail address, telephone number and language',
    'every sign-in and access key, so that you are signed out everywhere',
    'the e-mails that we sent you, and what you wrote without sending it',
    'your name in the log of what you did',
  ],
  staysTitle: 'This stays',
  nameStays:
    'Your name where you had a role or sat in the jury, in the log, too: that you held the office is public.',
  stays: [
    'The applications that you took part in: they belong to the organisation, and are deleted by the schedule.',
    'What you left without signing in, and what others entered with your name or address, with e-mails about it that are not sent yet: it is deleted by the schedule.',
    'Some of it you can delete yourself at once, with the link in the e-mail that you got about it: a sign-up for the ceremony, a reminder of the call, a place on the list for the call, and the address that you left with a question or when you told us of something that does not work, once it is answered.',
    'That an account was deleted, when, and how much went. Not whose it was.',
  ],
  final: 'What is deleted cannot be brought back. Download your data first if you want to keep it.',
  sure: 'I have read what is deleted, and want to delete the account',
  erase: 'Delete the account',
  back: 'Back to the profile',
  needed: 'The account cannot be deleted yet, because you still take part in something here.',
  whyTitle: 'This has to be over first',
  whenDone:
    'When everything on the list is over, you can delete the account here. If you do nothing, it is deleted by the schedule.',
  bonds: {
    role: (role, until) =>
      until === null
        ? `You have the role “${role}”. Ask an administrator to end it.`
        : `You have the role “${role}” until ${until}. To leave before that, ask an administrator to end it.`,
    seat: (year) =>
      `You sit in the jury of ${year}. That lasts until the year of the prize is over, or until the secretariat has put somebody else in.`,
    application: (organisation, year) =>
      `You are on the application of ${organisation} for ${year}. That lasts until the year of the prize is over, or until a colleague has taken you off it.`,
    region: 'You are the adviser of a region. Ask the secretariat to put somebody else in.',
  },
  erasedTitle: 'The account has been deleted',
  erasedLead:
    'You are signed out, and we no longer have your name or address in an account. Thank you for taking part.',
};
