import type { publicSite as nb } from '../nb/publicSite.ts';

export const publicSite: typeof nb = {
  title: 'Etikkprisen',
  nav: { call: 'Utlysing', history: 'Tidlegare år', check: 'Slik kan du kontrollere' },
  prize: (year) => `Etikkprisen ${year}`,
  front: {
    title: 'Prisen for dei som gjer etikk til kvardag',
    lead: 'Etikkprisen går kvart år til ein kommune, ein bydel eller ei verksemd som arbeider systematisk med etikk i helse- og omsorgstenestene, slik at brukarar og pårørande blir møtte med respekt for verdigheita og integriteten sin.',
    description:
      'Etikkprisen løftar fram systematisk etikkarbeid i dei kommunale helse- og omsorgstenestene. Her finn du utlysinga, dei nominerte og vinnarane.',
    apply: (year) => `Søk Etikkprisen ${year}`,
    readCall: 'Les utlysinga',
    seeNominated: 'Les grunngivingane frå juryen',
    seeYear: (year) => `Alt om Etikkprisen ${year}`,
    whereNow: 'Kvar i året er vi?',
    noCall: 'Neste utlysing kjem før sommaren.',
    whatTitle: 'Kva prisen er',
    what: [
      'Etisk refleksjon er å stoppe opp saman når det ikkje er opplagt kva som er rett. Stader som gjer det til ein vane, blir betre stader å få hjelp og betre stader å arbeide.',
      'Ein uavhengig fagjury les søknadene, nominerer nokre av dei og vel ein vinnar. Alle dei nominerte får ei skriftleg grunngiving, som alle kan lese her.',
    ],
    lastWinner: 'Førre vinnar',
    allYears: 'Alle vinnarane sidan 2011',
    howTitle: 'Slik blir vinnaren vald',
    how: [
      {
        title: 'Opne reglar',
        body: 'Kriteria, skjemaet og retningslinjene ligg opne frå første dag, og dei blir låste når prisen blir lyst ut.',
      },
      {
        title: 'Kvar for seg først',
        body: 'Kvar jurymedlem vurderer åleine. Ingen ser vurderingane til dei andre før alle er ferdige.',
      },
      {
        title: 'Ingen avgjer i eiga sak',
        body: 'Jurymedlemmene svarer for tilknytingar til søkjarane før dei får lese, og den som er inhabil, deltek ikkje.',
      },
    ],
  },
  phases: {
    announced: 'Lyst ut. Opnar snart',
    open: 'Open for søknader',
    closed: 'Søknadsfristen er ute',
    judging: 'Fagjuryen vurderer',
    finalists: 'Dei nominerte er klare',
    winner: 'Vinnaren er kåra',
    noAward: 'Prisen blir ikkje delt ut i år',
    cancelled: 'Avlyst',
  },
  next: {
    announced: (when) => `Utlysinga opnar ${when}.`,
    open: (when) => `Søknadsfristen er ${when}.`,
    closed: 'Søknadene går no til fagjuryen.',
    judging: (when) => `Dei nominerte blir etter planen offentleggjorde ${when}.`,
    finalists: (when) => `Vinnaren blir kunngjord på prisutdelinga ${when}.`,
    winner: 'Gratulerer til vinnaren!',
    noAward: 'Fagjuryen har avgjort at prisen ikkje blir delt ut i år.',
    cancelled: 'Prisen blir ikkje delt ut i år.',
  },
  steps: {
    title: 'Året steg for steg',
    opens: 'Utlysinga opnar',
    deadline: 'Søknadsfrist',
    judging: 'Fagjuryen vurderer',
    finalists: 'Dei nominerte blir offentleggjorde',
    ceremony: 'Prisutdeling',
    until: (when) => `til ${when}`,
    planned: (when) => `etter planen ${when}`,
  },
  call: {
    title: (year) => `Utlysing av Etikkprisen ${year}`,
    description: (year) =>
      `Kven som kan søkje Etikkprisen ${year}, kva fagjuryen ser etter, fristar og heile søknadsskjemaet.`,
    none: 'Det er inga utlysing akkurat no',
    noneBody:
      'Prisen blir lyst ut før sommaren. Tidlegare år ligg opne, og der kan du lese kva vinnarane har gjort.',
    cancelled: (year) => `Etikkprisen ${year} er avlyst og blir ikkje delt ut.`,
    over: (year) => `Fristen for Etikkprisen ${year} er ute. Utlysinga står her slik ho var.`,
    dates: 'Viktige datoar',
    opens: 'Opnar',
    deadline: 'Søknadsfrist',
    deadlineNote: 'Heile det siste minuttet er med. Det er klokka til tenesta som gjeld.',
    finalists: 'Dei nominerte blir offentleggjorde',
    ceremony: 'Prisutdeling',
    contact: 'Spørsmål om søknaden',
    contents: 'På denne sida',
    purpose: 'Føremålet med prisen',
    eligibility: 'Kven som kan søkje',
    prize: 'Prisen',
    criteria: 'Kriterium',
    criteriaLead: 'Fagjuryen vurderer alle søknadene etter dei same kriteria.',
    kinds: { must: 'Minstekrav', assessed: 'Blir vurdert', extra: 'Tel i tillegg' },
    weight: (weight) => `vekt ${weight}`,
    scale: 'Poengskala',
    scaleLead: (min, max) =>
      `Kvar jurymedlem gir heile poeng frå ${min} til ${max} på kvart kriterium, og ei skriftleg vurdering. Poenga er eit råd til juryen, ikkje eit vedtak.`,
    noScale:
      'Fagjuryen gir ikkje poeng. Han skriv ei vurdering for kvart kriterium og drøftar seg fram til avgjerda.',
    level: (level) => `${level} poeng`,
    notDescribed: 'Utan poeng',
    jury: 'Fagjuryen',
    juryLead:
      'Plassane høyrer til organisasjonar. Namnet står her når ein person har takka ja og stadfesta reglane om fortrulegheit.',
    juryNone: 'Fagjuryen er ikkje sett saman enno.',
    roles: { chair: 'leiar av fagjuryen', deputyChair: 'nestleiar', member: '', deputy: 'varamedlem' },
    unnamed: 'Namn kjem',
    form: 'Heile søknadsskjemaet',
    formLead:
      'Slik er skjemaet. Du kan skrive det ut og førebu svara saman med andre før du loggar inn. Alt kan lagrast undervegs.',
    sections: {
      about: 'Om søkjaren',
      criteria: 'Kriteria',
      facts: 'Tal og metodar',
      extra: 'I tillegg',
      approval: 'Godkjenning',
    },
    required: 'må svarast på',
    optional: 'valfritt',
    words: (max) => `inntil ${max} ord`,
    tick: 'avkryssing',
    table: 'tabell',
    choices: 'fleire val',
    documents: (max, size) =>
      `Du kan leggje ved inntil ${max} filer (PDF, Word, JPEG, PNG), kvar på inntil ${size}.`,
    regulations: 'Retningslinjer for prisen',
    hashTitle: 'Kontrollsum',
    hashLead:
      'Kriteria, skjemaet, skalaen og retningslinjene vart låste då prisen vart lyst ut. Kontrollsummen viser at ingenting er endra sidan.',
    hashFile: 'Last ned det som er låst',
    howToCheck: 'Slik kan du kontrollere han',
    print: 'Skriv ut sida med utskrifta i nettlesaren (Ctrl+P). Ho er laga for papir òg.',
  },
  year: {
    nominated: 'Dei nominerte',
    nominatedDescription: (year) =>
      `Dei nominerte til Etikkprisen ${year}, med grunngivingane frå fagjuryen.`,
    others: 'Dei andre nominerte',
    alphabetical: 'Dei nominerte står i alfabetisk rekkjefølgje.',
    winner: 'Vinnar',
    winnerOf: (year) => `Vinnar av Etikkprisen ${year}`,
    honourable: 'Heiderleg omtale',
    notYet: 'Dei nominerte er ikkje offentleggjorde enno',
    notYetBody: (when) =>
      `Etter planen blir dei offentlege ${when}, med grunngivinga frå juryen for kvar av dei.`,
    noAward: 'Prisen blir ikkje delt ut i år',
    cancelled: 'Prisen vart avlyst dette året',
    statement: 'Grunngivinga frå juryen',
    juryStatement: 'Fagjuryen',
    partners: (names) => `Saman med ${names}`,
    jury: 'Fagjuryen som deltok',
    published: (when) => `Offentleggjort ${when}`,
    announced: (when) => `Kunngjort ${when}`,
    fromHistory: 'Dette året var før tenesta vart teken i bruk. Vi viser det som er kjent frå opne kjelder.',
    applications: 'Søknader',
    ceremony: 'Prisutdeling',
    theCall: 'Utlysinga og reglane',
    unknownNominated: 'Dei nominerte er ikkje kjende.',
  },
  history: {
    title: 'Tidlegare år',
    lead: 'Alle vinnarane av Etikkprisen sidan han vart delt ut første gongen i 2011. Det vart ikkje delt ut nokon pris for 2020.',
    description: 'Vinnarar av og nominerte til Etikkprisen frå 2011 til i dag.',
    nominated: 'Nominerte',
    honourable: (names) => `Heiderleg omtale: ${names}`,
    noAward: 'Prisen vart ikkje delt ut',
    source:
      'Åra før tenesta vart teken i bruk, byggjer på opne kjelder. Der noko ikkje er funne, står det tomt.',
  },
  check: {
    title: 'Slik kan du kontrollere',
    lead: 'Du skal ikkje trenge å lite på oss. Her er det du kan etterprøve sjølv, og det andre kan etterprøve for deg.',
    description: 'Korleis kven som helst kan kontrollere reglane, kvitteringane og gangen i Etikkprisen.',
    rulesTitle: 'Reglane er dei same heile året',
    rules: [
      'Når prisen blir lyst ut, blir kriteria, skjemaet, skalaen og retningslinjene låste. Vi reknar ut ein kontrollsum (SHA-256) av dei og viser han på utlysinga.',
      'Last ned fila, rekn ut kontrollsummen på di eiga maskin og samanlikn. Er dei like, er ikkje eit teikn endra.',
    ],
    command: 'Slik gjer du det på ei maskin med macOS eller Linux:',
    windows: 'På Windows:',
    expected: (year) => `Kontrollsum for ${year}`,
    receiptTitle: 'Kvitteringa viser kva som vart sendt inn',
    receipt: [
      'Søkjaren får ei kvittering med nummer, klokkeslettet til tenesta og ein kontrollsum for søknaden og for kvar fil. Den same søknaden gir alltid den same kontrollsummen.',
      'Er de usamde med oss om kva de sende, er det kvitteringa som avgjer.',
    ],
    juryTitle: 'Juryen arbeider kvar for seg',
    jury: [
      'Ein jurymedlem får ikkje lese søknader før det er svart på om det finst ei tilknyting til kvar av søkjarane. Den som er inhabil, får ikkje sjå søknaden.',
      'Vurderingane er skjulte for alle andre til vurderinga er avslutta. Når eit jurymedlem leverer, blir det lagra eit salta avtrykk (SHA-256) av vurderinga. Ei vurdering som er endra sidan, passar ikkje med avtrykket.',
      'Avgjerda blir ført med grunngiving. Vel juryen annleis enn poenga tilseier, må han skrive kvifor.',
    ],
    resultTitle: 'Resultatet kan reknast ut på nytt',
    result: [
      'Når juryen har avgjort, blir resultatet frose i to filer som blir signerte (Ed25519). Kjernen blir ståande: reglane, avgjerda, kven som deltok, tala for kvar søknad og avtrykket av kvar vurdering. Den fulle fila har kvar vurdering i tillegg, og kan slettast når ho ikkje trengst lenger. Blir noko endra sidan, kjem det ein ny versjon med grunngiving.',
      'Kontrollsummane er offentlege. Filene får juryleiaren, ein revisor og arkivet.',
    ],
    provedTitle: 'Det dette viser',
    proved: [
      'At ingen tal eller vurderingar er endra etter at dei vart leverte: verken av sekretariatet, juryleiaren eller andre. Eitt endra teikn gir ein annan kontrollsum, og kontrollen seier kvar.',
      'At plassane følgjer av vurderingane og av reglane som vart låste før nokon søkte. Kven som helst med den fulle fila kan rekne det ut på nytt, på si eiga maskin og utan oss.',
      'At det er denne tenesta som har signert, så lenge du har fått nøkkelen på ein annan måte enn fila.',
    ],
    notProvedTitle: 'Det dette ikkje viser',
    notProved: [
      'At juryen hadde rett. Tala er eit råd, og juryen bestemmer.',
      'Den som har både databasen og nøkkelen vi signerer med, kunne laga alt på nytt. Då er det avtrykka som jurymedlemmene har teke vare på, som avslører det.',
      'At ingen har lese vurderingane: Den som driv databasen, kan lese det som står der. Loggen viser kva som blir gjort gjennom tenesta, ikkje kva som blir gjort rett i databasen.',
      'At tenesta viste jurymedlemmet det same som ho lagra avtrykket av. Jurymedlemmet kan sjå si eiga vurdering og samanlikne.',
      'Når dei fulle vurderingane er sletta, kan ikkje resultatet reknast ut på nytt. Kjernen kan framleis kontrollerast, og han seier kva som er borte.',
    ],
    howTitle: 'Slik kontrollerer du filene',
    resultOf: (year) => `Resultatet for ${year}`,
    coreHash: 'Kontrollsum for kjernen',
    fullHash: 'Kontrollsum for den fulle fila',
    frozenAt: 'Frose',
    versionAt: (version, at) => `${at}, versjon ${version}`,
    extract: 'Tala utan namn (JSON)',
    publishTitle: 'Ingenting slepp ut før tida',
    publish: [
      'Dei nominerte og vinnaren blir offentleggjorde på eit fastsett tidspunkt. Éin person førebur, og ein annan godkjenner. Den som førebur, kan ikkje godkjenne sjølv.',
      'Fram til den augneblinken viser kvar side, straum og datateneste det same som før avgjerda.',
    ],
    logTitle: 'Alt som skjer, blir ståande',
    log: [
      'Kvart steg blir skrive i ein logg der kvar linje er lenkja til den førre med ein kontrollsum. Ingen kan endre eller fjerne ei linje utan at det syner.',
      'Ein revisor kan få lese loggen og etterprøve han.',
    ],
    dataTitle: 'Opne data',
    data: 'Det som står på dei offentlege sidene, finst òg som data for maskiner:',
    api: 'Prisåra som JSON',
    callApi: 'Utlysinga som JSON',
    atom: 'Nyheitsstraum (Atom)',
    jsonFeed: 'Nyheitsstraum (JSON Feed)',
    openapi: 'Skildring av datatenesta (OpenAPI)',
  },
  privacy: {
    title: 'Personvern',
    lead: 'Vi ber om så lite som mogleg om deg, og vi viser det til så få som mogleg.',
    description: 'Kva personopplysningar tenesta for Etikkprisen behandlar, kvifor, og kva du kan krevje.',
    parts: [
      {
        title: 'Kva vi lagrar om deg',
        body: [
          'Namn, e-postadresse, eventuelt telefonnummer og språkval, og kva du gjer i tenesta: når du loggar inn, kva du sender inn og kva du avgjer. Vi ber aldri om fødselsnummer.',
          'Du loggar inn med ei lenkje og ein kode på e-post. Vi lagrar ikkje passord.',
        ],
      },
      {
        title: 'Kvifor',
        body: [
          'For å ta imot søknader, la fagjuryen vurdere dei, og kunne vise i ettertid at alt gjekk rett for seg.',
        ],
      },
      {
        title: 'Kven som ser kva',
        body: [
          'Eit utkast blir lese berre av dei som arbeider med søknaden. Sekretariatet ser at utkastet finst, ikkje teksten. Ein søknad som er send inn, blir lesen av sekretariatet og av habile medlemmer av fagjuryen.',
          'Det ein jurymedlem gir opp om tilknytingar, blir lese av leiaren av juryen, sekretariatet og ein revisor.',
          'Offentleg blir namnet på dei nominerte verksemdene, grunngivingane frå juryen og kven som sat i juryen. Søknader som ikkje blir nominerte, blir ikkje offentlege.',
        ],
      },
      {
        title: 'Opplysningar om pasientar og brukarar',
        body: [
          'Søknaden skal ikkje innehalde noko som gjer at pasientar, brukarar eller pårørande kan kjennast att. Finn vi slikt, ber vi dykk ta det ut.',
        ],
      },
      {
        title: 'Informasjonskapslar',
        body: [
          'Dei offentlege sidene bruker inga sporing og ingen tenester frå andre. Når du loggar inn, blir det sett éin informasjonskapsel som held deg innlogga, og vel du språk, blir valet hugsa.',
        ],
      },
      {
        title: 'Det du kan krevje',
        body: [
          'Du kan be om å sjå det vi har lagra om deg, få feil retta og få sletta det vi ikkje lenger treng. Skriv til sekretariatet; adressa står nedst på sida. Er du usamd med oss, kan du klage til Datatilsynet.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Tilgjenge',
    lead: 'Alle skal kunne søkje, vurdere og lese, uansett korleis dei bruker nettet.',
    description:
      'Korleis tenesta for Etikkprisen er laga for at alle skal kunne bruke henne, og korleis du seier frå om noko stengjer.',
    parts: [
      {
        title: 'Slik er tenesta laga',
        body: [
          'Sidene er laga etter WCAG 2.2 på nivå A og AA. Dei verkar med tastatur åleine, med skjermlesar, forstørra til 400 prosent, på telefon og utan JavaScript. Dei finst i lys og mørk drakt etter innstillinga på maskina di.',
          'Tekstar på eit anna språk enn sida er merkte, slik at skjermlesaren les dei rett.',
        ],
      },
      {
        title: 'Slik prøver vi henne',
        body: [
          'Kvar side blir prøvd automatisk med axe-core i ein ekte nettlesar kvar gong noko blir endra. Automatiske prøver finn ikkje alt, og derfor vil vi gjerne høyre frå deg.',
        ],
      },
      {
        title: 'Det vi veit om',
        body: [
          'Vedlegg blir laga av søkjarane, og vi kan ikkje love at alle er tilgjengelege. Treng du eit vedlegg i ei anna form, hjelper vi deg.',
        ],
      },
      {
        title: 'Sei frå',
        body: [
          'Er det noko du ikkje får til? Skriv eller ring til sekretariatet; adressa står nedst på sida. Du kan òg melde frå til Tilsynet for universell utforming av ikt.',
        ],
      },
    ],
  },
  feed: {
    title: 'Etikkprisen',
    subtitle: 'Utlysingar, nominerte og vinnarar',
    call: (year) => `Etikkprisen ${year} er lyst ut`,
    finalists: (year) => `Dei nominerte til Etikkprisen ${year}`,
    winner: (year, name) => `${name} fekk Etikkprisen ${year}`,
    noAward: (year) => `Etikkprisen ${year} blir ikkje delt ut`,
  },
};
