/** What the jury says to each applicant. */
export const feedback = {
  title: 'Tilbakemelding fra juryen',
  lead: (year: number) => `Takk for søknaden til Etikkprisen ${year}. Dette vil juryen si om den.`,
  link: 'Tilbakemelding fra juryen',
  figures: 'Poengene',
  figuresLead: (n: number, min: number, max: number) =>
    `Gjennomsnitt av ${n} jurymedlemmer, på skalaen ${min} til ${max}. Poengene er et råd til juryen, som selv bestemte.`,
  criterion: 'Kriterium',
  mean: 'Gjennomsnitt',
  weighted: 'Vektet gjennomsnitt',
  nothingToApprove: 'Skriv tilbakemeldingen før den godkjennes.',
  setup: {
    title: 'Tilbakemelding til søkerne',
    lead: 'Hver søker kan få en tilbakemelding fra juryen i ord. Én skriver, en annen godkjenner.',
    from: 'Når søkeren kan lese den',
    moments: {
      announced: 'Når vinneren er kunngjort',
      nominated:
        'De som ikke ble nominert: når de nominerte er kunngjort. De nominerte: når vinneren er kunngjort',
    },
    reasons: 'Alle søkere som juryen vurderer, blir lovet en begrunnelse',
    reasonsHint:
      'Løftet står i utlysningen og låses med reglene. Året kan ikke legges bort før alle har fått den.',
    figures: 'Søkerne får også gjennomsnittet av poengene for sin egen søknad',
    figuresHint:
      'I en liten jury kan tall peke på enkeltpersoner. Tall vises aldri med færre enn tre vurderinger.',
    save: 'Lagre',
  },
  office: {
    title: 'Tilbakemeldinger til søkerne',
    lead: 'Skriv hva juryen la vekt på, uten å nevne andre søkere eller hvem som mente hva. En annen enn den som skrev, godkjenner.',
    when: {
      announced: 'Søkeren kan lese den når vinneren er kunngjort.',
      nominated:
        'De som ikke ble nominert, kan lese den når de nominerte er kunngjort, de nominerte når vinneren er kunngjort.',
    },
    withFigures: 'Gjennomsnittet av poengene vises ved siden av.',
    withoutFigures: 'Ingen poeng vises.',
    none: 'Ingen søknader å skrive til',
    noneBody: 'Tilbakemeldinger skrives når juryens vurdering er avsluttet.',
    given: 'Søkeren kan lese den',
    approved: (name: string, when: string) => `Godkjent av ${name} ${when}`,
    waiting: 'Venter på godkjenning',
    unwritten: 'Ikke skrevet',
    written: (name: string, when: string) => `Skrevet av ${name} ${when}`,
    text: (name: string) => `Tilbakemelding til ${name}`,
    textHint: (language: string) => `Skriv på søkerens målform: ${language}`,
    falls: 'En endring må godkjennes på nytt.',
    save: 'Lagre',
    approve: (name: string) => `Godkjenn tilbakemeldingen til ${name}`,
    saved: 'Lagret.',
  },
};
