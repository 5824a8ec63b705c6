/** A leader who is the substitute of another. */
export const substitutes = {
  label: 'Vara for',
  hint: 'Bare for ledere. En vara kan alltid godkjenne, men får oppgaven og e-posten først når lederen ikke har svart på et døgn.',
  nobody: 'Ingen',
  of: (role: string, name: string) => `${role}, vara for ${name}`,
  inPlaceOf: (name: string, leader: string) => `${name} (i stedet for ${leader})`,
  leadersOnly: 'Bare en leder kan være vara. Velg rollen leder, eller «Ingen»',
  noLeader: 'Velg en leder som fortsatt har rollen',
  oneself: 'Ingen kan være vara for seg selv',
  chain: 'Den du valgte, er selv vara. Velg en leder som ikke er det',
  otherYears: 'Lederen og varaen må ha rollen for de samme prisårene. Velg det samme under «Gjelder for»',
};
