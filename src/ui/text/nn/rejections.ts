import type { rejections as nb } from '../nb/rejections.ts';

export const rejections: typeof nb = {
  title: 'Føreslått avvist',
  proposedBy: (name, when) => `${name} føreslo ${when} å avvise søknaden, med denne grunngivinga:`,
  approveLead:
    'Godkjenner du, blir søknaden avvist, og søkjaren får beskjed med grunngivinga. Det kan ikkje gjerast om. Blir søknaden godkjend for vurdering, eller ber nokon om meir, fell framlegget bort.',
  letter: 'Brevet søkjaren får',
  approve: 'Avvis søknaden',
  decline: 'Sei nei til framlegget',
  takeBack: 'Trekk framlegget tilbake',
  own: 'Du føreslo dette. Ein annan i sekretariatet må godkjenne det. Søkjaren ser ingenting før det.',
  aloneLead:
    'Ingen andre kan godkjenne dette no. Du kan gjere det åleine, med ein grunn som står i loggen. Det kan ikkje gjerast om.',
  aloneBecause: 'Kvifor godkjenner du åleine?',
  aloneHint: 'Står i loggen. Søkjaren les han ikkje.',
  approveAlone: 'Avvis søknaden åleine',
  oneWaits: 'Eit framlegg om å avvise denne søknaden ventar alt på svar.',
  answered: 'Framlegget er alt svara på, eller det har falle bort fordi søknaden har gått vidare.',
  done: {
    proposed: 'Føreslått. No må ein annan godkjenne. Søkjaren får ikkje beskjed før det.',
    declined: 'Søknaden er ikkje avvist. Søkjaren har ikkje fått beskjed om framlegget.',
  },
};
