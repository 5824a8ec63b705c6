import type { yearSteps as nb } from '../nb/yearSteps.ts';

export const yearSteps: typeof nb = {
  waitsForOpening: (from, deadline) =>
    `Utlysinga er synleg for alle, og opnar for søknader ${from}. Fristen er ${deadline}.`,
  waitsForDeadline: (deadline) =>
    `Utlysinga er open til ${deadline}. Søknadene kan gåast gjennom når fristen er ute.`,
  judging: (deadline) =>
    `Fagjuryen vurderer til ${deadline}. Juryleiar avsluttar når alt er levert. Du kan følgje med i tala under.`,
  deliberating:
    'Vurderinga er avslutta. Juryen møtest og bestemmer seg, og juryleiar fører avgjerda. Sekretariatet kan halde møtet.',
  toPublish: 'Juryen har avgjort saka. Dette er vegen fram til ålmenta.',
  winnerHeld:
    'Alt er førebudd, men vinnaren er halden att: Han blir offentleg berre når nokon kunngjer på seremonien, eller lèt tidspunktet gjelde igjen.',
  allPrepared: 'Alt er førebudd. Det blir offentleg av seg sjølv, eller når nokon kunngjer på seremonien.',
  statementsWritten: (done, all) => `Skriv grunngivingane på bokmål og nynorsk (${done} av ${all})`,
  statementsApproved: (done, all) => `Få juryleiar til å godkjenne grunngivingane (${done} av ${all})`,
  finalistsPrepared: 'Førebu offentleggjeringa av dei nominerte',
  finalistsApproved: 'Få ein annan til å godkjenne offentleggjeringa',
  winnerDecided: 'Få juryleiar til å føre vinnaren',
  winnerPrepared: 'Førebu kunngjeringa av vinnaren',
  winnerApproved: 'Få ein annan til å godkjenne kunngjeringa',
  answers: (done, all) => `Gi søkjarane tilbakemelding, viss de har lova det (${done} av ${all} godkjende)`,
  /** Who takes the step into the next phase, above what it needs. */
  takenBy: {
    announce: 'Sekretariatet kunngjer utlysinga når dette er på plass:',
    startJudging: 'Når fristen er ute, opnar sekretariatet søknadene for juryen. Då må dette vere på plass:',
    closeJudging: 'Juryleiaren avsluttar vurderinga. Dette må vere på plass, eller få ei grunngiving:',
    decideFinalists: 'Juryleiaren fører avgjerda. Dette må vere på plass:',
    archive: 'Sekretariatet legg bort året når dette er på plass:',
  },
  report: 'Årsrapporten til departementet',
  nextYear: 'Neste år begynner som ein kopi av dette.',
};
