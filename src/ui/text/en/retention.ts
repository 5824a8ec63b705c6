import type { retention as nb } from '../nb/retention.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const retention: typeof nb = {
  title: 'Erasure',
  lead: 'What is kept is erased by a fixed schedule. Here you see what goes now, and you start it.',
  link: 'See what is to be erased',
  dueTitle: 'To be erased now',
  nothing: 'Nothing is to be erased now',
  nothingBody: 'When something reaches its time in the schedule, it stands here.',
  would: (things: number, rows: number) =>
    `${plural(things, 'thing has', 'things have')} reached the time in the schedule: ${plural(rows, 'row', 'rows')} in all, and the files that belong to them.`,
  final: 'What is erased cannot be brought back. The log only shows that it was erased, and by whom.',
  sure: 'I have read the list, and everything on it can be erased',
  changed: 'The list is another now than when you read it. Look through it again.',
  run: (things: number) => `Erase now (${things})`,
  done: (things: number, files: number) =>
    `Erased: ${plural(things, 'thing', 'things')} and ${plural(files, 'file', 'files')}.`,
  failed: (things: number) =>
    `${plural(things, 'thing', 'things')} could not be erased now. Try again. If it still fails, tell those who run the service.`,
  scheduleTitle: 'How long we keep it',
  publicLink: 'The schedule as everybody can read it',
  what: 'What',
  about: 'About',
  somebody: 'A person',
  service: 'The whole service',
  since_: 'Was due',
  goes: 'How much',
  keep: 'How long',
  rows: (n: number) => plural(n, 'row', 'rows'),
  units: {
    years: (n: number) => plural(n, 'year', 'years'),
    months: (n: number) => plural(n, 'month', 'months'),
    days: (n: number) => plural(n, 'day', 'days'),
  },
  keeps: (length: string, since: string) => `${length} ${since}`,
  atOnce: 'right',
  since: {
    deadline: 'after the deadline',
    end: 'after the year of the prize is over',
    use: 'after the last use',
    event: 'after it happened',
    ceremony: 'after the ceremony',
  },
  rules: {
    drafts: {
      title: 'Drafts that were not sent in',
      data: 'What the applicant wrote, documents, and who wrote',
      then: 'Everything is erased. Those who hold the draft get a letter 14 days before, unless they have withdrawn it themselves.',
    },
    notNominated: {
      title: 'Applications that were not shortlisted',
      data: 'Text, documents, picture and quote, contacts, confirmations, letters, and reasons written in the course of the case',
      then: 'Erased. The organisation, the year and the outcome stay.',
    },
    contacts: {
      title: 'Contacts of the shortlisted',
      data: 'Who applied and confirmed, what they wrote to us, and reasons written in the course of the case',
      then: 'Erased',
    },
    nominated: {
      title: 'Applications of the shortlisted and the winners',
      data: 'Text, documents, and picture and quote with a name',
      then: 'Erased. The statement of the jury is public and stays.',
    },
    scores: {
      title: 'Points and assessments of each juror',
      data: 'Points, written assessments, private notes and notes of the meeting',
      then: 'Erased. The result as a whole, the protocol and the signed core stay.',
    },
    declarations: {
      title: 'Explanations about conflicts of interest',
      data: 'What jurors and the secretariat have written about connections',
      then: 'The words are erased. The answer, the ground as a code and the decision stay.',
    },
    letters: { title: 'Letters that we sent in a year', data: 'Recipient, subject and text', then: 'Erased' },
    accounts: {
      title: 'People who do not use the service',
      data: 'Name, e-mail address, telephone, offices, sign-ins, and for a day what was written when a sign-in ran out',
      then: 'Erased. The name of whoever sat in the jury or had a role stays.',
    },
    accessLog: {
      title: 'Log of access',
      data: 'Who came in, signing in and access keys',
      then: 'Who it was is erased. That it happened stays.',
    },
    questions: {
      title: 'Questions about the call',
      data: 'What people have asked without signing in. The address has been deleted already when the call closes.',
      then: 'Deleted. The answers are public and stay.',
    },
    barriers: {
      title: 'Messages about something that does not work',
      data: 'What people have told without signing in, their address where they left it, and the answer',
      then: 'All of it is deleted, and at once for whoever asks by the link of the answer',
    },
    oldNominated: {
      title: 'Old applications of the nominated',
      data: 'The application as it came by e-mail or in the post, and the address of whoever may read it',
      then: 'All of it is deleted',
    },
    oldOthers: {
      title: 'Old applications that were not nominated',
      data: 'The application as it came by e-mail or in the post, and the address of whoever may read it',
      then: 'All of it is deleted',
    },
    received: {
      title: 'Applications outside of the form that came to nothing',
      data: 'The application as it came by e-mail or in the post, the contact, and why it came that way. It is one that was declined, or never answered.',
      then: 'All of it is deleted. One that was approved is deleted with the application.',
    },
    guests: {
      title: 'Sign-ups for the ceremony',
      data: 'Name, address, organisation, allergies and needs, and the e-mails about the place',
      then: 'All of it is deleted by itself, and at once for whoever signs off',
    },
    reminders: {
      title: 'Addresses of “Remind me”',
      data: 'The e-mail address, and the e-mails sent to it',
      then: 'All of it is deleted by itself, and at once for whoever asks. Where the link of the first e-mail is not used, the address is deleted after seven days.',
    },
    callList: {
      title: 'The list that the call is sent to',
      data: 'Name and e-mail address, and the e-mails sent to it',
      then: 'All of it is deleted by itself, and at once for whoever asks',
    },
    unsubscribed: {
      title: 'Names of those who unsubscribed from the call',
      data: 'The name on the list. The address stays until the call closes, so that nobody adds it anew.',
      then: 'The name is deleted by itself',
    },
    askers: {
      title: 'Who asked about the call',
      data: 'The e-mail address, and the e-mails with the link to the answer',
      then: 'Deleted by itself, and at once for whoever asks. The question stays for as long as the schedule says.',
    },
    sources: {
      title: 'Where forms without signing in were sent from',
      data: 'A fingerprint of the network address, used to stop misuse',
      then: 'Deleted by itself',
    },
    struckOld: {
      title: 'Old applications that were struck out',
      data: 'The files, the unit, the note and the address of whoever could read it',
      then: 'Deleted when the application is struck out. The organisation and the year stay until the application itself is deleted.',
    },
  },
  ownData: {
    title: 'Your data',
    lead: 'You can download everything that is kept about you, as a file.',
    download: 'Download your data (JSON)',
  },
  ownLink: {
    title: 'Your data',
    lead: {
      askers: 'We keep this because you asked about the call.',
      barriers: 'We keep this because you told us of something that does not work.',
    },
    email: 'E-mail address',
    at: 'Sent',
    page: 'Where it was',
    text: { askers: 'What you asked', barriers: 'What you wrote' },
    answer: 'The answer you got',
    note: {
      askers:
        'If you delete the address, you will not hear of a correction to the answer. Otherwise it is deleted when the call closes. How long the question stays, without the address, stands in the schedule.',
      barriers: 'If you do nothing, all of it is deleted when its time in the schedule is over.',
    },
    erase: { askers: 'Delete my address', barriers: 'Delete all of this' },
    erased: {
      askers: 'The address has been deleted, also from the e-mail that we sent.',
      barriers: 'All of it has been deleted, also the e-mail that we sent.',
    },
  },
  record: {
    title: 'What we keep, and how long',
    lead: 'Record of the processing of personal data, by article 30 of the General Data Protection Regulation.',
    facts: [
      { term: 'Responsible', value: 'KS. The address of the secretariat stands at the foot of the page.' },
      {
        term: 'Purpose',
        value:
          'To receive applications for Etikkprisen, let a jury assess them, award the prize, and be able to show afterwards that it was done rightly.',
      },
      {
        term: 'Basis',
        value:
          'Legitimate interest in awarding the prize (article 6 no. 1 f). The jury and those who decide are named because the office is public.',
      },
      {
        term: 'Whom it concerns',
        value:
          'Those who apply, confirm or advise, ask about the call or are sent it, sign up for the ceremony, tell of something that does not work, the jury, the secretariat, leaders and the auditor.',
      },
      {
        term: 'Who sees it',
        value:
          'Only those who need it for their work with the prize. Nobody outside gets anything beyond what becomes public.',
      },
      { term: 'Transfers', value: 'Nothing is transferred to countries outside of the EEA.' },
      {
        term: 'Protection',
        value:
          'Signing in with a one-time code, access by role, a log that cannot be changed, documents checked for viruses, and erasure by the schedule below.',
      },
    ],
    scheduleLead: 'The service erases by the same schedule that stands here.',
    data: 'Data',
    then: 'Afterwards',
    staysTitle: 'What stays',
    staysLead: 'This is the history of the prize itself, and is not erased:',
    stays: [
      'who applied (the organisation), and the outcome',
      'who the jury were, what they decided, and their protocol',
      'the signed result, without single points',
      'the reasons for what was decided about conflicts of interest, in the meeting, about an assessment that was opened again and about what was stopped or corrected: without them nobody can review the decision',
      'statements and texts that have been published',
      'that something was erased, when and by which rule',
    ],
    howTitle: 'How we erase',
    how: [
      'Sign-ups for the ceremony and addresses for the call are deleted by themselves when their time is over. Whoever they are about can delete them earlier with the link in the e-mail. The rest of the schedule is started by an administrator.',
      'What has reached its time is erased from the database, the document store, the search and the list of letters. Nothing of it can be erased by hand before its time.',
      'Each erasure stands in the log, also when people ask for it themselves. When an older copy of the database is brought back, the same is erased again before it is used.',
    ],
    machine: 'The same for machines (JSON)',
  },
};
