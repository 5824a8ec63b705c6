import { formatBytes } from '../format.ts';
import type { documents as nb } from '../nb/documents.ts';

export const documents: typeof nb = {
  title: 'Vedlegg',
  lead: 'Legg ved planar, rapportar eller anna som viser arbeidet. Det er valfritt.',
  limits: (max, bytes) =>
    `Inntil ${max} filer, kvar på inntil ${formatBytes(bytes, 'nn')}. PDF, Word (docx), OpenDocument (odt), JPEG eller PNG.`,
  readers:
    'Fagjuryen og sekretariatet les dette når søknaden er send inn. Ingen pasientar, brukarar eller pårørande skal kunne kjennast att, heller ikkje på bilete.',
  choose: 'Vel filer',
  upload: 'Last opp',
  none: 'Ingen vedlegg enno',
  noneBody: 'Det er heilt i orden å sende søknaden utan.',
  yours: 'Filene dykkar',
  count: (count, max) => `${count} av ${max}`,
  full: 'Det er ikkje plass til fleire filer. Fjern ei før du lastar opp ei ny.',
  description: 'Kva er dette?',
  descriptionHint: 'Nokre ord som hjelper den som les.',
  describe: 'Lagre omtalen',
  editDescription: (name) => `Skriv kva ${name} er`,
  up: (name) => `Flytt ${name} opp`,
  down: (name) => `Flytt ${name} ned`,
  remove: (name) => `Fjern ${name}`,
  askRemove: 'Skal fila fjernast frå søknaden?',
  uploaded: (count) => (count === 1 ? 'Fila er lasta opp.' : `${count} filer er lasta opp.`),
  saved: 'Omtalen er lagra.',
  moved: 'Rekkjefølgja er endra.',
  removed: 'Fila er fjerna.',
  back: 'Tilbake til søknaden',
  addedBy: (when) => `Lasta opp ${when}`,
};
