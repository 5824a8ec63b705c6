/** What a file is, by its content. What it calls itself must agree; what the browser calls it is not asked. */
import { fileTypeFromBuffer } from 'file-type';
import type { ReadPart, StoredFile } from '../../platform/files/store.ts';
import { problem } from '../../platform/http/problem.ts';
import { storedText, zipEntries } from './zip.ts';

/** The types that are taken, with the endings a name may have; the first is the usual one. */
export const documentTypes = {
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
} as const;
export type MediaType = keyof typeof documentTypes;

/** For the file field of a form. */
export const acceptedEndings = Object.values(documentTypes).flat().join(',');

const isMediaType = (type: string | undefined): type is MediaType =>
  type !== undefined && type in documentTypes;

/**
 * @param name as it will be kept
 * @throws document/empty, document/type-not-allowed, document/misnamed
 */
export async function judgeFile(
  name: string,
  file: Pick<StoredFile, 'bytes' | 'head'>,
  read: ReadPart,
): Promise<MediaType> {
  if (file.bytes === 0) throw problem('document/empty', { name });
  const type = await typeOf(file, read);
  if (!type) throw problem('document/type-not-allowed', { name });
  const endings: readonly string[] = documentTypes[type];
  const fits = endings.some((ending) => name.toLowerCase().endsWith(ending));
  if (!fits) throw problem('document/misnamed', { name, extension: endings[0] as string });
  return type;
}

async function typeOf(
  { bytes, head }: Pick<StoredFile, 'bytes' | 'head'>,
  read: ReadPart,
): Promise<MediaType | undefined> {
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return zippedType(bytes, read);
  const found = (await fileTypeFromBuffer(head))?.mime;
  return isMediaType(found) ? found : undefined;
}

/** Word and OpenDocument are zip files; macros make them something else. */
async function zippedType(bytes: number, read: ReadPart): Promise<MediaType | undefined> {
  const entries = (await zipEntries(read, bytes)) ?? [];
  const names = new Set(entries.map(({ name }) => name));
  if (entries.some(({ name }) => /vbaProject\.bin$|^Basic\/|^Scripts\//i.test(name))) return undefined;
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  const declared = entries.find(({ name }) => name === 'mimetype');
  if (
    declared &&
    names.has('content.xml') &&
    (await storedText(read, declared)) === 'application/vnd.oasis.opendocument.text'
  ) {
    return 'application/vnd.oasis.opendocument.text';
  }
  return undefined;
}
