import type { publicSite as nb } from '../nb/publicSite.ts';

export const publicSite: typeof nb = {
  title: 'Etikkprisen',
  nav: { call: 'The call', history: 'Earlier years', check: 'How you can check' },
  prize: (year) => `Etikkprisen ${year}`,
  front: {
    title: 'For those who make ethics part of everyday care',
    lead: 'Etikkprisen, Norway’s ethics award, goes every year to a municipality, a city district or an organisation that works systematically with ethics in the health and care services, so that users and next of kin are met with respect for their dignity and integrity.',
    description:
      'Etikkprisen is Norway’s yearly award for systematic ethics work in the municipal health and care services. Here are the call, the nominated and the winners.',
    apply: (year) => `Apply for Etikkprisen ${year}`,
    readCall: 'Read the call',
    seeNominated: 'Read the jury’s statements',
    seeYear: (year) => `All about Etikkprisen ${year}`,
    whereNow: 'Where in the year are we?',
    noCall: 'The next call comes before the summer.',
    whatTitle: 'What the prize is',
    what: [
      'Ethical reflection means stopping together when it is not obvious what is right. Places that make it a habit become better places to get help and better places to work.',
      'An independent jury reads the applications, nominates some of them and chooses a winner. Every one of the nominated receives a written statement, which everybody can read here.',
    ],
    lastWinner: 'Last winner',
    allYears: 'All winners since 2011',
    howTitle: 'How the winner is chosen',
    how: [
      {
        title: 'Open rules',
        body: 'Criteria, form and regulations are open from the first day and are frozen when the prize is announced.',
      },
      {
        title: 'Each alone first',
        body: 'Every juror assesses alone. Nobody sees the assessments of the others before all are done.',
      },
      {
        title: 'Nobody judges in their own case',
        body: 'Jurors answer for connections to the applicants before they may read, and whoever has a conflict takes no part.',
      },
    ],
  },
  phases: {
    announced: 'Announced. Opens soon',
    open: 'Open for applications',
    closed: 'Deadline passed',
    judging: 'The jury is assessing',
    finalists: 'The nominated are known',
    winner: 'We have a winner',
    noAward: 'The prize is not awarded this year',
    cancelled: 'Cancelled',
  },
  next: {
    announced: (when) => `The call opens ${when}.`,
    open: (when) => `The deadline is ${when}.`,
    closed: 'The applications now go to the jury.',
    judging: (when) => `The nominated are planned to be published ${when}.`,
    finalists: (when) => `The winner is announced at the ceremony ${when}.`,
    winner: 'Congratulations to the winner!',
    noAward: 'The jury has decided not to award the prize this year.',
    cancelled: 'The prize is not awarded this year.',
  },
  steps: {
    title: 'The year step by step',
    opens: 'The call opens',
    deadline: 'Deadline for applications',
    judging: 'The jury assesses',
    finalists: 'The nominated are published',
    ceremony: 'Ceremony',
    until: (when) => `until ${when}`,
    planned: (when) => `planned for ${when}`,
  },
  call: {
    title: (year) => `Call for Etikkprisen ${year}`,
    description: (year) =>
      `Who can apply for Etikkprisen ${year}, what the jury looks for, deadlines and the whole application form.`,
    none: 'There is no call right now',
    noneBody:
      'The prize is announced before the summer. Earlier years are open; there you can read what the winners have done.',
    cancelled: (year) => `Etikkprisen ${year} has been cancelled and is not awarded.`,
    over: (year) => `The deadline for Etikkprisen ${year} has passed. The call stands here as it was.`,
    dates: 'Important dates',
    opens: 'Opens',
    deadline: 'Deadline',
    deadlineNote: 'The whole last minute counts. The clock of the service decides.',
    finalists: 'The nominated are published',
    ceremony: 'Ceremony',
    contact: 'Questions about applying',
    contents: 'On this page',
    purpose: 'Purpose of the prize',
    eligibility: 'Who can apply',
    prize: 'The prize',
    criteria: 'Criteria',
    criteriaLead: 'The jury assesses every application by the same criteria.',
    kinds: { must: 'Minimum requirement', assessed: 'Assessed', extra: 'Counts in addition' },
    weight: (weight) => `weight ${weight}`,
    scale: 'Scale',
    scaleLead: (min, max) =>
      `Every juror gives whole points from ${min} to ${max} on each criterion, with a written assessment. The points advise the jury; they do not decide.`,
    noScale:
      'The jury gives no points. It writes an assessment for each criterion and discusses its way to the decision.',
    level: (level) => (level === '1' ? '1 point' : `${level} points`),
    notDescribed: 'No points',
    jury: 'The jury',
    juryLead:
      'The seats belong to organisations. A name appears when a person has accepted and confirmed the rules of confidence.',
    juryNone: 'The jury has not been put together yet.',
    roles: { chair: 'chair of the jury', deputyChair: 'deputy chair', member: '', deputy: 'deputy member' },
    unnamed: 'Name to come',
    form: 'The whole application form',
    formLead:
      'This is the form. You can print it and prepare the answers together before you sign in. Everything can be saved on the way.',
    sections: {
      about: 'About the applicant',
      criteria: 'The criteria',
      facts: 'Figures and methods',
      extra: 'In addition',
      approval: 'Approval',
    },
    required: 'must be answered',
    optional: 'optional',
    words: (max) => `up to ${max} words`,
    tick: 'tick box',
    table: 'table',
    choices: 'several choices',
    documents: (max, size) =>
      `You can attach up to ${max} files (PDF, Word, JPEG, PNG) of up to ${size} each.`,
    regulations: 'Regulations of the prize',
    hashTitle: 'Checksum',
    hashLead:
      'Criteria, form, scale and regulations were frozen when the prize was announced. The checksum shows that nothing has changed since.',
    hashFile: 'Download what is frozen',
    howToCheck: 'How you can check it',
    print: 'Print the page from your browser (Ctrl+P). It is made for paper, too.',
  },
  year: {
    nominated: 'The nominated',
    nominatedDescription: (year) => `The nominated for Etikkprisen ${year}, with the jury’s statements.`,
    others: 'The others nominated',
    alphabetical: 'The nominated stand in alphabetical order.',
    winner: 'Winner',
    winnerOf: (year) => `Winner of Etikkprisen ${year}`,
    honourable: 'Honourable mention',
    notYet: 'The nominated have not been published yet',
    notYetBody: (when) =>
      `They are planned to become public ${when}, with the jury’s statement for each of them.`,
    noAward: 'The prize is not awarded this year',
    cancelled: 'The prize was cancelled this year',
    statement: 'The jury’s statement',
    juryStatement: 'The jury',
    partners: (names) => `Together with ${names}`,
    jury: 'The jury that took part',
    published: (when) => `Published ${when}`,
    announced: (when) => `Announced ${when}`,
    fromHistory: 'This year was before the service. We show what is known from open sources.',
    applications: 'Applications',
    ceremony: 'Ceremony',
    theCall: 'The call and the rules',
    unknownNominated: 'The nominated are not known.',
  },
  history: {
    title: 'Earlier years',
    lead: 'Every winner of Etikkprisen since it was first awarded in 2011. There was no prize for 2020.',
    description: 'Winners of and nominated for Etikkprisen from 2011 until today.',
    nominated: 'Nominated',
    honourable: (names) => `Honourable mention: ${names}`,
    noAward: 'The prize was not awarded',
    source: 'The years before the service rest on open sources. What was not found is left empty.',
  },
  check: {
    title: 'How you can check',
    lead: 'You should not have to trust us. This is what you can verify yourself, and what others can verify for you.',
    description: 'How anybody can check the rules, the receipts and the course of Etikkprisen.',
    rulesTitle: 'The rules are the same all year',
    rules: [
      'When the prize is announced, criteria, form, scale and regulations are frozen. We compute a checksum (SHA-256) of them and show it with the call.',
      'Download the file, compute the checksum on your own machine and compare. If they are equal, not a character has changed.',
    ],
    command: 'On a machine with macOS or Linux:',
    windows: 'On Windows:',
    expected: (year) => `Checksum for ${year}`,
    receiptTitle: 'The receipt shows what was submitted',
    receipt: [
      'The applicant gets a receipt with a number, the time of the service and a checksum of the application and of every file. The same application always gives the same checksum.',
      'Should you disagree with us about what you sent, the receipt decides.',
    ],
    juryTitle: 'The jurors work apart',
    jury: [
      'A juror may not read applications before having answered whether there is a connection to each of the applicants. Whoever has a conflict does not see the application.',
      'The assessments are hidden from everybody else until the judging is closed, and cannot be changed afterwards.',
      'The decision is recorded with a reason. If the jury chooses otherwise than the points suggest, it must write why.',
    ],
    publishTitle: 'Nothing gets out before its time',
    publish: [
      'The nominated and the winner become public at a set moment. One person prepares it and another approves it. Whoever prepares cannot approve.',
      'Until that moment every page, feed and data service shows the same as before the decision.',
    ],
    logTitle: 'Everything that happens stays on record',
    log: [
      'Every step is written into a log in which each line is linked to the one before by a checksum. Nobody can change or remove a line without its showing.',
      'An auditor may read the log and verify it.',
    ],
    dataTitle: 'Open data',
    data: 'What stands on the public pages also exists as data for machines:',
    api: 'The years as JSON',
    callApi: 'The call as JSON',
    atom: 'Feed (Atom)',
    jsonFeed: 'Feed (JSON Feed)',
    openapi: 'Description of the data service (OpenAPI)',
  },
  privacy: {
    title: 'Privacy',
    lead: 'We ask as little as possible about you and show it to as few as possible.',
    description: 'Which personal data the service of Etikkprisen processes, why, and what you can ask for.',
    parts: [
      {
        title: 'What we store about you',
        body: [
          'Name, e-mail address, possibly telephone number and choice of language, and what you do in the service: when you sign in, what you submit and what you decide. We never ask for a national identity number.',
          'You sign in with a link and a code by e-mail. We store no passwords.',
        ],
      },
      {
        title: 'Why',
        body: [
          'To receive applications, to let the jury assess them, and to be able to show afterwards that everything was done right.',
        ],
      },
      {
        title: 'Who sees what',
        body: [
          'A draft is read only by those who work on the application. The secretariat sees that the draft exists, not its text. A submitted application is read by the secretariat and by jurors without a conflict.',
          'What a juror declares about connections is read by the chair of the jury, the secretariat and an auditor.',
          'Public are the names of the nominated organisations, the jury’s statements and who sat on the jury. Applications that are not nominated do not become public.',
        ],
      },
      {
        title: 'Information about patients and users',
        body: [
          'The application must not contain anything by which patients, users or next of kin can be recognised. If we find such things, we ask you to take them out.',
        ],
      },
      {
        title: 'Cookies',
        body: [
          'The public pages use no tracking and no services of others. When you sign in, one cookie keeps you signed in, and if you choose a language, the choice is remembered.',
        ],
      },
      {
        title: 'What you can ask for',
        body: [
          'You can ask to see what we have stored about you, to have errors corrected and to have what we no longer need erased. Write to the secretariat; the address stands at the foot of the page. If you disagree with us, you can complain to the Norwegian Data Protection Authority.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody should be able to apply, assess and read, however they use the web.',
    description:
      'How the service of Etikkprisen is made so that everybody can use it, and how to tell us when something stands in the way.',
    parts: [
      {
        title: 'How the service is made',
        body: [
          'The pages are made to WCAG 2.2 at levels A and AA. They work with the keyboard alone, with a screen reader, enlarged to 400 per cent, on a phone and without JavaScript. They come in light and dark, by the setting of your device.',
          'Texts in another language than the page are marked, so that a screen reader reads them right.',
        ],
      },
      {
        title: 'How we test it',
        body: [
          'Every page is tested automatically with axe-core in a real browser whenever something changes. Automatic tests do not find everything, so we would like to hear from you.',
        ],
      },
      {
        title: 'What we know of',
        body: [
          'Attachments are made by the applicants, and we cannot promise that all are accessible. If you need one in another form, we will help you.',
        ],
      },
      {
        title: 'Tell us',
        body: [
          'Is there something you cannot do? Write to or call the secretariat; the address stands at the foot of the page. You can also report it to the Norwegian authority for universal design of ICT.',
        ],
      },
    ],
  },
  feed: {
    title: 'Etikkprisen',
    subtitle: 'Calls, nominated and winners',
    call: (year) => `Etikkprisen ${year} has been announced`,
    finalists: (year) => `The nominated for Etikkprisen ${year}`,
    winner: (year, name) => `${name} received Etikkprisen ${year}`,
    noAward: (year) => `Etikkprisen ${year} is not awarded`,
  },
};
