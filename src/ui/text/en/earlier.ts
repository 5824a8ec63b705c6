import type { earlier as nb } from '../nb/earlier.ts';

export const earlier: typeof nb = {
  title: 'Earlier applications',
  lead: 'Applications by the same organisation that you have worked on yourself.',
  none: 'No earlier applications',
  noneBody: 'If a colleague has applied before, they can invite you to that application from My page.',
  application: (year, name) => `Etikkprisen ${year}: ${name}`,
  sent: (when) => `Submitted ${when}`,
  start: 'Start from this one',
  startHint:
    'Answers are copied where the questions are the same and you have not written anything yet. Ticks and attachments are not copied.',
  copied: (n) => (n === 1 ? 'One answer has been copied.' : `${n} answers have been copied.`),
  left: (n) => (n === 1 ? 'One answer fitted no empty question.' : `${n} answers fitted no empty question.`),
  link: 'Start from an earlier application',
};
