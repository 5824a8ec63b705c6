/** An application as a record: on paper and as it was signed, with its attachments. */
import type { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { applicantName } from '../../ui/text/format.ts';
import { fileFaults } from '../documents/queries.ts';
import { submissionsOf } from '../nominations/queries.ts';
import type { NominationRow } from '../nominations/schema.ts';
import { submissionPdf } from '../receipts/pdf.ts';
import { sentOf, type Sent } from '../receipts/queries.ts';
import { signedReceipt } from '../receipts/receipt.ts';
import type { ApplicationRow } from './records.ts';
import type { ArchiveDocument, ArchiveFile, Case, Holding, LeftOut, Registration } from './schema.ts';
import { codes, words } from './words.ts';

/** Its name is public: the jury nominated it, and that is out. */
const named = [
  'finalist',
  'winner',
  'honourableMention',
  'finalistWithoutPrize',
] as const satisfies readonly NominationRow['state'][];
const isNamed = ({ state }: ApplicationRow): boolean => (named as readonly string[]).includes(state);

/** Of what was withdrawn or has been erased only that it was there is left. */
export const holdingOf = (row: ApplicationRow): Holding =>
  row.erased_at ? 'erased' : can(nomination, 'takeOut', row) ? 'whole' : 'withdrawn';

interface Around {
  row: ApplicationRow;
  of: Case;
  services: Services;
}
export async function applicationRecord(
  db: Kysely<DB>,
  { row, of, services }: Around,
): Promise<{ registration: Registration; leftOut: LeftOut[] }> {
  const holding = holdingOf(row);
  const folder = folderOf(row);
  const { documents, leftOut, remarks } =
    holding === 'whole'
      ? await contentOf(db, row, services)
      : { documents: [], leftOut: [], remarks: [words[holding]] };
  const name = applicantName(row.organisation_name, row.unit_name);
  const mayBeNamed = isNamed(row);
  const at = row.submitted_at ?? row.created_at;
  return {
    registration: {
      kind: 'application',
      folder,
      key: row.id,
      number: row.archive_number,
      title: words.application(of.year, name),
      publicTitle: mayBeNamed ? words.application(of.year, name) : words.applicationPublic(of.year),
      at,
      by: row.organisation_name,
      type: 'I',
      party: { name, number: row.organisation_number, screened: !mayBeNamed },
      screened: mayBeNamed ? undefined : words.unnamed,
      remarks: [words.receipt(row.receipt_number ?? ''), ...remarks],
      documents,
    },
    leftOut:
      holding === 'whole'
        ? leftOut.map(({ path, why }) => ({ path: `${folder}/${path}`, why }))
        : [{ path: folder, why: holding }],
  };
}

/** Receipt numbers are plain letters; what else could stand in one does not get into the name of a folder. */
const folderOf = ({ receipt_number, id }: ApplicationRow): string =>
  `soknad-${(receipt_number ?? id).toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

async function contentOf(db: Kysely<DB>, row: ApplicationRow, services: Services) {
  const { config, files } = services;
  const last = await sentOf(db, row);
  const receipts: [Sent, ArchiveFile][] = [];
  for (const { number } of await submissionsOf(db, row.id)) {
    const sent = number === last.number ? last : await sentOf(db, row, number);
    receipts.push([sent, receiptFile(services, sent)]);
  }
  const paper: ArchiveFile = {
    name: 'soknad.pdf',
    stored: 'soknad.pdf',
    mediaType: 'application/pdf',
    variant: 'A',
    open: () => submissionPdf(last, { demo: config.mode === 'demo', baseUrl: config.baseUrl }),
  };
  const documents: ArchiveDocument[] = [
    {
      title: words.applicationDocument,
      type: codes.types.application,
      place: 'H',
      files: [paper, ...receipts.flatMap(([{ number }, file]) => (number === last.number ? [file] : []))],
    },
  ];
  const leftOut: { path: string; why: 'missing' | 'infected' | 'unchecked' }[] = [];
  const remarks: string[] = [];
  const faults = await fileFaults(db, files, last.rendered.documents);
  for (const [
    index,
    { name, description, mediaType, sha256, withhold },
  ] of last.rendered.documents.entries()) {
    const stored = `vedlegg-${String(index + 1).padStart(2, '0')}${endingOf(name)}`;
    const why = faults.get(sha256);
    if (why) {
      leftOut.push({ path: stored, why });
      remarks.push(words.leftOut[why](name));
      continue;
    }
    documents.push({
      title: name,
      type: codes.types.attachment,
      place: 'V',
      about: description.trim() || undefined,
      screened: withhold === undefined ? undefined : words.withheld(withhold),
      files: [{ name, stored, mediaType, variant: 'P', sha256, open: () => fromStore(files, sha256) }],
    });
  }
  for (const [{ number }, file] of receipts)
    if (number !== last.number)
      documents.push({
        title: words.submission(number),
        type: codes.types.attachment,
        place: 'V',
        files: [file],
      });
  return { documents, leftOut, remarks };
}

/** As it was sent in, each answer, signed by the service. */
const receiptFile = (services: Services, sent: Sent): ArchiveFile => ({
  name: `kvittering-${sent.number}.json`,
  stored: `kvittering-${sent.number}.json`,
  mediaType: 'application/json',
  variant: 'S',
  open: async () => Buffer.from(signedReceipt(services, sent)),
});

const endingOf = (name: string): string => /\.[a-z0-9]{1,8}$/.exec(name.toLowerCase())?.[0] ?? '';

async function fromStore(files: Services['files'], sha256: string): Promise<Readable> {
  const content = await files.open(sha256);
  if (!content) throw problem('document/lost');
  return content;
}
