/** People: my page, the profile, tokens for programs, and who may do what. */
const many = (count: number, one: string, more: string): string => (count === 1 ? one : more);

export const people = {
  title: 'Personer',
  tooManyTokens: (max: number) =>
    `Du har ${max} nøkler, og det er det meste man kan ha. Trekk tilbake en du ikke bruker`,
  endsBeforeItBegins: 'Rollen må vare til etter at den begynner',
  administratorOfAll: 'En systemansvarlig har ansvar for hele tjenesten. Velg «Alle prisår»',
  hasRoleAlready: 'Personen har denne rollen i det tidsrommet fra før',

  myPage: {
    title: 'Min side',
    hello: (name: string) => `Hei, ${name}!`,
    waitingTitle: 'Dette venter på deg',
    nothingTitle: 'Ingenting venter på deg nå',
    nothingBody: 'Vi sender deg en e-post når det er noe du må gjøre.',
    due: (when: string) => `Frist: ${when}`,
    edition: (year: number) => `Etikkprisen ${year}`,
    tasks: {
      completeApplication: () => 'Gjør søknaden ferdig. Sekretariatet trenger mer fra dere',
      answerNaming: () => 'Svar på en fortrolig beskjed om søknaden',
      confirmConfidence: () => 'Les og bekreft reglene om fortrolighet',
      confirmConfidenceForRole: () => 'Les og bekreft reglene om fortrolighet før du begynner',
      declareConnections: (count: number) =>
        many(
          count,
          'Svar på om du har noen tilknytning til én søker',
          `Svar på om du har noen tilknytning til ${count} søkere`,
        ),
      decideConflicts: (count: number) =>
        many(count, 'Avgjør ett spørsmål om habilitet', `Avgjør ${count} spørsmål om habilitet`),
      answerObjections: (count: number) =>
        many(count, 'Svar på én innsigelse', `Svar på ${count} innsigelser`),
      callInDeputy: () => 'Kall inn et varamedlem: for få kan delta',
      vote: (count: number) =>
        many(count, 'Stem skriftlig i én sak i juryen', `Stem skriftlig i ${count} saker i juryen`),
      answerScores: (count: number) =>
        count === 1
          ? 'Svar på om et av poengene dine skal endres'
          : `Svar på om ${count} av poengene dine skal endres`,
      deliverBallots: (count: number) =>
        many(count, 'Lever vurderingen av én søknad', `Lever vurderingene av ${count} søknader`),
      decide: () => 'Før juryens beslutning',
      confirmProtocol: (count: number) =>
        many(
          count,
          'Bekreft at protokollen er riktig: én beslutning du deltok i',
          `Bekreft at protokollen er riktig: ${count} beslutninger du deltok i`,
        ),
      approveStatements: (count: number) =>
        many(count, 'Les og godkjenn én begrunnelse', `Les og godkjenn ${count} begrunnelser`),
      approvePublication: () => 'Les og godkjenn en offentliggjøring',
      approveExtensions: () => 'Svar på et forslag om lengre frist',
      approveRejections: (count: number) =>
        many(
          count,
          'Svar på et forslag om å avvise en søknad',
          `Svar på ${count} forslag om å avvise søknader`,
        ),
      approveReceived: () => 'Godkjenn en mottatt søknad',
      checkApplications: (count: number) =>
        many(count, 'Kontroller én søknad', `Kontroller ${count} søknader`),
      answerHelp: (count: number) =>
        many(count, 'Svar på ett spørsmål fra en søker', `Svar på ${count} spørsmål fra søkere`),
      answerQuestions: (count: number) =>
        many(count, 'Svar på ett spørsmål om utlysningen', `Svar på ${count} spørsmål om utlysningen`),
      answerBarriers: (count: number) =>
        many(
          count,
          'Svar på en melding om noe som ikke virker',
          `Svar på ${count} meldinger om noe som ikke virker`,
        ),
      readAlong: (count: number) =>
        many(
          count,
          'Les ett utkast du er bedt om å gi råd til',
          `Les ${count} utkast du er bedt om å gi råd til`,
        ),
      declareAsAdviser: (count: number) =>
        many(
          count,
          'Svar på om du har noen tilknytning til én søker du gir råd til',
          `Svar på om du har noen tilknytning til ${count} søkere du gir råd til`,
        ),
      answerJoinRequests: (count: number) =>
        many(
          count,
          'Svar på ett ønske om å bli med på en søknad',
          `Svar på ${count} ønsker om å bli med på en søknad`,
        ),
      writeStatements: (count: number) =>
        many(count, 'Skriv begrunnelsen for én nominert', `Skriv begrunnelsene for ${count} nominerte`),
      closeJudging: () => 'Avslutt juryens vurdering',
      approveFeedback: (count: number) =>
        many(
          count,
          'Les og godkjenn én tilbakemelding til en søker',
          `Les og godkjenn ${count} tilbakemeldinger til søkerne`,
        ),
      startJudging: () => 'Start juryens vurdering',
      prepareFinalists: () => 'Forbered offentliggjøringen av de nominerte',
      announceHeld: () => 'Vinneren er holdt tilbake: kunngjør, eller la tidspunktet gjelde',
      prepareCorrection: () => 'Gjør klar rettelsen av det som er tatt ned',
      approveLetters: (count: number) =>
        many(
          count,
          'Les og send en utsending som en annen har skrevet',
          `Les og send ${count} utsendinger som andre har skrevet`,
        ),
      prepareWinner: () => 'Forbered kunngjøringen av vinneren',
      announce: () => 'Gjør prisåret klart, og lys det ut',
      archive: () => 'Gjør opp prisåret, og avslutt det',
      createEdition: () => 'Lag prisåret',
      inviteSecretariat: () => 'Inviter noen til sekretariatet. De lager prisåret',
      inviteForRejections: () =>
        'Slipp inn en til i sekretariatet. Noe i den formelle kontrollen venter, og ingen der kan svare på det',
    },
    applicationsTitle: 'Søknadene mine',
    applyTitle: (year: number) => `Vil dere søke på Etikkprisen ${year}?`,
    applyBody: (when: string) =>
      `Fristen er ${when}. Du kan begynne nå, lagre underveis og invitere kolleger.`,
    apply: 'Start en søknad',
    placesTitle: 'Snarveier',
    places: {
      jury: { title: 'Fagjuryen', body: 'Les søknadene og lever vurderingene dine.' },
      chair: { title: 'Ledelsen av juryen', body: 'Se framdriften, avgjør habilitet og før beslutningen.' },
      secretariat: { title: 'Sekretariatet', body: 'Følg prisåret fra utlysning til prisutdeling.' },
      administration: { title: 'Administrasjon', body: 'Inviter personer og gi dem roller.' },
      embargo: { title: 'Under sperrefrist', body: 'Se hva som skal offentliggjøres, og når.' },
      communications: {
        title: 'Offentliggjøring',
        body: 'Gjør klart det som skal ut, og se hva som er besluttet.',
      },
      auditor: { title: 'Revisjon', body: 'Les loggen, protokollen og det signerte resultatet.' },
    },
    profile: 'Navn og språk',
    tokens: 'Nøkler for programmer',
  },

  profile: {
    title: 'Navn og språk',
    welcome: 'Velkommen! Hva heter du?',
    lead: 'Navnet ditt vises for dem du samarbeider med, og for sekretariatet.',
    email: 'E-postadresse',
    name: 'Fullt navn',
    phone: 'Telefon',
    phoneHint: 'Bare sekretariatet ser nummeret.',
    language: 'Språk på sidene og i e-poster',
    saved: 'Endringene er lagret.',
    continue: 'Lagre og fortsett',
  },

  tokens: {
    title: 'Nøkler for programmer',
    lead: 'Et program som har en nøkkel fra deg, kan gjøre det samme som du kan. Gi den bare til programmer du stoler på.',
    newTitle: 'Lag en ny nøkkel',
    name: 'Hva skal den brukes til?',
    nameHint: 'Navnet hjelper deg å kjenne den igjen.',
    days: 'Hvor lenge skal den vare?',
    daysOption: (days: number) => (days === 365 ? 'Ett år' : `${days} dager`),
    create: 'Lag nøkkelen',
    createdTitle: 'Nøkkelen er laget',
    createdLead: 'Kopier den nå. Vi viser den bare denne ene gangen.',
    created: 'Nøkkel',
    listTitle: 'Nøklene dine',
    empty: 'Du har ingen nøkler.',
    columnName: 'Brukes til',
    columnCreated: 'Laget',
    columnUsed: 'Sist brukt',
    columnExpires: 'Varer til',
    columnAction: 'Handling',
    never: 'Aldri',
    revoke: (name: string) => `Trekk tilbake ${name}`,
    revoked: 'Nøkkelen er trukket tilbake. Den virker ikke lenger.',
    how: 'Send nøkkelen i hodet på hver forespørsel:',
    signInName: 'Innlogging fra et program',
  },

  administration: {
    title: 'Administrasjon',
    lead: 'Her ser du hvem som har tilgang til hva. Søkere trenger ingen invitasjon.',
    invite: 'Inviter en person',
    search: 'Søk på navn eller e-postadresse',
    searchButton: 'Søk',
    showAll: 'Vis alle med roller',
    found: (count: number) => many(count, 'Én person', `${count} personer`),
    listTitle: 'Personer med roller',
    alone:
      'Det er bare én systemansvarlig uten sluttdato. Inviter en til, så tjenesten ikke står uten hvis noe skjer med den ene.',
    resultTitle: (search: string) => `Treff på «${search}»`,
    nobody: 'Ingen passer til søket',
    nobodyBody: 'Prøv en del av navnet eller adressen, eller inviter personen.',
    full: (max: number) => `Bare de første ${max} vises. Skriv mer av navnet for å finne andre.`,
    columnName: 'Navn',
    columnEmail: 'E-postadresse',
    columnRoles: 'Roller',
    nameless: 'Uten navn ennå',
    removed: 'Utestengt',
    noRoles: 'Ingen roller',
    roles: {
      administrator: 'Systemansvarlig',
      secretary: 'Sekretariat',
      leader: 'Leder',
      communications: 'Kommunikasjon',
      embargoReader: 'Leser under sperrefrist',
      auditor: 'Revisor',
    },
    roleHints: {
      administrator: 'Inviterer personer og gir roller i hele tjenesten.',
      secretary:
        'Lyser ut prisen, kontrollerer søknadene og gjør offentliggjøringer klare. Neste prisår lages av den som har rollen for alle prisår.',
      leader: 'Godkjenner offentliggjøringer som sekretariatet har gjort klare.',
      communications:
        'Ser utfallet før tiden og gjør offentliggjøringer klare. Gjelder ett prisår og har en sluttdato.',
      embargoReader:
        'Ser på én side hva som skal offentliggjøres, og ingenting annet. Får ingen e-post om det. Gjelder ett prisår og har en sluttdato.',
      auditor: 'Leser loggen, protokollen og det signerte resultatet, og endrer ingenting. Har en sluttdato.',
    },
    seats: { chair: 'Juryleder', deputyChair: 'Nestleder', member: 'Jurymedlem', deputy: 'Varamedlem' },
    ofEdition: (what: string, year: number) => `${what} ${year}`,
    states: { active: 'Gjelder nå', upcoming: 'Begynner senere', ended: 'Avsluttet' },
    unconfirmed: 'Venter på at reglene om fortrolighet blir bekreftet',
    restsIn: (years: string) => `Hviler for ${years}: sitter i juryen eller arbeider med en søknad`,
    inviteTitle: 'Inviter en person',
    inviteLead: 'Personen får en e-post og logger inn med adressen sin. Ingen trenger passord.',
    inviteButton: 'Send invitasjonen',
    name: 'Navn',
    language: 'Språk i e-posten',
    role: 'Rolle',
    edition: 'Gjelder for',
    allEditions: 'Alle prisår',
    oneEdition: (year: number) => `Bare Etikkprisen ${year}`,
    from: 'Fra og med',
    fromHint: 'Uten dato gjelder rollen fra nå.',
    until: 'Til og med',
    untilHint: 'Uten dato gjelder rollen til noen avslutter den.',
    invited: 'Invitasjonen er sendt.',
    granted: 'Rollen er gitt. Personen har fått en e-post.',
    grantedWithoutLetter:
      'Rollen er gitt. Personen får ingen e-post, så gi beskjed om at siden finnes, og om adressen å logge inn med.',
    ended: 'Rollen er avsluttet. Personen er logget ut overalt, og nøklene virker ikke lenger.',
    removedDone: 'Personen er stengt ute.',
    personRoles: 'Roller',
    personSeats: 'Plass i fagjuryen',
    seatsHelp: 'Plasser i juryen fylles av sekretariatet.',
    columnRole: 'Rolle',
    columnEdition: 'Gjelder for',
    columnPeriod: 'Tid',
    columnState: 'Status',
    columnAction: 'Handling',
    fromTo: (from: string, until: string) => `${from} til ${until}`,
    fromOn: (from: string) => `Fra ${from}`,
    fromStart: 'Fra starten',
    end: (role: string) => `Avslutt rollen ${role.toLowerCase()}`,
    endAsk: 'Personen blir logget ut overalt med en gang. Vil du avslutte rollen?',
    grantTitle: 'Gi en rolle',
    grantButton: 'Gi rollen',
    removeTitle: (name: string) => `Steng ute ${name}?`,
    removeLead:
      'Alle roller avsluttes med en gang. Personen blir logget ut overalt, nøklene slutter å virke, og adressen slipper ikke inn igjen før noen inviterer den på nytt.',
    removeSeat: 'Personen har en plass i fagjuryen. Sekretariatet må fylle den med en annen.',
    removeKeeps: 'Det personen har gjort, står igjen i loggen.',
    remove: 'Steng ute',
    removedInfo: (when: string) =>
      `Personen ble stengt ute ${when}. Inviter adressen på nytt for å slippe den inn.`,
  },
};
