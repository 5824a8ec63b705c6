import type { people as nb } from '../nb/people.ts';

const many = (count: number, one: string, more: string): string => (count === 1 ? one : more);

export const people: typeof nb = {
  title: 'Personar',
  tooManyTokens: (max) =>
    `Du har ${max} nøklar, og det er det meste ein kan ha. Trekk tilbake ein du ikkje bruker`,
  endsBeforeItBegins: 'Rolla må vare til etter at ho tek til',
  administratorOfAll: 'Ein systemansvarleg har ansvar for heile tenesta. Vel «Alle prisår»',
  hasRoleAlready: 'Personen har denne rolla i det tidsrommet frå før',

  myPage: {
    title: 'Mi side',
    hello: (name) => `Hei, ${name}!`,
    waitingTitle: 'Dette ventar på deg',
    nothingTitle: 'Ingenting ventar på deg no',
    nothingBody: 'Vi sender deg ein e-post når det er noko du må gjere.',
    due: (when) => `Frist: ${when}`,
    edition: (year) => `Etikkprisen ${year}`,
    tasks: {
      completeApplication: () => 'Gjer søknaden ferdig. Sekretariatet treng meir frå dykk',
      answerNaming: () => 'Svar på ein fortruleg beskjed om søknaden',
      confirmConfidence: () => 'Les og stadfest reglane om fortruleg arbeid',
      confirmConfidenceForRole: () => 'Les og stadfest reglane om fortruleg arbeid før du byrjar',
      declareConnections: (count) =>
        many(
          count,
          'Svar på om du har noka tilknyting til éin søkjar',
          `Svar på om du har noka tilknyting til ${count} søkjarar`,
        ),
      decideConflicts: (count) =>
        many(count, 'Avgjer eitt spørsmål om habilitet', `Avgjer ${count} spørsmål om habilitet`),
      answerObjections: (count: number) =>
        many(count, 'Svar på éi innvending', `Svar på ${count} innvendingar`),
      callInDeputy: () => 'Kall inn eit varamedlem: for få kan vere med',
      vote: (count) =>
        many(count, 'Røyst skriftleg i éi sak i juryen', `Røyst skriftleg i ${count} saker i juryen`),
      answerScores: (count) =>
        count === 1
          ? 'Svar på om eit av poenga dine skal endrast'
          : `Svar på om ${count} av poenga dine skal endrast`,
      deliverBallots: (count) =>
        many(count, 'Lever vurderinga av éin søknad', `Lever vurderingane av ${count} søknader`),
      decide: () => 'Før inn avgjerda til juryen',
      confirmProtocol: (count) =>
        many(
          count,
          'Stadfest at protokollen er rett: eitt vedtak du var med på',
          `Stadfest at protokollen er rett: ${count} vedtak du var med på`,
        ),
      approveStatements: (count) =>
        many(count, 'Les og godkjenn éi grunngiving', `Les og godkjenn ${count} grunngivingar`),
      approvePublication: () => 'Les og godkjenn ei offentleggjering',
      approveExtensions: () => 'Svar på eit framlegg om lengre frist',
      approveRejections: (count) =>
        many(
          count,
          'Svar på eit framlegg om å avvise ein søknad',
          `Svar på ${count} framlegg om å avvise søknader`,
        ),
      approveReceived: () => 'Godkjenn ein motteken søknad',
      checkApplications: (count) => many(count, 'Kontroller éin søknad', `Kontroller ${count} søknader`),
      answerHelp: (count) =>
        many(count, 'Svar på eitt spørsmål frå ein søkjar', `Svar på ${count} spørsmål frå søkjarar`),
      answerQuestions: (count) =>
        many(count, 'Svar på eitt spørsmål om utlysinga', `Svar på ${count} spørsmål om utlysinga`),
      answerBarriers: (count) =>
        many(
          count,
          'Svar på ei melding om noko som ikkje verkar',
          `Svar på ${count} meldingar om noko som ikkje verkar`,
        ),
      readAlong: (count) =>
        many(
          count,
          'Les eitt utkast du er bedd om å gi råd til',
          `Les ${count} utkast du er bedd om å gi råd til`,
        ),
      declareAsAdviser: (count) =>
        many(
          count,
          'Svar på om du har noka tilknyting til éin søkjar du gir råd til',
          `Svar på om du har noka tilknyting til ${count} søkjarar du gir råd til`,
        ),
      answerJoinRequests: (count) =>
        many(
          count,
          'Svar på eitt ønske om å bli med på ein søknad',
          `Svar på ${count} ønske om å bli med på ein søknad`,
        ),
      writeStatements: (count) =>
        many(count, 'Skriv grunngivinga for éin nominert', `Skriv grunngivingane for ${count} nominerte`),
      closeJudging: () => 'Avslutt vurderinga til juryen',
      approveFeedback: (count: number) =>
        many(
          count,
          'Les og godkjenn éi tilbakemelding til ein søkjar',
          `Les og godkjenn ${count} tilbakemeldingar til søkjarane`,
        ),
      startJudging: () => 'Start vurderinga til juryen',
      prepareFinalists: () => 'Førebu offentleggjeringa av dei nominerte',
      announceHeld: () => 'Vinnaren er halden att: kunngjer, eller la tidspunktet gjelde',
      prepareCorrection: () => 'Gjer klar rettinga av det som er teke ned',
      approveLetters: (count: number) =>
        many(
          count,
          'Les og send ei utsending som ein annan har skrive',
          `Les og send ${count} utsendingar som andre har skrive`,
        ),
      prepareWinner: () => 'Førebu kunngjeringa av vinnaren',
      announce: () => 'Gjer prisåret klart, og lys det ut',
      archive: () => 'Gjer opp prisåret, og avslutt det',
      createEdition: () => 'Lag prisåret',
      inviteSecretariat: () => 'Inviter nokon til sekretariatet. Dei lagar prisåret',
      inviteForRejections: () =>
        'Slepp inn ein til i sekretariatet. Noko i den formelle kontrollen ventar, og ingen der kan svare på det',
    },
    applicationsTitle: 'Søknadene mine',
    applyTitle: (year) => `Vil de søkje på Etikkprisen ${year}?`,
    applyBody: (when) => `Fristen er ${when}. Du kan byrje no, lagre undervegs og invitere kollegaer.`,
    apply: 'Start ein søknad',
    placesTitle: 'Snarvegar',
    places: {
      jury: { title: 'Fagjuryen', body: 'Les søknadene og lever vurderingane dine.' },
      chair: { title: 'Leiinga av juryen', body: 'Sjå framdrifta, avgjer habilitet og før inn avgjerda.' },
      secretariat: { title: 'Sekretariatet', body: 'Følg prisåret frå utlysing til prisutdeling.' },
      administration: { title: 'Administrasjon', body: 'Inviter personar og gje dei roller.' },
      embargo: { title: 'Under sperrefrist', body: 'Sjå kva som skal offentleggjerast, og når.' },
      communications: {
        title: 'Offentleggjering',
        body: 'Gjer klart det som skal ut, og sjå kva som er avgjort.',
      },
      auditor: { title: 'Revisjon', body: 'Les loggen, protokollen og det signerte resultatet.' },
    },
    profile: 'Namn og språk',
    tokens: 'Nøklar for program',
  },

  profile: {
    title: 'Namn og språk',
    welcome: 'Velkomen! Kva heiter du?',
    lead: 'Namnet ditt blir vist for dei du samarbeider med, og for sekretariatet.',
    email: 'E-postadresse',
    name: 'Fullt namn',
    phone: 'Telefon',
    phoneHint: 'Berre sekretariatet ser nummeret.',
    language: 'Språk på sidene og i e-postar',
    saved: 'Endringane er lagra.',
    continue: 'Lagre og hald fram',
  },

  tokens: {
    title: 'Nøklar for program',
    lead: 'Eit program som har ein nøkkel frå deg, kan gjere det same som du kan. Gje han berre til program du stolar på.',
    newTitle: 'Lag ein ny nøkkel',
    name: 'Kva skal han brukast til?',
    nameHint: 'Namnet hjelper deg å kjenne han att.',
    days: 'Kor lenge skal han vare?',
    daysOption: (days) => (days === 365 ? 'Eitt år' : `${days} dagar`),
    create: 'Lag nøkkelen',
    createdTitle: 'Nøkkelen er laga',
    createdLead: 'Kopier han no. Vi viser han berre denne eine gongen.',
    created: 'Nøkkel',
    listTitle: 'Nøklane dine',
    empty: 'Du har ingen nøklar.',
    columnName: 'Blir brukt til',
    columnCreated: 'Laga',
    columnUsed: 'Sist brukt',
    columnExpires: 'Varer til',
    columnAction: 'Handling',
    never: 'Aldri',
    revoke: (name) => `Trekk tilbake ${name}`,
    revoked: 'Nøkkelen er trekt tilbake. Han verkar ikkje lenger.',
    how: 'Send nøkkelen i hovudet på kvar førespurnad:',
    signInName: 'Innlogging frå eit program',
  },

  administration: {
    title: 'Administrasjon',
    lead: 'Her ser du kven som har tilgang til kva. Søkjarar treng ingen invitasjon.',
    invite: 'Inviter ein person',
    search: 'Søk på namn eller e-postadresse',
    searchButton: 'Søk',
    showAll: 'Vis alle med roller',
    found: (count) => many(count, 'Éin person', `${count} personar`),
    listTitle: 'Personar med roller',
    alone:
      'Det er berre éin systemansvarleg utan sluttdato. Inviter ein til, så tenesta ikkje står utan om noko skjer med den eine.',
    resultTitle: (search) => `Treff på «${search}»`,
    nobody: 'Ingen passar til søket',
    nobodyBody: 'Prøv ein del av namnet eller adressa, eller inviter personen.',
    full: (max) => `Berre dei første ${max} er viste. Skriv meir av namnet for å finne andre.`,
    columnName: 'Namn',
    columnEmail: 'E-postadresse',
    columnRoles: 'Roller',
    nameless: 'Utan namn enno',
    removed: 'Utestengd',
    noRoles: 'Ingen roller',
    roles: {
      administrator: 'Systemansvarleg',
      secretary: 'Sekretariat',
      leader: 'Leiar',
      communications: 'Kommunikasjon',
      embargoReader: 'Lesar under sperrefrist',
      auditor: 'Revisor',
    },
    roleHints: {
      administrator: 'Inviterer personar og gjev roller i heile tenesta.',
      secretary:
        'Lyser ut prisen, kontrollerer søknadene og gjer offentleggjeringar klare. Neste prisår lagar den som har rolla for alle prisår.',
      leader: 'Godkjenner offentleggjeringar som sekretariatet har gjort klare.',
      communications:
        'Ser utfallet før tida og gjer offentleggjeringar klare. Gjeld eitt prisår og har ein sluttdato.',
      embargoReader:
        'Ser på éi side kva som skal offentleggjerast, og ingenting anna. Får ingen e-post om det. Gjeld eitt prisår og har ein sluttdato.',
      auditor: 'Les loggen, protokollen og det signerte resultatet, og endrar ingenting. Har ein sluttdato.',
    },
    seats: { chair: 'Juryleiar', deputyChair: 'Nestleiar', member: 'Jurymedlem', deputy: 'Varamedlem' },
    ofEdition: (what, year) => `${what} ${year}`,
    states: { active: 'Gjeld no', upcoming: 'Tek til seinare', ended: 'Avslutta' },
    unconfirmed: 'Ventar på at reglane om fortruleg arbeid blir stadfesta',
    restsIn: (when: string) => `Kviler for ${when}: sit i juryen eller arbeider med ein søknad`,
    inviteTitle: 'Inviter ein person',
    inviteLead: 'Personen får ein e-post og loggar inn med adressa si. Ingen treng passord.',
    inviteButton: 'Send invitasjonen',
    name: 'Namn',
    language: 'Språk i e-posten',
    role: 'Rolle',
    edition: 'Gjeld for',
    allEditions: 'Alle prisår',
    oneEdition: (year) => `Berre Etikkprisen ${year}`,
    from: 'Frå og med',
    fromHint: 'Utan dato gjeld rolla frå no.',
    until: 'Til og med',
    untilHint: 'Utan dato gjeld rolla til nokon avsluttar ho.',
    invited: 'Invitasjonen er send.',
    granted: 'Rolla er gjeven. Personen har fått ein e-post.',
    grantedWithoutLetter:
      'Rolla er gitt. Personen får ingen e-post, så sei frå om at sida finst, og kva adresse ein loggar inn med.',
    ended: 'Rolla er avslutta. Personen er logga ut overalt, og nøklane verkar ikkje lenger.',
    removedDone: 'Personen er stengd ute.',
    personRoles: 'Roller',
    personSeats: 'Plass i fagjuryen',
    seatsHelp: 'Det er sekretariatet som fyller plassane i juryen.',
    columnRole: 'Rolle',
    columnEdition: 'Gjeld for',
    columnPeriod: 'Tid',
    columnState: 'Status',
    columnAction: 'Handling',
    fromTo: (from, until) => `${from} til ${until}`,
    fromOn: (from) => `Frå ${from}`,
    fromStart: 'Frå starten',
    end: (role) => `Avslutt rolla ${role.toLowerCase()}`,
    endAsk: 'Personen blir logga ut overalt med ein gong. Vil du avslutte rolla?',
    grantTitle: 'Gje ei rolle',
    grantButton: 'Gje rolla',
    removeTitle: (name) => `Stenge ute ${name}?`,
    removeLead:
      'Alle roller blir avslutta med ein gong. Personen blir logga ut overalt, nøklane sluttar å verke, og adressa slepp ikkje inn att før nokon inviterer ho på nytt.',
    removeSeat: 'Personen har ein plass i fagjuryen. Sekretariatet må fylle han med ein annan.',
    removeKeeps: 'Det personen har gjort, står att i loggen.',
    remove: 'Steng ute',
    removedInfo: (when) =>
      `Personen vart stengd ute ${when}. Inviter adressa på nytt for å sleppe personen inn.`,
  },
};
