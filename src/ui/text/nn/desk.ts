import type { desk as nb } from '../nb/desk.ts';

export const desk: typeof nb = {
  saving: {
    on: 'Det du vel og skriv, blir lagra av seg sjølv.',
    noteOn: 'Notatet blir lagra av seg sjølv.',
    closed: (reason) =>
      `Ikkje lagra – ${reason} Det du har skrive, står her framleis, så du kan kopiere det.`,
    gone: 'Ikkje lagra – du deltek ikkje lenger i vurderinga av denne søknaden. Det du har skrive, står her framleis, så du kan kopiere det.',
    clash: 'Ikkje lagra – du har lagra noko anna her frå eit anna vindauge. Vel kva som skal gjelde.',
    choose: 'Er du i tvil, vel du begge: då står tekstane etter kvarandre, med nivået du har valt her.',
    keepMine: 'Det eg har skrive her',
  },
};
