import type { substitutes as nb } from '../nb/substitutes.ts';

export const substitutes: typeof nb = {
  label: 'Substitute for',
  hint: 'For leaders only. A substitute can always approve, but gets the task and the e-mail only when the leader has not answered for a day.',
  nobody: 'Nobody',
  of: (role, name) => `${role}, substitute for ${name}`,
  inPlaceOf: (name, leader) => `${name} (in place of ${leader})`,
  leadersOnly: 'Only a leader can be a substitute. Choose the role of leader, or "Nobody"',
  noLeader: 'Choose a leader who still has the role',
  oneself: 'Nobody can be their own substitute',
  chain: 'The one you chose is a substitute. Choose a leader who is not',
  otherYears:
    'Leader and substitute must have the role for the same years. Choose the same under "Applies to"',
};
