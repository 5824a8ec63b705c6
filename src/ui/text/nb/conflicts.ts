/** Conflicts of interest: how far they reach, who takes part in a choice, objections, what is detected. */
export const conflicts = {
  reaches: {
    application: 'Bare denne søknaden',
    choices: 'Søknaden og alle valg mellom den og andre',
    edition: 'Hele prisåret',
  },
  reasonTooShort: (n: number) =>
    `Skriv en begrunnelse på minst ${n} tegn når dere avgjør annerledes enn retningslinjene`,
  reopened: 'Noen som deltok, har senere meldt en tilknytning. Beslutningen må tas på nytt.',
  tooFew: (n: number, quorum: number) =>
    `Bare ${n} kan delta i dette valget, og det kreves ${quorum}. Sekretariatet kan kalle inn et varamedlem.`,
  quorum: (n: number, of: number, quorum: number) => `${n} av ${of} deltar. Det kreves minst ${quorum}.`,
  calledIn: (when: string) => `Kalt inn ${when}`,
  absent: (n: number, name: string) =>
    n === 1
      ? `Ett medlem av fagjuryen deltok ikke i behandlingen av ${name}.`
      : `${n} medlemmer av fagjuryen deltok ikke i behandlingen av ${name}.`,
  outOfYear: 'Deltar ikke: ute av hele prisåret',
  hasNotAnswered: 'Deltar ikke: har ikke svart om tilknytning til alle',
  wholeYear: 'ute av hele prisåret',
  notAnswered: 'hadde ikke svart om tilknytning',
  setup: {
    title: 'Habilitet',
    lead: 'Retningslinjene sier hvor langt det rekker at noen er inhabil. De fryses når utlysningen kunngjøres, og kan bare fravikes av de andre i juryen, med en begrunnelse.',
    quorum: 'Færrest som må kunne delta',
    quorumHint: 'Uten tall: halvparten av plassene, aldri færre enn tre',
    objectionDays: 'Dager en søker har på seg til å komme med innsigelse',
    objectionDaysHint: 'Regnes fra søkeren får vite at fagjuryen er endret',
    publishRecusals: 'Fortell offentligheten hvor mange som ikke deltok',
    publishRecusalsHint: 'Bare antallet for hver nominert. Aldri hvem, og aldri hvorfor.',
    save: 'Lagre reglene om habilitet',
  },
  decide: {
    reachLegend: 'Hvis inhabil: hvor langt rekker det?',
    byRule: (reach: string) => `Som retningslinjene sier: ${reach.toLowerCase()}`,
    other: (reach: string) => `I stedet: ${reach.toLowerCase()}`,
    reachHint: (n: number) =>
      `Velger dere noe annet enn retningslinjene, må begrunnelsen være på minst ${n} tegn.`,
    reached: (reach: string) => `Rekkevidde: ${reach.toLowerCase()}`,
  },
  protocol: {
    title: 'Habilitetsprotokoll',
    asOf: (when: string) => `Slik den står ${when}`,
    banner: 'Unntatt offentlighet',
    scope: 'Søknader som leseren selv er ute av, er ikke med. Fritekst i erklæringene er ikke med.',
    rules: 'Reglene for året',
    rulesHash: 'Kontrollsum for reglene',
    jury: 'Fagjuryen',
    declarations: 'Erklæringer',
    decisions: 'Avgjørelser',
    objections: 'Innsigelser',
    grounds: 'Hva grunnkodene betyr',
    none: 'Ingen',
    who: 'Hvem',
    answer: 'Svar',
    ground: 'Grunn',
    time: 'Tidspunkt',
    outcome: 'Utfall',
    by: 'Avgjort av',
    about: 'Gjelder',
    from: 'Fra',
    to: 'Til',
    departs: 'fravik fra retningslinjene',
    pdf: 'Habilitetsprotokoll (PDF)',
    json: 'Habilitetsprotokoll (JSON)',
  },
  chairOut:
    'Er juryleder selv inhabil i en søknad, går juryleders oppgaver for den søknaden til nestleder. Er begge ute, går de til den neste i juryen.',
  secretariatLoses: 'Med en tilknytning mister du for denne søknaden:',
  secretariatLosesItems: [
    'søknaden, vedleggene og kvitteringen',
    'formalitetskontrollen: godkjenne, returnere eller avvise',
    'juryens begrunnelse og arbeidet med den',
    'hva andre har meldt av tilknytning til søkeren',
  ],
  /** What is said to the secretariat otherwise than to a juror. */
  office: {
    discoveredLead: 'Si fra her, så lukkes søknaden for deg til juryleder har avgjort spørsmålet.',
    bounded:
      'Når du har meldt en tilknytning, er det juryleder som avgjør. Du kan ikke trekke den tilbake selv.',
  },
  /** To a regional adviser, about the drafts that applicants let them read. */
  adviser: {
    lead: 'Å gi råd om en søknad er å forberede saken, og derfor svarer også veiledere. At du gir råd som veileder i regionen, er ikke noe du skal melde her: Det står fra før, og den som har lest utkastet, kan ikke vurdere søknaden senere.',
    loses: 'Har du en tilknytning, eller er du usikker, gjelder dette for utkastet:',
    losesItems: [
      'du kan ikke lese utkastet og vedleggene lenger, heller ikke hvis søkeren gir deg tilgang på nytt',
      'du gir ikke råd om søknaden på andre måter heller',
      'søkeren ser at du ikke leser utkastet, men ikke hvorfor',
      'svaret ditt står i habilitetsprotokollen for året',
    ],
    discoveredLead: 'Si fra her, så lukkes utkastet for deg med en gang.',
    pending: 'Utkastet er lukket for deg',
    bounded:
      'Du kan ikke lese utkastet, og du kan ikke trekke svaret tilbake selv. Juryleder ser det når søknaden kommer til juryen. Si gjerne fra til søkeren, så de kan få hjelp av en annen.',
  },
  capacities: { jury: 'fagjuryen', secretariat: 'sekretariatet', adviser: 'veileder' },
  capacityLead: {
    secretariat: 'Arbeider i sekretariatet.',
    adviser: 'Veileder i en region, som søkeren hadde gitt lesetilgang til utkastet.',
  },
};
