/** Picture and quote of the nominated: sent until the publication is approved, and taken away at any time. */
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { holdFiles } from '../documents/commands.ts';
import { registerFile } from '../documents/scanning.ts';
import type { StoredPicture } from '../documents/storing-pictures.ts';
import { without, type Changed } from './commands.ts';
import { lockNaming, record } from './lock.ts';
import type { NamingRow } from './queries.ts';
import type { PictureIn, QuoteIn, RemoveIn } from './schema.ts';

/** Those who have agreed, while nothing is approved. @throws not-found; process/not-now; conflict/version */
export async function lockContent(unit: Unit, id: string, version?: number) {
  const locked = await lockNaming(unit, id, {
    action: 'answerNaming',
    visibleBy: 'readConfidence',
    ...(version === undefined ? {} : { version }),
  });
  const { found, standing } = locked;
  if (!standing.current || found?.answer !== 'agreed') throw problem('process/not-now');
  if (standing.approved) throw problem('process/not-now', {}, [], (t) => t.namings.closed);
  return { row: locked.row, found };
}

/** @throws as `lockContent`; request/invalid for words without a name, or a name without words */
export async function saveQuote(
  unit: Unit,
  id: string,
  { version, quote = '', quoted = '' }: QuoteIn,
): Promise<Changed> {
  const { row, found } = await lockContent(unit, id, version);
  const words = { quote: quote.replace(/\r\n?/g, '\n').trim(), quoted: quoted.replace(/\s+/gu, ' ').trim() };
  if (!words.quote !== !words.quoted)
    throw problem('request/invalid', {}, [
      { field: words.quote ? 'quoted' : 'quote', message: (t) => t.namings.bothOrNone },
    ]);
  const next = await change(unit, found, words);
  record(unit, row.edition_id, found.id, 'saveQuote');
  return { version: next, removed: [] };
}

/** @throws as `lockContent`; request/invalid unless everybody in it has agreed */
export async function savePicture(
  unit: Unit,
  { files, scanner }: Pick<Services, 'files' | 'scanner'>,
  id: string,
  { version, alt, credit, consent, file }: PictureIn & { file: StoredPicture },
): Promise<Changed> {
  const { row, found } = await lockContent(unit, id, version);
  if (consent !== 'yes')
    throw problem('request/invalid', {}, [{ field: 'consent', message: (t) => t.namings.consentNeeded }]);
  await holdFiles(unit.trx, [file]);
  // Somebody else's refused upload of the same bytes may just have taken it away.
  if ((await files.size(file.sha256)) === undefined) throw problem('document/interrupted');
  await registerFile(unit, file, scanner !== null);
  const next = await change(unit, found, {
    picture_sha256: file.sha256,
    picture_bytes: String(file.bytes),
    picture_width: file.width,
    picture_height: file.height,
    picture_alt: alt.trim(),
    picture_credit: credit.trim(),
    picture_consent_by: personOf(unit),
    picture_consent_at: unit.now,
  });
  record(unit, row.edition_id, found.id, 'savePicture', { sha256: file.sha256 });
  const old = found.picture_sha256;
  return { version: next, removed: old && old !== file.sha256 ? [old] : [] };
}

/** Also once it is public: whoever has agreed to be seen can take that back. @throws not-found, auth/forbidden, conflict/version */
export async function removeNamed(
  unit: Unit,
  id: string,
  { version, what }: RemoveIn,
  visibleBy: 'readConfidence' | 'seeNaming',
): Promise<Changed> {
  const { row, found } = await lockNaming(unit, id, { action: 'removeNamed', visibleBy, version });
  if (!found) throw problem('process/not-now');
  const next = await change(unit, found, without[what]);
  record(unit, row.edition_id, found.id, 'removeNamed', { what });
  const gone = what === 'picture' ? found.picture_sha256 : null;
  return { version: next, removed: gone ? [gone] : [] };
}

async function change(
  { trx }: Unit,
  { id, version }: NamingRow,
  values: Partial<Omit<NamingRow, 'id' | 'version'>>,
): Promise<number> {
  await trx
    .updateTable('namings')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .execute();
  return version + 1;
}
