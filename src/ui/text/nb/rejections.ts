export const rejections = {
  title: 'Foreslått avvist',
  proposedBy: (name: string, when: string) =>
    `${name} foreslo ${when} å avvise søknaden, med denne begrunnelsen:`,
  approveLead:
    'Godkjenner du, avvises søknaden, og søkeren får beskjed med begrunnelsen. Det kan ikke gjøres om. Godkjennes søknaden for vurdering, eller ber noen om mer, faller forslaget bort.',
  letter: 'Brevet søkeren får',
  approve: 'Avvis søknaden',
  decline: 'Si nei til forslaget',
  takeBack: 'Trekk forslaget tilbake',
  own: 'Du foreslo dette. En annen i sekretariatet må godkjenne det. Søkeren ser ingenting før det.',
  aloneLead:
    'Ingen andre kan godkjenne dette nå. Du kan gjøre det alene, med en grunn som står i loggen. Det kan ikke gjøres om.',
  aloneBecause: 'Hvorfor godkjenner du alene?',
  aloneHint: 'Står i loggen. Søkeren leser den ikke.',
  approveAlone: 'Avvis søknaden alene',
  oneWaits: 'Et forslag om å avvise denne søknaden venter allerede på svar.',
  answered: 'Forslaget er allerede besvart, eller det har falt bort fordi søknaden har gått videre.',
  done: {
    proposed: 'Foreslått. Nå må en annen godkjenne. Søkeren får ikke beskjed før det.',
    declined: 'Søknaden er ikke avvist. Søkeren har ikke fått beskjed om forslaget.',
  },
};
