/** Sending a document to somebody who may read it now. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { findReadable } from './queries.ts';
import { sendFile } from './send-file.ts';

/**
 * The whole document, or the part of it that a `Range` asks for. The tag is the hash of the content.
 *
 * @throws not-found; document/infected, document/not-checked; document/lost when it is registered but its content is gone
 */
export async function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, files }: Services,
  id: string,
): Promise<FastifyReply> {
  return sendFile(request, reply, files, await findReadable(db, request, id));
}
