import type { historyImport as nb } from '../nb/historyImport.ts';

export const historyImport: typeof nb = {
  title: 'Åra før tenesta',
  link: 'Åra før tenesta',
  lead: 'Her hentar du inn vinnarar og nominerte frå år som ikkje er i tenesta. Ingenting blir overskrive utan at du har sett det.',
  bring: 'Hent inn',
  lines: 'Linjene',
  linesHint:
    'Første linje gir namn på kolonnane: år, vinnar, nominerte, heiderleg omtale, søknader, dato og form (fysisk eller digital). År og vinnar må vere med. Fleire namn i éi celle blir skilde med |. Ein kolonne som manglar, blir ikkje endra.',
  file: 'Fil',
  look: 'Sjå kva som blir endra',
  save: (n) => (n === 1 ? 'Lagre 1 år' : `Lagre ${n} år`),
  saved: (n) => (n === 1 ? '1 år er lagra.' : `${n} år er lagra.`),
  changed: 'Noko er endra sidan du såg på linjene. Ingenting er lagra. Sjå på dei ein gong til.',
  preview: 'Dette blir endra',
  would: (n) =>
    n === 0
      ? 'Alt på linjene er lagra frå før.'
      : n === 1
        ? '1 år blir lagra. Ingenting er lagra enno.'
        : `${n} år blir lagra. Ingenting er lagra enno.`,
  line: 'Linje',
  what: 'Kva',
  changes: 'Før og etter',
  nothing: 'Inga endring',
  empty: 'tomt',
  kinds: { new: 'Nytt', changed: 'Blir endra', same: 'Likt' },
  modes: { physical: 'fysisk', digital: 'digital' },
  stored: 'Lagra no',
  public: 'Sida slik alle ser ho',
  fields: {
    year: 'År',
    winner: 'Vinnar',
    finalists: 'Nominerte',
    honourable: 'Heiderleg omtale',
    applications: 'Søknader',
    ceremonyDate: 'Dato',
    mode: 'Form',
  },
  faults: {
    header: (_line, text) =>
      text
        ? `Første linje: «${text}» er ikkje ein kolonne vi kjenner`
        : 'Første linje må gi namn på kolonnane, og «år» og «vinnar» må vere mellom dei',
    columnTwice: (_line, text) => `Første linje: «${text}» står på to kolonnar`,
    columnUnnamed: (_line, text) =>
      `Kolonne ${text} har ikkje noko namn i første linje, men det står noko der`,
    year: (line, text) => `Linje ${line}: «${text}» er ikkje eit år frå 2011 til no`,
    twice: (line, text) => `Linje ${line}: ${text} står fleire gonger`,
    own: (line, text) => `Linje ${line}: ${text} er eit prisår i tenesta og blir ikkje henta inn her`,
    winner: (line, _text) => `Linje ${line}: vinnaren manglar`,
    applications: (line, text) => `Linje ${line}: «${text}» er ikkje eit tal på søknader`,
    date: (line, text) => `Linje ${line}: «${text}» er ikkje ein dato. Skriv 5.12.2019 eller 2019-12-05`,
    mode: (line, text) => `Linje ${line}: «${text}» er verken fysisk eller digital`,
    long: (line, text) => `Linje ${line}: teksten er for lang («${text} …»)`,
  },
};
