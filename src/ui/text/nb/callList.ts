/** The list that the call is sent to. */
export const callList = {
  title: 'Liste for utlysningen',
  lead: 'Her legger du inn dem som skal få utlysningen på e-post. Ingenting sendes herfra: Du skriver en utsending og ser mottakerne først.',
  link: 'Liste for utlysningen',
  over: 'Søknadsfristen er ute, eller prisåret er avlyst. Da er listen slettet, og ingen kan legges til.',
  bring: 'Legg til på listen',
  lines: 'Én mottaker på hver linje',
  linesHint: (most: number) =>
    `E-postadresse, navn og målform (nb eller nn), med semikolon, komma eller tabulator mellom. Lim gjerne inn rett fra et regneark. Inntil ${most} linjer om gangen.`,
  file: 'Fil',
  fileHint:
    'Excel (XLSX), CSV eller tekst. Innholdet i det første arket havner i feltet over, så du kan rette det.',
  look: 'Se over listen',
  add: (n: number) => (n === 1 ? 'Legg til 1 mottaker' : `Legg til ${n} mottakere`),
  would: (n: number) =>
    n === 0
      ? 'Ingen nye mottakere på disse linjene.'
      : n === 1
        ? '1 mottaker blir lagt til. Ingen er lagt til ennå.'
        : `${n} mottakere blir lagt til. Ingen er lagt til ennå.`,
  caption: 'De som blir lagt til',
  line: 'Linje',
  email: 'E-postadresse',
  name: 'Navn',
  language: 'Målform',
  skipped: (n: number) => (n === 1 ? '1 linje hoppes over' : `${n} linjer hoppes over`),
  why: {
    twice: (line: number, email: string) => `Linje ${line}: ${email} står på listen flere ganger`,
    onList: (line: number, email: string) => `Linje ${line}: ${email} er lagt til fra før`,
    unsubscribed: (line: number, email: string) => `Linje ${line}: ${email} har meldt seg av`,
  },
  faults: {
    email: (line: number, text: string) =>
      text ? `Linje ${line}: «${text}» er ikke en e-postadresse` : `Linje ${line}: e-postadressen mangler`,
    language: (line: number, text: string) =>
      `Linje ${line}: «${text}» er ikke en målform. Skriv nb eller nn, eller la det stå tomt`,
    name: (line: number, text: string) => `Linje ${line}: navnet er for langt («${text} …»)`,
    tooMany: (line: number, text: string) =>
      `Linje ${line}: det er plass til ${text} om gangen. Legg til resten etterpå`,
  },
  added: (added: number, skipped: number) =>
    `${added === 1 ? '1 mottaker er' : `${added} mottakere er`} lagt til.${skipped > 0 ? ` ${skipped === 1 ? '1 linje' : `${skipped} linjer`} ble hoppet over.` : ''}`,
  removed: 'Fjernet fra listen.',
  onList: (n: number) => `På listen (${n})`,
  unsubscribed: 'Har meldt seg av',
  unsubscribedStay:
    'Vil ikke ha flere brev. Adressen står til søknadsfristen er ute, så ingen legger den til på nytt.',
  take: 'Ta av listen',
  remove: 'Fjern',
  kept: 'Adressene slettes når søknadsfristen er ute, også fra e-postene som er sendt.',
  write: 'Skriv til dem på listen',
  empty: 'Tøm listen',
  emptyAsk: 'Fjerne alle fra listen?',
  letter: {
    title: 'Utlysningen',
    subject: 'Etikkprisen {år}: søk innen {frist}',
    body: 'Nå kan kommuner og virksomheter søke Etikkprisen {år}. Prisen går til noen som har gjort etikk til en del av hverdagen i helse- og omsorgstjenesten.\n\nFristen er {frist}. I utlysningen står kriteriene, hele skjemaet og hvem som kan søke.',
  },
  unsubscribe: {
    title: 'Meld deg av',
    question: (email: string, year: number) =>
      `Vil du ikke ha flere e-poster om utlysningen av Etikkprisen ${year} til ${email}?`,
    confirm: 'Meld meg av',
    done: (email: string, year: number) =>
      `Vi sender ikke flere e-poster om utlysningen av Etikkprisen ${year} til ${email}.`,
    stored: (email: string, name: string) =>
      name ? `På listen vår står ${email} og navnet ${name}.` : `På listen vår står ${email}.`,
    kept: 'Adressen slettes når søknadsfristen er ute. Navnet slettes når du melder deg av.',
    eraseNote:
      'Du kan også slette adressen helt. Da husker vi ikke at du har meldt deg av, og du kan få e-post igjen hvis noen legger den til på nytt.',
    erase: 'Slett adressen helt',
    erased: 'Adressen er slettet, også fra e-postene vi har sendt.',
  },
};
