/** Sending a file to somebody whose right to it the caller has looked up. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { attachment } from './names.ts';
import { rangeOf } from './range.ts';

/** What was uploaded must never act as a page of ours: saved, not shown, and without rights if it is shown all the same. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'accept-ranges': 'bytes',
};

/**
 * The whole file, or the part of it that a `Range` asks for. The tag is the hash of the content. Nothing keeps it, unless `cacheControl`
 * says otherwise.
 *
 * @throws document/lost
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  files: Services['files'],
  document: { name: string; bytes: string; sha256: string; media_type: string },
  cacheControl?: string,
): Promise<FastifyReply> {
  const total = Number(document.bytes);
  const etag = `"${document.sha256}"`;
  reply.headers({ ...HEADERS, etag, 'content-disposition': attachment(document.name) });
  if (cacheControl) reply.header('cache-control', cacheControl);
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const stale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag;
  const range = stale ? undefined : rangeOf(request.headers.range, total);
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${total}`).send();
  const content = await files.open(document.sha256, range);
  if (!content) throw problem('document/lost');
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${total}`);
  reply.header('content-length', range ? range.end - range.start + 1 : total);
  return reply.type(document.media_type).send(content);
}

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag));
