/** The pages that say how the service treats people: their data, and whoever cannot use it. */

export const privacy = {
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
        'Et utkast leses av dem som arbeider med søknaden. De kan slippe inn veilederen i regionen sin, og sekretariatet når de spør det om hjelp. Ellers ser sekretariatet bare at utkastet finnes, ikke teksten. En innsendt søknad leses av sekretariatet og av habile medlemmer av fagjuryen.',
        'Det et jurymedlem oppgir om tilknytninger, leses av juryens leder, sekretariatet og en revisor.',
        'Offentlig blir navnet på de nominerte virksomhetene, juryens begrunnelser, hvem som satt i juryen, og bilder og sitater fra de nominerte. Ved sitatet står navnet på den som sa det, og ved bildet den som tok det. Søknader som ikke blir nominert, blir ikke offentlige.',
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
        'De offentlige sidene bruker ingen sporing og ingen tjenester fra andre. Vi setter bare de informasjonskapslene som trengs for det du selv ber om. De står på en egen side.',
      ],
    },
    {
      title: 'Det du kan kreve',
      body: [
        'Du kan be om å se det vi har lagret om deg, få feil rettet og få slettet det vi ikke lenger trenger. Har du en konto, kan du selv laste ned det som er lagret om deg, og slette kontoen: Begge deler står under profilen din. Ellers skriver du til sekretariatet; adressen står nederst på siden. Er du uenig med oss, kan du klage til Datatilsynet.',
      ],
    },
  ],
};

export const accessibility = {
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
        'Er det noe du ikke får til? Bruk skjemaet, eller skriv eller ring til sekretariatet; adressen står nederst på siden. Du kan også melde fra til Tilsynet for universell utforming av ikt.',
      ],
    },
  ],
};
