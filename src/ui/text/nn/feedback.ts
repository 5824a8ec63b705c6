import type { feedback as nb } from '../nb/feedback.ts';

export const feedback: typeof nb = {
  title: 'Tilbakemelding frå juryen',
  lead: (year) => `Takk for søknaden til Etikkprisen ${year}. Dette vil juryen seie om han.`,
  link: 'Tilbakemelding frå juryen',
  figures: 'Poenga',
  figuresLead: (n, min, max) =>
    `Gjennomsnitt av ${n} jurymedlemmer, på skalaen ${min} til ${max}. Poenga er eit råd til juryen, som sjølv avgjorde.`,
  criterion: 'Kriterium',
  mean: 'Gjennomsnitt',
  weighted: 'Vekta gjennomsnitt',
  nothingToApprove: 'Skriv tilbakemeldinga før ho blir godkjend.',
  setup: {
    title: 'Tilbakemelding til søkjarane',
    lead: 'Kvar søkjar kan få ei tilbakemelding frå juryen i ord. Éin skriv, ein annan godkjenner.',
    from: 'Når søkjaren kan lese ho',
    moments: {
      announced: 'Når vinnaren er kunngjord',
      nominated:
        'Dei som ikkje vart nominerte: når dei nominerte er kunngjorde. Dei nominerte: når vinnaren er kunngjord',
    },
    reasons: 'Alle søkjarar som juryen vurderer, blir lova ei grunngiving',
    reasonsHint:
      'Lovnaden står i utlysinga og blir låst med reglane. Året kan ikkje leggjast bort før alle har fått ho.',
    figures: 'Søkjarane får òg gjennomsnittet av poenga for sin eigen søknad',
    figuresHint:
      'I ein liten jury kan tal peike på enkeltpersonar. Tal blir aldri viste med færre enn tre vurderingar.',
    save: 'Lagre',
  },
  office: {
    title: 'Tilbakemeldingar til søkjarane',
    lead: 'Skriv kva juryen la vekt på, utan å nemne andre søkjarar eller kven som meinte kva. Ein annan enn den som skreiv, godkjenner.',
    when: {
      announced: 'Søkjaren kan lese ho når vinnaren er kunngjord.',
      nominated:
        'Dei som ikkje vart nominerte, kan lese ho når dei nominerte er kunngjorde, dei nominerte når vinnaren er kunngjord.',
    },
    withFigures: 'Gjennomsnittet av poenga står ved sida av.',
    withoutFigures: 'Ingen poeng blir viste.',
    none: 'Ingen søknader å skrive til',
    noneBody: 'Tilbakemeldingar blir skrivne når vurderinga i juryen er avslutta.',
    given: 'Søkjaren kan lese ho',
    approved: (name, when) => `Godkjend av ${name} ${when}`,
    waiting: 'Ventar på godkjenning',
    unwritten: 'Ikkje skriven',
    written: (name, when) => `Skriven av ${name} ${when}`,
    text: (name) => `Tilbakemelding til ${name}`,
    textHint: (language) => `Skriv på målforma til søkjaren: ${language}`,
    falls: 'Ei endring må godkjennast på nytt.',
    save: 'Lagre',
    approve: (name) => `Godkjenn tilbakemeldinga til ${name}`,
    saved: 'Lagra.',
  },
};
