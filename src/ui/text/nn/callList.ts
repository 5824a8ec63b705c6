import type { callList as nb } from '../nb/callList.ts';

export const callList: typeof nb = {
  title: 'Liste for utlysinga',
  lead: 'Her legg du inn dei som skal få utlysinga på e-post. Ingenting blir sendt herifrå: Du skriv ei utsending og ser mottakarane først.',
  link: 'Liste for utlysinga',
  over: 'Søknadsfristen er ute, eller prisåret er avlyst. Då er lista sletta, og ingen kan leggjast til.',
  bring: 'Legg til på lista',
  lines: 'Éin mottakar på kvar linje',
  linesHint: (most) =>
    `E-postadresse, namn og målform (nb eller nn), med semikolon, komma eller tabulator mellom. Lim gjerne inn rett frå eit rekneark. Inntil ${most} linjer om gongen.`,
  file: 'Fil',
  fileHint:
    'Excel (XLSX), CSV eller tekst. Innhaldet i det første arket hamnar i feltet over, så du kan rette det.',
  look: 'Sjå over lista',
  add: (n) => (n === 1 ? 'Legg til 1 mottakar' : `Legg til ${n} mottakarar`),
  would: (n) =>
    n === 0
      ? 'Ingen nye mottakarar på desse linjene.'
      : n === 1
        ? '1 mottakar blir lagd til. Ingen er lagde til enno.'
        : `${n} mottakarar blir lagde til. Ingen er lagde til enno.`,
  caption: 'Dei som blir lagde til',
  line: 'Linje',
  email: 'E-postadresse',
  name: 'Namn',
  language: 'Målform',
  skipped: (n) => (n === 1 ? '1 linje blir hoppa over' : `${n} linjer blir hoppa over`),
  why: {
    twice: (line, email) => `Linje ${line}: ${email} står på lista fleire gonger`,
    onList: (line, email) => `Linje ${line}: ${email} er lagd til frå før`,
    unsubscribed: (line, email) => `Linje ${line}: ${email} har meldt seg av`,
  },
  faults: {
    email: (line, text) =>
      text ? `Linje ${line}: «${text}» er ikkje ei e-postadresse` : `Linje ${line}: e-postadressa manglar`,
    language: (line, text) =>
      `Linje ${line}: «${text}» er ikkje ei målform. Skriv nb eller nn, eller lat det stå tomt`,
    name: (line, text) => `Linje ${line}: namnet er for langt («${text} …»)`,
    tooMany: (line, text) => `Linje ${line}: det er plass til ${text} om gongen. Legg til resten etterpå`,
  },
  added: (added, skipped) =>
    `${added === 1 ? '1 mottakar er lagd' : `${added} mottakarar er lagde`} til.${skipped > 0 ? ` ${skipped === 1 ? '1 linje vart hoppa' : `${skipped} linjer vart hoppa`} over.` : ''}`,
  removed: 'Fjerna frå lista.',
  onList: (n) => `På lista (${n})`,
  unsubscribed: 'Har meldt seg av',
  unsubscribedStay:
    'Vil ikkje ha fleire brev. Adressa står til søknadsfristen er ute, så ingen legg henne til på nytt.',
  take: 'Ta av lista',
  remove: 'Fjern',
  kept: 'Adressene blir sletta når søknadsfristen er ute, også frå e-postane som er sende.',
  write: 'Skriv til dei på lista',
  empty: 'Tøm lista',
  emptyAsk: 'Fjerne alle frå lista?',
  letter: {
    title: 'Utlysinga',
    subject: 'Etikkprisen {år}: søk innan {frist}',
    body: 'No kan kommunar og verksemder søkje Etikkprisen {år}. Prisen går til nokon som har gjort etikk til ein del av kvardagen i helse- og omsorgstenesta.\n\nFristen er {frist}. I utlysinga står kriteria, heile skjemaet og kven som kan søkje.',
  },
  unsubscribe: {
    title: 'Meld deg av',
    question: (email, year) =>
      `Vil du ikkje ha fleire e-postar om utlysinga av Etikkprisen ${year} til ${email}?`,
    confirm: 'Meld meg av',
    done: (email, year) =>
      `Vi sender ikkje fleire e-postar om utlysinga av Etikkprisen ${year} til ${email}.`,
    stored: (email: string, name: string) =>
      name ? `På lista vår står ${email} og namnet ${name}.` : `På lista vår står ${email}.`,
    kept: 'Adressa blir sletta når søknadsfristen er ute. Namnet blir sletta når du melder deg av.',
    eraseNote:
      'Du kan også slette adressa heilt. Då hugsar vi ikkje at du har meldt deg av, og du kan få e-post igjen om nokon legg ho til på nytt.',
    erase: 'Slett adressa heilt',
    erased: 'Adressa er sletta, også frå e-postane vi har sendt.',
  },
};
