/** Conflicts of interest: how far they reach, who takes part in a choice, objections, what is detected. */
export const conflicts = {
  reaches: {
    application: 'This application only',
    choices: 'The application and every choice between it and others',
    edition: 'The whole year',
  },
  reasonTooShort: (n: number) =>
    `Give a reason of at least ${n} characters when you depart from the regulations`,
  reopened: 'Somebody who took part has since declared a connection. The decision has to be made again.',
  tooFew: (n: number, quorum: number) =>
    `Only ${n} can take part in this choice, and it takes ${quorum}. The secretariat can call in a deputy.`,
  quorum: (n: number, of: number, quorum: number) => `${n} of ${of} take part. It takes at least ${quorum}.`,
  calledIn: (when: string) => `Called in on ${when}`,
  absent: (n: number, name: string) =>
    n === 1
      ? `One member of the jury took no part in what concerns ${name}.`
      : `${n} members of the jury took no part in what concerns ${name}.`,
  outOfYear: 'Does not take part: out of the whole year',
  hasNotAnswered: 'Does not take part: has not answered for every applicant',
  wholeYear: 'out of the whole year',
  notAnswered: 'had not answered for every applicant',
  setup: {
    title: 'Conflicts of interest',
    lead: 'The regulations say how far a recusal reaches. They are frozen at the announcement, and only the others in the jury can depart from them, with a reason.',
    quorum: 'Fewest who must be able to take part',
    quorumHint: 'Without a number: half the seats, never fewer than three',
    objectionDays: 'Days an applicant has to object',
    objectionDaysHint: 'Counted from when the applicant hears that the jury has changed',
    publishRecusals: 'Tell the public how many did not take part',
    publishRecusalsHint: 'Only the number for each nominated application. Never who, and never why.',
    save: 'Save the rules on conflicts of interest',
  },
  decide: {
    reachLegend: 'If in conflict: how far does it reach?',
    byRule: (reach: string) => `As the regulations say: ${reach.toLowerCase()}`,
    other: (reach: string) => `Instead: ${reach.toLowerCase()}`,
    reachHint: (n: number) =>
      `If you depart from the regulations, the reason must have at least ${n} characters.`,
    reached: (reach: string) => `Reach: ${reach.toLowerCase()}`,
  },
  protocol: {
    title: 'Protocol of conflicts of interest',
    asOf: (when: string) => `As it stands ${when}`,
    banner: 'Not for the public',
    scope:
      'Applications that the reader is out of are not included. Nor are the free texts of the declarations.',
    rules: 'The rules of the year',
    rulesHash: 'Checksum of the rules',
    jury: 'The jury',
    declarations: 'Declarations',
    decisions: 'Decisions',
    objections: 'Objections',
    grounds: 'What the codes of the grounds mean',
    none: 'None',
    who: 'Who',
    answer: 'Answer',
    ground: 'Ground',
    time: 'Time',
    outcome: 'Outcome',
    by: 'Decided by',
    about: 'About',
    from: 'From',
    to: 'To',
    departs: 'departs from the regulations',
    pdf: 'Protocol of conflicts of interest (PDF)',
    json: 'Protocol of conflicts of interest (JSON)',
  },
  chairOut:
    'Where the chair has a conflict with an application, the chair’s tasks for it go to the deputy chair. Where both are out, they go to the next in the jury.',
  secretariatLoses: 'With a connection you lose, for this application:',
  secretariatLosesItems: [
    'the application, its attachments and the receipt',
    'the formal check: admit, return or reject',
    'the jury’s statement and the work on it',
    'what others have declared of connections to the applicant',
  ],
  office: {
    discoveredLead:
      'Tell us here, and the application is closed to you until the chair of the jury has decided.',
    bounded:
      'Once you have told of a connection, the chair of the jury decides. You cannot take it back yourself.',
  },
  adviser: {
    lead: 'Advising on an application is part of preparing the case, so advisers answer, too. That you advise in your region is nothing to tell here: it is on record already, and whoever has read the draft cannot judge the application later.',
    loses: 'With a connection, or if you are not sure, this holds for the draft:',
    losesItems: [
      'you can no longer read the draft and its attachments, not even if the applicant lets you in again',
      'you give no advice on the application in other ways either',
      'the applicant sees that you do not read the draft, but not why',
      'your answer stands in the year’s protocol of declarations',
    ],
    discoveredLead: 'Tell us here, and the draft is closed to you at once.',
    pending: 'The draft is closed to you',
    bounded:
      'You cannot read the draft, and you cannot take the answer back yourself. The chair of the jury sees it when the application comes to the jury. Please tell the applicant, so that they can get help from somebody else.',
  },
  capacities: { jury: 'the jury', secretariat: 'the secretariat', adviser: 'adviser' },
  capacityLead: {
    secretariat: 'Works in the secretariat.',
    adviser: 'An adviser of a region, whom the applicant had let read the draft.',
  },
};
