/** «Minn meg på utlysningen». */
export const callReminders = {
  title: 'Minn meg på utlysningen',
  lead: (year: number, at: string, deadline: string) =>
    `Vi sender deg én e-post om Etikkprisen ${year}, ${at}. Fristen er ${deadline}.`,
  email: 'E-postadresse',
  kept: 'Vi bruker adressen bare til dette, og sletter den når fristen er ute.',
  ask: 'Minn meg på det',
  sent: 'Se i innboksen din. Trykk på lenken i e-posten, så minner vi deg på utlysningen.',
  removed: 'Adressen er slettet.',
  noCall: 'Ingen utlysning er åpen nå',
  tooLate: 'Det er så kort tid igjen at vi ikke sender flere påminnelser.',
  deadline: (at: string) => `Fristen er ${at}.`,
  question: (email: string, year: number) =>
    `Skal vi sende en påminnelse om Etikkprisen ${year} til ${email}?`,
  isOn: (email: string, year: number, at: string) => `Vi minner ${email} på Etikkprisen ${year}, ${at}.`,
  wasReminded: (email: string, year: number) => `Vi har minnet ${email} på Etikkprisen ${year}.`,
  confirm: 'Ja, minn meg på det',
  remove: 'Slett adressen',
};
