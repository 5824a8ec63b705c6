/**
 * The package for an archive: a folder for the case and for each record, with its message and its files; a list of everything, and a file
 * of checksums that `sha256sum -c` reads. Written as it is sent; a message is made once its files have been counted.
 */
import { Readable } from 'node:stream';
import { problem } from '../../platform/http/problem.ts';
import { zipOf, type Written, type ZipPart } from '../../platform/zip.ts';
import { caseMessage, recordMessage } from './message.ts';
import type { ArchiveFile, Delivery, Registration } from './schema.ts';
import type { Judge } from './validity.ts';

export interface ArchivePackage {
  /** Of the file, with its ending. */
  name: string;
  subject: Record<string, string | number>;
  deliveries: readonly Delivery[];
  judge: Judge;
}

/**
 * Holds every message against the schema before anything is given out: with a checksum and a size in the place of those that are not
 * counted yet, for whichever they will be, they are as valid.
 *
 * @throws archive/invalid naming what is wrong
 */
export function demandValid({ deliveries, judge }: Pick<ArchivePackage, 'deliveries' | 'judge'>): void {
  const faults = deliveries.flatMap(({ of, registrations }) => [
    ...named(`${of.year}/mappe`, judge(caseMessage(of))),
    ...registrations.flatMap((one) => named(`${of.year}/${one.folder}`, judge(recordMessage(one, of, [])))),
  ]);
  if (faults.length > 0)
    throw problem(
      'archive/invalid',
      {},
      faults.slice(0, FAULTS).map((message) => ({ message: () => message })),
    );
}
/** So many say what it is about. */
const FAULTS = 10;
const named = (where: string, faults: readonly string[]): string[] =>
  faults.map((fault) => `${where}: ${fault}`);

export function archivePackage({ subject, deliveries, judge }: ArchivePackage): Readable {
  const parts = deliveries.flatMap((delivery) => partsOf(delivery, judge));
  const contents: ZipPart = {
    path: 'innhold.json',
    open: async (written) =>
      Buffer.from(`${JSON.stringify(contentsOf({ subject, deliveries }, written), null, 2)}\n`),
  };
  return zipOf([...parts, contents], (written) => ({
    path: 'manifest-sha256.txt',
    content: Buffer.from(written.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')),
  }));
}

function partsOf({ of, registrations }: Delivery, judge: Judge): ZipPart[] {
  const theCase = caseMessage(of);
  return [
    { path: `${of.year}/mappe/arkivmelding.xml`, open: async () => Buffer.from(theCase) },
    ...registrations.flatMap((one) => {
      const folder = `${of.year}/${one.folder}`;
      const files = one.documents.flatMap((document) => document.files);
      return [
        ...files.map((file): ZipPart => ({ path: `${folder}/${file.stored}`, open: () => file.open() })),
        {
          path: `${folder}/arkivmelding.xml`,
          open: async (written: readonly Written[]) => {
            const own = files.length > 0 ? written.slice(-files.length) : [];
            demandSame(files, own);
            const xml = recordMessage(one, of, own);
            const [fault] = judge(xml);
            if (fault) throw new Error(`${folder}: ${fault}`);
            return Buffer.from(xml);
          },
        },
      ];
    }),
  ];
}

/** A file that is not what its checksum says breaks the package on the way: it would be kept as something that it is not. */
function demandSame(files: readonly ArchiveFile[], written: readonly Written[]): void {
  for (const [index, { stored, sha256 }] of files.entries()) {
    const found = written[index];
    if (!found?.path.endsWith(`/${stored}`)) throw new Error(`${stored} is not where it should be`);
    if (sha256 !== undefined && found.sha256 !== sha256)
      throw new Error(`${found.path} is not what its checksum says`);
  }
}

/** What is in it, for people and programs that do not read archive messages. Nothing says when it was made. */
function contentsOf(
  { subject, deliveries }: Pick<ArchivePackage, 'subject' | 'deliveries'>,
  written: readonly Written[],
) {
  return {
    format: 'etikkprisen/archive@1',
    subject,
    cases: deliveries.map(({ of, registrations, leftOut, outOf }) => ({
      year: of.year,
      key: of.id,
      number: of.number,
      folder: `${of.year}/mappe`,
      records: registrations.map((one) => recordLine(one, of.year)),
      leftOut: leftOut.map(({ path, why }) => ({ path: `${of.year}/${path}`, why })),
      // Applications that whoever took it out has no part in: another takes them out.
      outOf,
    })),
    files: written,
  };
}

const recordLine = ({ kind, folder, key, number, title, at, documents }: Registration, year: number) => ({
  kind,
  key,
  number,
  title,
  at: at.toISOString(),
  folder: `${year}/${folder}`,
  documents: documents.map(({ title: name, files }) => ({
    title: name,
    files: files.map(({ stored }) => stored),
  })),
});
