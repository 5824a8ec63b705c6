import type { requirements as nb } from '../nb/requirements.ts';

export const requirements: typeof nb = {
  // Editions and publications
  textsComplete: 'Skriv tekstane som manglar, på bokmål og nynorsk:',
  hasCriteria: 'Legg inn minst eitt kriterium.',
  jurySeatsSet: 'Set opp plassane i fagjuryen.',
  datesAhead: 'Set ein søknadsfrist som ikkje er passert.',
  deadlinePassed: 'Vent til søknadsfristen er ute.',
  somethingToJudge: 'Godkjenn minst éin søknad for vurdering.',
  formalitiesSettled: 'Gå gjennom formalitetane for alle søknadene som er sende inn.',
  hasChair: 'Fyll plassen som juryleiar. Leiaren må ha stadfesta reglane om fortrulegheit.',
  juryReady: 'Få nok jurymedlemmer til å stadfeste reglane om fortrulegheit.',
  conflictsDecided: 'Avgjer habiliteten der nokon har oppgitt ei tilknyting.',
  quorumHolds: 'Sørg for at alle søknadene har nok habile jurymedlemmer:',
  everybodyDelivered: 'Vent på vurderingane som manglar, eller skriv kvifor de avsluttar utan dei:',
  choiceQuorate: 'For få i juryen kan vere med i dette valet. Kall inn eit varamedlem. Desse er ikkje med:',
  decisionValid:
    'Avgjerda må gjelde vurderte søknader, halde seg innanfor talet på nominerte og ha ei grunngiving der ho avvik.',
  winnerNotDecided: 'Vinnaren er alt avgjord. Trekk tilbake den avgjerda først.',
  finalistsNotDecided: 'Dei nominerte er alt avgjorde. Trekk tilbake den avgjerda først.',
  finalistsDecided: 'Juryen må avgjere kven som er nominert.',
  notApproved: 'Stopp offentleggjeringa før avgjerda blir trekt tilbake.',
  reasonGiven: 'Skriv ei grunngiving.',
  finalistsPublic: 'Dei nominerte må vere offentleggjorde.',
  winnerPublic: 'Kunngjeringa må vere godkjend, og tidspunktet må vere nådd.',
  noAwardPublic: 'Kunngjeringa må vere godkjend, og tidspunktet må vere nådd.',
  decisionStands: 'Juryen må ha ført avgjerda, og ho må stå ved lag.',
  finalistsStillIn:
    'Alle dei nominerte må framleis vere med. Juryen må avgjere på nytt dersom nokon har trekt seg:',
  statementsApproved:
    'Grunngivinga for kvar nominert må vere skriven på bokmål og nynorsk og godkjend av juryleiaren:',
  statementsAsPrepared: 'Ei grunngiving er endra sidan dette vart førebudd. Stopp og førebu på nytt.',
  finalistsPrepared: 'Offentleggjeringa av dei nominerte må vere godkjend først.',
  afterFinalists: 'Vinnaren kan ikkje bli offentleg før dei nominerte.',
  jointText: 'Skriv fellesteksten på bokmål og nynorsk.',
  momentAhead: 'Vel eit tidspunkt fram i tid.',
  winnerNotWaiting: 'Stopp kunngjeringa av vinnaren først.',

  // Applications
  callOpen: 'Ein søknad kan berre sendast inn når utlysinga er open.',
  dueNotPassed: 'Fristen for å sende inn meir må ikkje vere ute.',
  duePassed: 'Vent til fristen som søkjaren har fått, er ute.',
  everythingAnswered: 'Svar på det som manglar:',
  withinWordLimits: 'Kort ned svara som er for lange:',
  documentsClean: 'Fjern filene det er funne virus i:',
  documentsChecked: 'Vent til filene er sjekka for virus. Det tek som regel nokre sekund:',
  somethingNew: 'Endre noko først. Søknaden er alt send inn slik han står no.',
  judgingNotStarted: 'Dette må skje før fagjuryen byrjar å vurdere.',
  judgingStarted: 'Fagjuryen må ha byrja å vurdere.',
  judgingClosed: 'Vurderinga til fagjuryen må vere avslutta.',
  dueInFuture: 'Set ein frist som ligg fram i tid.',
  finalistsNotPublic:
    'Dei nominerte er offentleggjorde. Ta kontakt med sekretariatet for å trekkje søknaden.',
  isFinalist: 'Dei nominerte må vere offentleggjorde, og søkjaren vere blant dei.',
  isNotFinalist: 'Dei nominerte må vere offentleggjorde.',
  isWinner: 'Vinnaren må vere kunngjord.',
  isHonourableMention: 'Den heiderlege omtalen må vere kunngjord.',
  isWithoutPrize: 'Vinnaren må vere kunngjord.',

  // Ballots
  judgingOpen: 'Ei vurdering kan berre leverast medan fagjuryen vurderer, og før fristen.',
  judgingNotClosed: 'Vurderinga til fagjuryen må ikkje vere avslutta.',
  wantedAgain: 'Jurymedlemmen må ha ein plass igjen, og søknaden må vere til vurdering.',
  noConflict: 'Svar på om du har tilknyting til søkjarane. Har du meldt ei, ventar du til ho er avgjord.',
  isRecused: 'Habiliteten må vere avgjord.',
  nothingMissing: 'Fyll ut det som manglar:',
  nominationOut: 'Søknaden må vere trekt eller avvist.',
};
