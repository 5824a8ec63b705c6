/**
 * What no text of the database can hold, a zero byte or half of a character, is taken out as it is read: it comes with what is pasted,
 * nobody has typed it, and nobody could find it. Other signs that nobody sees stay, but in an application (`writing`).
 */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** Half of a character becomes the sign for what could not be read. */
const storable = (text: string): string =>
  text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '').toWellFormed() : text;

/** The same of every text in what JSON gave, in its place; however deep it is nested. */
function makeStorable(body: object): void {
  const left = [body as Record<string, unknown>];
  for (let one = left.pop(); one; one = left.pop())
    for (const [key, inner] of Object.entries(one)) {
      if (typeof inner === 'string') one[key] = storable(inner);
      else if (typeof inner === 'object' && inner !== null) left.push(inner as Record<string, unknown>);
    }
}

/** For JSON and forms, before they are checked. */
export const storableBodies = fp(
  async (app: FastifyInstance) => {
    app.addHook('preValidation', (request, _reply, done) => {
      const { body } = request;
      // A file comes as bytes, or as it comes.
      if (
        typeof body === 'object' &&
        body !== null &&
        /json|urlencoded/.test(request.headers['content-type'] ?? '')
      )
        makeStorable(body);
      done();
    });
  },
  { name: 'storable-bodies' },
);
