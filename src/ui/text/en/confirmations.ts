import type { confirmations as nb } from '../nb/confirmations.ts';

export const confirmations: typeof nb = {
  title: 'Confirmations',
  taskLead: 'The leader and the partners confirm by a link.',
  lead: (deadline) =>
    `Those who are to confirm the application get a link by e-mail. They need no account. The confirmations must be here by ${deadline}.`,
  closed: 'It is too late for confirmations, or the application has been dealt with.',
  none: 'Nobody has to confirm this application.',
  leader: 'The leader who approves the application',
  partner: (name) => `Partner: ${name}`,
  name: 'Name',
  position: 'Position',
  email: 'E-mail address',
  send: 'Send the link',
  sent: 'The link has been sent.',
  askAgain: 'Send a new link',
  askAgainHint: 'The earlier link will no longer work.',
  changedSince:
    'The application has changed since it was confirmed. Send a new link if the leader is to confirm it as it is now.',
  states: {
    notAsked: 'Not asked',
    asked: 'Waiting for an answer',
    confirmed: 'Confirmed',
    declined: 'Not confirmed',
  },
  askedOf: (name, email) => `The link was sent to ${name} (${email})`,
  answeredBy: {
    confirmed: (who) => `Confirmed by ${who},`,
    declined: (who) => `${who} said no,`,
  },
  link: {
    over: (year) => `Etikkprisen ${year}`,
    leaderTitle: 'Confirm the application',
    leaderLead: (organisation) =>
      `${organisation} applies for Etikkprisen and has named you as the leader who approves the application.`,
    partnerTitle: 'Confirm the cooperation',
    partnerLead: (organisation, partner) =>
      `${organisation} applies for Etikkprisen and has named ${partner} as a partner.`,
    noAccount: 'You need no account. Your answer is kept, with your name.',
    application: 'The application',
    documents: 'Attachments',
    answerTitle: 'Your answer',
    deadline: 'Answer by',
    leaderQuestion: 'Do you approve the application?',
    leaderYes: 'Yes, I have read the application and approve it',
    partnerQuestion: (partner) => `Does ${partner} take part in the application?`,
    partnerYes: 'Yes, we take part',
    no: 'No',
    name: 'Your name',
    final: 'The answer cannot be changed afterwards.',
    send: 'Send the answer',
    answered: {
      confirmed: 'Thank you! You have confirmed. The answer was registered',
      declined: 'Thank you for your answer. You said no. The answer was registered',
    },
    late: (deadline) => `The time to confirm ended ${deadline}.`,
    settled: 'The application has been dealt with or withdrawn. You do not have to do anything.',
  },
  setup: {
    title: 'Confirmations',
    leaderApproval: 'How the leader approves the application',
    tick: 'The applicant ticks a box and gives name and position',
    link: 'The leader confirms by a link',
    days: 'Days after the deadline in which confirmations may come',
    partners: 'Partners confirm by a link',
    save: 'Save the confirmations',
  },
};
