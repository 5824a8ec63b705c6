import type { cookies as nb } from '../nb/cookies.ts';

export const cookies: typeof nb = {
  title: 'Informasjonskapslar',
  lead: 'Det er ingenting å samtykkje til: alt her trengst for det du sjølv ber om, og ingenting følgjer deg.',
  description: 'Kva tenesta for Etikkprisen lagrar i nettlesaren din, kvifor og kor lenge.',
  name: 'Namn',
  why: 'Kva han er til',
  howLong: 'Kor lenge',
  /** By their names, without the mark of a secure host. */
  each: {
    sid: {
      why: 'Held deg innlogga.',
      howLong: 'Til du loggar ut eller lukkar nettlesaren',
    },
    'practice-sid': {
      why: 'Held deg innlogga i ei øving, for seg sjølv.',
      howLong: 'Til du loggar ut eller lukkar nettlesaren',
    },
    login: {
      why: 'Hugsar at det var du som bad om e-posten du loggar inn med.',
      howLong: 'Til du er logga inn, elles i 48 timar',
    },
    lang: {
      why: 'Hugsar språket du vel.',
      howLong: 'Eitt år',
    },
    delt: {
      why: 'Hugsar at fleire bruker maskina, når du seier det, så ingenting du skriv blir liggjande.',
      howLong: 'Eitt år',
    },
    lesestorrelse: {
      why: 'Hugsar skriftstorleiken ein jurymedlem vel.',
      howLong: 'Eitt år',
    },
    kolonner: {
      why: 'Hugsar kva kolonnar sekretariatet vil sjå i tabellen over søknader.',
      howLong: 'Eitt år',
    },
  },
  none: 'Dei offentlege sidene set ingen andre informasjonskapslar enn valet av språk. Vi bruker ikkje sporing, og ingen tenester frå andre.',
  storage: 'Nettlesaren lagrar også',
  storageBody:
    'Det du skriv i ein søknad eller ei vurdering, ligg i nettlesaren din til det er lagra hos oss, så eit nett som fell ut ikkje tek det med seg. Det blir berre sendt til oss, og det blir sletta når det er lagra. På ei maskin som er delt, gjer vi det ikkje. Nettlesaren hugsar også opplastingar som ikkje er ferdige, og korleis du helst viser vedlegg.',
};
