/** A page that was opened by one person never saves in another's name, when somebody else has signed in meanwhile. */
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';

/** A header, so that it can go along with any request. */
export const signedInAs = Type.Object({
  'x-signed-in-as': Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'Refuse (401) unless this person is the one who is signed in',
    }),
  ),
});

/** @throws auth/required when the page is another person's than the session */
export function demandSamePerson(request: FastifyRequest): void {
  const wanted = request.headers['x-signed-in-as'];
  if (wanted !== undefined && wanted !== request.actor?.personId) throw problem('auth/required');
}
