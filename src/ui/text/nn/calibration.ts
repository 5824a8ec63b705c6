import type { calibration as nb } from '../nb/calibration.ts';

export const calibration: typeof nb = {
  title: 'Eksempelsøknaden',
  step: 'Vurder eksempelsøknaden først',
  toSideBySide: 'Eksempelsøknaden, vurderingane side om side',
  lead: 'Alle i fagjuryen vurderer den same oppdikta søknaden før dei ekte. Slik ser de om de meiner det same med nivåa.',
  application: 'Eksempelet',
  tabs: 'Eksempelsøknaden og vurderinga',
  madeUp: 'Oppdikta. Han konkurrerer ikkje, og det du gir her, tel ikkje med i noko.',
  sealed:
    'Skjult for alle andre til alle har levert, eller juryleiaren opnar. Når du har levert, kan du ikkje endre vurderinga.',
  notAsked: 'Du har ingen søknader å vurdere, og skal ikkje vurdere denne heller.',
  waiting:
    'Du har levert, og søknadene er opne for deg. Vurderingane blir viste side om side her når alle har levert.',
  delivered: 'Du har levert denne vurderinga.',
  toApplications: 'Til søknadene',
  done: {
    saved: 'Vurderinga er lagra.',
    delivered: 'Vurderinga er levert. No kan du opne søknadene.',
    opened: 'Vurderingane blir no viste for alle som har levert.',
  },
  sideBySide: 'Side om side',
  sideBySideLead: 'Kvar er de mest usamde? Snakk om kva de legg i nivåa før de vurderer søknadene.',
  openedByAll: 'Blir vist fordi alle har levert.',
  openedBy: (name, when) => `${name} opna vurderingane ${when}:`,
  juror: 'Jurymedlem',
  given: 'Vurdering',
  openTitle: 'Vis vurderingane no',
  progress: (n, of) => `${n} av ${of} har levert`,
  missing: 'De ventar på:',
  openLead:
    'Vurderingane blir viste av seg sjølve når alle har levert. Viser du dei før, ser dei som har levert vurderingane til kvarandre. Dei andre ser dei når dei har levert.',
  reason: 'Kvifor ventar de ikkje?',
  open: 'Vis vurderingane',
  setup: {
    title: 'Eksempelsøknad til juryen',
    lead: 'Ein oppdikta søknad som alle i juryen vurderer først, for å sjå om dei meiner det same med nivåa. Han er av til de slår han på.',
    counts:
      'Han er ingen søknad: Han tel ikkje med i resultatet, tal, rapportar eller uttak, og vurderingane blir sletta saman med dei ekte.',
    open: 'Set opp eksempelsøknaden',
    on: 'På',
    off: 'Av',
    active: 'Juryen vurderer ein eksempelsøknad først',
    activeHint: 'Søknadene opnar seg for kvart jurymedlem når eksempelet er levert.',
    standard:
      'Her er eit framlegg. Bruk det som det er, eller skriv dykkar eige. Ingenting blir brukt før du lagrar.',
    name: 'Tittel',
    body: 'Tekst',
    save: 'Lagre eksempelsøknaden',
    fixed: 'Juryen har byrja. Eksempelsøknaden kan ikkje lenger endrast, slåast på eller slåast av.',
  },
};
