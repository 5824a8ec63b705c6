/** The people of the demonstration. None of them exists. */

export interface DemoPerson {
  name: string;
  email: string;
  language?: 'nn';
}
export interface DemoSeat {
  role: 'chair' | 'deputyChair' | 'member';
  organisation: string;
  person: DemoPerson;
}

export const administrator: DemoPerson = {
  name: 'Astrid Lienvold',
  email: 'administrator@etikkprisen.example',
};
export const secretaries: readonly [DemoPerson, DemoPerson] = [
  { name: 'Ingeborg Aashagen', email: 'sekretariat@etikkprisen.example' },
  { name: 'Tor Henrik Vangsnes', email: 'sekretariat2@etikkprisen.example', language: 'nn' },
];
export const leader: DemoPerson = { name: 'Bente Ramsødegård', email: 'leder@etikkprisen.example' };

/** One for each of the seven regions. */
export const advisers: readonly DemoPerson[] = [
  'Ragnhild Sandvær',
  'Eivind Stokkmoen',
  'Synnøve Fjellanger',
  'Torunn Jærheim',
  'Asbjørn Lindtveit',
  'Kjersti Bjørnerud',
  'Hamza Østvang',
].map((name, i) => ({ name, email: `veileder${i + 1}@etikkprisen.example` }));

/** Seven seats that belong to organisations, as in the call of 2022. */
export const demoJury: readonly DemoSeat[] = [
  {
    role: 'chair',
    organisation: 'Senter for medisinsk etikk',
    person: { name: 'Sigrid Falkangen', email: 'juryleder@etikkprisen.example' },
  },
  {
    role: 'deputyChair',
    organisation: 'Helsedirektoratet',
    person: { name: 'Olav Brekkestad', email: 'nestleder@etikkprisen.example', language: 'nn' },
  },
  {
    role: 'member',
    organisation: 'Helse- og omsorgsdepartementet',
    person: { name: 'Nina Hauglien', email: 'jury3@etikkprisen.example' },
  },
  {
    role: 'member',
    organisation: 'KS',
    person: { name: 'Mohammed Rashidian', email: 'jury4@etikkprisen.example' },
  },
  {
    role: 'member',
    organisation: 'Fagforbundet',
    person: { name: 'Liv Torgersdal', email: 'jury5@etikkprisen.example' },
  },
  {
    role: 'member',
    organisation: 'Norsk Sykepleierforbund',
    person: { name: 'Henrik Aspelien', email: 'jury6@etikkprisen.example' },
  },
  {
    role: 'member',
    organisation: 'Oslo kommune, Sykehjemsetaten',
    person: { name: 'Kristin Myrvollen', email: 'jury7@etikkprisen.example' },
  },
];
