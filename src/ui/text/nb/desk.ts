/** The juror's desk: saving, what is left, reading, printing. */
export const desk = {
  saving: {
    on: 'Det du velger og skriver, lagres av seg selv.',
    noteOn: 'Notatet lagres av seg selv.',
    closed: (reason: string) =>
      `Ikke lagret – ${reason} Det du har skrevet, står her fortsatt, så du kan kopiere det.`,
    gone: 'Ikke lagret – du deltar ikke lenger i vurderingen av denne søknaden. Det du har skrevet, står her fortsatt, så du kan kopiere det.',
    clash: 'Ikke lagret – du har lagret noe annet her fra et annet vindu. Velg hva som skal gjelde.',
    choose: 'Er du i tvil, velger du begge: da står tekstene etter hverandre, med nivået du har valgt her.',
    keepMine: 'Det jeg har skrevet her',
  },
};
