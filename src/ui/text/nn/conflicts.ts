/** Conflicts of interest: how far they reach, who takes part in a choice, objections, what is detected. */
export const conflicts = {
  reaches: {
    application: 'Berre denne søknaden',
    choices: 'Søknaden og alle val mellom han og andre',
    edition: 'Heile prisåret',
  },
  reasonTooShort: (n: number) =>
    `Skriv ei grunngiving på minst ${n} teikn når de avgjer noko anna enn retningslinene seier`,
  reopened: 'Nokon som var med, har seinare meldt ei tilknyting. Vedtaket må gjerast på nytt.',
  tooFew: (n: number, quorum: number) =>
    `Berre ${n} kan vere med i dette valet, og det trengst ${quorum}. Sekretariatet kan kalle inn eit varamedlem.`,
  quorum: (n: number, of: number, quorum: number) => `${n} av ${of} er med. Det trengst minst ${quorum}.`,
  calledIn: (when: string) => `Kalla inn ${when}`,
  absent: (n: number, name: string) =>
    n === 1
      ? `Éin medlem av fagjuryen var ikkje med på behandlinga av ${name}.`
      : `${n} medlemer av fagjuryen var ikkje med på behandlinga av ${name}.`,
  outOfYear: 'Deltek ikkje: ute av heile prisåret',
  hasNotAnswered: 'Deltek ikkje: har ikkje svart om tilknyting til alle',
  wholeYear: 'ute av heile prisåret',
  notAnswered: 'hadde ikkje svart om tilknyting',
  setup: {
    title: 'Habilitet',
    lead: 'Retningslinene seier kor langt det rekk at nokon er inhabil. Dei blir frosne når utlysinga blir kunngjord, og kan berre fråvikast av dei andre i juryen, med ei grunngiving.',
    quorum: 'Færrast som må kunne vere med',
    quorumHint: 'Utan tal: halvparten av plassane, aldri færre enn tre',
    objectionDays: 'Dagar ein søkjar har på seg til å kome med innvending',
    objectionDaysHint: 'Blir rekna frå søkjaren får vite at fagjuryen er endra',
    publishRecusals: 'Fortel offentlegheita kor mange som ikkje var med',
    publishRecusalsHint: 'Berre talet for kvar nominert. Aldri kven, og aldri kvifor.',
    save: 'Lagre reglane om habilitet',
  },
  decide: {
    reachLegend: 'Viss inhabil: kor langt rekk det?',
    byRule: (reach: string) => `Slik retningslinene seier: ${reach.toLowerCase()}`,
    other: (reach: string) => `I staden: ${reach.toLowerCase()}`,
    reachHint: (n: number) =>
      `Vel de noko anna enn retningslinene, må grunngivinga vere på minst ${n} teikn.`,
    reached: (reach: string) => `Rekkjevidd: ${reach.toLowerCase()}`,
  },
  protocol: {
    title: 'Habilitetsprotokoll',
    asOf: (when: string) => `Slik han står ${when}`,
    banner: 'Unnateke offentlegheit',
    scope: 'Søknader som lesaren sjølv er ute av, er ikkje med. Fritekst i erklæringane er ikkje med.',
    rules: 'Reglane for året',
    rulesHash: 'Kontrollsum for reglane',
    jury: 'Fagjuryen',
    declarations: 'Erklæringar',
    decisions: 'Avgjerder',
    objections: 'Innvendingar',
    grounds: 'Kva grunnkodane tyder',
    none: 'Ingen',
    who: 'Kven',
    answer: 'Svar',
    ground: 'Grunn',
    time: 'Tidspunkt',
    outcome: 'Utfall',
    by: 'Avgjort av',
    about: 'Gjeld',
    from: 'Frå',
    to: 'Til',
    departs: 'fråvik frå retningslinene',
    pdf: 'Habilitetsprotokoll (PDF)',
    json: 'Habilitetsprotokoll (JSON)',
  },
  chairOut:
    'Er juryleiaren sjølv inhabil i ein søknad, går oppgåvene for den søknaden til nestleiaren. Er begge ute, går dei til den neste i juryen.',
  secretariatLoses: 'Med ei tilknyting mistar du for denne søknaden:',
  secretariatLosesItems: [
    'søknaden, vedlegga og kvitteringa',
    'formalitetskontrollen: godkjenne, returnere eller avvise',
    'grunngivinga frå juryen og arbeidet med ho',
    'kva andre har meldt av tilknyting til søkjaren',
  ],
  office: {
    discoveredLead: 'Sei frå her, så blir søknaden lukka for deg til juryleiaren har avgjort spørsmålet.',
    bounded:
      'Når du har meldt ei tilknyting, er det juryleiaren som avgjer. Du kan ikkje trekkje ho tilbake sjølv.',
  },
  adviser: {
    lead: 'Å gi råd om ein søknad er å førebu saka, og difor svarer rettleiarar òg. At du gir råd som rettleiar i regionen, er ikkje noko du skal melde her: Det står frå før, og den som har lese utkastet, kan ikkje vurdere søknaden seinare.',
    loses: 'Har du ei tilknyting, eller er du usikker, gjeld dette for utkastet:',
    losesItems: [
      'du kan ikkje lese utkastet og vedlegga lenger, heller ikkje om søkjaren gir deg tilgang på nytt',
      'du gir ikkje råd om søknaden på andre måtar heller',
      'søkjaren ser at du ikkje les utkastet, men ikkje kvifor',
      'svaret ditt står i habilitetsprotokollen for året',
    ],
    discoveredLead: 'Sei frå her, så blir utkastet lukka for deg med ein gong.',
    pending: 'Utkastet er lukka for deg',
    bounded:
      'Du kan ikkje lese utkastet, og du kan ikkje trekkje svaret tilbake sjølv. Juryleiaren ser det når søknaden kjem til juryen. Sei gjerne frå til søkjaren, så dei kan få hjelp av ein annan.',
  },
  capacities: { jury: 'fagjuryen', secretariat: 'sekretariatet', adviser: 'rettleiar' },
  capacityLead: {
    secretariat: 'Arbeider i sekretariatet.',
    adviser: 'Rettleiar i ein region, som søkjaren hadde gitt lesetilgang til utkastet.',
  },
};
