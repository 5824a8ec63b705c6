import { documentProblems } from './problems-documents.ts';
import { meetingProblems } from './problems-meeting.ts';
import { practiceProblems } from './practice.ts';
import { formatBytes, formatDeadline, formatWait } from '../format.ts';
import type { fieldErrors as nbFields, problemPage as nbPage, problems as nb } from '../nb/problems.ts';

export const problems: typeof nb = {
  'request/malformed': {
    title: 'Vi skjøna ikkje førespurnaden',
    detail: 'Noko i førespurnaden er skrive på ein måte vi ikkje kan lese. Gå tilbake og prøv ein gong til.',
  },
  'request/invalid': {
    title: 'Noko må rettast',
    detail: 'Sjå på felta som er merkte, rett dei og send på nytt.',
  },
  'request/too-large': {
    title: 'Det du sende, er for stort',
    detail: (p) => `Her kan du sende inntil ${formatBytes(p.maxBytes, 'nn')} om gongen.`,
  },
  'request/unsupported-media-type': {
    title: 'Innhaldstypen kan ikkje brukast her',
    detail: 'Send skjema som skjema og data som application/json.',
  },
  'request/cross-site': {
    title: 'Førespurnaden kom frå ein annan nettstad',
    detail:
      'For tryggleiken tek vi berre imot skjema frå våre eigne sider. Opne sida her hos oss og prøv på nytt.',
  },
  'request/too-many': {
    title: 'For mange forsøk',
    detail: (p) => `Vent ${formatWait(p.seconds, 'nn')} og prøv igjen.`,
  },
  'not-found': {
    title: 'Vi finn ikkje sida',
    detail:
      'Sida finst ikkje, eller du har ikkje tilgang til henne. Sjå etter i adressa, eller gå til framsida.',
  },
  'auth/required': {
    title: 'Du må logge inn',
    detail: 'Logg inn for å kome vidare.',
  },
  'auth/forbidden': {
    title: 'Du kan ikkje gjere dette',
    detail:
      'Rolla di gir ikkje rett til dette. Ta kontakt med sekretariatet om du meiner at ho burde gjere det.',
  },
  'auth/token-invalid': {
    title: 'Tilgangsnøkkelen verkar ikkje',
    detail: 'Nøkkelen er ukjend, utgått eller trekt tilbake. Lag ein ny på sida di.',
  },
  'auth/code-wrong': {
    title: 'Koden stemmer ikkje',
    detail: (p) =>
      p.triesLeft === 1
        ? 'Sjå i e-posten og skriv dei seks sifra på nytt. Du har eitt forsøk att.'
        : `Sjå i e-posten og skriv dei seks sifra på nytt. Du har ${p.triesLeft} forsøk att.`,
  },
  'auth/link-expired': {
    title: 'Lenkja eller koden verkar ikkje lenger',
    detail: 'Ho er brukt, for gammal eller feil. Be om ein ny e-post, så kjem du inn med den.',
  },
  'auth/too-many-tries': {
    title: 'For mange forsøk med feil kode',
    detail: 'Koden er sperra. Bruk lenkja i e-posten, eller be om ein ny e-post.',
  },
  'role/last-administrator': {
    title: 'Tenesta må ha minst to systemansvarlege',
    detail: 'Utan denne blir det færre enn to utan sluttdato. Gje rolla til ein annan først.',
  },
  'role/runs-the-year': {
    title: 'Søkjar og sekretariat må vere ulike personar',
    detail:
      'Den som er i sekretariatet eller godkjenner resultatet, kan ikkje arbeide med ein søknad til det same prisåret. Ei av dei to oppgåvene må avsluttast først.',
  },
  'person/just-deleted': {
    title: 'Kontoen vart nettopp sletta',
    detail:
      'Den som har denne adressa, sletta kontoen sin medan du heldt på. Ingenting vart lagra. Prøv ein gong til: Då blir det oppretta ein ny konto for adressa.',
  },
  'conflict/version': {
    title: 'Nokon andre lagra før deg',
    detail: 'Det du skreiv, er ikkje borte. Sjå kva som er endra, og lagre på nytt.',
  },
  'conflict/exists': {
    title: 'Det finst frå før',
    detail: 'Noko med same namn eller nummer er alt registrert.',
  },
  'conflict/in-use': {
    title: 'Det er i bruk',
    detail: 'Noko anna viser til dette, og difor kan det ikkje fjernast eller endrast.',
  },
  'process/not-now': {
    title: 'Dette kan ikkje gjerast no',
    detail: 'Saka er komen til eit anna steg. Last sida på nytt for å sjå kva som kan gjerast.',
  },
  'process/unmet': {
    title: 'Noko manglar før dette kan gjerast',
    detail: 'Lista viser kva som står att.',
  },
  'process/unknown-event': {
    title: 'Ukjend handling',
    detail: (p) => `Handlinga «${p.event}» finst ikkje her.`,
  },
  'nomination/incomplete': {
    title: 'Søknaden er ikkje ferdig',
    detail: 'Lista viser kva som manglar. Fyll det ut og send inn på nytt.',
  },
  'nomination/deadline-passed': {
    title: 'Søknadsfristen er ute',
    detail: (p) =>
      `Fristen var ${formatDeadline(p.deadline, 'nn')}. Det som vart sendt inn før fristen, står ved lag.`,
  },
  'nomination/part-closed': {
    title: 'Denne delen er låst',
    detail:
      'Sekretariatet har bede om meir i andre delar av søknaden. Opne søknaden for å sjå kva for nokre. Det de skriv der, blir lagra som vanleg.',
  },
  'nomination/exists': {
    title: 'Det finst alt ein søknad',
    detail: 'Nokon har byrja på ein søknad for same søkjar i år. Du kan be om å bli med på han.',
  },
  ...documentProblems,
  'ballot/score-off-scale': {
    title: 'Poenga er utanfor skalaen',
    detail: (p) => `Gi heile poeng frå ${p.min} til ${p.max}.`,
  },
  'ballot/delivered': {
    title: 'Vurderinga er levert',
    detail: 'Opne ho igjen om du vil endre noko.',
  },
  'ballot/locked': {
    title: 'Vurderinga er låst',
    detail: 'Juryen er ferdig med å vurdere. Vurderinga kan lesast, men ikkje endrast.',
  },
  'ballot/declaration-missing': {
    title: 'Svar først på om du har noka tilknyting',
    detail: 'Du må svare for alle søkjarane før du kan lese og vurdere søknadene.',
  },
  'ballot/calibration-missing': {
    title: 'Vurder eksempelsøknaden først',
    detail: 'Søknadene opnar seg når du har levert vurderinga av eksempelsøknaden.',
  },
  'ballot/booklet-not-made': {
    title: 'Heftet vart ikkje ferdig',
    detail:
      'Det er for mykje tekst til éi fil, eller tenesta har for mykje å gjere. Prøv igjen om litt, eller opne «Søknadene dine på papir» og skriv ut derifrå.',
  },
  'ballot/recused': {
    title: 'Du deltek ikkje i denne saka',
    detail: 'Du er inhabil for denne søknaden. Det er ingen kritikk, og dei andre i fagjuryen vurderer han.',
  },
  'decision/exists': {
    title: 'Avgjerda er alt ført',
    detail: 'Nokon andre førte avgjerda først. Last sida på nytt for å sjå henne.',
  },
  'decision/reason-missing': {
    title: 'Skriv ei grunngiving',
    detail: 'Juryen kan velje annleis enn poenga tilseier, men då må grunnen stå her.',
  },
  ...meetingProblems,
  'process/same-person': {
    title: 'Ein annan må godkjenne',
    detail: 'Den som har gjort det klart, kan ikkje sjølv godkjenne det.',
  },
  ...practiceProblems,
  'publication/too-late': {
    title: 'Det er for seint å endre tidspunktet',
    detail: 'Tidspunktet kan ikkje flyttast eller stoppast dei siste ti sekunda.',
  },
  'archive/invalid': {
    title: 'Pakken til arkivet vart ikkje slik skjemaet krev',
    detail:
      'Han er ikkje gitt ut, og ingenting står i loggen. Gi beskjed til systemansvarleg, og send med det som står her.',
  },
  'server/unexpected': {
    title: 'Noko gjekk gale hos oss',
    detail: 'Feilen er registrert. Prøv igjen om litt. Om det ikkje hjelper, gi oss feilnummeret nedanfor.',
  },
  'server/unavailable': {
    title: 'Tenesta er ikkje klar akkurat no',
    detail: 'Prøv igjen om ei lita stund.',
  },
};

export const problemPage: typeof nbPage = {
  reference: (requestId) => `Feilnummer: ${requestId}`,
  toFrontPage: 'Gå til framsida',
  typed: 'Det du skreiv',
  typedLead: 'Ta ein kopi om du treng det.',
  whatIsMissing: 'Dette må gjerast',
};

export const fieldErrors: typeof nbFields = {
  required: 'Fyll ut dette feltet',
  choose: 'Vel eitt av alternativa',
  notText:
    'Fila er verken eit rekneark (XLSX) eller tekst (CSV). Lagre lista som ein av dei, og vel den fila',
  notSheet:
    'Reknearket kan ikkje lesast som ei liste. Lista må stå i det første arket, og høgst 5000 rader går på ein gong. Er det meir, del det opp eller lagre arket som CSV',
  mustConfirm: 'Du må stadfeste før du kan gå vidare',
  tooLong: (max) => `Skriv inntil ${max} teikn`,
  tooShort: (min) => `Skriv minst ${min} teikn`,
  tooManyWords: (max, count) => `Skriv inntil ${max} ord. No er det ${count}`,
  notEmail: 'Skriv ei e-postadresse slik: namn@kommune.no',
  notPhone: 'Skriv eit telefonnummer med åtte siffer',
  notNumber: 'Skriv eit tal',
  notInteger: 'Skriv eit heilt tal',
  tooSmall: (min) => `Skriv ${min} eller meir`,
  lotSource: 'Skriv kva tal som avgjer loddtrekkinga',
  tooLarge: (max) => `Skriv ${max} eller mindre`,
  notDate: 'Skriv ein dato slik: 2026-10-14',
  notTime: 'Skriv eit klokkeslett slik: 23.59',
  timeSkipped: 'Dette klokkeslettet finst ikkje, fordi klokka blir stilt fram den natta. Vel eit anna',
  timeTwice: 'Dette klokkeslettet kjem to gonger, fordi klokka blir stilt tilbake den natta. Vel eit anna',
  notAllowed: 'Verdien kan ikkje brukast her',
  unknownField: 'Feltet er ukjent',
  tooMany: (max) => `Vel inntil ${max}`,
  tooFew: (min) => `Vel minst ${min}`,
};
