/** The made-up application that the whole jury scores first. */
export const calibration = {
  title: 'Eksempelsøknaden',
  step: 'Vurder eksempelsøknaden først',
  toSideBySide: 'Eksempelsøknaden, vurderingene side om side',
  lead: 'Alle i fagjuryen vurderer den samme oppdiktede søknaden før de ekte. Slik ser dere om dere mener det samme med nivåene.',
  application: 'Eksempelet',
  tabs: 'Eksempelsøknaden og vurderingen',
  madeUp: 'Oppdiktet. Den konkurrerer ikke, og det du gir her, teller ikke med i noe.',
  sealed:
    'Skjult for alle andre til alle har levert, eller juryleder åpner. Når du har levert, kan du ikke endre den.',
  notAsked: 'Du har ingen søknader å vurdere, og skal ikke vurdere denne heller.',
  waiting:
    'Du har levert, og søknadene er åpne for deg. Vurderingene vises side om side her når alle har levert.',
  delivered: 'Du har levert denne vurderingen.',
  toApplications: 'Til søknadene',
  done: {
    saved: 'Vurderingen er lagret.',
    delivered: 'Vurderingen er levert. Nå kan du åpne søknadene.',
    opened: 'Vurderingene vises nå for alle som har levert.',
  },
  sideBySide: 'Side om side',
  sideBySideLead: 'Hvor er dere mest uenige? Snakk om hva dere legger i nivåene før dere vurderer søknadene.',
  openedByAll: 'Vises fordi alle har levert.',
  openedBy: (name: string, when: string) => `${name} åpnet vurderingene ${when}:`,
  juror: 'Jurymedlem',
  given: 'Vurdering',
  openTitle: 'Vis vurderingene nå',
  progress: (n: number, of: number) => `${n} av ${of} har levert`,
  missing: 'Dere venter på:',
  openLead:
    'Vurderingene vises av seg selv når alle har levert. Viser du dem før, ser de som har levert hverandres. De andre ser dem når de har levert.',
  reason: 'Hvorfor venter dere ikke?',
  open: 'Vis vurderingene',
  setup: {
    title: 'Eksempelsøknad til juryen',
    lead: 'En oppdiktet søknad som alle i juryen vurderer først, for å se om de mener det samme med nivåene. Den er av til dere slår den på.',
    counts:
      'Den er ingen søknad: Den teller ikke med i resultatet, tall, rapporter eller uttak, og vurderingene slettes sammen med de ekte.',
    open: 'Sett opp eksempelsøknaden',
    on: 'På',
    off: 'Av',
    active: 'Juryen vurderer en eksempelsøknad først',
    activeHint: 'Søknadene åpner seg for hvert jurymedlem når eksempelet er levert.',
    standard:
      'Her er et forslag. Bruk det som det er, eller skriv deres eget. Ingenting brukes før du lagrer.',
    name: 'Tittel',
    body: 'Tekst',
    save: 'Lagre eksempelsøknaden',
    fixed: 'Juryen har begynt. Eksempelsøknaden kan ikke lenger endres, slås på eller slås av.',
  },
};
