import type { callReminders as nb } from '../nb/callReminders.ts';

export const callReminders: typeof nb = {
  title: 'Minn meg på utlysinga',
  lead: (year, at, deadline) =>
    `Vi sender deg éin e-post om Etikkprisen ${year}, ${at}. Fristen er ${deadline}.`,
  email: 'E-postadresse',
  kept: 'Vi bruker adressa berre til dette, og slettar henne når fristen er ute.',
  ask: 'Minn meg på det',
  sent: 'Sjå i innboksen din. Trykk på lenkja i e-posten, så minner vi deg på utlysinga.',
  removed: 'Adressa er sletta.',
  noCall: 'Inga utlysing er open no',
  tooLate: 'Det er så kort tid att at vi ikkje sender fleire påminningar.',
  deadline: (at) => `Fristen er ${at}.`,
  question: (email, year) => `Skal vi sende ei påminning om Etikkprisen ${year} til ${email}?`,
  isOn: (email, year, at) => `Vi minner ${email} på Etikkprisen ${year}, ${at}.`,
  wasReminded: (email, year) => `Vi har minna ${email} på Etikkprisen ${year}.`,
  confirm: 'Ja, minn meg på det',
  remove: 'Slett adressa',
};
