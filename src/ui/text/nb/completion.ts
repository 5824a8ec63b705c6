/** Returned for completion: what is asked for, and what is open. */
export const completion = {
  /** Parts that are not questions; a question is named by its own words. */
  parts: { applicant: 'Søkeren', documents: 'Vedlegg', confirmations: 'Bekreftelser' },
  closed: 'Denne delen er låst. Sekretariatet har bare bedt om mer i andre deler.',
  noteMissing: 'Skriv hva som mangler i denne delen.',
  page: {
    title: 'Be om mer',
    lead: 'Kryss av for delene der noe mangler, og skriv hva. Søkeren kan bare endre disse delene. Resten er låst, og det som er sendt inn før, blir tatt vare på.',
    parts: 'Hva mangler?',
    around: 'Søkeren og vedleggene',
    note: 'Hva mangler her?',
    noteHint: 'Søkeren leser dette.',
    reason: 'Melding til søkeren',
    reasonHint: 'En kort samlet beskjed. Søkeren leser dette.',
    due: 'Frist for å sende mer',
    send: 'Send tilbake til søkeren',
    choose: 'Velg hva som mangler',
    change: 'Endre hva dere ber om',
    letter: 'Søkeren får en e-post med fristen og navnene på delene.',
    askedFor: 'Vi har bedt om',
  },
  /** To the applicant. */
  overview: {
    open: 'Dette mangler',
    openLead: 'Bare disse delene kan endres nå.',
    locked: 'Resten av søknaden',
    lockedLead: 'Disse delene er låst. Dere kan lese dem.',
    lockedTag: 'Låst',
    openTag: 'Åpen',
    about: (question: string, note: string) => `«${question}»: ${note}`,
  },
  /** On a page of the form where some questions are open. */
  form: {
    wanted: 'Sekretariatet skriver:',
    others: 'Låste spørsmål i denne delen',
  },
};
