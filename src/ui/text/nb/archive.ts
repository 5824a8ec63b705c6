/** What goes to an archive. */
export const archive = {
  title: 'Til arkivet',
  lead: (year: number) =>
    `Her tar dere ut Etikkprisen ${year} i en pakke som et arkivsystem kan ta imot. Tas den ut to ganger uten at noe er endret, blir den helt lik.`,
  package: 'Pakken',
  contents: [
    'Saken, med saksnummeret når dere har fylt det inn',
    'Hver søknad som er sendt inn, på papir (PDF/A) og slik den ble signert, med vedleggene',
    'Når prisåret er over: fagjuryens protokoll, vedtaket og det som ble kunngjort',
    'Opplysninger etter Noark og Fiks Arkiv (arkivmelding.xml), og en kontrollsum for hver fil',
  ],
  withOutcome: 'Prisåret er over. Protokollen, vedtaket og kunngjøringen er med.',
  withoutOutcome:
    'Prisåret er ikke over. Protokollen, vedtaket og kunngjøringen blir med når utfallet er offentlig.',
  outOf: (n: number) =>
    n === 1
      ? 'Én søknad er ikke med, fordi du er inhabil i den. En annen i sekretariatet kan ta den ut.'
      : `${n} søknader er ikke med, fordi du er inhabil i dem. En annen i sekretariatet kan ta dem ut.`,
  takeYear: 'Last ned arkivpakken (ZIP)',
  takeOne: 'Last ned arkivpakken for søknaden (ZIP)',
  takePeriod: 'Last ned arkivpakken (ZIP)',
  caseNumber: 'Saksnummer i arkivet',
  caseNumberHint: 'Nummeret arkivet har gitt prisåret, for eksempel 2026/1234. Det kommer med i pakken.',
  number: 'Nummer i arkivet',
  numberHint:
    'Har søknaden en egen sak, skriver du saksnummeret (2026/1234). Er den et dokument i prisårets sak, skriver du dokumentnummeret (2026/1234-5).',
  wrongNumber:
    'Skriv nummeret slik det står i arkivet, med bokstaver, tall og tegnene / - . _ : og mellomrom.',
  save: 'Lagre',
  saved: 'Nummeret er lagret.',
  applications: 'Søknadene',
  table: 'Hver søknad og nummeret i arkivet',
  noApplications: 'Ingen søknader er sendt inn ennå',
  applicant: 'Søker',
  receipt: 'Kvitteringsnummer',
  came: 'Sendt inn',
  noNumber: 'Ikke fylt inn',
  delivered: 'Dette er med',
  holdingWords: {
    whole: 'Alt',
    withdrawn: 'Bare opplysningene, den er trukket',
    erased: 'Bare opplysningene, resten er slettet',
  },
  leadOne: 'Her tar dere ut søknaden i en pakke som et arkivsystem kan ta imot.',
  holdings: {
    whole:
      'Søknaden på papir (PDF/A) og slik den ble signert, vedleggene, opplysninger etter Noark og Fiks Arkiv, og kontrollsummer. Det står i loggen at du tok den ut.',
    withdrawn: 'Søkeren har trukket søknaden. Pakken har bare opplysninger om at den kom, og ikke innholdet.',
    erased: 'Innholdet er slettet etter oppbevaringsplanen. Pakken har bare opplysninger om at søknaden kom.',
  },
  toYear: (year: number) => `Alt til arkivet fra Etikkprisen ${year}`,
  periodLink: 'Ta ut en periode i stedet',
  periodTitle: 'Arkivpakke for en periode',
  periodLead:
    'Alt som kom inn eller ble avsluttet i perioden, fra hvert prisår du arbeider med. Begge dagene er med.',
  from: 'Fra og med',
  to: 'Til og med',
  endsBefore: 'Perioden slutter før den begynner.',
  nothingThen: 'Det er ingenting til arkivet i denne perioden.',
};
