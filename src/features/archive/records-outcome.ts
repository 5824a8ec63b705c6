/** What a year ended with, as records: the jury's protocol, its decision, and what was made public of it. */
import type { Kysely } from 'kysely';
import { instant } from '../../platform/clock.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { Services } from '../../platform/services.ts';
import type { JudgedEdition } from '../editions/queries.ts';
import { juryDecisionsPdf, juryProtocolPdf } from '../protocol/pdf.ts';
import { juryProtocolOf } from '../protocol/queries.ts';
import type { JuryProtocol } from '../protocol/schema.ts';
import { publicYear } from '../publication/public-queries.ts';
import { ownYear } from '../publication/public-year.ts';
import { publicationPdf } from './publication-pdf.ts';
import type { ArchiveDocument, ArchiveFile, Code, Registration } from './schema.ts';
import { codes, LANG, words } from './words.ts';

/** The caller has made sure that the year is over. */
export async function outcomeRecords(
  db: Kysely<DB>,
  reader: Reader,
  row: JudgedEdition,
  { config }: Services,
): Promise<Registration[]> {
  const { allowedActions: _, ...protocol } = await juryProtocolOf(db, reader, row.id);
  if (protocol.decisions.length === 0) return [];
  const demo = config.mode === 'demo';
  const told = { ...protocol, allowedActions: [] };
  const end = row.ended_at ?? row.ceremony_at;
  const lastChanged = latest(end, momentsOf(protocol));
  const decidedAt = latest(
    instant(protocol.decisions[0]!.decidedAt),
    protocol.decisions.map((one) => one.decidedAt),
  );
  const records: Registration[] = [
    internal(row, {
      kind: 'protocol',
      folder: 'protokoll',
      title: words.protocol(row.year),
      type: codes.types.protocol,
      at: end,
      pdf: () => juryProtocolPdf(told, { lang: LANG, at: lastChanged, demo }),
      original: protocol,
    }),
    internal(row, {
      kind: 'decision',
      folder: 'beslutning',
      title: words.decision(row.year),
      type: codes.types.decision,
      at: decidedAt,
      pdf: () => juryDecisionsPdf(told, { lang: LANG, at: lastChanged, demo }),
      original: {
        format: protocol.format,
        year: protocol.year,
        partial: protocol.partial,
        decisions: protocol.decisions,
      },
    }),
  ];
  const year = await publicYear(db, reader.now, row.year);
  if (year?.outcome.winner) {
    const { at, corrected } = year.outcome.winner;
    records.push({
      ...record(row, {
        kind: 'publication',
        folder: 'offentliggjoring',
        title: words.publication(row.year),
        type: codes.types.publication,
        at: corrected?.at ?? at,
        pdf: () => publicationPdf(year, { demo }),
        original: ownYear(year),
      }),
      type: 'U',
      party: { name: words.everybody, number: null, screened: false },
    });
  }
  return records;
}

interface Made {
  kind: Registration['kind'];
  folder: string;
  title: string;
  type: Code;
  at: Date;
  pdf: () => Promise<Buffer>;
  original: object;
}
/** On paper, and the data that it was made of. */
function record(row: JudgedEdition, { kind, folder, title, type, at, pdf, original }: Made): Registration {
  const file = (ending: 'pdf' | 'json'): Pick<ArchiveFile, 'name' | 'stored'> => ({
    name: `${folder}-${row.year}.${ending}`,
    stored: `${folder}.${ending}`,
  });
  const document: ArchiveDocument = {
    title,
    type,
    place: 'H',
    files: [
      { ...file('pdf'), mediaType: 'application/pdf', variant: 'A', open: pdf },
      {
        ...file('json'),
        mediaType: 'application/json',
        variant: 'P',
        open: async () => Buffer.from(`${JSON.stringify(original, null, 2)}\n`),
      },
    ],
  };
  return {
    kind,
    folder,
    key: `${row.id}/${folder}`,
    number: null,
    title,
    publicTitle: title,
    at,
    by: 'KS',
    type: 'X',
    remarks: [],
    documents: [document],
  };
}

const internal = (row: JudgedEdition, made: Made): Registration => ({
  ...record(row, made),
  screened: words.internal,
});

/** The moments at which something could still be added after the end. */
const momentsOf = ({ decisions }: Pick<JuryProtocol, 'decisions'>): string[] =>
  decisions.flatMap(({ confirmations, retracted }) => [
    ...confirmations.map(({ at }) => at),
    ...(retracted ? [retracted.at] : []),
  ]);

const latest = (first: Date, others: readonly string[]): Date =>
  others.map((at) => instant(at)).reduce((last, at) => (at > last ? at : last), first);
