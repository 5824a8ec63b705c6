/** The years before the service, brought along as a file. */
export const historyImport = {
  title: 'Årene før tjenesten',
  link: 'Årene før tjenesten',
  lead: 'Her henter du inn vinnere og nominerte fra år som ikke er i tjenesten. Ingenting blir overskrevet uten at du har sett det.',
  bring: 'Hent inn',
  lines: 'Linjene',
  linesHint:
    'Første linje gir navn på kolonnene: år, vinner, nominerte, hederlig omtale, søknader, dato og form (fysisk eller digital). År og vinner må være med. Flere navn i én celle skilles med |. En kolonne som mangler, endres ikke.',
  file: 'Fil',
  look: 'Se hva som blir endret',
  save: (n: number) => (n === 1 ? 'Lagre 1 år' : `Lagre ${n} år`),
  saved: (n: number) => (n === 1 ? '1 år er lagret.' : `${n} år er lagret.`),
  changed: 'Noe er endret siden du så på linjene. Ingenting er lagret. Se på dem en gang til.',
  preview: 'Dette blir endret',
  would: (n: number) =>
    n === 0
      ? 'Alt på linjene er lagret fra før.'
      : n === 1
        ? '1 år blir lagret. Ingenting er lagret ennå.'
        : `${n} år blir lagret. Ingenting er lagret ennå.`,
  line: 'Linje',
  what: 'Hva',
  changes: 'Før og etter',
  nothing: 'Ingen endring',
  empty: 'tomt',
  kinds: { new: 'Nytt', changed: 'Endres', same: 'Likt' },
  modes: { physical: 'fysisk', digital: 'digital' },
  stored: 'Lagret nå',
  public: 'Siden slik alle ser den',
  fields: {
    year: 'År',
    winner: 'Vinner',
    finalists: 'Nominerte',
    honourable: 'Hederlig omtale',
    applications: 'Søknader',
    ceremonyDate: 'Dato',
    mode: 'Form',
  },
  faults: {
    header: (_line: number, text: string) =>
      text
        ? `Første linje: «${text}» er ikke en kolonne vi kjenner`
        : 'Første linje må gi navn på kolonnene, og «år» og «vinner» må være blant dem',
    columnTwice: (_line: number, text: string) => `Første linje: «${text}» står på to kolonner`,
    columnUnnamed: (_line: number, text: string) =>
      `Kolonne ${text} har ikke noe navn i første linje, men det står noe i den`,
    year: (line: number, text: string) => `Linje ${line}: «${text}» er ikke et år fra 2011 til nå`,
    twice: (line: number, text: string) => `Linje ${line}: ${text} står flere ganger`,
    own: (line: number, text: string) =>
      `Linje ${line}: ${text} er et prisår i tjenesten og hentes ikke inn her`,
    winner: (line: number, _text: string) => `Linje ${line}: vinneren mangler`,
    applications: (line: number, text: string) => `Linje ${line}: «${text}» er ikke et antall søknader`,
    date: (line: number, text: string) =>
      `Linje ${line}: «${text}» er ikke en dato. Skriv 5.12.2019 eller 2019-12-05`,
    mode: (line: number, text: string) => `Linje ${line}: «${text}» er verken fysisk eller digital`,
    long: (line: number, text: string) => `Linje ${line}: teksten er for lang («${text} …»)`,
  },
};
