import type { letterBatches as nb } from '../nb/letterBatches.ts';

export const letterBatches: typeof nb = {
  title: 'Utsendingar',
  lead: 'Skriv til mange på éin gong. Du ser nøyaktig kven som får e-posten, før han går.',
  none: 'Ingen utsendingar enno',
  noneBody:
    'Her skriv du til dømes til alle som har eit påbyrja utkast, eller til dei i juryen som ikkje er ferdige.',
  batchStates: {
    prepared: 'Ikkje send',
    scheduled: 'Blir send seinare',
    sent: 'Send',
    discarded: 'Forkasta',
  },
  writtenBy: (name, at) => `Skriven av ${name}, ${at}`,
  sentBy: (name, at) => `Send av ${name}, ${at}`,
  tells: (decision) => `Fortel om: ${decision}`,

  write: 'Skriv ei utsending',
  change: 'Endre utsendinga',
  writeLead: 'Ingenting blir sendt no. På neste side ser du mottakarane og teksten slik dei får han.',
  name: 'Namn på utsendinga',
  nameHint: 'Berre for dykk i sekretariatet, til dømes «Utkast, to veker att».',
  to: 'Kven skal ha e-posten?',
  audience: 'Mottakarar',
  audiences: {
    applications: 'Dei som arbeider med ein søknad',
    jurors: 'Fagjuryen',
    nominated: 'Dei nominerte, fortruleg før det er offentleg',
    notNominated: 'Dei som ikkje er nominerte, før det er offentleg',
    list: 'Dei på lista for utlysinga',
    marked: 'Dei som er kryssa av',
  },
  marked: (number) => `Dei du kryssa av i tabellen: ${number === 1 ? 'éin søknad' : `${number} søknader`}`,
  markSome: 'Kryss av for minst éin søknad i tabellen over søknader.',
  notAllMarked:
    'Éin eller fleire av søknadene høyrer ikkje til dette året, eller du har meldt tilknyting. Kryss av på nytt.',
  states: 'Søknader med denne statusen',
  statesHint: 'Gjeld når mottakarane er søkjarar. Utan noko valt får ingen e-posten.',
  jurors: 'Kven i fagjuryen',
  jurorsHint: 'Gjeld når mottakarane er fagjuryen.',
  jurorGroups: {
    all: 'Alle',
    unfinished: 'Dei som ikkje har levert alle vurderingane sine',
    undeclared: 'Dei som ikkje har svart på om dei har noka tilknyting til søkjarane',
    deputies: 'Varamedlemer som ikkje er kalla inn',
  },
  about: 'Fortel e-posten om eit vedtak?',
  aboutHint:
    'Då får kvar mottakar han berre éin gong, og ein annan enn den som skreiv han, må sende han. Det må ein annan òg når han går til søkjarar medan eit val fagjuryen har gjort, ikkje er offentleg.',
  aboutStays:
    'Utsendinga fortel om eit vedtak, og det kan ikkje gjerast om til «Nei». Forkast henne og skriv ei ny om ho skal handle om noko anna.',
  noDecision: 'Nei',
  decisions: {
    admission: 'Ja: om søknaden er godkjend for vurdering',
    nomination: 'Ja: om søknaden er nominert',
    winner: 'Ja: om prisen',
    confidence: 'Ja, fortruleg: at det er noko å lese for dei nominerte',
    other: 'Ja: eit anna vedtak',
  },
  words: (words) =>
    `Desse orda blir bytte ut med det som gjeld mottakaren: ${words}. I e-post til fagjuryen finst ikkje {kvitteringsnummer}. I svaret til dei som ikkje er nominerte, er {tid} når dei nominerte blir offentlege.`,
  public:
    'Skriv slik at kven som helst kan lese e-posten: Han kan bli utlevert ved innsyn. Lenkja til søknaden kjem med av seg sjølv.',
  inLanguage: { nb: 'Bokmål', nn: 'Nynorsk' },
  subjectIn: { nb: 'Emne på bokmål', nn: 'Emne på nynorsk' },
  bodyIn: { nb: 'Tekst på bokmål', nn: 'Tekst på nynorsk' },
  bodyHint: 'Helsing og lenkje kjem med av seg sjølv.',
  toRecipients: 'Lagre og sjå mottakarane',
  chooseStates: 'Vel minst éin status. Utan noko valt får ingen e-posten.',
  notConcerned:
    'Vedtaket gjeld ikkje alle du har valt. Vel søknader som vedtaket gjeld, eller «eit anna vedtak».',

  preview: 'Slik blir han',
  previewLead: 'Med opplysningane til ein mottakar. Vel eit namn i lista for å sjå e-posten til ein annan.',
  toName: (name) => `Til ${name}`,
  willGet: (n) => (n === 1 ? '1 får e-posten' : `${n} får e-posten`),
  got: (n) => `Mottakarar (${n})`,
  nobody: 'Ingen får e-posten slik det er no. Difor kan han ikkje sendast.',
  recipients: 'Mottakarar',
  recipient: 'Mottakar',
  address: 'E-postadresse',
  organisation: 'Verksemd',
  language: 'Målform',
  isWithdrawn: 'Søknaden er trekt',
  isNew: 'Ny',
  toldAlready: (n) =>
    n === 1
      ? '1 har fått brev om dette vedtaket og får ikkje eitt til'
      : `${n} har fått brev om dette vedtaket og får ikkje eitt til`,
  changed: 'Mottakarane er ikkje dei same som då e-posten vart skriven',
  come: 'Nye:',
  gone: 'Får han ikkje lenger:',
  othersNow:
    'Mottakarane er blitt andre, eller det som blir fylt inn for dei, sidan du såg på sida. Ingenting er sendt. Sjå over lista og teksten, og send på nytt.',
  notOpen: 'Utlysinga er ikkje open. E-posten til dei på lista kan berre gå medan ho er det.',
  cancelled: 'Prisåret er avlyst, så denne utsendinga kan ikkje gå. Skriv heller til alle søkjarane.',
  notAgreed:
    'Ikkje alle dei nominerte har sagt ja til å stå fram. Takkar éin nei, vel fagjuryen på nytt. Utsendinga kan sendast når alle har sagt ja.',
  tooEarly: 'Vinnaren er ikkje kunngjord enno. Utsendinga kan sendast etterpå.',
  takenDown:
    'Resultatet som e-posten fortel om, er teke ned. Utsendinga kan sendast når det retta er publisert.',
  sendTitle: 'Send',
  send: (n) => (n === 1 ? 'Send 1 e-post' : `Send ${n} e-postar`),
  sendAsk: (n) => (n === 1 ? 'Sende e-posten no?' : `Sende ${n} e-postar no?`),
  approving: 'E-posten må lesast av to, og ein annan har skrive han. Når du sender han, godkjenner du han.',
  notOwn:
    'E-posten fortel om eit vedtak, eller går til søkjarar det kan bety noko for no. Ein annan enn du som skreiv han, må lese han og sende han.',
  notYours: 'Du kan lese denne utsendinga, men ikkje sende henne.',
  discard: 'Forkast',
  discardAsk: 'Forkaste utsendinga?',
  queued: (n) => (n === 1 ? '1 e-post er lagd i kø.' : `${n} e-postar er lagde i kø.`),
  became: 'Kva vart det av e-postane?',
  resend: (n) =>
    n === 1 ? 'Send på nytt til den som ikkje fekk han' : `Send på nytt til dei ${n} som ikkje fekk han`,
  everyLetter: 'Sjå kvar e-post',

  later: 'Send på eit bestemt tidspunkt',
  move: 'Flytt tidspunktet',
  laterLead:
    'Utsendinga går av seg sjølv til dei du ser i lista. Har mottakarane endra seg når tida er inne, går ho ikkje, og du får beskjed.',
  moment: 'Når skal ho gå?',
  schedule: 'Set tidspunktet',
  stop: 'Stopp utsendinga',
  stopAsk: 'Stoppe utsendinga? Ho går då ikkje av seg sjølv.',
  goesAt: (at, name) => `Går av seg sjølv ${at}, bestemt av ${name}`,
  heldBack: 'Utsendinga gjekk ikkje då tida var inne',
  why: {
    othersNow:
      'Mottakarane var blitt andre, eller det som blir fylt inn for dei. Sjå over lista og teksten, og send ho eller set eit nytt tidspunkt.',
    nobody: 'Det var ingen å sende til.',
    notAgreed: 'Ikkje alle dei nominerte hadde sagt ja til å stå fram.',
    notOpen: 'Utlysinga var ikkje open.',
    tooEarly: 'Vinnaren var ikkje kunngjord enno.',
    cancelled: 'Prisåret vart avlyst.',
    takenDown: 'Resultatet var teke ned.',
    right: 'Den som bestemte tidspunktet, kan ikkje lenger sende ho. Ein annan må gjere det.',
  },

  telling:
    'E-posten skal berre seie at det er noko å lese, ikkje kva. Ta bort ord som «nominert», «kåra» og «vinnar».',
  confidential: {
    title: 'Fortruleg til dei nominerte',
    subject: 'Nytt om søknaden dykkar til Etikkprisen {år}',
    body: 'Det er noko nytt om søknaden frå {organisasjon} som vi treng svar på. Det er fortruleg førebels: Logg inn for å lese det, og del det ikkje med andre.',
  },
  anew: {
    link: 'Skriv til dei som fekk vite det som var gale',
    nomination: {
      title: 'Retta: dei nominerte',
      subject: 'Retta: dei nominerte til Etikkprisen {år}',
      body: 'Vi har tidlegare skrive til dykk om kven som er nominert til Etikkprisen {år}. Det vi offentleggjorde då, var ikkje rett, og vi tok det ned. No er det rette ute. Logg inn for å lese kva som gjeld for søknaden frå {organisasjon}.\n\nVi er leie for feilen.',
    },
    winner: {
      title: 'Retta: vinnaren',
      subject: 'Retta: vinnaren av Etikkprisen {år}',
      body: 'Vi har tidlegare skrive til dykk om kven som fekk Etikkprisen {år}. Det vi kunngjorde då, var ikkje rett, og vi tok det ned. No er det rette ute. Logg inn for å lese kva som gjeld for søknaden frå {organisasjon}.\n\nVi er leie for feilen.',
    },
  },
  others: {
    title: 'Svar til dei som ikkje er nominerte',
    subject: 'Svar på søknaden til Etikkprisen {år}',
    body: 'Takk for søknaden frå {organisasjon}. Fagjuryen har lese han, men han er ikkje blant dei nominerte i år.\n\nDei nominerte blir offentlege {tid}. Vi ber dykk halde svaret for dykk sjølve til då.',
  },
};
