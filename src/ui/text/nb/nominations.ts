import { start, join } from './nominations-start.ts';

/** Applying, and following an application. */
export const nominations = {
  title: 'Søknader',
  kinds: { municipality: 'Kommune', district: 'Bydel', enterprise: 'Virksomhet', cooperation: 'Samarbeid' },
  states: {
    draft: 'Utkast',
    submitted: 'Sendt inn',
    returned: 'Mangler noe',
    admitted: 'Godkjent for vurdering',
    rejected: 'Avvist',
    underReview: 'Hos fagjuryen',
    scored: 'Hos fagjuryen',
    finalist: 'Nominert',
    notSelected: 'Ikke nominert',
    winner: 'Vinner',
    honourableMention: 'Hederlig omtale',
    finalistWithoutPrize: 'Nominert',
    withdrawn: 'Trukket',
  },
  sections: {
    about: 'Om dere',
    criteria: 'Kriteriene',
    facts: 'Tall og metoder',
    extra: 'I tillegg',
    approval: 'Godkjenning',
  },
  sectionLeads: {
    about: 'Hvem vi kan snakke med, og en kort tekst om arbeidet deres.',
    criteria:
      'Ett spørsmål for hvert kriterium. Skriv så kort dere vil; fagjuryen leser innhold, ikke lengde.',
    facts: 'Valgfritt. Noe er lettere å lese som tabell eller liste enn som tekst.',
    extra: 'Dette er valgfritt. Hopp over det som ikke passer.',
    approval: 'En leder med ansvar for tjenesten må stå bak søknaden.',
  },

  start,

  join,

  overview: {
    over: (year: number) => `Søknad til Etikkprisen ${year}`,
    progress: 'Ferdig',
    progressShown: (answered: number, required: number) =>
      `${answered} av ${required} obligatoriske spørsmål`,
    parts: 'Delene av søknaden',
    documents: 'Vedlegg',
    documentCount: (count: number) =>
      count === 0 ? 'Ingen vedlegg' : count === 1 ? 'Ett vedlegg' : `${count} vedlegg`,
    documentsLead: 'Planer, rapporter eller annet som viser arbeidet. Valgfritt.',
    complete: 'Ferdig',
    optionalPart: 'Valgfritt',
    missing: (count: number) => (count === 1 ? 'Mangler ett svar' : `Mangler ${count} svar`),
    tooLong: (count: number) => (count === 1 ? 'Ett svar er for langt' : `${count} svar er for lange`),
    deadline: 'Frist',
    preview: 'Se over og send inn',
    previewAgain: 'Se over og send inn på nytt',
    unsent:
      'Dere har endret noe etter at søknaden sist ble sendt inn. Det som er sendt inn, gjelder til dere sender på nytt.',
    sentAndSame: 'Alt dere har skrevet, er sendt inn.',
    members: 'De som arbeider med søknaden',
    manageMembers: 'Inviter eller fjern medarbeidere',
    receipt: 'Se kvitteringen',
    asSent: 'Les søknaden slik den er sendt inn',
    withdraw: 'Trekk søknaden',
    whatNow: 'Hva skjer nå?',
    notSent: 'Søknaden ble ikke sendt inn før fristen',
    notSentBody:
      'Utkastet ligger her, men det kan ikke lenger sendes inn. Dere er velkomne tilbake når neste utlysning kommer.',
    now: {
      submitted: (deadline: string) =>
        `Søknaden er sendt inn. Fram til ${deadline} kan dere åpne den, endre den og sende den på nytt. Den siste gjelder.`,
      received: 'Søknaden er mottatt. Sekretariatet ser nå over at det formelle er i orden.',
      returned: (due: string) => `Vi trenger mer fra dere innen ${due}`,
      returnedBody: 'Gjør det som mangler, og send inn på nytt. Det dere sendte først, er tatt vare på.',
      returnedPassed: 'Fristen for å sende mer er ute. Søknaden behandles slik den ble sendt inn sist.',
      admitted: 'Det formelle er i orden, og søknaden går videre til fagjuryen.',
      notPublic: 'Utfallet er ikke offentlig nå. Når det er det, står det på siden for prisåret.',
      judging: (finalists: string) =>
        `Fagjuryen leser søknadene. De nominerte blir etter planen offentliggjort ${finalists}.`,
      rejected: 'Søknaden kan ikke vurderes',
      rejectedBody: 'Den er avvist på formelt grunnlag. Det sier ingenting om kvaliteten på arbeidet deres.',
      withdrawn: 'Søknaden er trukket',
      withdrawnBody: (when: string) =>
        `Dere trakk den ${when}. Takk for at dere tok dere tid. Dere er velkomne tilbake.`,
      reason: 'Begrunnelse',
    },
    outcome: {
      finalist: 'Gratulerer, dere er nominert!',
      finalistBody: (ceremony: string) =>
        `Dere er blant de nominerte. Vinneren blir kunngjort på prisutdelingen ${ceremony}.`,
      winner: 'Gratulerer, dere har vunnet Etikkprisen!',
      winnerBody: 'Sekretariatet tar kontakt om det praktiske.',
      honourableMention: 'Gratulerer, dere har fått hederlig omtale!',
      honourableMentionBody: 'Fagjuryen ville løfte fram arbeidet deres.',
      finalistWithoutPrize: 'Takk for at dere var med som nominerte',
      finalistWithoutPrizeBody:
        'Vinneren er kunngjort. Dere var blant de få som ble nominert, og arbeidet deres er vist fram for hele landet.',
      notSelected: 'Dere ble ikke nominert denne gangen',
      notSelectedBody:
        'Fagjuryen er ferdig med søknadene. Takk for arbeidet dere gjør, og for at dere delte det. Flere har fått prisen etter å ha søkt mer enn én gang.',
      see: 'Se de nominerte og juryens begrunnelser',
    },
  },

  form: {
    privacyTitle: 'Ingen skal kunne kjennes igjen',
    privacy:
      'Skriv ikke navn, fødselsnummer eller annet som gjør at pasienter, brukere eller pårørende kan kjennes igjen. Endre det som må endres, eller la historien være.',
    readers: 'Leses av fagjuryen og sekretariatet når søknaden er sendt inn.',
    readersPublic: 'Leses av fagjuryen og sekretariatet, og kan bli offentliggjort hvis dere blir nominert.',
    readersApproval: 'Leses av sekretariatet og fagjuryen.',
    prompts: 'Stikkord som kan hjelpe',
    wordCount: (count: number, max: number) => `Nå er det ${count} av ${max} ord.`,
    save: 'Lagre',
    saveAndNext: 'Lagre og gå videre',
    savedAt: (time: string) => `Lagret ${time}.`,
    closed: 'Søknaden kan ikke endres nå. Dere kan lese det som står her.',
  },

  clash: {
    title: 'Noen andre har skrevet i det samme feltet',
    lead: 'Ingenting er borte. Under ser du begge tekstene. Velg den dere vil beholde, eller skriv dem sammen i feltet ditt. Så lagrer du.',
    theirs: (name: string, when: string) => `${name} lagret dette ${when}`,
    theirsNobody: 'Dette er lagret nå',
    choose: 'Hvilken tekst skal gjelde?',
    keepMine: 'Min tekst, slik den står i feltet',
    keepTheirs: (name: string) => `Teksten fra ${name}`,
    empty: 'Feltet er tømt',
    other: 'den andre',
  },

  send: {
    title: 'Se over og send inn',
    lead: 'Slik blir søknaden for fagjuryen. Les gjennom den før dere sender.',
    checklist: 'Før dere sender',
    ready: 'Alt er på plass. Søknaden kan sendes inn.',
    notReady: 'Noe mangler før søknaden kan sendes inn.',
    seeMissing: 'Se hva som mangler',
    submit: 'Send inn søknaden',
    submitAgain: 'Send inn søknaden på nytt',
    afterwards: (deadline: string) =>
      `Dere kan endre og sende på nytt fram til ${deadline}. Den siste gjelder.`,
    changed: 'Søknaden er endret siden du åpnet denne siden. Se over den på nytt før du sender.',
    answerThis: (question: string) => `Svar på «${question}»`,
    shortenThis: (question: string) => `Kort ned svaret på «${question}»`,
    /** Requirements that are met, said as they stand. */
    met: {
      callOpen: 'Utlysningen er åpen.',
      dueNotPassed: 'Fristen er ikke ute.',
      everythingAnswered: 'Alle obligatoriske spørsmål er besvart.',
      withinWordLimits: 'Ingen svar er for lange.',
      noIdentityNumbers: 'Vi fant ingen fødselsnumre i svar eller vedlegg.',
      leaderAsked: 'Lederen har fått lenken.',
      partnersAsked: 'Samarbeidspartnerne har fått lenken.',
      somethingNew: 'Noe er endret siden sist.',
    },
  },

  receipt: {
    title: 'Kvittering',
    lead: 'Takk! Vi har fått søknaden. Kvitteringen er også sendt på e-post til dere som arbeider med den.',
    number: 'Kvitteringsnummer',
    applicant: 'Søker',
    firstSubmitted: 'Først sendt inn',
    submitted: 'Sendt inn',
    version: 'Versjon',
    versions: 'Tidligere innsendinger',
    hash: 'Kontrollsum for søknaden (SHA-256)',
    files: 'Filer',
    noFiles: 'Ingen vedlegg ble sendt inn.',
    fileHash: 'Kontrollsum (SHA-256)',
    serverTime: 'Tidspunktet er når serveren vår mottok søknaden.',
    toApplication: 'Til søknaden',
  },

  submission: {
    applicant: 'Søker',
    kind: 'Hvem som søker',
    unit: 'Tjeneste, avdeling eller tiltak',
    partners: 'Sammen med',
    number: 'Organisasjonsnummer',
    documents: 'Vedlegg',
    noDocuments: 'Ingen vedlegg.',
    missing: 'Mangler',
    missingFile: 'Filen finnes ikke lenger hos oss. Ta kontakt med sekretariatet.',
    unanswered: 'Ikke besvart',
    yes: 'Ja',
    no: 'Nei',
  },

  members: {
    title: 'De som arbeider med søknaden',
    lead: 'Alle her kan lese og skrive i søknaden, og sende den inn.',
    invite: 'Inviter en kollega',
    email: 'E-postadressen til kollegaen',
    emailHint: 'Kollegaen får en e-post med lenke hit.',
    send: 'Inviter',
    invited: 'Invitasjonen er sendt.',
    removed: 'Kollegaen er ikke lenger med.',
    remove: (name: string) => `Fjern ${name}`,
    askRemove: 'Skal kollegaen fjernes? Du kan invitere på nytt senere.',
    lastOne: 'Du er den eneste som arbeider med søknaden. Inviter en annen før du går ut.',
    you: 'deg',
    since: (when: string) => `Med siden ${when}.`,
    answered: 'Svaret er sendt.',
  },

  withdraw: {
    title: 'Vil dere trekke søknaden?',
    body: 'Da blir den ikke vurdert. Dette kan ikke gjøres om.',
    draftBody: 'Utkastet lukkes, og dere kan ikke skrive mer i det. Dette kan ikke gjøres om.',
    confirm: 'Ja, trekk søknaden',
    cancel: 'Nei, behold søknaden',
    changed: 'Søknaden er endret siden du åpnet denne siden. Vil dere fortsatt trekke den?',
    tooLate: 'Søknaden kan ikke trekkes her nå. Ta kontakt med sekretariatet.',
  },

  musts: {
    title: 'Det skjemaet krever',
    lead: 'Svarene er holdt opp mot skjemaet. Det er dere som avgjør.',
    criterion: (name: string) => `Minstekrav: ${name}`,
    answered: (count: number) =>
      count === 1
        ? 'Spørsmålet som må besvares, er besvart'
        : `Alle ${count} spørsmål som må besvares, er besvart`,
    unanswered: (question: string) => `Ikke besvart: «${question}»`,
    withinLimits: 'Ingen svar er lengre enn skjemaet tillater',
    tooLong: (question: string, words: number, limit: number) =>
      `«${question}» har ${words} ord. Grensen er ${limit}.`,
    inTime: (when: string) => `Sendt inn før fristen ${when}`,
    late: (when: string) => `Ikke sendt inn før fristen ${when}`,
    documents: (count: number) => (count === 1 ? 'Vedlegget kan åpnes' : `Alle ${count} vedlegg kan åpnes`),
    eligibility: 'Hvem som kan søke',
  },
  office: {
    title: 'Søknader',
    checkTitle: 'Formell kontroll',
    next: (name: string) => `Neste som venter: ${name}`,
    noneLeft: 'Ingen flere venter på formell kontroll.',
    toYear: 'Gå videre med prisåret',
    checkLead:
      'Se om søknaden er komplett og kommer fra en som kan søke. Kvaliteten er det fagjuryen som vurderer.',
    admit: 'Godkjenn for vurdering',
    admitLead: 'Søknaden går videre til fagjuryen, og søkeren får beskjed.',
    return: 'Be om mer',
    returnLead:
      'Søkeren får en e-post om at noe mangler, og kan endre de delene dere velger, fram til fristen.',
    reject: 'Foreslå å avvise',
    rejectLead:
      'Bare på formelt grunnlag. En annen i sekretariatet må godkjenne det, og først da får søkeren beskjed.',
    rejectReason: 'Begrunnelse',
    rejectReasonHint: 'Søkeren leser dette når avvisningen er godkjent.',
    confirmReject: 'Foreslå å avvise søknaden',
    contacts: 'Arbeider med søknaden',
    history: 'Innsendinger',
    historyItem: (number: number, when: string) => `Versjon ${number}, ${when}`,
    notYet: 'Nå kan ikke dette gjøres',
    done: 'Lagret. Søkeren får beskjed på e-post.',
    settled: 'Den formelle kontrollen er gjort.',
  },
};
