/** What the service keeps in a browser. */
export const cookies = {
  title: 'Informasjonskapsler',
  lead: 'Det er ingenting å samtykke til: alt her trengs for det du selv ber om, og ingenting følger deg.',
  description: 'Hva Etikkprisens tjeneste lagrer i nettleseren din, hvorfor og hvor lenge.',
  name: 'Navn',
  why: 'Hva den er til',
  howLong: 'Hvor lenge',
  /** By their names, without the mark of a secure host. */
  each: {
    sid: {
      why: 'Holder deg innlogget.',
      howLong: 'Til du logger ut eller lukker nettleseren',
    },
    'practice-sid': {
      why: 'Holder deg innlogget i en øvelse, for seg selv.',
      howLong: 'Til du logger ut eller lukker nettleseren',
    },
    login: {
      why: 'Husker at det var du som ba om e-posten du logger inn med.',
      howLong: 'Til du er logget inn, ellers i 48 timer',
    },
    lang: {
      why: 'Husker språket du velger.',
      howLong: 'Ett år',
    },
    delt: {
      why: 'Husker at flere bruker maskinen, når du sier det, så ingenting du skriver blir liggende.',
      howLong: 'Ett år',
    },
    lesestorrelse: {
      why: 'Husker skriftstørrelsen et jurymedlem velger.',
      howLong: 'Ett år',
    },
    kolonner: {
      why: 'Husker hvilke kolonner sekretariatet vil se i tabellen over søknader.',
      howLong: 'Ett år',
    },
  },
  none: 'De offentlige sidene setter ingen andre informasjonskapsler enn valget av språk. Vi bruker ingen sporing og ingen tjenester fra andre.',
  storage: 'Nettleseren lagrer også',
  storageBody:
    'Det du skriver i en søknad eller en vurdering, ligger i nettleseren din til det er lagret hos oss, så et nett som faller ut ikke tar det med seg. Det sendes bare til oss, og det slettes når det er lagret. På en maskin som er delt, gjør vi det ikke. Nettleseren husker også opplastinger som ikke er ferdige, og hvordan du helst viser vedlegg.',
};
