/** What comes next in a year of the prize, for whoever runs it. */
export const yearSteps = {
  waitsForOpening: (from: string, deadline: string) =>
    `Utlysningen er synlig for alle, og åpner for søknader ${from}. Fristen er ${deadline}.`,
  waitsForDeadline: (deadline: string) =>
    `Utlysningen er åpen til ${deadline}. Søknadene kan gås gjennom når fristen er ute.`,
  judging: (deadline: string) =>
    `Fagjuryen vurderer til ${deadline}. Juryleder avslutter når alt er levert. Du kan følge med i tallene under.`,
  deliberating:
    'Vurderingen er avsluttet. Juryen møtes og bestemmer seg, og juryleder fører beslutningen. Sekretariatet kan holde møtet.',
  toPublish: 'Juryen har besluttet. Dette er veien fram til offentligheten.',
  winnerHeld:
    'Alt er forberedt, men vinneren er holdt tilbake: Den blir offentlig bare når noen kunngjør på seremonien, eller lar tidspunktet gjelde igjen.',
  allPrepared: 'Alt er forberedt. Det blir offentlig av seg selv, eller når noen kunngjør på seremonien.',
  statementsWritten: (done: number, all: number) =>
    `Skriv begrunnelsene på bokmål og nynorsk (${done} av ${all})`,
  statementsApproved: (done: number, all: number) =>
    `Få juryleder til å godkjenne begrunnelsene (${done} av ${all})`,
  finalistsPrepared: 'Forbered offentliggjøringen av de nominerte',
  finalistsApproved: 'Få en annen til å godkjenne offentliggjøringen',
  winnerDecided: 'Få juryleder til å føre vinneren',
  winnerPrepared: 'Forbered kunngjøringen av vinneren',
  winnerApproved: 'Få en annen til å godkjenne kunngjøringen',
  answers: (done: number, all: number) =>
    `Gi søkerne tilbakemelding, hvis dere har lovet det (${done} av ${all} godkjent)`,
  /** Who takes the step into the next phase, above what it needs. */
  takenBy: {
    announce: 'Sekretariatet kunngjør utlysningen når dette er på plass:',
    startJudging: 'Når fristen er ute, åpner sekretariatet søknadene for juryen. Da må dette være på plass:',
    closeJudging: 'Juryleder avslutter vurderingen. Dette må være på plass, eller få en begrunnelse:',
    decideFinalists: 'Juryleder fører beslutningen. Dette må være på plass:',
    archive: 'Sekretariatet legger bort året når dette er på plass:',
  },
  report: 'Årsrapporten til departementet',
  nextYear: 'Neste år begynner som en kopi av dette.',
};
