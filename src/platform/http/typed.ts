/** What a person wrote into a form that came to nothing: shown again, so that it can be copied, whatever came in between. */
import type { FastifyRequest } from 'fastify';

/** More than a word or a choice, and nothing that was made by a machine. */
const isWritten = (value: unknown): value is string =>
  typeof value === 'string' && /\S\s+\S/.test(value) && !/^[\d\s.,:-]+$/.test(value);

/** The texts of the form that was posted, in its order; nothing where the body was not a form. */
export function textsTyped({ method, body }: FastifyRequest): string[] {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return [];
  return Object.values(body).flat().filter(isWritten);
}
