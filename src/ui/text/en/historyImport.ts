import type { historyImport as nb } from '../nb/historyImport.ts';

export const historyImport: typeof nb = {
  title: 'The years before the service',
  link: 'The years before the service',
  lead: 'Here you bring along winners and nominated of years that are not in the service. Nothing is overwritten that you have not seen.',
  bring: 'Bring along',
  lines: 'The lines',
  linesHint:
    'The first line names the columns: year, winner, nominated, honourable mention, applications, date and mode (physical or digital). Year and winner are needed. Several names in one cell are divided by |. A column that is missing is not changed.',
  file: 'File',
  look: 'See what would change',
  save: (n) => (n === 1 ? 'Save 1 year' : `Save ${n} years`),
  saved: (n) => (n === 1 ? '1 year has been saved.' : `${n} years have been saved.`),
  changed: 'Something has changed since you looked at the lines. Nothing was saved. Look at them once more.',
  preview: 'This would change',
  would: (n) =>
    n === 0
      ? 'Everything on the lines is stored already.'
      : n === 1
        ? '1 year will be saved. Nothing has been saved yet.'
        : `${n} years will be saved. Nothing has been saved yet.`,
  line: 'Line',
  what: 'What',
  changes: 'Before and after',
  nothing: 'No change',
  empty: 'empty',
  kinds: { new: 'New', changed: 'Changes', same: 'The same' },
  modes: { physical: 'physical', digital: 'digital' },
  stored: 'Stored now',
  public: 'The page as everybody sees it',
  fields: {
    year: 'Year',
    winner: 'Winner',
    finalists: 'Nominated',
    honourable: 'Honourable mention',
    applications: 'Applications',
    ceremonyDate: 'Date',
    mode: 'Mode',
  },
  faults: {
    header: (_line, text) =>
      text
        ? `First line: “${text}” is not a column we know`
        : 'The first line has to name the columns, with “year” and “winner” among them',
    columnTwice: (_line, text) => `First line: “${text}” names two columns`,
    columnUnnamed: (_line, text) =>
      `Column ${text} has no name in the first line, but something stands in it`,
    year: (line, text) => `Line ${line}: “${text}” is not a year from 2011 until now`,
    twice: (line, text) => `Line ${line}: ${text} stands there more than once`,
    own: (line, text) => `Line ${line}: ${text} is a year of the service and is not brought along here`,
    winner: (line, _text) => `Line ${line}: the winner is missing`,
    applications: (line, text) => `Line ${line}: “${text}” is not a number of applications`,
    date: (line, text) => `Line ${line}: “${text}” is not a date. Write 5.12.2019 or 2019-12-05`,
    mode: (line, text) => `Line ${line}: “${text}” is neither physical nor digital`,
    long: (line, text) => `Line ${line}: the text is too long (“${text} …”)`,
  },
};
