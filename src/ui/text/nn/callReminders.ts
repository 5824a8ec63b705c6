import type { callReminders as nb } from '../nb/callReminders.ts';

export const callReminders: typeof nb = {
  title: 'Minn meg på utlysinga',
  lead: (year, deadline) =>
    `Vi sender deg éin e-post om Etikkprisen ${year}, etter sommarferien og i god tid før fristen ${deadline}.`,
  email: 'E-postadresse',
  kept: 'Vi bruker adressa berre til dette, og slettar henne når fristen er ute.',
  ask: 'Minn meg på det',
  sent: 'Sjå i innboksen din. Trykk på lenkja i e-posten, så minner vi deg på utlysinga.',
  removed: 'Adressa er sletta.',
  noCall: 'Inga utlysing er open no',
  question: (email, year) => `Skal vi sende ei påminning om Etikkprisen ${year} til ${email}?`,
  isOn: (email, year) => `Vi minner ${email} på Etikkprisen ${year}.`,
  confirm: 'Ja, minn meg på det',
  remove: 'Slett adressa',
};
