import type { report as nb } from '../nb/report.ts';

export const report: typeof nb = {
  title: 'Årsrapport',
  lead: (year) =>
    `Tala for Etikkprisen ${year}, slik departementet får dei. Nominerte og vinnar står her først når dei er offentlege.`,
  asOf: (when) => `Slik tala er ${when}.`,
  files: 'Last ned',
  applications: 'Søknader',
  sent: 'Sendt inn',
  admitted: 'Godkjende for vurdering',
  rejected: 'Avviste på formelt grunnlag',
  withdrawn: 'Trekte etter innsending',
  drafts: 'Utkast som ikkje vart sende inn',
  kinds: 'Kven som søkte',
  kind: 'Type søkjar',
  counties: 'Kvar søknadene kjem frå',
  county: 'Fylke',
  noCounty: 'Utan kjent fylke',
  count: 'Tal',
  share: 'Del',
  bars: (title) => `Stolpediagram: ${title}. Dei same tala står i tabellen.`,
  answer: 'Svar',
  ofAll: (number) => `Av ${number} søknader. Ein søknad kan ha kryssa av for fleire.`,
  erased: (number) =>
    number === 1
      ? 'Svara frå 1 søknad til er sletta etter planen for sletting, og er ikkje talde med.'
      : `Svara frå ${number} søknader til er sletta etter planen for sletting, og er ikkje talde med.`,
  erasedShort: 'Søknader der svara er sletta',
  outcome: 'Nominerte og vinnar',
  cancelled: 'Prisåret vart avlyst',
  ceremonyCancelled: 'Avlyst',
  notPublic: 'Ikkje offentleg enno',
  nominated: 'Nominerte',
  winner: 'Vinnar',
  honourable: 'Heiderleg omtale',
  noAward: 'Prisen vart ikkje delt ut',
  ceremony: 'Utdeling',
  earlier: 'Søknader i tidlegare år',
  year: 'År',
};
