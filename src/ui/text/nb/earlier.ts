/** Applications of earlier years. */
export const earlier = {
  title: 'Tidligere søknader',
  lead: 'Søknader fra den samme organisasjonen som du selv har arbeidet med.',
  none: 'Ingen tidligere søknader',
  noneBody: 'Har en kollega søkt før, kan kollegaen invitere deg til den søknaden fra Min side.',
  application: (year: number, name: string) => `Etikkprisen ${year}: ${name}`,
  sent: (when: string) => `Sendt inn ${when}`,
  start: 'Start fra denne',
  startHint:
    'Svarene kopieres der spørsmålene er de samme og dere ikke har skrevet noe ennå. Avkrysninger og vedlegg kopieres ikke.',
  copied: (n: number) => (n === 1 ? 'Ett svar er kopiert.' : `${n} svar er kopiert.`),
  left: (n: number) =>
    n === 1 ? 'Ett svar passet ikke til noe tomt spørsmål.' : `${n} svar passet ikke til noe tomt spørsmål.`,
  link: 'Start fra en tidligere søknad',
};
