/** The public pages: the prize, the call, the years, and how anybody can check. */
export const publicSite = {
  title: 'Etikkprisen',
  nav: { call: 'Utlysning', history: 'Tidligere år', check: 'Slik kan du kontrollere' },
  prize: (year: number) => `Etikkprisen ${year}`,
  front: {
    title: 'Prisen for dem som gjør etikk til hverdag',
    lead: 'Etikkprisen går hvert år til en kommune, en bydel eller en virksomhet som arbeider systematisk med etikk i helse- og omsorgstjenestene, så brukere og pårørende møtes med respekt for verdigheten og integriteten sin.',
    description:
      'Etikkprisen løfter fram systematisk etikkarbeid i de kommunale helse- og omsorgstjenestene. Her finner du utlysningen, de nominerte og vinnerne.',
    apply: (year: number) => `Søk Etikkprisen ${year}`,
    readCall: 'Les utlysningen',
    seeNominated: 'Les juryens begrunnelser',
    seeYear: (year: number) => `Alt om Etikkprisen ${year}`,
    whereNow: 'Hvor i året er vi?',
    noCall: 'Neste utlysning kommer før sommeren.',
    whatTitle: 'Hva prisen er',
    what: [
      'Etisk refleksjon er å stoppe opp sammen når det ikke er opplagt hva som er rett. Steder som gjør det til en vane, blir bedre steder å få hjelp og bedre steder å arbeide.',
      'En uavhengig fagjury leser søknadene, nominerer noen av dem og velger en vinner. Alle de nominerte får en skriftlig begrunnelse, som alle kan lese her.',
    ],
    lastWinner: 'Forrige vinner',
    allYears: 'Alle vinnerne siden 2011',
    howTitle: 'Slik velges vinneren',
    how: [
      {
        title: 'Åpne regler',
        body: 'Kriteriene, skjemaet og retningslinjene ligger åpent fra første dag, og de låses når prisen lyses ut.',
      },
      {
        title: 'Hver for seg først',
        body: 'Hvert jurymedlem vurderer alene. Ingen ser de andres vurderinger før alle er ferdige.',
      },
      {
        title: 'Ingen avgjør i egen sak',
        body: 'Jurymedlemmer svarer for tilknytninger til søkerne før de får lese, og den som er inhabil, deltar ikke.',
      },
    ],
  },
  phases: {
    announced: 'Utlyst. Åpner snart',
    open: 'Åpen for søknader',
    closed: 'Søknadsfristen er ute',
    judging: 'Fagjuryen vurderer',
    finalists: 'De nominerte er klare',
    winner: 'Vinneren er kåret',
    noAward: 'Prisen deles ikke ut i år',
    cancelled: 'Avlyst',
  },
  next: {
    announced: (when: string) => `Utlysningen åpner ${when}.`,
    open: (when: string) => `Søknadsfristen er ${when}.`,
    closed: 'Søknadene går nå til fagjuryen.',
    judging: (when: string) => `De nominerte offentliggjøres etter planen ${when}.`,
    finalists: (when: string) => `Vinneren kunngjøres på prisutdelingen ${when}.`,
    winner: 'Gratulerer til vinneren!',
    noAward: 'Fagjuryen har besluttet at prisen ikke deles ut i år.',
    cancelled: 'Prisen deles ikke ut i år.',
  },
  steps: {
    title: 'Året steg for steg',
    opens: 'Utlysningen åpner',
    deadline: 'Søknadsfrist',
    judging: 'Fagjuryen vurderer',
    finalists: 'De nominerte offentliggjøres',
    ceremony: 'Prisutdeling',
    until: (when: string) => `til ${when}`,
    planned: (when: string) => `etter planen ${when}`,
  },
  call: {
    title: (year: number) => `Utlysning av Etikkprisen ${year}`,
    description: (year: number) =>
      `Hvem som kan søke Etikkprisen ${year}, hva fagjuryen ser etter, frister og hele søknadsskjemaet.`,
    none: 'Det er ingen utlysning akkurat nå',
    noneBody:
      'Prisen lyses ut før sommeren. Tidligere år ligger åpent, og der kan du lese hva vinnerne har gjort.',
    cancelled: (year: number) => `Etikkprisen ${year} er avlyst og deles ikke ut.`,
    over: (year: number) => `Fristen for Etikkprisen ${year} er ute. Utlysningen står her slik den var.`,
    dates: 'Viktige datoer',
    opens: 'Åpner',
    deadline: 'Søknadsfrist',
    deadlineNote: 'Hele det siste minuttet er med. Fristen håndheves av tjenestens klokke.',
    finalists: 'De nominerte offentliggjøres',
    ceremony: 'Prisutdeling',
    contact: 'Spørsmål om søknaden',
    contents: 'På denne siden',
    purpose: 'Formålet med prisen',
    eligibility: 'Hvem som kan søke',
    prize: 'Prisen',
    criteria: 'Kriterier',
    criteriaLead: 'Fagjuryen vurderer alle søknadene etter de samme kriteriene.',
    kinds: { must: 'Minstekrav', assessed: 'Vurderes', extra: 'Teller i tillegg' },
    weight: (weight: number) => `vekt ${weight}`,
    scale: 'Poengskala',
    scaleLead: (min: number, max: number) =>
      `Hvert jurymedlem gir hele poeng fra ${min} til ${max} på hvert kriterium, og en skriftlig vurdering. Poengene er et råd til juryen, ikke et vedtak.`,
    noScale:
      'Fagjuryen gir ikke poeng. Den skriver en vurdering for hvert kriterium og drøfter seg fram til beslutningen.',
    level: (level: string) => `${level} poeng`,
    notDescribed: 'Uten poeng',
    jury: 'Fagjuryen',
    juryLead:
      'Plassene hører til organisasjoner. Navnet står her når en person har takket ja og bekreftet reglene om fortrolighet.',
    juryNone: 'Fagjuryen er ikke satt sammen ennå.',
    roles: { chair: 'leder av fagjuryen', deputyChair: 'nestleder', member: '', deputy: 'varamedlem' },
    unnamed: 'Navn kommer',
    form: 'Hele søknadsskjemaet',
    formLead:
      'Slik er skjemaet. Du kan skrive det ut og forberede svarene sammen før du logger inn. Alt kan lagres underveis.',
    sections: {
      about: 'Om søkeren',
      criteria: 'Kriteriene',
      facts: 'Tall og metoder',
      extra: 'I tillegg',
      approval: 'Godkjenning',
    },
    required: 'må besvares',
    optional: 'valgfritt',
    words: (max: number) => `inntil ${max} ord`,
    tick: 'avkryssing',
    table: 'tabell',
    choices: 'flere valg',
    documents: (max: number, size: string) =>
      `Du kan legge ved inntil ${max} filer (PDF, Word, JPEG, PNG), hver på inntil ${size}.`,
    regulations: 'Retningslinjer for prisen',
    hashTitle: 'Kontrollsum',
    hashLead:
      'Kriteriene, skjemaet, skalaen og retningslinjene ble låst da prisen ble lyst ut. Kontrollsummen viser at ingenting er endret siden.',
    hashFile: 'Last ned det som er låst',
    howToCheck: 'Slik kan du kontrollere den',
    print: 'Skriv ut siden med nettleserens utskrift (Ctrl+P). Den er laget for papir også.',
  },
  year: {
    nominated: 'De nominerte',
    nominatedDescription: (year: number) =>
      `De nominerte til Etikkprisen ${year}, med fagjuryens begrunnelser.`,
    others: 'De andre nominerte',
    alphabetical: 'De nominerte står i alfabetisk rekkefølge.',
    winner: 'Vinner',
    winnerOf: (year: number) => `Vinner av Etikkprisen ${year}`,
    honourable: 'Hederlig omtale',
    notYet: 'De nominerte er ikke offentliggjort ennå',
    notYetBody: (when: string) =>
      `Etter planen blir de offentlige ${when}, med juryens begrunnelse for hver av dem.`,
    noAward: 'Prisen deles ikke ut i år',
    cancelled: 'Prisen ble avlyst dette året',
    statement: 'Juryens begrunnelse',
    juryStatement: 'Fagjuryen',
    partners: (names: string) => `Sammen med ${names}`,
    jury: 'Fagjuryen som deltok',
    published: (when: string) => `Offentliggjort ${when}`,
    announced: (when: string) => `Kunngjort ${when}`,
    fromHistory: 'Dette året var før tjenesten ble tatt i bruk. Vi viser det som er kjent fra åpne kilder.',
    applications: 'Søknader',
    ceremony: 'Prisutdeling',
    theCall: 'Utlysningen og reglene',
    unknownNominated: 'De nominerte er ikke kjent.',
  },
  history: {
    title: 'Tidligere år',
    lead: 'Alle vinnerne av Etikkprisen siden den ble delt ut første gang i 2011. Det ble ikke delt ut noen pris for 2020.',
    description: 'Vinnere og nominerte til Etikkprisen fra 2011 til i dag.',
    nominated: 'Nominerte',
    honourable: (names: string) => `Hederlig omtale: ${names}`,
    noAward: 'Prisen ble ikke delt ut',
    source:
      'Årene før tjenesten ble tatt i bruk, bygger på åpne kilder. Der noe ikke er funnet, står det tomt.',
  },
  check: {
    title: 'Slik kan du kontrollere',
    lead: 'Du skal ikke trenge å stole på oss. Her er det du kan etterprøve selv, og det andre kan etterprøve for deg.',
    description: 'Hvordan hvem som helst kan kontrollere reglene, kvitteringene og gangen i Etikkprisen.',
    rulesTitle: 'Reglene er de samme hele året',
    rules: [
      'Når prisen lyses ut, låses kriteriene, skjemaet, skalaen og retningslinjene. Vi regner ut en kontrollsum (SHA-256) av dem og viser den på utlysningen.',
      'Last ned filen, regn ut kontrollsummen på din egen maskin og sammenlign. Er de like, er ikke et tegn endret.',
    ],
    command: 'Slik gjør du det på en maskin med macOS eller Linux:',
    windows: 'På Windows:',
    expected: (year: number) => `Kontrollsum for ${year}`,
    receiptTitle: 'Kvitteringen viser hva som ble sendt inn',
    receipt: [
      'Søkeren får en kvittering med nummer, tjenestens klokkeslett og en kontrollsum for søknaden og for hver fil. Den samme søknaden gir alltid den samme kontrollsummen.',
      'Er dere uenige med oss om hva dere sendte, er det kvitteringen som avgjør.',
    ],
    juryTitle: 'Juryen arbeider adskilt',
    jury: [
      'Et jurymedlem får ikke lese søknader før det er svart på om det finnes en tilknytning til hver av søkerne. Den som er inhabil, får ikke se søknaden.',
      'Vurderingene er skjult for alle andre til vurderingen er avsluttet, og etterpå kan de ikke endres.',
      'Beslutningen føres med begrunnelse. Velger juryen annerledes enn poengene tilsier, må den skrive hvorfor.',
    ],
    publishTitle: 'Ingenting slipper ut før tiden',
    publish: [
      'De nominerte og vinneren offentliggjøres på et fastsatt tidspunkt. Én person forbereder, og en annen godkjenner. Den som forbereder, kan ikke godkjenne selv.',
      'Fram til det øyeblikket viser hver side, strøm og datatjeneste det samme som før beslutningen.',
    ],
    logTitle: 'Alt som skjer, blir stående',
    log: [
      'Hvert steg skrives i en logg der hver linje er lenket til den forrige med en kontrollsum. Ingen kan endre eller fjerne en linje uten at det vises.',
      'En revisor kan få lese loggen og etterprøve den.',
    ],
    dataTitle: 'Åpne data',
    data: 'Det som står på de offentlige sidene, finnes også som data for maskiner:',
    api: 'Prisårene som JSON',
    callApi: 'Utlysningen som JSON',
    atom: 'Nyhetsstrøm (Atom)',
    jsonFeed: 'Nyhetsstrøm (JSON Feed)',
    openapi: 'Beskrivelse av datatjenesten (OpenAPI)',
  },
  privacy: {
    title: 'Personvern',
    lead: 'Vi ber om så lite som mulig om deg, og vi viser det til så få som mulig.',
    description: 'Hvilke personopplysninger Etikkprisens tjeneste behandler, hvorfor, og hva du kan kreve.',
    parts: [
      {
        title: 'Hva vi lagrer om deg',
        body: [
          'Navn, e-postadresse, eventuelt telefonnummer og språkvalg, og hva du gjør i tjenesten: når du logger inn, hva du sender inn og hva du beslutter. Vi ber aldri om fødselsnummer.',
          'Du logger inn med en lenke og en kode på e-post. Vi lagrer ikke passord.',
        ],
      },
      {
        title: 'Hvorfor',
        body: [
          'For å ta imot søknader, la fagjuryen vurdere dem, og kunne vise i ettertid at alt gikk riktig for seg.',
        ],
      },
      {
        title: 'Hvem som ser hva',
        body: [
          'Et utkast leses bare av dem som arbeider med søknaden. Sekretariatet ser at utkastet finnes, ikke teksten. En innsendt søknad leses av sekretariatet og av habile medlemmer av fagjuryen.',
          'Det et jurymedlem oppgir om tilknytninger, leses av juryens leder, sekretariatet og en revisor.',
          'Offentlig blir navnet på de nominerte virksomhetene, juryens begrunnelser og hvem som satt i juryen. Søknader som ikke blir nominert, blir ikke offentlige.',
        ],
      },
      {
        title: 'Opplysninger om pasienter og brukere',
        body: [
          'Søknaden skal ikke inneholde noe som gjør at pasienter, brukere eller pårørende kan kjennes igjen. Finner vi slikt, ber vi dere ta det ut.',
        ],
      },
      {
        title: 'Informasjonskapsler',
        body: [
          'De offentlige sidene bruker ingen sporing og ingen tjenester fra andre. Når du logger inn, settes én informasjonskapsel som holder deg innlogget, og velger du språk, huskes valget.',
        ],
      },
      {
        title: 'Det du kan kreve',
        body: [
          'Du kan be om å se det vi har lagret om deg, få feil rettet og få slettet det vi ikke lenger trenger. Skriv til sekretariatet; adressen står nederst på siden. Er du uenig med oss, kan du klage til Datatilsynet.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Tilgjengelighet',
    lead: 'Alle skal kunne søke, vurdere og lese, uansett hvordan de bruker nettet.',
    description:
      'Hvordan Etikkprisens tjeneste er laget for at alle skal kunne bruke den, og hvordan du sier fra om noe stenger.',
    parts: [
      {
        title: 'Slik er tjenesten laget',
        body: [
          'Sidene er laget etter WCAG 2.2 på nivå A og AA. De virker med tastatur alene, med skjermleser, forstørret til 400 prosent, på telefon og uten JavaScript. De finnes i lys og mørk drakt etter innstillingen på maskinen din.',
          'Tekster på et annet språk enn siden er merket, så skjermleseren leser dem riktig.',
        ],
      },
      {
        title: 'Slik prøver vi den',
        body: [
          'Hver side prøves automatisk med axe-core i en ekte nettleser hver gang noe endres. Automatiske prøver finner ikke alt, og derfor vil vi gjerne høre fra deg.',
        ],
      },
      {
        title: 'Det vi vet om',
        body: [
          'Vedlegg lages av søkerne, og vi kan ikke love at alle er tilgjengelige. Trenger du et vedlegg i en annen form, hjelper vi deg.',
        ],
      },
      {
        title: 'Si fra',
        body: [
          'Er det noe du ikke får til? Skriv eller ring til sekretariatet; adressen står nederst på siden. Du kan også melde fra til Tilsynet for universell utforming av ikt.',
        ],
      },
    ],
  },
  feed: {
    title: 'Etikkprisen',
    subtitle: 'Utlysninger, nominerte og vinnere',
    call: (year: number) => `Etikkprisen ${year} er lyst ut`,
    finalists: (year: number) => `De nominerte til Etikkprisen ${year}`,
    winner: (year: number, name: string) => `${name} fikk Etikkprisen ${year}`,
    noAward: (year: number) => `Etikkprisen ${year} deles ikke ut`,
  },
};
