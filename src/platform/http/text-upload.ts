/** A form with a small text file in it, read into the field beside it: what came as a file is then shown and corrected as what was typed. */
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Problem, problem } from './problem.ts';

/** As much as a field of a form may hold. */
export const TEXT_BYTES = 90_000;
const FILE = 'files';

/**
 * The fields as `readForm` takes them; a file called "files" goes into the field `into`. One that cannot be taken is `refused` (by its
 * size: document/too-large; what is no text: request/invalid), and what was typed is there all the same.
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
  const options = { throwFileSizeLimit: false, limits: { fileSize: TEXT_BYTES + 1, files: 1 } };
  for await (const part of request.parts(options) as AsyncIterable<Multipart>) {
    if (part.type === 'field') fields[part.fieldname] = part.value;
    else {
      const pieces = [];
      for await (const piece of part.file) pieces.push(piece as Buffer);
      if (part.fieldname === FILE && part.filename) content = Buffer.concat(pieces);
    }
  }
  const refused = whyNot(content);
  const typed = typeof fields[into] === 'string' ? fields[into].trimEnd() : '';
  fields[into] = [typed, refused ? '' : decoded(content)].filter(Boolean).join('\n');
  return { fields, refused };
}

function whyNot(content: Buffer): Problem | null {
  if (content.length > TEXT_BYTES) return problem('document/too-large', { maxBytes: TEXT_BYTES });
  if (content.includes(0) || content.subarray(0, 2).toString() === 'PK')
    return problem('request/invalid', {}, [{ field: FILE, message: (t) => t.fieldErrors.notText }]);
  return null;
}

/** UTF-8, or what older spreadsheets write. */
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}
