/** How long what is kept, erasing it, and the public record of it. */
const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const retention = {
  title: 'Sletting',
  lead: 'Opplysninger slettes etter en fast plan. Her ser du hva som skal bort nå, og du setter det i gang.',
  link: 'Se hva som skal slettes',
  dueTitle: 'Dette skal slettes nå',
  nothing: 'Ingenting skal slettes nå',
  nothingBody: 'Når noe når tiden i planen, står det her.',
  would: (things: number, rows: number) =>
    `${plural(things, 'ting har', 'ting har')} nådd tiden i planen: ${plural(rows, 'rad', 'rader')} i alt, og filene som hører til.`,
  final: 'Det som slettes, kan ikke hentes tilbake. Loggen viser bare at det er slettet, og av hvem.',
  sure: 'Jeg har lest listen, og alt på den kan slettes',
  changed: 'Listen er en annen nå enn da du leste den. Se gjennom den på nytt.',
  run: (things: number) => `Slett nå (${things})`,
  done: (things: number, files: number) =>
    `Slettet: ${plural(things, 'ting', 'ting')} og ${plural(files, 'fil', 'filer')}.`,
  failed: (things: number) =>
    `${plural(things, 'ting', 'ting')} lot seg ikke slette nå. Prøv igjen. Går det fortsatt ikke, si fra til dem som drifter tjenesten.`,
  scheduleTitle: 'Så lenge lagrer vi',
  publicLink: 'Planen slik alle kan lese den',
  what: 'Hva',
  about: 'Gjelder',
  somebody: 'En person',
  service: 'Hele tjenesten',
  since_: 'Skulle bort',
  goes: 'Hvor mye',
  keep: 'Hvor lenge',
  rows: (n: number) => plural(n, 'rad', 'rader'),
  units: {
    years: (n: number) => `${n} år`,
    months: (n: number) => plural(n, 'måned', 'måneder'),
    days: (n: number) => plural(n, 'dag', 'dager'),
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
      title: 'Utkast som ikke er sendt inn',
      data: 'Søkerens tekst, vedlegg, og hvem som skrev',
      then: 'Alt slettes. De som har utkastet, får e-post 14 dager før, hvis de ikke har trukket det selv.',
    },
    notNominated: {
      title: 'Søknader som ikke ble nominert',
      data: 'Tekst, vedlegg, bilde og sitat, kontaktpersoner, bekreftelser, e-poster, og begrunnelser skrevet i saken',
      then: 'Slettes. Virksomheten, året og utfallet blir stående.',
    },
    contacts: {
      title: 'Kontaktpersoner for nominerte',
      data: 'Hvem som søkte og bekreftet, det de skrev til oss, og begrunnelser skrevet i saken',
      then: 'Slettes',
    },
    nominated: {
      title: 'Søknadene fra nominerte og vinnere',
      data: 'Tekst, vedlegg, og bilde og sitat med navn',
      then: 'Slettes. Juryens begrunnelse er offentlig og blir stående.',
    },
    scores: {
      title: 'Poeng og vurderinger fra hvert jurymedlem',
      data: 'Poeng, skriftlige vurderinger, egne notater og notater fra møtet',
      then: 'Slettes. Samlet resultat, protokoll og signert kjerne blir stående.',
    },
    declarations: {
      title: 'Forklaringer om habilitet',
      data: 'Det jurymedlemmer og sekretariat har skrevet om tilknytning',
      then: 'Fritekst slettes. Svaret, grunnen som kode og avgjørelsen blir stående.',
    },
    letters: { title: 'E-poster vi har sendt i et prisår', data: 'Mottaker, emne og tekst', then: 'Slettes' },
    accounts: {
      title: 'Personer som ikke bruker tjenesten',
      data: 'Navn, e-postadresse, telefon, verv, innlogginger, og i ett døgn det som ble skrevet da innloggingen gikk ut',
      then: 'Slettes. Navnet på den som har sittet i juryen eller hatt en rolle, blir stående.',
    },
    accessLog: {
      title: 'Logg over tilgang',
      data: 'Hvem som kom til, innlogging og tilgangsnøkler',
      then: 'Hvem det var, slettes. At det skjedde, blir stående.',
    },
    questions: {
      title: 'Spørsmål om utlysningen',
      data: 'Det noen har spurt om uten å logge inn. Adressen er slettet alt når søknadsfristen er ute.',
      then: 'Slettes. Svarene er offentlige og blir stående.',
    },
    barriers: {
      title: 'Meldinger om noe som ikke virker',
      data: 'Det noen har sagt fra om uten å logge inn, adressen hvis de la den igjen, og svaret',
      then: 'Alt slettes, og med en gang for den som ber om det med lenken i svaret',
    },
    oldNominated: {
      title: 'Gamle søknader fra nominerte',
      data: 'Søknaden slik den kom på e-post eller i posten, og adressen til den som kan lese den',
      then: 'Alt slettes',
    },
    oldOthers: {
      title: 'Gamle søknader som ikke ble nominert',
      data: 'Søknaden slik den kom på e-post eller i posten, og adressen til den som kan lese den',
      then: 'Alt slettes',
    },
    received: {
      title: 'Søknader utenom skjemaet som ikke ble noe av',
      data: 'Søknaden slik den kom på e-post eller i posten, kontaktpersonen, og hvorfor den kom slik. Gjelder den som ble avslått, og den som aldri ble besvart.',
      then: 'Alt slettes. Ble den godkjent, slettes den sammen med søknaden.',
    },
    guests: {
      title: 'Påmeldinger til seremonien',
      data: 'Navn, adresse, virksomhet, allergier og tilrettelegging, og e-postene om plassen',
      then: 'Alt slettes av seg selv, og med en gang for den som melder seg av',
    },
    reminders: {
      title: 'Adresser i «Minn meg på»',
      data: 'E-postadressen, og e-postene som er sendt til den',
      then: 'Alt slettes av seg selv, og med en gang for den som ber om det. Er lenken i den første e-posten ikke brukt, slettes adressen etter sju dager.',
    },
    callList: {
      title: 'Listen som får tilsendt utlysningen',
      data: 'Navn og e-postadresse, og e-postene som er sendt til den',
      then: 'Alt slettes av seg selv, og med en gang for den som ber om det',
    },
    unsubscribed: {
      title: 'Navn på dem som har meldt seg av utlysningen',
      data: 'Navnet på listen. Adressen står til søknadsfristen er ute, så ingen legger den til på nytt.',
      then: 'Navnet slettes av seg selv',
    },
    askers: {
      title: 'Hvem som har spurt om utlysningen',
      data: 'E-postadressen, og e-postene med lenken til svaret',
      then: 'Slettes av seg selv, og med en gang for den som ber om det. Spørsmålet blir stående så lenge som planen sier.',
    },
    sources: {
      title: 'Hvor skjemaer uten innlogging ble sendt fra',
      data: 'Et avtrykk av nettadressen, brukt til å stoppe misbruk',
      then: 'Slettes av seg selv',
    },
    struckOld: {
      title: 'Gamle søknader som er strøket',
      data: 'Filene, enheten, notatet og adressen til den som kunne lese søknaden',
      then: 'Slettes når søknaden strykes. Virksomheten og året står til søknaden selv slettes.',
    },
  },
  ownData: {
    title: 'Dine opplysninger',
    lead: 'Du kan laste ned alt som er lagret om deg, som en fil.',
    download: 'Last ned opplysningene (JSON)',
  },
  ownLink: {
    title: 'Dine opplysninger',
    lead: {
      askers: 'Dette har vi lagret fordi du spurte om utlysningen.',
      barriers: 'Dette har vi lagret fordi du sa fra om noe som ikke virker.',
    },
    email: 'E-postadresse',
    at: 'Sendt',
    page: 'Hvor det var',
    text: { askers: 'Det du spurte om', barriers: 'Det du skrev' },
    answer: 'Svaret du fikk',
    note: {
      askers:
        'Sletter du adressen, får du ikke vite om svaret blir rettet. Ellers slettes den når søknadsfristen er ute. Hvor lenge spørsmålet blir stående, uten adressen, står i planen for sletting.',
      barriers: 'Gjør du ingenting, slettes alt når tiden i planen for sletting er ute.',
    },
    erase: { askers: 'Slett adressen min', barriers: 'Slett alt dette' },
    erased: {
      askers: 'Adressen er slettet, også fra e-posten vi sendte.',
      barriers: 'Alt er slettet, også e-posten vi sendte.',
    },
  },
  record: {
    title: 'Hva vi lagrer, og hvor lenge',
    lead: 'Protokoll over behandlingen av personopplysninger, etter personvernforordningen artikkel 30.',
    facts: [
      { term: 'Ansvarlig', value: 'KS. Adressen til sekretariatet står nederst på siden.' },
      {
        term: 'Formål',
        value:
          'Ta imot søknader til Etikkprisen, la en fagjury vurdere dem, dele ut prisen og kunne vise i ettertid at det gikk riktig for seg.',
      },
      {
        term: 'Grunnlag',
        value:
          'Berettiget interesse i å dele ut prisen (artikkel 6 nr. 1 f). Juryen og de som beslutter, er navngitt fordi vervet er offentlig.',
      },
      {
        term: 'Hvem det gjelder',
        value:
          'De som søker, bekrefter eller veileder, spør om utlysningen eller får den tilsendt, melder seg på seremonien, sier fra om noe som ikke virker, juryen, sekretariatet, ledere og revisor.',
      },
      {
        term: 'Hvem som får se det',
        value:
          'Bare de som trenger det i arbeidet med prisen. Ingen utenfor får opplysninger, ut over det som blir offentlig.',
      },
      { term: 'Overføring', value: 'Ingenting overføres til land utenfor EØS.' },
      {
        term: 'Sikring',
        value:
          'Innlogging med engangskode, tilgang etter rolle, logg som ikke kan endres, filer sjekket for virus, og sletting etter planen under.',
      },
    ],
    scheduleLead: 'Tjenesten sletter etter den samme planen som står her.',
    data: 'Opplysninger',
    then: 'Etterpå',
    staysTitle: 'Det som blir stående',
    staysLead: 'Dette er selve historien om prisen, og slettes ikke:',
    stays: [
      'hvem som søkte (virksomheten), og hva utfallet ble',
      'juryens sammensetning, beslutninger og protokoll',
      'det signerte resultatet, uten enkeltpoeng',
      'begrunnelsene for det som er avgjort om habilitet, i møtet, om en vurdering som ble åpnet igjen og om det som ble stanset eller rettet: uten dem kan ingen etterprøve avgjørelsen',
      'begrunnelser og tekster som er offentliggjort',
      'at noe er slettet, når og etter hvilken regel',
    ],
    howTitle: 'Slik sletter vi',
    how: [
      'Påmeldinger til seremonien og adresser for utlysningen slettes av seg selv når tiden er ute. Den det gjelder, kan slette dem før med lenken i e-posten. Resten av planen setter en administrator i gang.',
      'Det som har nådd tiden, slettes fra databasen, fillageret, søket og listen over e-poster. Ingenting av dette kan slettes for hånd før tiden.',
      'Hver sletting står i loggen, også når noen selv ber om det. Hentes en eldre kopi av databasen fram, slettes det samme på nytt før den tas i bruk.',
    ],
    machine: 'Det samme for maskiner (JSON)',
  },
};
