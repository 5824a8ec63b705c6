/** «Minn meg på utlysningen». */
export const callReminders = {
  title: 'Minn meg på utlysningen',
  lead: (year: number, deadline: string) =>
    `Vi sender deg én e-post om Etikkprisen ${year}, etter sommerferien og i god tid før fristen ${deadline}.`,
  email: 'E-postadresse',
  kept: 'Vi bruker adressen bare til dette, og sletter den når fristen er ute.',
  ask: 'Minn meg på det',
  sent: 'Se i innboksen din. Trykk på lenken i e-posten, så minner vi deg på utlysningen.',
  removed: 'Adressen er slettet.',
  noCall: 'Ingen utlysning er åpen nå',
  question: (email: string, year: number) =>
    `Skal vi sende en påminnelse om Etikkprisen ${year} til ${email}?`,
  isOn: (email: string, year: number) => `Vi minner ${email} på Etikkprisen ${year}.`,
  confirm: 'Ja, minn meg på det',
  remove: 'Slett adressen',
};
