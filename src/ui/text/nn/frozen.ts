import type { frozen as nb } from '../nb/frozen.ts';

export const frozen: typeof nb = {
  title: 'Signert resultat',
  lead: 'Resultatet slik det var då juryen avgjorde. Filene kan kontrollerast av kven som helst, òg utan oss.',
  none: 'Ingenting er frose enno',
  noneBody: 'Resultatet blir frose nokre sekund etter at juryen har avgjort.',
  version: (version) => `Versjon ${version}`,
  at: 'Frose',
  cause: 'Kva som hende',
  reason: 'Grunngiving',
  core: 'Kjernen',
  full: 'Full fil med alle vurderingane',
  download: 'Last ned',
  erased: 'Sletta. Kjernen kan framleis kontrollerast.',
  hash: 'Kontrollsum',
  out: 'Du er ute av minst éin søknad. Filene inneheld alle, og difor kan du ikkje hente dei.',
  how: 'Slik blir filene kontrollerte',
  verify: 'Kontroller ei fil',
  causes: {
    finalistsDecided: 'Dei nominerte vart avgjorde',
    winnerDecided: 'Vinnaren vart avgjord',
    noAwardDecided: 'Det vart avgjort at prisen ikkje blir delt ut',
    finalistsRetracted: 'Avgjerda om dei nominerte vart trekt',
    winnerRetracted: 'Avgjerda om vinnaren vart trekt',
    ballotsChanged: 'Kva vurderingar som tel, vart endra',
  },
};
