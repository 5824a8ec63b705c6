/**
 * The closed catalogue of what can go wrong. The keys are the problem types; `detail` says what to do,
 * and its parameters are those that `problem(type, params)` demands.
 */
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
  'document/empty': {
    title: 'Filen er tom',
    detail: (p: { name: string }) =>
      `«${p.name}» inneholder ingenting. Velg riktig fil og last den opp på nytt.`,
  },
  'document/too-large': {
    title: 'Filen er for stor',
    detail: (p: { maxBytes: number }) => `En fil kan være på inntil ${formatBytes(p.maxBytes, 'nb')}.`,
  },
  'document/type-not-allowed': {
    title: 'Filtypen kan ikke brukes',
    detail: (p: { name: string }) =>
      `«${p.name}» er ikke en PDF, et Word-dokument eller et bilde (JPEG, PNG). Vi ser på innholdet, ikke på navnet. Lagre filen som PDF og prøv igjen.`,
  },
  'document/misnamed': {
    title: 'Navnet passer ikke til innholdet',
    detail: (p: { name: string; extension: string }) =>
      `«${p.name}» har et innhold som hører til et annet filnavn. Gi filen et navn som slutter på ${p.extension}, og last den opp på nytt.`,
  },
  'document/web-page': {
    title: 'En nettside eller tegning kan ikke brukes',
    detail: (p: { name: string }) =>
      `«${p.name}» er en nettside (HTML) eller en tegning i SVG. Slike filer kan gjøre mer enn å vise innhold. Lagre den som PDF eller bilde (PNG), og last opp på nytt.`,
  },
  'document/heic': {
    title: 'Bildet må gjøres om til JPEG',
    detail: (p: { name: string }) =>
      `«${p.name}» er i formatet HEIC, som mange ikke kan åpne. På iPhone: Innstillinger, Kamera, Formater, «Mest kompatibelt», eller send bildet til deg selv i en e-post. Da blir det JPEG.`,
  },
  'document/encrypted': {
    title: 'Filen er låst',
    detail: (p: { name: string }) =>
      `«${p.name}» er låst med passord eller beskyttelse. Lagre en kopi uten, og last opp den. Fagjuryen må kunne åpne filen.`,
  },
  'document/damaged': {
    title: 'Filen er skadet',
    detail: (p: { name: string }) =>
      `«${p.name}» er ufullstendig eller ødelagt. Åpne den hos deg, lagre den på nytt, og last opp den nye filen.`,
  },
  'document/bomb': {
    title: 'Filen pakker ut for mye',
    detail: (p: { name: string }) =>
      `«${p.name}» er liten, men inneholder mye mer enn et vanlig dokument når den åpnes. Lagre den på nytt som PDF, og last opp den.`,
  },
  'document/pixels': {
    title: 'Bildet har for mange bildepunkter',
    detail: (p: { name: string }) =>
      `«${p.name}» er for stort til å vises trygt. Lagre det mindre, høyst 10 000 punkter på den lengste siden, og last opp på nytt.`,
  },
  'document/macros': {
    title: 'Filen inneholder makroer',
    detail: (p: { name: string }) =>
      `«${p.name}» inneholder makroer, altså små programmer. Lagre dokumentet som vanlig Word-dokument (.docx) uten makroer, eller som PDF.`,
  },
  'document/two-kinds': {
    title: 'Filen er to ting på en gang',
    detail: (p: { name: string }) =>
      `«${p.name}» er satt sammen slik at noen programmer åpner den som noe annet enn det den utgir seg for. Lagre den på nytt som PDF, og last opp den.`,
  },
  'document/active-content': {
    title: 'Filen inneholder noe som kjøres',
    detail: (p: { name: string }) =>
      `«${p.name}» inneholder programkode eller skjema som kjøres når filen åpnes. Velg «Skriv ut» og «Lagre som PDF», og last opp den nye filen.`,
  },
  'document/embedded-files': {
    title: 'Filen har andre filer inni seg',
    detail: (p: { name: string }) =>
      `«${p.name}» har vedlegg inni seg. Ta dem ut, og last opp hver fil for seg. For PDF: velg «Skriv ut» og «Lagre som PDF».`,
  },
  'document/unreadable': {
    title: 'Vi klarte ikke å lese filen',
    detail: (p: { name: string }) =>
      `Vi fikk ikke undersøkt «${p.name}», og tar den derfor ikke imot. Lagre den på nytt som PDF, og prøv igjen. Ta kontakt med sekretariatet hvis det fortsatt ikke går.`,
  },
  'document/infected': {
    title: 'Det er funnet virus i filen',
    detail: (p: { name: string }) =>
      `Virusskanneren fant noe skadelig i «${p.name}». Filen er sperret, og ingen kan åpne den. Fjern den fra søknaden, og last opp en fil som er ren.`,
  },
  'document/not-checked': {
    title: 'Filen er ikke sjekket for virus ennå',
    detail: (p: { name: string }) =>
      `«${p.name}» kan åpnes når virusskanneren har sett på den. Det tar som regel noen sekunder.`,
  },
  'document/lost': {
    title: 'Filen mangler hos oss',
    detail:
      'Den er registrert, men vi finner ikke innholdet. Ta kontakt med sekretariatet, og last den gjerne opp på nytt.',
  },
  'document/too-many': {
    title: 'For mange filer',
    detail: (p: { max: number }) => `Du kan ha inntil ${p.max} vedlegg. Fjern ett før du laster opp flere.`,
  },
  'document/interrupted': {
    title: 'Opplastingen ble avbrutt',
    detail: 'Ingenting ble lagret. Prøv en gang til.',
  },
  'document/missing-file': {
    title: 'Du har ikke valgt en fil',
    detail: 'Velg filen som skal lastes opp, og prøv igjen.',
  },
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
