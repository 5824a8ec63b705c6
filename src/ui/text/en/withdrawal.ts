import type { withdrawal as nb } from '../nb/withdrawal.ts';

export const withdrawal: typeof nb = {
  title: 'Register that the application is withdrawn',
  link: 'The applicant has withdrawn',
  question: (organisation) => `Has ${organisation} withdrawn its application?`,
  lead: 'The nominated have been published. That is why the secretariat registers that an application is withdrawn.',
  notPublic: 'The application and the jury’s statement are no longer shown on the public pages.',
  reopens:
    'If the jury has chosen the winner, it must choose again. An announcement that is prepared is stopped.',
  final: 'This cannot be undone.',
  tell: 'Those who have worked on the application get an email saying that it is withdrawn.',
  reason: 'Reason',
  reasonHint: 'Who told you, when and why. This is kept in the log.',
  confirm: 'Yes, register that it is withdrawn',
  reopened: 'One of the nominated has withdrawn its application.',
};
