import type { archive as nb } from '../nb/archive.ts';

export const archive: typeof nb = {
  title: 'Til arkivet',
  lead: (year) =>
    `Her tek de ut Etikkprisen ${year} i ei pakke som eit arkivsystem kan ta imot. Blir ho teken ut to gonger utan at noko er endra, er ho heilt lik.`,
  package: 'Pakka',
  contents: [
    'Saka, med saksnummeret når de har fylt det inn',
    'Kvar søknad som er send inn, på papir (PDF/A) og slik han vart signert, med vedlegga',
    'Når prisåret er over: protokollen frå fagjuryen, vedtaket og det som vart kunngjort',
    'Opplysningar etter Noark og Fiks Arkiv (arkivmelding.xml), og ein kontrollsum for kvar fil',
  ],
  withOutcome: 'Prisåret er over. Protokollen, vedtaket og kunngjeringa er med.',
  withoutOutcome:
    'Prisåret er ikkje over. Protokollen, vedtaket og kunngjeringa blir med når utfallet er offentleg.',
  outOf: (n) =>
    n === 1
      ? 'Éin søknad er ikkje med, fordi du er inhabil i han. Ein annan i sekretariatet kan ta han ut.'
      : `${n} søknader er ikkje med, fordi du er inhabil i dei. Ein annan i sekretariatet kan ta dei ut.`,
  takeYear: 'Last ned arkivpakka (ZIP)',
  takeOne: 'Last ned arkivpakka for søknaden (ZIP)',
  takePeriod: 'Last ned arkivpakka (ZIP)',
  caseNumber: 'Saksnummer i arkivet',
  caseNumberHint: 'Nummeret arkivet har gitt prisåret, til dømes 2026/1234. Det kjem med i pakka.',
  number: 'Nummer i arkivet',
  numberHint:
    'Har søknaden ei eiga sak, skriv du saksnummeret (2026/1234). Er han eit dokument i saka til prisåret, skriv du dokumentnummeret (2026/1234-5).',
  wrongNumber: 'Skriv nummeret slik det står i arkivet, med bokstavar, tal og teikna / - . _ : og mellomrom.',
  save: 'Lagre',
  saved: 'Nummeret er lagra.',
  applications: 'Søknadene',
  table: 'Kvar søknad og nummeret i arkivet',
  noApplications: 'Ingen søknader er sende inn enno',
  applicant: 'Søkjar',
  receipt: 'Kvitteringsnummer',
  came: 'Send inn',
  noNumber: 'Ikkje fylt inn',
  delivered: 'Dette er med',
  holdingWords: {
    whole: 'Alt',
    withdrawn: 'Berre opplysningane, han er trekt',
    erased: 'Berre opplysningane, resten er sletta',
  },
  leadOne: 'Her tek de ut søknaden i ei pakke som eit arkivsystem kan ta imot.',
  holdings: {
    whole:
      'Søknaden på papir (PDF/A) og slik han vart signert, vedlegga, opplysningar etter Noark og Fiks Arkiv, og kontrollsummar. Det står i loggen at du tok han ut.',
    withdrawn: 'Søkjaren har trekt søknaden. Pakka har berre opplysningar om at han kom, og ikkje innhaldet.',
    erased: 'Innhaldet er sletta etter oppbevaringsplanen. Pakka har berre opplysningar om at søknaden kom.',
  },
  toYear: (year) => `Alt til arkivet frå Etikkprisen ${year}`,
  periodLink: 'Ta ut ein periode i staden',
  periodTitle: 'Arkivpakke for ein periode',
  periodLead:
    'Alt som kom inn eller vart avslutta i perioden, frå kvart prisår du arbeider med. Begge dagane er med.',
  from: 'Frå og med',
  to: 'Til og med',
  endsBefore: 'Perioden sluttar før han byrjar.',
  nothingThen: 'Det er ingenting til arkivet i denne perioden.',
};
