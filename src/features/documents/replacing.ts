/** Another file in the place of one, and the way back. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { lockForEditing } from '../nominations/editing.ts';
import { holdFiles, insertDocument, type ReceivedFile, type Store } from './commands.ts';
import { uniqueName } from './names.ts';
import { documentsOf, earlierVersionsOf } from './queries.ts';
import type { ListedDocument } from './schema.ts';
import { takePlace } from './versions.ts';

/**
 * Puts a new file in the place of a document, with its description and its mark. The old one is kept until the application is sent in.
 *
 * @throws not-found for a document that is not on this application; what `lockForEditing` refuses
 */
export async function replaceDocument(
  unit: Unit,
  store: Store,
  nominationId: string,
  { id, file }: { id: string; file: ReceivedFile },
): Promise<ListedDocument> {
  await lockForEditing(unit, nominationId, ['documents']);
  const documents = await documentsOf(unit.trx, nominationId);
  const current = documents.find((document) => document.id === id);
  if (!current) throw problem('not-found');
  await holdFiles(unit.trx, [file]);
  const others = documents.filter((document) => document.id !== id).map(({ name }) => name);
  const made = await insertDocument(
    unit,
    store,
    { ...file, name: uniqueName(file.name, others), description: file.description || current.description },
    { nominationId, position: current.position, withholdReason: current.withhold_reason },
  );
  await takePlace(unit, current, made);
  return listedAs(unit, nominationId, made);
}

/**
 * Takes an earlier version back into its place; the one that stood there becomes an earlier version.
 *
 * @throws not-found for what is no earlier version of a document on this application
 */
export async function restoreVersion(unit: Unit, nominationId: string, id: string): Promise<ListedDocument> {
  await lockForEditing(unit, nominationId, ['documents']);
  const documents = await documentsOf(unit.trx, nominationId);
  const earlier = (await earlierVersionsOf(unit.trx, nominationId)).find((document) => document.id === id);
  const current = documents.find((document) => document.id === earlier?.replaced_by);
  if (!earlier || !current) throw problem('not-found');
  await takePlace(unit, current, id);
  const others = documents.filter((document) => document.id !== current.id).map(({ name }) => name);
  await unit.trx
    .updateTable('documents')
    .set({ name: uniqueName(earlier.name, others) })
    .where('id', '=', id)
    .execute();
  return listedAs(unit, nominationId, id);
}

async function listedAs(unit: Unit, nominationId: string, id: string): Promise<ListedDocument> {
  const found = (await documentsOf(unit.trx, nominationId)).find((document) => document.id === id);
  if (!found) throw problem('not-found');
  return found;
}
