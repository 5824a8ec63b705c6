import { formatBytes } from '../format.ts';

/** The attachments of an application. */
export const documents = {
  title: 'Vedlegg',
  lead: 'Legg ved planer, rapporter eller annet som viser arbeidet. Det er valgfritt.',
  limits: (max: number, bytes: number) =>
    `Inntil ${max} filer, hver på inntil ${formatBytes(bytes, 'nb')}. PDF, Word (docx), OpenDocument (odt), JPEG eller PNG.`,
  readers:
    'Leses av fagjuryen og sekretariatet når søknaden er sendt inn. Ingen pasienter, brukere eller pårørende skal kunne kjennes igjen, heller ikke på bilder.',
  choose: 'Velg filer',
  upload: 'Last opp',
  none: 'Ingen vedlegg ennå',
  noneBody: 'Det er helt i orden å sende søknaden uten.',
  yours: 'Filene deres',
  count: (count: number, max: number) => `${count} av ${max}`,
  full: 'Det er ikke plass til flere filer. Fjern en før du laster opp en ny.',
  description: 'Hva er dette?',
  descriptionHint: 'Noen ord som hjelper den som leser.',
  describe: 'Lagre beskrivelsen',
  editDescription: (name: string) => `Skriv hva ${name} er`,
  up: (name: string) => `Flytt ${name} opp`,
  down: (name: string) => `Flytt ${name} ned`,
  remove: (name: string) => `Fjern ${name}`,
  askRemove: 'Skal filen fjernes fra søknaden?',
  uploaded: (count: number) => (count === 1 ? 'Filen er lastet opp.' : `${count} filer er lastet opp.`),
  saved: 'Beskrivelsen er lagret.',
  moved: 'Rekkefølgen er endret.',
  removed: 'Filen er fjernet.',
  back: 'Tilbake til søknaden',
  addedBy: (when: string) => `Lastet opp ${when}`,
};
