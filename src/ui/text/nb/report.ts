/** The report of a year. */
export const report = {
  title: 'Årsrapport',
  lead: (year: number) =>
    `Tallene for Etikkprisen ${year}, slik departementet får dem. Nominerte og vinner står her først når de er offentlige.`,
  asOf: (when: string) => `Slik tallene er ${when}.`,
  files: 'Last ned',
  applications: 'Søknader',
  sent: 'Sendt inn',
  admitted: 'Godkjent for vurdering',
  rejected: 'Avvist på formelt grunnlag',
  withdrawn: 'Trukket etter innsending',
  drafts: 'Utkast som ikke ble sendt inn',
  kinds: 'Hvem som søkte',
  kind: 'Type søker',
  counties: 'Hvor søknadene kommer fra',
  county: 'Fylke',
  noCounty: 'Uten kjent fylke',
  count: 'Antall',
  share: 'Andel',
  /** What a chart is, for whoever does not see it. */
  bars: (title: string) => `Stolpediagram: ${title}. De samme tallene står i tabellen.`,
  answer: 'Svar',
  ofAll: (number: number) => `Av ${number} søknader. En søknad kan ha krysset av for flere.`,
  erased: (number: number) =>
    number === 1
      ? 'Svarene fra 1 søknad til er slettet etter planen for sletting, og er ikke talt med.'
      : `Svarene fra ${number} søknader til er slettet etter planen for sletting, og er ikke talt med.`,
  erasedShort: 'Søknader der svarene er slettet',
  outcome: 'Nominerte og vinner',
  cancelled: 'Prisåret ble avlyst',
  ceremonyCancelled: 'Avlyst',
  notPublic: 'Ikke offentlig ennå',
  nominated: 'Nominerte',
  winner: 'Vinner',
  honourable: 'Hederlig omtale',
  noAward: 'Prisen ble ikke delt ut',
  ceremony: 'Utdeling',
  earlier: 'Søknader i tidligere år',
  year: 'År',
};
