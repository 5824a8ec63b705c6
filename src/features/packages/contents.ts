/** What goes into a package: of everything what its reader may see, as it stands now. */
import { Readable } from 'node:stream';
import { sql, type Kysely } from 'kysely';
import type { Opening } from '../../core/policy/outcome.ts';
import { can, scope } from '../../core/policy/policy.ts';
import { edition as editionResource, nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { ZipPart } from '../../platform/zip.ts';
import { applicantName } from '../../ui/text/format.ts';
import { safeName, uniqueName } from '../documents/names.ts';
import { fileFaults } from '../documents/queries.ts';
import { rulesOf, type JudgedEdition } from '../editions/queries.ts';
import { findNomination, submissionsOf } from '../nominations/queries.ts';
import type { NominationWithRelations } from '../nominations/schema.ts';
import { juryProtocolOf } from '../protocol/queries.ts';
import { submissionPdf } from '../receipts/pdf.ts';
import { sentOf } from '../receipts/queries.ts';
import { signedReceipt } from '../receipts/receipt.ts';
import { frozenFile, frozenResultsOf } from '../results/queries-frozen.ts';
import { statementOf } from '../statements/queries.ts';
import type { LeftOut, Package } from './schema.ts';

type Contents = Pick<Package, 'parts' | 'leftOut' | 'opens'>;

const json = (path: string, content: unknown): ZipPart => ({
  path,
  open: async () => Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
});

/** An application: each time it was sent in as a signed receipt, the last one on paper, its attachments, the jury's statement. */
export async function contentsOfNomination(
  db: Kysely<DB>,
  reader: Reader,
  row: NominationWithRelations,
  services: Services,
): Promise<Contents> {
  const { config, files } = services;
  const parts: ZipPart[] = [];
  for (const { number } of await submissionsOf(db, row.id)) {
    const sent = await sentOf(db, row, number);
    parts.push({
      path: `kvittering-${number}.json`,
      open: async () => Buffer.from(signedReceipt(services, sent)),
    });
  }
  const last = await sentOf(db, row);
  parts.push({
    path: 'soknad.pdf',
    open: () => submissionPdf(last, { demo: config.mode === 'demo', baseUrl: config.baseUrl }),
  });
  const { documents } = last.rendered;
  const faults = await fileFaults(db, files, documents);
  const leftOut: LeftOut[] = [];
  const taken: string[] = [];
  for (const { name: given, sha256 } of documents) {
    const name = uniqueName(safeName(given), taken);
    taken.push(name);
    const path = `vedlegg/${name}`;
    const why = faults.get(sha256);
    if (why) leftOut.push({ path, why });
    else parts.push({ path, open: () => fromStore(files, sha256) });
  }
  const statement = await orNothing(() => statementOf(db, reader, row.id));
  if (statement) {
    const { nb, nn, approvedAt } = statement;
    parts.push(json('begrunnelse.json', { nb, nn, approvedAt }));
  }
  return { parts, leftOut, opens: new Set(statement ? ['statements'] : []) };
}

/** A year: what was locked when it was announced, the protocol, the signed results, and the applications, a folder each. */
export async function contentsOfEdition(
  db: Kysely<DB>,
  reader: Reader,
  row: JudgedEdition,
  services: Services,
): Promise<Contents> {
  const parts: ZipPart[] = [];
  const leftOut: LeftOut[] = [];
  const opens = new Set<Opening>();
  if (row.rules_sha256) parts.push(json('regler.json', await rulesOf(db, row)));
  if (can(editionResource, 'readProtocol', row)) {
    const { allowedActions: _, ...protocol } = await juryProtocolOf(db, reader, row.id);
    parts.push(json('protokoll.json', protocol));
    opens.add('protocol');
  }
  if (can(editionResource, 'seeFrozenResult', row))
    await addResults(db, reader, row.id, { parts, leftOut, opens });
  const found = await contentsOfNominations(db, reader, await nominationsOf(db, reader, row.id), services);
  parts.push(...found.parts);
  leftOut.push(...found.leftOut);
  return { parts, leftOut, opens: opens.union(found.opens) };
}

/** Applications, a folder each. */
export async function contentsOfNominations(
  db: Kysely<DB>,
  reader: Reader,
  ids: readonly string[],
  services: Services,
): Promise<Contents> {
  const parts: ZipPart[] = [];
  const leftOut: LeftOut[] = [];
  const opens = new Set<Opening>();
  const taken: string[] = [];
  for (const id of ids) {
    const application = await findNomination(db, reader, id);
    const named = safeName(applicantName(application.organisation_name, application.unit_name));
    const name = uniqueName(named, taken);
    taken.push(name);
    const found = await contentsOfNomination(db, reader, application, services);
    const inFolder = <T extends { path: string }>(one: T): T => ({
      ...one,
      path: `soknader/${name}/${one.path}`,
    });
    parts.push(...found.parts.map(inFolder));
    leftOut.push(...found.leftOut.map(inFolder));
    for (const what of found.opens) opens.add(what);
  }
  return { parts, leftOut, opens };
}

async function addResults(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  { parts, leftOut, opens }: Contents,
): Promise<void> {
  const { out } = await frozenResultsOf(db, reader, editionId);
  for (const { id, version, erased } of out.versions)
    for (const layer of ['core', 'full'] as const) {
      if (layer === 'full' && erased) continue;
      const path = `resultat/${version}-${layer}.json`;
      if (!out.whole) {
        leftOut.push({ path, why: 'recused' });
        continue;
      }
      opens.add('frozen');
      const { text } = await frozenFile(db, reader, id, layer);
      parts.push({ path, open: async () => Buffer.from(text) });
    }
}

/**
 * Those of a year that the reader may take out.
 *
 * @param among only of these
 */
export async function nominationsOf(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
  among?: readonly string[],
): Promise<string[]> {
  let list = db.selectFrom('nominations as n').select('n.id').where('n.edition_id', '=', editionId);
  if (among) list = list.where(sql<boolean>`n.id = any(${[...among]}::uuid[])`);
  const rows = await list
    .where(scope(nomination, 'takeOut', viewerOf(actor), now, 'n'))
    .orderBy('n.organisation_name')
    .orderBy('n.unit_name')
    .orderBy('n.id')
    .execute();
  return rows.map(({ id }) => id);
}

async function fromStore(files: Services['files'], sha256: string): Promise<Readable> {
  const content = await files.open(sha256);
  if (!content) throw problem('document/lost');
  return content;
}

/** What is not there, or not for this reader, is simply not in it. */
async function orNothing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem && error.type === 'not-found') return undefined;
    throw error;
  }
}
