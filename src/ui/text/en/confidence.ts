import type { confidence as nb } from '../nb/confidence.ts';

export const confidence: typeof nb = {
  needsYear: 'This role is for one year of the prize. Choose which',
  needsEnd: 'This role must have a last day',

  role: {
    lead: 'You have been given a role that may show you who is nominated and who wins before it is public. Read the rules and confirm them. Only then do the pages open.',
    done: 'Thank you! The pages are now open to you.',
    toMyPage: 'See what waits for you',
    none: 'You have no role that the rules are for.',
    mine: 'Your roles',
  },

  embargo: {
    title: 'Under embargo',
    lead: 'This will be published. Until its moment it is secret to everybody else. Do not share it, and take no copies.',
    nothing: 'Nothing is ready yet',
    nothingBody:
      'When something has been approved for publication, it stands here. You get no e-mail about it.',
    at: (when) => `Will be published on ${when}.`,
    atCeremony: (when) => `Will be published at the ceremony, on ${when} at the latest.`,
    published: (when) => `Public since ${when}.`,
    edition: (year, kind) => `${kind} ${year}`,
    inLanguage: (language) => `Read in ${language}`,
  },

  limited: {
    title: 'Let somebody in for one task',
    lead: 'Communications and readers under embargo see some of the year, and only as long as the task takes. Everybody accepts the rules of confidence first, and everybody stands on the list of who sees the outcome.',
    now: 'Have access now or later',
    nobody: 'Nobody has such access now.',
    give: 'Let somebody in',
    untilHint: 'The last day with access. It must be set.',
    auditorLater:
      'An auditor sees every single assessment. Until the winner is public, an administrator gives that role.',
    notOneself: 'You cannot give yourself a role.',
    shutOut: 'The person is shut out. An administrator must let them in again.',
    takesPart:
      'The person sits in the jury or works on an application this year, and cannot see the outcome this way.',
  },

  early: {
    lead: 'Everybody who can see who is nominated or wins before it is public. None of them sees anything before they have confirmed the rules of confidence.',
    administrators:
      'Administrators do not see the outcome. They give the roles, and it says here who gave them.',
    notYet: 'The judging is not closed. There is nothing to see yet.',
    nobody: 'Nobody has access yet',
    nobodyBody: 'When somebody is given a role or a seat in the jury, they stand here.',
    caption: 'People who can see the outcome early',
    person: 'Person',
    part: 'As',
    since: 'Since',
    letIn: 'Given by',
    confirmed: 'Confirmed the rules',
    opened: 'First opened',
    byService: 'The service, at its first start',
    until: (when) => `Until ${when}`,
    notConfirmed: 'Not yet. Sees nothing',
    neverOpened: 'Not opened',
    states: { sees: 'Has access', unconfirmed: 'Waits', upcoming: 'Begins later', ended: 'Ended' },
    roles: {
      secretary: 'Secretariat',
      leader: 'Leader',
      communications: 'Communications',
      embargoReader: 'Reader under embargo',
      auditor: 'Auditor',
      chair: 'Chair of the jury',
      deputyChair: 'Deputy chair',
      member: 'Juror',
    },
    what: {
      result: 'The jury’s result',
      frozen: 'Signed result',
      meeting: 'The meeting of the jury',
      decision: 'The decision',
      protocol: 'The record of the jury',
      statements: 'The statements',
      publication: 'The publication',
      ceremony: 'The ceremony',
      embargo: 'The page under embargo',
    },
  },

  audit: {
    title: 'Audit',
    lead: 'What you may read of this year. You change nothing, and what you open is logged.',
    log: 'Everything that happened, and verification of the log',
    protocol: 'The record of the jury: decisions, votes and who took part',
    conflicts: 'Declarations and decisions on conflicts of interest (PDF)',
    conflictsJson: 'The same as JSON',
    frozen: 'The signed result, with every ballot',
    early: 'Who can see the outcome early, and what they have opened',
    notYet: 'When the jury has decided',
    afterClosing: 'When the judging is closed',
  },
};
