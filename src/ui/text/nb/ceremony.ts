/** The ceremony: the screen in the hall, and the host's remote control. */
export const ceremony = {
  title: 'Seremoni',
  lead: 'Her styrer du skjermen i salen. Vinneren blir offentlig i det øyeblikket du kunngjør.',
  rehearsalTitle: 'Prøve på seremonien',
  rehearsalLead: 'Øv så mye du vil. Navnene er oppdiktet, og ingenting blir offentlig.',
  rehearsal: 'Prøve',
  notYet: 'Når de nominerte er offentlige, kan du styre skjermen herfra. Prøven kan du bruke allerede nå.',
  lost: 'Ingen kontakt med tjenesten. Det du ser, blir stående. Trykk igjen om litt.',
  moves: { next: 'Neste', back: 'Tilbake', announce: 'Kunngjør vinneren', restart: 'Til begynnelsen' },
  states: {
    missing: (_when: string) =>
      'Kunngjøringen av vinneren er ikke godkjent ennå. Da kan du ikke kunngjøre herfra.',
    byMoment: (when: string) => `Vinneren blir offentlig av seg selv ${when}. Da kan du vise den her.`,
    waiting: (when: string) =>
      `Alt er klart. Hvis ingen kunngjør, blir vinneren offentlig av seg selv ${when}.`,
    held: (_when: string) => 'Holdt tilbake: Vinneren blir offentlig bare når du kunngjør.',
    takenDown: (_when: string) =>
      'Vinneren er tatt ned. En rettelse må gjøres klar og godkjennes før noen kan vises.',
    public: (when: string) => `Vinneren er offentlig siden ${when}.`,
  },
  screens: 'Skjermen i salen',
  openScreen: 'Åpne skjermen',
  toRehearsal: 'Øv med oppdiktede navn',
  toCeremony: 'Til den ordentlige seremonien',
  howTo: [
    'Åpne skjermen på maskinen til projektoren, og velg full skjerm (F11). Den trenger ingen innlogging, og følger det du gjør her.',
    'En presentasjonsklikker, mellomrom eller piltastene virker på denne siden: fram og tilbake.',
    'Mister skjermen nettet, blir bildet stående til nettet er tilbake. Etter kunngjøringen kan du vise vinneren fra denne siden.',
  ],
  screenTitle: (year: number) => `Utdeling av Etikkprisen ${year}`,
  notNow:
    'Seremonien kan øves på og kjøres fra juryen har bestemt hvem som er nominert, og til prisåret er arkivert.',
  screenLost: 'Venter på nett',
  fullScreen: 'Full skjerm',
  welcome: 'Velkommen til utdelingen av',
  prize: (year: number) => `Etikkprisen ${year}`,
  nominatedFor: (year: number) => `Nominert til Etikkprisen ${year}`,
  numberOf: (number: number, of: number) => `${number} av ${of}`,
  before: 'Og vinneren er …',
  winnerOf: (year: number) => `Vinner av Etikkprisen ${year}`,
  honourable: 'Hederlig omtale',
  noAward: 'Prisen deles ikke ut i år',
  invented: {
    names: ['Solvika sykehjem', 'Fjellheim hjemmetjeneste', 'Eventyrdalen kommune'],
    statement:
      'Oppdiktet: De ansatte øver på vanskelige valg sammen, og pårørende er med når planene legges.',
    text: 'Oppdiktet: Juryen var enig.',
  },
};
