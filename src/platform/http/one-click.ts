/** "No more of these" as a mail program says it for a person: one POST with one field, no cookie, no page before it, no redirect after (RFC 8058). */
import type { FastifyRequest } from 'fastify';

/** Whether this is one. It may come as a form of either kind; whatever else stands in it is read past. */
export async function isOneClick(request: FastifyRequest): Promise<boolean> {
  return (await sentField(request)) === 'One-Click';
}

async function sentField(request: FastifyRequest): Promise<unknown> {
  const NAME = 'List-Unsubscribe';
  if (!request.isMultipart()) return (request.body as Record<string, unknown> | null)?.[NAME];
  let found: unknown;
  for await (const part of request.parts({ limits: { files: 1, fields: 10, fileSize: 1000 } })) {
    if (part.type === 'file') part.file.resume();
    else if (part.fieldname === NAME) found = part.value;
  }
  return found;
}
