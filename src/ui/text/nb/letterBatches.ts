/** Letters to many at once. */
export const letterBatches = {
  title: 'Utsendinger',
  lead: 'Skriv til mange på én gang. Du ser nøyaktig hvem som får e-posten, før den går.',
  none: 'Ingen utsendinger ennå',
  noneBody:
    'Her skriver du til for eksempel alle som har et påbegynt utkast, eller til dem i juryen som ikke er ferdige.',
  batchStates: { prepared: 'Ikke sendt', scheduled: 'Sendes senere', sent: 'Sendt', discarded: 'Forkastet' },
  writtenBy: (name: string, at: string) => `Skrevet av ${name}, ${at}`,
  sentBy: (name: string, at: string) => `Sendt av ${name}, ${at}`,
  tells: (decision: string) => `Forteller om: ${decision}`,

  write: 'Skriv en utsending',
  change: 'Endre utsendingen',
  writeLead: 'Ingenting sendes nå. På neste side ser du mottakerne og teksten slik de får den.',
  name: 'Navn på utsendingen',
  nameHint: 'Bare for dere i sekretariatet, for eksempel «Utkast, to uker igjen».',
  to: 'Hvem skal ha e-posten?',
  audience: 'Mottakere',
  audiences: {
    applications: 'De som arbeider med en søknad',
    jurors: 'Fagjuryen',
    nominated: 'De nominerte, fortrolig før det er offentlig',
    notNominated: 'De som ikke er nominert, før det er offentlig',
    list: 'De på listen for utlysningen',
    marked: 'De som er krysset av',
  },
  marked: (number: number) =>
    `De du krysset av i tabellen: ${number === 1 ? 'én søknad' : `${number} søknader`}`,
  markSome: 'Kryss av for minst én søknad i tabellen over søknader.',
  notAllMarked:
    'Én eller flere av søknadene hører ikke til dette året, eller du har meldt tilknytning. Kryss av på nytt.',
  states: 'Søknader med denne statusen',
  statesHint: 'Gjelder når mottakerne er søkere. Uten noe valgt får ingen e-posten.',
  jurors: 'Hvem i fagjuryen',
  jurorsHint: 'Gjelder når mottakerne er fagjuryen.',
  jurorGroups: {
    all: 'Alle',
    unfinished: 'De som ikke har levert alle vurderingene sine',
    undeclared: 'De som ikke har svart på om de har noen tilknytning til søkerne',
    deputies: 'Varamedlemmer som ikke er kalt inn',
  },
  about: 'Forteller e-posten om et vedtak?',
  aboutHint:
    'Da får hver mottaker den bare én gang, og en annen enn den som skrev den, må sende den. Det må en annen også når den går til søkere mens et valg fagjuryen har gjort, ikke er offentlig.',
  aboutStays:
    'Utsendingen forteller om et vedtak, og det kan ikke gjøres om til «Nei». Forkast den og skriv en ny hvis den skal handle om noe annet.',
  noDecision: 'Nei',
  decisions: {
    admission: 'Ja: om søknaden er godkjent for vurdering',
    nomination: 'Ja: om søknaden er nominert',
    winner: 'Ja: om prisen',
    confidence: 'Ja, fortrolig: at det er noe å lese for de nominerte',
    other: 'Ja: et annet vedtak',
  },
  words: (words: string) =>
    `Disse ordene byttes ut med det som gjelder mottakeren: ${words}. I e-post til fagjuryen finnes ikke {kvitteringsnummer}. I svaret til dem som ikke er nominert, er {tid} når de nominerte blir offentlige.`,
  public:
    'Skriv slik at hvem som helst kan lese e-posten: Den kan bli utlevert ved innsyn. Lenken til søknaden kommer med av seg selv.',
  inLanguage: { nb: 'Bokmål', nn: 'Nynorsk' },
  subjectIn: { nb: 'Emne på bokmål', nn: 'Emne på nynorsk' },
  bodyIn: { nb: 'Tekst på bokmål', nn: 'Tekst på nynorsk' },
  bodyHint: 'Hilsen og lenke kommer med av seg selv.',
  toRecipients: 'Lagre og se mottakerne',
  chooseStates: 'Velg minst én status. Uten noe valgt får ingen e-posten.',
  notConcerned:
    'Vedtaket gjelder ikke alle du har valgt. Velg søknader som vedtaket gjelder, eller «et annet vedtak».',

  preview: 'Slik blir den',
  previewLead: 'Med opplysningene til en mottaker. Velg et navn i listen for å se e-posten til en annen.',
  toName: (name: string) => `Til ${name}`,
  willGet: (n: number) => (n === 1 ? '1 får e-posten' : `${n} får e-posten`),
  got: (n: number) => `Mottakere (${n})`,
  nobody: 'Ingen får e-posten slik det er nå. Derfor kan den ikke sendes.',
  recipients: 'Mottakere',
  recipient: 'Mottaker',
  address: 'E-postadresse',
  organisation: 'Virksomhet',
  language: 'Målform',
  isWithdrawn: 'Søknaden er trukket',
  isNew: 'Ny',
  toldAlready: (n: number) =>
    n === 1
      ? '1 har fått brev om dette vedtaket og får ikke et til'
      : `${n} har fått brev om dette vedtaket og får ikke et til`,
  changed: 'Mottakerne er ikke de samme som da e-posten ble skrevet',
  come: 'Nye:',
  gone: 'Får den ikke lenger:',
  othersNow:
    'Mottakerne er blitt andre, eller det som fylles inn for dem, siden du så på siden. Ingenting er sendt. Se over listen og teksten, og send på nytt.',
  notOpen: 'Utlysningen er ikke åpen. E-posten til dem på listen kan bare gå mens den er det.',
  cancelled: 'Prisåret er avlyst, så denne utsendingen kan ikke gå. Skriv heller til alle søkerne.',
  notAgreed:
    'Ikke alle de nominerte har sagt ja til å stå fram. Takker én nei, velger fagjuryen på nytt. Utsendingen kan sendes når alle har sagt ja.',
  tooEarly: 'Vinneren er ikke kunngjort ennå. Utsendingen kan sendes etterpå.',
  takenDown:
    'Resultatet som e-posten forteller om, er tatt ned. Utsendingen kan sendes når det rettede er publisert.',
  sendTitle: 'Send',
  send: (n: number) => (n === 1 ? 'Send 1 e-post' : `Send ${n} e-poster`),
  sendAsk: (n: number) => (n === 1 ? 'Sende e-posten nå?' : `Sende ${n} e-poster nå?`),
  approving: 'E-posten må leses av to, og en annen har skrevet den. Når du sender den, godkjenner du den.',
  notOwn:
    'E-posten forteller om et vedtak, eller går til søkere det kan bety noe for nå. En annen enn du som skrev den, må lese den og sende den.',
  notYours: 'Du kan lese denne utsendingen, men ikke sende den.',
  discard: 'Forkast',
  discardAsk: 'Forkaste utsendingen?',
  queued: (n: number) => (n === 1 ? '1 e-post er lagt i kø.' : `${n} e-poster er lagt i kø.`),
  became: 'Hva ble det av e-postene?',
  resend: (n: number) =>
    n === 1 ? 'Send på nytt til den som ikke fikk den' : `Send på nytt til de ${n} som ikke fikk den`,
  everyLetter: 'Se hver e-post',

  later: 'Send på et bestemt tidspunkt',
  move: 'Flytt tidspunktet',
  laterLead:
    'Utsendingen går av seg selv til dem du ser i listen. Har mottakerne endret seg når tiden er inne, går den ikke, og du får beskjed.',
  moment: 'Når skal den gå?',
  schedule: 'Sett tidspunktet',
  stop: 'Stopp utsendingen',
  stopAsk: 'Stoppe utsendingen? Den går da ikke av seg selv.',
  goesAt: (at: string, name: string) => `Går av seg selv ${at}, bestemt av ${name}`,
  heldBack: 'Utsendingen gikk ikke da tiden var inne',
  why: {
    othersNow:
      'Mottakerne var blitt andre, eller det som fylles inn for dem. Se over listen og teksten, og send den eller sett et nytt tidspunkt.',
    nobody: 'Det var ingen å sende til.',
    notAgreed: 'Ikke alle de nominerte hadde sagt ja til å stå fram.',
    notOpen: 'Utlysningen var ikke åpen.',
    tooEarly: 'Vinneren var ikke kunngjort ennå.',
    cancelled: 'Prisåret ble avlyst.',
    takenDown: 'Resultatet var tatt ned.',
    right: 'Den som bestemte tidspunktet, kan ikke lenger sende den. En annen må gjøre det.',
  },

  telling:
    'E-posten skal bare si at det er noe å lese, ikke hva. Ta bort ord som «nominert», «kåret» og «vinner».',
  confidential: {
    title: 'Fortrolig til de nominerte',
    subject: 'Nytt om søknaden deres til Etikkprisen {år}',
    body: 'Det er noe nytt om søknaden fra {organisasjon} som vi trenger svar på. Det er fortrolig foreløpig: Logg inn for å lese det, og del det ikke med andre.',
  },
  anew: {
    link: 'Skriv til dem som fikk vite det som var galt',
    nomination: {
      title: 'Rettet: de nominerte',
      subject: 'Rettet: de nominerte til Etikkprisen {år}',
      body: 'Vi har tidligere skrevet til dere om hvem som er nominert til Etikkprisen {år}. Det vi offentliggjorde da, var ikke riktig, og vi tok det ned. Nå er det riktige ute. Logg inn for å lese hva som gjelder for søknaden fra {organisasjon}.\n\nVi beklager feilen.',
    },
    winner: {
      title: 'Rettet: vinneren',
      subject: 'Rettet: vinneren av Etikkprisen {år}',
      body: 'Vi har tidligere skrevet til dere om hvem som fikk Etikkprisen {år}. Det vi kunngjorde da, var ikke riktig, og vi tok det ned. Nå er det riktige ute. Logg inn for å lese hva som gjelder for søknaden fra {organisasjon}.\n\nVi beklager feilen.',
    },
  },
  others: {
    title: 'Svar til dem som ikke er nominert',
    subject: 'Svar på søknaden til Etikkprisen {år}',
    body: 'Takk for søknaden fra {organisasjon}. Fagjuryen har lest den, men den er ikke blant de nominerte i år.\n\nDe nominerte blir offentlige {tid}. Vi ber dere holde svaret for dere selv til da.',
  },
};
