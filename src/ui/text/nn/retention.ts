import type { retention as nb } from '../nb/retention.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const retention: typeof nb = {
  title: 'Sletting',
  lead: 'Opplysningar blir sletta etter ein fast plan. Her ser du kva som skal bort no, og du set det i gang.',
  link: 'Sjå kva som skal slettast',
  dueTitle: 'Dette skal slettast no',
  nothing: 'Ingenting skal slettast no',
  nothingBody: 'Når noko når tida i planen, står det her.',
  would: (things: number, rows: number) =>
    `${plural(things, 'ting har', 'ting har')} nådd tida i planen: ${plural(rows, 'rad', 'rader')} i alt, og filene som høyrer til.`,
  final: 'Det som blir sletta, kan ikkje hentast tilbake. Loggen viser berre at det er sletta, og av kven.',
  sure: 'Eg har lese lista, og alt som står der, kan slettast',
  changed: 'Lista er ei anna no enn då du las ho. Sjå gjennom ho på nytt.',
  run: (things: number) => `Slett no (${things})`,
  done: (things: number, files: number) =>
    `Sletta: ${plural(things, 'ting', 'ting')} og ${plural(files, 'fil', 'filer')}.`,
  failed: (things: number) =>
    `${plural(things, 'ting', 'ting')} let seg ikkje slette no. Prøv igjen. Går det framleis ikkje, sei frå til dei som driftar tenesta.`,
  scheduleTitle: 'Så lenge lagrar vi',
  publicLink: 'Planen slik alle kan lese han',
  what: 'Kva',
  about: 'Gjeld',
  somebody: 'Ein person',
  service: 'Heile tenesta',
  since_: 'Skulle bort',
  goes: 'Kor mykje',
  keep: 'Kor lenge',
  rows: (n: number) => plural(n, 'rad', 'rader'),
  units: {
    years: (n: number) => `${n} år`,
    months: (n: number) => plural(n, 'månad', 'månader'),
    days: (n: number) => plural(n, 'dag', 'dagar'),
  },
  keeps: (length: string, since: string) => `${length} ${since}`,
  atOnce: 'straks',
  since: {
    deadline: 'etter søknadsfristen',
    end: 'etter at prisåret er over',
    use: 'etter siste bruk',
    event: 'etter at det skjedde',
    ceremony: 'etter seremonien',
  },
  rules: {
    drafts: {
      title: 'Utkast som ikkje er sende inn',
      data: 'Teksten og vedlegga frå søkjaren, og kven som skreiv',
      then: 'Alt blir sletta. Dei som har utkastet, får e-post 14 dagar før, om dei ikkje har trekt det sjølve.',
    },
    notNominated: {
      title: 'Søknader som ikkje vart nominerte',
      data: 'Tekst, vedlegg, bilete og sitat, kontaktpersonar, stadfestingar, e-postar, og grunngivingar skrivne i saka',
      then: 'Blir sletta. Verksemda, året og utfallet blir ståande.',
    },
    contacts: {
      title: 'Kontaktpersonar for nominerte',
      data: 'Kven som søkte og stadfesta, det dei skreiv til oss, og grunngivingar skrivne i saka',
      then: 'Blir sletta',
    },
    nominated: {
      title: 'Søknadene frå nominerte og vinnarar',
      data: 'Tekst, vedlegg, og bilete og sitat med namn',
      then: 'Blir sletta. Grunngivinga frå juryen er offentleg og blir ståande.',
    },
    scores: {
      title: 'Poeng og vurderingar frå kvar jurymedlem',
      data: 'Poeng, skriftlege vurderingar, eigne notat og notat frå møtet',
      then: 'Blir sletta. Samla resultat, protokoll og signert kjerne blir ståande.',
    },
    declarations: {
      title: 'Forklaringar om habilitet',
      data: 'Det jurymedlemmer og sekretariat har skrive om tilknyting',
      then: 'Fritekst blir sletta. Svaret, grunnen som kode og avgjerda blir ståande.',
    },
    letters: {
      title: 'E-postar vi har sendt i eit prisår',
      data: 'Mottakar, emne og tekst',
      then: 'Blir sletta',
    },
    accounts: {
      title: 'Personar som ikkje bruker tenesta',
      data: 'Namn, e-postadresse, telefon, verv, innloggingar, og i eitt døgn det som vart skrive då innlogginga gjekk ut',
      then: 'Blir sletta. Namnet på den som har site i juryen eller hatt ei rolle, blir ståande.',
    },
    accessLog: {
      title: 'Logg over tilgang',
      data: 'Kven som kom til, innlogging og tilgangsnøklar',
      then: 'Kven det var, blir sletta. At det skjedde, blir ståande.',
    },
    questions: {
      title: 'Spørsmål om utlysinga',
      data: 'Det nokon har spurt om utan å logge inn. Adressa er sletta alt når søknadsfristen er ute.',
      then: 'Blir sletta. Svara er offentlege og blir ståande.',
    },
    barriers: {
      title: 'Meldingar om noko som ikkje verkar',
      data: 'Det nokon har sagt frå om utan å logge inn, adressa om dei la ho att, og svaret',
      then: 'Alt blir sletta, og med ein gong for den som ber om det med lenkja i svaret',
    },
    oldNominated: {
      title: 'Gamle søknader frå nominerte',
      data: 'Søknaden slik han kom på e-post eller i posten, og adressa til den som kan lese han',
      then: 'Alt blir sletta',
    },
    oldOthers: {
      title: 'Gamle søknader som ikkje vart nominerte',
      data: 'Søknaden slik han kom på e-post eller i posten, og adressa til den som kan lese han',
      then: 'Alt blir sletta',
    },
    received: {
      title: 'Søknader utanom skjemaet som det ikkje vart noko av',
      data: 'Søknaden slik han kom på e-post eller i posten, kontaktpersonen, og kvifor han kom slik. Gjeld den som vart avslått, og den som aldri fekk svar.',
      then: 'Alt blir sletta. Vart han godkjend, blir han sletta saman med søknaden.',
    },
    guests: {
      title: 'Påmeldingar til seremonien',
      data: 'Namn, adresse, verksemd, allergiar og tilrettelegging, og e-postane om plassen',
      then: 'Alt blir sletta av seg sjølv, og med ein gong for den som melder seg av',
    },
    reminders: {
      title: 'Adresser i «Minn meg på»',
      data: 'E-postadressa, og e-postane som er sende til ho',
      then: 'Alt blir sletta av seg sjølv, og med ein gong for den som ber om det. Er lenkja i den første e-posten ikkje brukt, blir adressa sletta etter sju dagar.',
    },
    callList: {
      title: 'Lista som får tilsend utlysinga',
      data: 'Namn og e-postadresse, og e-postane som er sende til ho',
      then: 'Alt blir sletta av seg sjølv, og med ein gong for den som ber om det',
    },
    unsubscribed: {
      title: 'Namn på dei som har meldt seg av utlysinga',
      data: 'Namnet på lista. Adressa står til søknadsfristen er ute, så ingen legg ho til på nytt.',
      then: 'Namnet blir sletta av seg sjølv',
    },
    askers: {
      title: 'Kven som har spurt om utlysinga',
      data: 'E-postadressa, og e-postane med lenkja til svaret',
      then: 'Blir sletta av seg sjølv, og med ein gong for den som ber om det. Spørsmålet blir ståande så lenge som planen seier.',
    },
    sources: {
      title: 'Kvar skjema utan innlogging vart sende frå',
      data: 'Eit avtrykk av nettadressa, brukt til å stoppe misbruk',
      then: 'Blir sletta av seg sjølv',
    },
    struckOld: {
      title: 'Gamle søknader som er strokne',
      data: 'Filene, eininga, notatet og adressa til den som kunne lese søknaden',
      then: 'Blir sletta når søknaden blir stroken. Verksemda og året står til søknaden sjølv blir sletta.',
    },
  },
  ownData: {
    title: 'Dine opplysningar',
    lead: 'Du kan laste ned alt som er lagra om deg, som ei fil.',
    download: 'Last ned opplysningane (JSON)',
  },
  ownLink: {
    title: 'Dine opplysningar',
    lead: {
      askers: 'Dette har vi lagra fordi du spurde om utlysinga.',
      barriers: 'Dette har vi lagra fordi du sa frå om noko som ikkje verkar.',
    },
    email: 'E-postadresse',
    at: 'Sendt',
    page: 'Kvar det var',
    text: { askers: 'Det du spurde om', barriers: 'Det du skreiv' },
    answer: 'Svaret du fekk',
    note: {
      askers:
        'Slettar du adressa, får du ikkje vite om svaret blir retta. Elles blir ho sletta når søknadsfristen er ute. Kor lenge spørsmålet blir ståande, utan adressa, står i planen for sletting.',
      barriers: 'Gjer du ingenting, blir alt sletta når tida i planen for sletting er ute.',
    },
    erase: { askers: 'Slett adressa mi', barriers: 'Slett alt dette' },
    erased: {
      askers: 'Adressa er sletta, også frå e-posten vi sende.',
      barriers: 'Alt er sletta, også e-posten vi sende.',
    },
  },
  record: {
    title: 'Kva vi lagrar, og kor lenge',
    lead: 'Protokoll over behandlinga av personopplysningar, etter personvernforordninga artikkel 30.',
    facts: [
      { term: 'Ansvarleg', value: 'KS. Adressa til sekretariatet står nedst på sida.' },
      {
        term: 'Formål',
        value:
          'Ta imot søknader til Etikkprisen, la ein fagjury vurdere dei, dele ut prisen og kunne vise i ettertid at det gjekk rett for seg.',
      },
      {
        term: 'Grunnlag',
        value:
          'Rettkomen interesse i å dele ut prisen (artikkel 6 nr. 1 f). Juryen og dei som avgjer, er namngitte fordi vervet er offentleg.',
      },
      {
        term: 'Kven det gjeld',
        value:
          'Dei som søkjer, stadfestar eller rettleier, spør om utlysinga eller får ho tilsend, melder seg på seremonien, seier frå om noko som ikkje verkar, juryen, sekretariatet, leiarar og revisor.',
      },
      {
        term: 'Kven som får sjå det',
        value:
          'Berre dei som treng det i arbeidet med prisen. Ingen utanfor får opplysningar, ut over det som blir offentleg.',
      },
      { term: 'Overføring', value: 'Ingenting blir overført til land utanfor EØS.' },
      {
        term: 'Sikring',
        value:
          'Innlogging med eingongskode, tilgang etter rolle, logg som ikkje kan endrast, filer sjekka for virus, og sletting etter planen under.',
      },
    ],
    scheduleLead: 'Tenesta slettar etter den same planen som står her.',
    data: 'Opplysningar',
    then: 'Etterpå',
    staysTitle: 'Det som blir ståande',
    staysLead: 'Dette er sjølve historia om prisen, og blir ikkje sletta:',
    stays: [
      'kven som søkte (verksemda), og kva utfallet vart',
      'samansetjinga, avgjerdene og protokollen til juryen',
      'det signerte resultatet, utan enkeltpoeng',
      'grunngivingane for det som er avgjort om habilitet, i møtet, om ei vurdering som vart opna igjen og om det som vart stansa eller retta: utan dei kan ingen etterprøve avgjerda',
      'grunngivingar og tekstar som er offentleggjorde',
      'at noko er sletta, når og etter kva regel',
    ],
    howTitle: 'Slik slettar vi',
    how: [
      'Påmeldingar til seremonien og adresser for utlysinga blir sletta av seg sjølve når tida er ute. Den det gjeld, kan slette dei før med lenkja i e-posten. Resten av planen set ein administrator i gang.',
      'Det som har nådd tida, blir sletta frå databasen, fillageret, søket og lista over e-postar. Ingenting av dette kan slettast for hand før tida.',
      'Kvar sletting står i loggen, også når nokon sjølv ber om det. Blir ein eldre kopi av databasen henta fram, blir det same sletta på nytt før han blir teken i bruk.',
    ],
    machine: 'Det same for maskiner (JSON)',
  },
};
