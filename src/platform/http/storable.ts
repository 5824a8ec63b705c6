/** What no text of the database can hold: a zero byte, or half of a character. Refused where it is read, beside its field. */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { problem, type ProblemError } from './problem.ts';

export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

export const notStorable = (field: string): ProblemError => ({
  field,
  message: (t) => t.fieldErrors.notStorable,
});

/** Where such a text stands in what was sent, as 'answers.0.text'. */
function* unstorable(value: unknown, path: readonly string[] = []): Generator<string> {
  if (typeof value === 'string') {
    if (!isStorable(value)) yield path.join('.');
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* unstorable(inner, [...path, key]);
}

/** For bodies of JSON; forms are looked at as they are read, so that their page can be shown again. */
export const storableBodies = fp(
  async (app: FastifyInstance) => {
    app.addHook('preValidation', (request, _reply, done) => {
      if (!request.headers['content-type']?.includes('json')) return done();
      const found = [...unstorable(request.body)];
      return found.length ? done(problem('request/invalid', {}, found.map(notStorable))) : done();
    });
  },
  { name: 'storable-bodies' },
);
