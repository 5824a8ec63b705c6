/**
 * The closed catalogue of what can go wrong. The keys are the problem types; `detail` says what to do,
 * and its parameters are those that `problem(type, params)` demands.
 */
import { documentProblems } from './problems-documents.ts';
import { meetingProblems } from './problems-meeting.ts';
import { practiceProblems } from './practice.ts';
import { formatBytes, formatDeadline, formatWait } from '../format.ts';

export const problems = {
  'request/malformed': {
    title: 'Vi forstod ikke forespørselen',
    detail: 'Noe i forespørselen er skrevet på en måte vi ikke kan lese. Gå tilbake og prøv en gang til.',
  },
  'request/invalid': {
    title: 'Noe må rettes',
    detail: 'Se på feltene som er merket, rett dem og send på nytt.',
  },
  'request/too-large': {
    title: 'Det du sendte, er for stort',
    detail: (p: { maxBytes: number }) =>
      `Her kan du sende inntil ${formatBytes(p.maxBytes, 'nb')} om gangen.`,
  },
  'request/unsupported-media-type': {
    title: 'Innholdstypen kan ikke brukes her',
    detail: 'Send skjemaer som skjema og data som application/json.',
  },
  'request/cross-site': {
    title: 'Forespørselen kom fra et annet nettsted',
    detail:
      'For sikkerhets skyld tar vi bare imot skjemaer fra våre egne sider. Åpne siden her hos oss og prøv på nytt.',
  },
  'request/too-many': {
    title: 'For mange forsøk',
    detail: (p: { seconds: number }) => `Vent ${formatWait(p.seconds, 'nb')} og prøv igjen.`,
  },
  'not-found': {
    title: 'Vi finner ikke siden',
    detail:
      'Siden finnes ikke, eller du har ikke tilgang til den. Se etter i adressen, eller gå til forsiden.',
  },
  'auth/required': {
    title: 'Du må logge inn',
    detail: 'Logg inn for å komme videre.',
  },
  'auth/forbidden': {
    title: 'Du kan ikke gjøre dette',
    detail:
      'Rollen din gir ikke rett til dette. Ta kontakt med sekretariatet hvis du mener at den burde gjøre det.',
  },
  'auth/token-invalid': {
    title: 'Tilgangsnøkkelen virker ikke',
    detail: 'Nøkkelen er ukjent, utløpt eller trukket tilbake. Lag en ny på siden din.',
  },
  'auth/code-wrong': {
    title: 'Koden stemmer ikke',
    detail: (p: { triesLeft: number }) =>
      p.triesLeft === 1
        ? 'Se i e-posten og skriv de seks sifrene på nytt. Du har ett forsøk igjen.'
        : `Se i e-posten og skriv de seks sifrene på nytt. Du har ${p.triesLeft} forsøk igjen.`,
  },
  'auth/link-expired': {
    title: 'Lenken eller koden virker ikke lenger',
    detail: 'Den er brukt, for gammel eller feil. Be om en ny e-post, så kommer du inn med den.',
  },
  'auth/too-many-tries': {
    title: 'For mange forsøk med feil kode',
    detail: 'Koden er sperret. Bruk lenken i e-posten, eller be om en ny e-post.',
  },
  'role/last-administrator': {
    title: 'Tjenesten må ha minst to systemansvarlige',
    detail: 'Uten denne blir det færre enn to uten sluttdato. Gi rollen til en annen først.',
  },
  'role/runs-the-year': {
    title: 'Søker og sekretariat må være ulike personer',
    detail:
      'Den som er i sekretariatet eller godkjenner resultatet, kan ikke arbeide med en søknad til det samme prisåret. En av de to oppgavene må avsluttes først.',
  },
  'person/just-deleted': {
    title: 'Kontoen ble nettopp slettet',
    detail:
      'Den som har denne adressen, slettet kontoen sin mens du holdt på. Ingenting ble lagret. Prøv en gang til: Da opprettes en ny konto for adressen.',
  },
  'conflict/version': {
    title: 'Noen andre lagret før deg',
    detail: 'Det du skrev, er ikke borte. Se hva som er endret, og lagre på nytt.',
  },
  'conflict/exists': {
    title: 'Det finnes fra før',
    detail: 'Noe med samme navn eller nummer er allerede registrert.',
  },
  'conflict/in-use': {
    title: 'Det er i bruk',
    detail: 'Noe annet viser til dette, og derfor kan det ikke fjernes eller endres.',
  },
  'process/not-now': {
    title: 'Dette kan ikke gjøres nå',
    detail: 'Saken er kommet til et annet steg. Last siden på nytt for å se hva som kan gjøres.',
  },
  'process/unmet': {
    title: 'Noe mangler før dette kan gjøres',
    detail: 'Listen viser hva som gjenstår.',
  },
  'process/unknown-event': {
    title: 'Ukjent handling',
    detail: (p: { event: string }) => `Handlingen «${p.event}» finnes ikke her.`,
  },
  'nomination/incomplete': {
    title: 'Søknaden er ikke ferdig',
    detail: 'Listen viser hva som mangler. Fyll det ut og send inn på nytt.',
  },
  'nomination/deadline-passed': {
    title: 'Søknadsfristen er ute',
    detail: (p: { deadline: Date }) =>
      `Fristen var ${formatDeadline(p.deadline, 'nb')}. Det som ble sendt inn før fristen, står ved lag.`,
  },
  'nomination/part-closed': {
    title: 'Denne delen er låst',
    detail:
      'Sekretariatet har bedt om mer i andre deler av søknaden. Åpne søknaden for å se hvilke. Det dere skriver der, blir lagret som vanlig.',
  },
  'nomination/exists': {
    title: 'Det finnes allerede en søknad',
    detail: 'Noen har begynt på en søknad for samme søker i år. Du kan be om å bli med på den.',
  },
  ...documentProblems,
  'ballot/score-off-scale': {
    title: 'Poengene er utenfor skalaen',
    detail: (p: { min: number; max: number }) => `Gi hele poeng fra ${p.min} til ${p.max}.`,
  },
  'ballot/delivered': {
    title: 'Vurderingen er levert',
    detail: 'Åpne den igjen hvis du vil endre noe.',
  },
  'ballot/locked': {
    title: 'Vurderingen er låst',
    detail: 'Juryens vurdering er avsluttet. Vurderingen kan leses, men ikke endres.',
  },
  'ballot/declaration-missing': {
    title: 'Svar først på om du har tilknytning',
    detail: 'Du må svare for alle søkerne før du kan lese og vurdere søknadene.',
  },
  'ballot/calibration-missing': {
    title: 'Vurder eksempelsøknaden først',
    detail: 'Søknadene åpner seg når du har levert vurderingen av eksempelsøknaden.',
  },
  'ballot/booklet-not-made': {
    title: 'Heftet ble ikke ferdig',
    detail:
      'Det er for mye tekst til én fil, eller tjenesten har for mye å gjøre. Prøv igjen om litt, eller åpne «Søknadene dine på papir» og skriv ut derfra.',
  },
  'ballot/recused': {
    title: 'Du deltar ikke i denne saken',
    detail: 'Du er inhabil for denne søknaden. Det er ingen kritikk, og de andre i fagjuryen vurderer den.',
  },
  'decision/exists': {
    title: 'Beslutningen er allerede ført',
    detail: 'Noen andre førte beslutningen først. Last siden på nytt for å se den.',
  },
  'decision/reason-missing': {
    title: 'Skriv en begrunnelse',
    detail: 'Juryen kan velge annerledes enn poengene tilsier, men da må grunnen stå her.',
  },
  ...meetingProblems,
  'process/same-person': {
    title: 'En annen må godkjenne',
    detail: 'Den som har gjort det klart, kan ikke selv godkjenne det.',
  },
  ...practiceProblems,
  'publication/too-late': {
    title: 'Det er for sent å endre tidspunktet',
    detail: 'Tidspunktet kan ikke flyttes eller stoppes de siste ti sekundene.',
  },
  'archive/invalid': {
    title: 'Pakken til arkivet ble ikke slik skjemaet krever',
    detail:
      'Den er ikke gitt ut, og ingenting står i loggen. Gi beskjed til systemansvarlig, og send med det som står her.',
  },
  'server/unexpected': {
    title: 'Noe gikk galt hos oss',
    detail: 'Feilen er registrert. Prøv igjen om litt. Hvis det ikke hjelper, gi oss feilnummeret nedenfor.',
  },
  'server/unavailable': {
    title: 'Tjenesten er ikke klar akkurat nå',
    detail: 'Prøv igjen om et lite øyeblikk.',
  },
};

/** Words of the error page itself. */
export const problemPage = {
  reference: (requestId: string) => `Feilnummer: ${requestId}`,
  toFrontPage: 'Gå til forsiden',
  typed: 'Det du skrev',
  typedLead: 'Ta en kopi hvis du trenger det.',
  whatIsMissing: 'Dette må gjøres',
};

/** What may be wrong with one field. `field` is the label as it stands on the page. */
export const fieldErrors = {
  required: 'Fyll ut dette feltet',
  choose: 'Velg ett av alternativene',
  notText:
    'Filen er verken et regneark (XLSX) eller tekst (CSV). Lagre listen som en av dem, og velg den filen',
  notSheet:
    'Regnearket kan ikke leses som en liste. Listen må stå i det første arket, og høyst 5000 rader går på en gang. Er det mer, del det opp eller lagre arket som CSV',
  mustConfirm: 'Du må bekrefte før du kan gå videre',
  tooLong: (max: number) => `Skriv inntil ${max} tegn`,
  tooShort: (min: number) => `Skriv minst ${min} tegn`,
  tooManyWords: (max: number, count: number) => `Skriv inntil ${max} ord. Nå er det ${count}`,
  notEmail: 'Skriv en e-postadresse slik: navn@kommune.no',
  notPhone: 'Skriv et telefonnummer med åtte sifre',
  notNumber: 'Skriv et tall',
  notInteger: 'Skriv et helt tall',
  tooSmall: (min: number) => `Skriv ${min} eller mer`,
  lotSource: 'Skriv hvilket tall som avgjør loddtrekningen',
  tooLarge: (max: number) => `Skriv ${max} eller mindre`,
  notDate: 'Skriv en dato slik: 2026-10-14',
  notTime: 'Skriv et klokkeslett slik: 23.59',
  timeSkipped: 'Dette klokkeslettet finnes ikke, fordi klokka stilles fram den natta. Velg et annet',
  timeTwice: 'Dette klokkeslettet kommer to ganger, fordi klokka stilles tilbake den natta. Velg et annet',
  notAllowed: 'Verdien kan ikke brukes her',
  unknownField: 'Feltet er ukjent',
  tooMany: (max: number) => `Velg inntil ${max}`,
  tooFew: (min: number) => `Velg minst ${min}`,
};
