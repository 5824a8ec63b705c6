import type { sealing as nb } from '../nb/sealing.ts';

export const sealing: typeof nb = {
  hash: 'Kontrollsum for det du leverte',
  hashHint: 'Ta gjerne vare på han. Han viser at vurderinga di ikkje er endra etterpå.',
  reopenedWhy: (when, by) => `${by} opna vurderinga ${when}, slik at du kan endre ho:`,
  reopenedNow: 'Vurderinga tel først når du har levert ho på nytt.',
  earlier: (when) => `Slik var vurderinga før ho vart opna ${when}`,
  hashes: {
    title: 'Kontrollsummar',
    lead: 'Kvar levert vurdering har ein kontrollsum. Han endrar seg dersom noko i vurderinga blir endra.',
    none: 'Kontrollsummane blir viste når juryleiaren har avslutta vurderinga.',
    own: 'Vurderingane dine',
    ownLead:
      'Kontrollsummen er SHA-256 av vurderinga di og saltet under. Den som har begge, kan rekne han ut på nytt. Saltet er det berre du som ser.',
    application: 'Søknad',
    hash: 'Kontrollsum',
    salt: 'Salt',
    all: (n) => `Alle vurderingar som var leverte då vurderinga vart avslutta (${n})`,
    allLead:
      'Den same lista står i e-posten du fekk då vurderinga vart avslutta. Vurderingar av søknader du ikkje deltek i, er ikkje med.',
    later: 'Levert på nytt etter avslutninga',
  },
  chair: {
    title: 'Leverte vurderingar',
    lead: 'Her kan du opne ei vurdering att dersom jurymedlemmet har gjort ein feil. Berre jurymedlemmet kan endre ho, og både den gamle og den nye blir teken vare på.',
    none: 'Ingen vurderingar er låste.',
    juror: 'Jurymedlem',
    state: 'Status',
    open: (juror, application) => `${juror}: ${application}`,
    reason: 'Kvifor opnar du vurderinga?',
    reasonHint: 'Grunngivinga blir vist for jurymedlemmet og blir ståande i loggen.',
    button: 'Opne vurderinga',
    done: 'Vurderinga er opna, og jurymedlemmet har fått melding.',
    counts: 'Medan ho er open, tel vurderinga som manglande.',
    reopened: (by, when) => `Opna av ${by} ${when}`,
    before: 'Før',
    now: 'No',
    waiting: 'Ventar på ny levering',
    toPage: 'Opne ei levert vurdering att',
  },
};
