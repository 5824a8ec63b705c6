import type { substitutes as nb } from '../nb/substitutes.ts';

export const substitutes: typeof nb = {
  label: 'Vara for',
  hint: 'Berre for leiarar. Ein vara kan alltid godkjenne, men får oppgåva og e-posten først når leiaren ikkje har svart på eit døgn.',
  nobody: 'Ingen',
  of: (role, name) => `${role}, vara for ${name}`,
  inPlaceOf: (name, leader) => `${name} (i staden for ${leader})`,
  leadersOnly: 'Berre ein leiar kan vere vara. Vel rolla leiar, eller «Ingen»',
  noLeader: 'Vel ein leiar som framleis har rolla',
  oneself: 'Ingen kan vere vara for seg sjølv',
  chain: 'Den du valde, er sjølv vara. Vel ein leiar som ikkje er det',
  otherYears: 'Leiaren og varaen må ha rolla for dei same prisåra. Vel det same under «Gjeld for»',
};
