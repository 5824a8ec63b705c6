import type { people as nb } from '../nb/people.ts';

const many = (count: number, one: string, more: string): string => (count === 1 ? one : more);

export const people: typeof nb = {
  title: 'People',
  tooManyTokens: (max) =>
    `You have ${max} keys, which is the most one can have. Revoke one that you do not use`,
  endsBeforeItBegins: 'The role must last until after it begins',
  administratorOfAll: 'An administrator is responsible for the whole service. Choose "Every year"',
  hasRoleAlready: 'The person already has this role in that period',

  myPage: {
    title: 'My page',
    hello: (name) => `Hello, ${name}!`,
    waitingTitle: 'This is waiting for you',
    nothingTitle: 'Nothing is waiting for you now',
    nothingBody: 'We will send you an e-mail when there is something you need to do.',
    due: (when) => `Due: ${when}`,
    edition: (year) => `Etikkprisen ${year}`,
    tasks: {
      completeApplication: () => 'Complete the application. The secretariat needs more from you',
      answerNaming: () => 'Answer a confidential message about the application',
      confirmConfidence: () => 'Read and accept the rules of confidence',
      confirmConfidenceForRole: () => 'Read and accept the rules of confidence before you begin',
      declareConnections: (count) =>
        many(
          count,
          'Say whether you have a connection to one applicant',
          `Say whether you have a connection to ${count} applicants`,
        ),
      decideConflicts: (count) =>
        many(count, 'Decide on one conflict of interest', `Decide on ${count} conflicts of interest`),
      answerObjections: (count: number) => many(count, 'Answer one objection', `Answer ${count} objections`),
      callInDeputy: () => 'Call in a deputy: too few can take part',
      vote: (count) =>
        many(
          count,
          'Vote in writing on one matter of the jury',
          `Vote in writing on ${count} matters of the jury`,
        ),
      answerScores: (count) =>
        count === 1
          ? 'Say whether one of your scores is to change'
          : `Say whether ${count} of your scores are to change`,
      deliverBallots: (count) =>
        many(
          count,
          'Deliver your assessment of one application',
          `Deliver your assessments of ${count} applications`,
        ),
      decide: () => 'Record the decision of the jury',
      confirmProtocol: (count) =>
        many(
          count,
          'Confirm that the protocol is right: one decision you took part in',
          `Confirm that the protocol is right: ${count} decisions you took part in`,
        ),
      approveStatements: (count) =>
        many(count, 'Read and approve one statement', `Read and approve ${count} statements`),
      approvePublication: () => 'Read and approve a publication',
      approveExtensions: () => 'Answer a proposal of more time',
      approveRejections: (count) =>
        many(
          count,
          'Answer a proposal to reject an application',
          `Answer ${count} proposals to reject applications`,
        ),
      approveReceived: () => 'Approve a received application',
      checkApplications: (count) => many(count, 'Check one application', `Check ${count} applications`),
      answerHelp: (count) =>
        many(count, 'Answer one question from an applicant', `Answer ${count} questions from applicants`),
      answerQuestions: (count) =>
        many(count, 'Answer one question about the call', `Answer ${count} questions about the call`),
      answerBarriers: (count) =>
        many(
          count,
          'Answer a message about something that does not work',
          `Answer ${count} messages about something that does not work`,
        ),
      readAlong: (count) =>
        many(
          count,
          'Read one draft you are asked to advise on',
          `Read ${count} drafts you are asked to advise on`,
        ),
      declareAsAdviser: (count) =>
        many(
          count,
          'Say whether you have a connection to one applicant you advise',
          `Say whether you have a connection to ${count} applicants you advise`,
        ),
      answerJoinRequests: (count) =>
        many(
          count,
          'Answer one request to join an application',
          `Answer ${count} requests to join an application`,
        ),
      writeStatements: (count) =>
        many(
          count,
          'Write the statement for one of the nominated',
          `Write the statements for ${count} of the nominated`,
        ),
      closeJudging: () => 'Close the judging',
      approveFeedback: (count: number) =>
        many(
          count,
          'Read and approve one answer to an applicant',
          `Read and approve ${count} answers to the applicants`,
        ),
      startJudging: () => 'Start the judging',
      prepareFinalists: () => 'Prepare the publication of the nominated',
      announceHeld: () => 'The winner is held back: announce, or let the time hold',
      prepareCorrection: () => 'Prepare the correction of what was taken down',
      approveLetters: (count: number) =>
        many(
          count,
          'Read and send a mailing that somebody else has written',
          `Read and send ${count} mailings that others have written`,
        ),
      prepareWinner: () => 'Prepare the announcement of the winner',
      announce: () => 'Get the year ready and announce it',
      archive: () => 'Settle what is left of the year, and close it',
      createEdition: () => 'Set up the year of the prize',
      inviteSecretariat: () => 'Invite somebody to the secretariat. They set up the year',
      inviteForRejections: () =>
        'Let one more into the secretariat. Something in the formal check waits, and nobody there can answer it',
    },
    applicationsTitle: 'My applications',
    applyTitle: (year) => `Would you like to apply for Etikkprisen ${year}?`,
    applyBody: (when) => `The deadline is ${when}. You can begin now, save as you go and invite colleagues.`,
    apply: 'Start an application',
    placesTitle: 'Shortcuts',
    places: {
      jury: { title: 'The jury', body: 'Read the applications and deliver your assessments.' },
      chair: {
        title: 'Chairing the jury',
        body: 'Follow the progress, decide on conflicts and record the decision.',
      },
      secretariat: { title: 'The secretariat', body: 'Follow the year from the call to the ceremony.' },
      administration: { title: 'Administration', body: 'Invite people and give them roles.' },
      embargo: { title: 'Under embargo', body: 'See what will be published, and when.' },
      communications: { title: 'Publication', body: 'Prepare what goes out, and see what has been decided.' },
      auditor: { title: 'Audit', body: 'Read the log, the record of the jury and the signed result.' },
    },
    profile: 'Name and language',
    tokens: 'Keys for programs',
  },

  profile: {
    title: 'Name and language',
    welcome: 'Welcome! What is your name?',
    lead: 'Your name is shown to those you work with, and to the secretariat.',
    email: 'E-mail address',
    name: 'Full name',
    phone: 'Telephone',
    phoneHint: 'Only the secretariat sees the number.',
    language: 'Language of the pages and of e-mails',
    saved: 'Your changes are saved.',
    continue: 'Save and continue',
  },

  tokens: {
    title: 'Keys for programs',
    lead: 'A program that has a key from you can do whatever you can do. Give it only to programs that you trust.',
    newTitle: 'Make a new key',
    name: 'What will it be used for?',
    nameHint: 'The name helps you to recognise it.',
    days: 'How long should it last?',
    daysOption: (days) => (days === 365 ? 'One year' : `${days} days`),
    create: 'Make the key',
    createdTitle: 'The key is made',
    createdLead: 'Copy it now. We show it only this once.',
    created: 'Key',
    listTitle: 'Your keys',
    empty: 'You have no keys.',
    columnName: 'Used for',
    columnCreated: 'Made',
    columnUsed: 'Last used',
    columnExpires: 'Lasts until',
    columnAction: 'Action',
    never: 'Never',
    revoke: (name) => `Revoke ${name}`,
    revoked: 'The key is revoked. It no longer works.',
    how: 'Send the key in a header of every request:',
    signInName: 'Sign-in from a program',
  },

  administration: {
    title: 'Administration',
    lead: 'Here you see who has access to what. Applicants need no invitation.',
    invite: 'Invite a person',
    search: 'Search for a name or an e-mail address',
    searchButton: 'Search',
    showAll: 'Show everyone with a role',
    found: (count) => many(count, 'One person', `${count} people`),
    listTitle: 'People with roles',
    alone:
      'There is only one administrator without an end date. Invite another, so that the service is not left without if something happens to the one.',
    resultTitle: (search) => `Found for "${search}"`,
    nobody: 'Nobody fits the search',
    nobodyBody: 'Try a part of the name or the address, or invite the person.',
    full: (max) => `Only the first ${max} are shown. Write more of the name to find others.`,
    columnName: 'Name',
    columnEmail: 'E-mail address',
    columnRoles: 'Roles',
    nameless: 'No name yet',
    removed: 'Shut out',
    noRoles: 'No roles',
    roles: {
      administrator: 'Administrator',
      secretary: 'Secretariat',
      leader: 'Leader',
      communications: 'Communications',
      embargoReader: 'Reader under embargo',
      auditor: 'Auditor',
    },
    roleHints: {
      administrator: 'Invites people and gives roles in the whole service.',
      secretary:
        'Announces the call, checks the applications and prepares publications. The next year is made by somebody with the role for every year.',
      leader: 'Approves publications that the secretariat has prepared.',
      communications:
        'Sees the outcome early and prepares publications. For one year of the prize, with a last day.',
      embargoReader:
        'Sees on one page what will be published, and nothing else. Gets no e-mail about it. For one year of the prize, with a last day.',
      auditor:
        'Reads the log, the record of the jury and the signed result, and changes nothing. With a last day.',
    },
    seats: {
      chair: 'Chair of the jury',
      deputyChair: 'Deputy chair',
      member: 'Juror',
      deputy: 'Deputy juror',
    },
    ofEdition: (what, year) => `${what} ${year}`,
    states: { active: 'In force', upcoming: 'Begins later', ended: 'Ended' },
    unconfirmed: 'Waits for the rules of confidence to be confirmed',
    restsIn: (years: string) => `Rests for ${years}: sits in the jury or works on an application`,
    inviteTitle: 'Invite a person',
    inviteLead: 'The person gets an e-mail and signs in with the address. Nobody needs a password.',
    inviteButton: 'Send the invitation',
    name: 'Name',
    language: 'Language of the e-mail',
    role: 'Role',
    edition: 'Applies to',
    allEditions: 'Every year',
    oneEdition: (year) => `Only Etikkprisen ${year}`,
    from: 'From',
    fromHint: 'Without a date the role begins now.',
    until: 'Until and including',
    untilHint: 'Without a date the role lasts until somebody ends it.',
    invited: 'The invitation is sent.',
    granted: 'The role is given. The person has been sent an e-mail.',
    grantedWithoutLetter:
      'The role is given. The person gets no e-mail, so tell them that the page exists, and which address to sign in with.',
    ended: 'The role is ended. The person is signed out everywhere, and the keys no longer work.',
    removedDone: 'The person is shut out.',
    personRoles: 'Roles',
    personSeats: 'Seat in the jury',
    seatsHelp: 'The secretariat fills the seats of the jury.',
    columnRole: 'Role',
    columnEdition: 'Applies to',
    columnPeriod: 'Time',
    columnState: 'Status',
    columnAction: 'Action',
    fromTo: (from, until) => `${from} to ${until}`,
    fromOn: (from) => `From ${from}`,
    fromStart: 'From the start',
    end: (role) => `End the role ${role.toLowerCase()}`,
    endAsk: 'The person is signed out everywhere at once. Do you want to end the role?',
    grantTitle: 'Give a role',
    grantButton: 'Give the role',
    removeTitle: (name) => `Shut out ${name}?`,
    removeLead:
      'All roles end at once. The person is signed out everywhere, the keys stop working, and the address lets nobody in until it is invited again.',
    removeSeat: 'The person has a seat in the jury. The secretariat must fill it with somebody else.',
    removeKeeps: 'What the person has done stays in the log.',
    remove: 'Shut out',
    removedInfo: (when) => `The person was shut out ${when}. Invite the address again to let them in.`,
  },
};
