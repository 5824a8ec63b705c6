/** A form with a small list in it, text or a workbook, read into the field beside it: what came as a file is then shown and corrected as what was typed. */
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Texts } from '../../ui/text/index.ts';
import { Problem, problem } from './problem.ts';

/** As much as a field of a form may hold. */
export const TEXT_BYTES = 90_000;
/** A workbook is packed, and says much of how it looks; what comes out of it is no longer than a text may be. */
const WORKBOOK_BYTES = 900_000;
const FILE = 'files';

/**
 * The fields as `readForm` takes them; a file called "files" goes into the field `into`. One that cannot be taken is `refused` (by its
 * size: document/too-large; what is neither: request/invalid), and what was typed is there all the same.
 */
export async function readTextUpload(
  request: FastifyRequest,
  into: string,
): Promise<{ fields: Record<string, unknown>; refused: Problem | null }> {
  if (!request.isMultipart())
    return { fields: { ...(request.body as Record<string, unknown> | null) }, refused: null };
  const fields: Record<string, unknown> = {};
  let content = Buffer.alloc(0);
  // One that is too large is answered here, with how large it may be.
  const options = { throwFileSizeLimit: false, limits: { fileSize: WORKBOOK_BYTES + 1, files: 1 } };
  for await (const part of request.parts(options) as AsyncIterable<Multipart>) {
    if (part.type === 'field') fields[part.fieldname] = part.value;
    else {
      const pieces = [];
      for await (const piece of part.file) pieces.push(piece as Buffer);
      if (part.fieldname === FILE && part.filename) content = Buffer.concat(pieces);
    }
  }
  const typed = typeof fields[into] === 'string' ? fields[into].trimEnd() : '';
  const { text, refused } = await textOf(content);
  fields[into] = [typed, text].filter(Boolean).join('\n');
  return { fields, refused };
}

async function textOf(content: Buffer): Promise<{ text: string; refused: Problem | null }> {
  const refused = (why: Problem) => ({ text: '', refused: why });
  if (content.subarray(0, 2).toString('latin1') === 'PK') {
    const text = await workbookText(content);
    return text === null ? refused(notRead((t) => t.fieldErrors.notSheet)) : { text, refused: null };
  }
  if (content.length > TEXT_BYTES) return refused(problem('document/too-large', { maxBytes: TEXT_BYTES }));
  if (content.includes(0)) return refused(notRead((t) => t.fieldErrors.notText));
  return { text: decoded(content), refused: null };
}

/** Null for what is no workbook, and for one that is more than a list. */
async function workbookText(content: Buffer): Promise<string | null> {
  if (content.length > WORKBOOK_BYTES) return null;
  const { asCsv, NoSheet, readXlsx } = await import('../sheets/read-xlsx.ts');
  try {
    const text = asCsv(await readXlsx(content));
    return Buffer.byteLength(text) > TEXT_BYTES ? null : text;
  } catch (error) {
    if (error instanceof NoSheet) return null;
    throw error;
  }
}

const notRead = (message: (t: Texts) => string): Problem =>
  problem('request/invalid', {}, [{ field: FILE, message }]);

/** UTF-8, or what older spreadsheets write. */
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}
