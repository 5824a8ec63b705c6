/** Practice editions. */
export const practice = {
  title: 'Prøverunde',
  lead: 'Øv på et helt prisår uten at noe er ekte. Prøverunden er en kopi av oppsettet, med oppdiktede søkere og en oppdiktet jury. Ingen andre enn sekretariatet ser den, og ingen e-post blir sendt.',
  unavailable: 'Prøverunder er ikke satt opp på denne serveren',
  unavailableBody:
    'Be dem som drifter tjenesten, om å gi den en database til. Hvordan det gjøres, står i driftsveiledningen.',
  noEdition: 'Det finnes ikke noe prisår å øve på ennå',
  noEditionBody: 'Opprett et prisår først. Prøverunden blir en kopi av det.',
  copyOf: 'Prisåret det skal være en kopi av',
  copyOfHelp:
    'Oppsettet blir kopiert: datoer, tekster, kriterier, skjema, e-posttekster og plasser i juryen. Ingen mennesker blir med.',
  takesTime:
    'Det kan ta opptil et minutt å lage prøverunden. Klokka i den står på ett døgn før søknadsfristen, og du kan flytte den.',
  make: 'Lag prøverunden',
  madeOf: (year: string, who: string) => `En kopi av ${year}, laget av ${who}`,
  enter: 'Gå inn i prøverunden',
  othersTitle: 'La de oppdiktede gjøre sitt',
  othersBody:
    'Søkere sender inn, ledere bekrefter, og juryen erklærer seg og leverer vurderinger: alt som venter på dem akkurat nå. Vil du gjøre noe av det selv, kan du være hvem du vil inne i prøverunden.',
  others: 'La dem gjøre det nå',
  purgeTitle: 'Slett prøverunden',
  purgeBody:
    'Alt i prøverunden blir borte: søknader, vedlegg, vurderinger, e-poster og logg. Det eneste som blir stående, er en linje i loggen om at den er slettet, og av hvem.',
  sure: 'Jeg er ferdig med å øve, og alt i prøverunden kan slettes',
  purge: 'Slett alt i prøverunden',
  played: ({
    sent,
    confirmed,
    declared,
    delivered,
  }: Record<'sent' | 'confirmed' | 'declared' | 'delivered', number>) =>
    `Gjort: ${sent} søknader sendt inn, ${confirmed} bekreftelser, ${declared} habilitetserklæringer og ${delivered} vurderinger levert.`,
  done: {
    made: 'Prøverunden er klar.',
    purged: 'Prøverunden er slettet. Ingenting er igjen av den.',
  },
};

/** What may be refused about them. */
export const practiceProblems = {
  'practice/unavailable': {
    title: 'Prøverunder er ikke satt opp her',
    detail:
      'Be dem som drifter tjenesten, om å gi den en database til. Hvordan det gjøres, står i driftsveiledningen.',
  },
  'practice/exists': {
    title: 'Det finnes en prøverunde fra før',
    detail: 'Slett den først. Det kan bare være én om gangen.',
  },
  'practice/none': {
    title: 'Det finnes ingen prøverunde',
    detail: 'Den er kanskje slettet. Lag en ny hvis du vil øve mer.',
  },
};
