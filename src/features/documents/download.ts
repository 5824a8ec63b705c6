/** Sending a document to somebody who may read it now. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { attachment } from './names.ts';
import { findReadable } from './queries.ts';

/** What was uploaded must never act as a page of ours: saved, not shown, and without rights if it is shown all the same. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
};

/** @throws not-found; document/infected, document/not-checked; document/lost when it is registered but its content is gone */
export async function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, files }: Services,
  id: string,
): Promise<FastifyReply> {
  const document = await findReadable(db, request, id);
  const content = await files.open(document.sha256);
  if (!content) throw problem('document/lost');
  reply.headers({
    ...HEADERS,
    'content-disposition': attachment(document.name),
    'content-length': document.bytes,
  });
  return reply.type(document.media_type).send(content);
}
