/** What no text of the database can hold: a zero byte, or half of a character. Refused where it is read, beside its field. */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { problem, type ProblemError } from './problem.ts';

/** Named at once, and how much of each one's place: whoever sends a million of them is not to be answered with a million. */
const MOST = 20;
const LONGEST_PATH = 200;

export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

export const notStorable = (field: string): ProblemError => ({
  field,
  message: (t) => t.fieldErrors.notStorable,
});

/** Where such texts stand in what was sent, as 'answers.0.text': the first of them. Goes in breadth, as deep as it may be nested. */
function unstorable(body: unknown): string[] {
  const found: string[] = [];
  const queue: { value: unknown; path: string }[] = [{ value: body, path: '' }];
  for (let i = 0; i < queue.length && found.length < MOST; i++) {
    const { value, path } = queue[i] as (typeof queue)[number];
    if (typeof value === 'string' && !isStorable(value)) found.push(path);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value))
      queue.push({ value: inner, path: `${path && `${path}.`}${key}`.slice(0, LONGEST_PATH) });
  }
  return found;
}

/** For bodies of JSON, once they have the shape of their route; forms are looked at as they are read, so that their page can be shown again. */
export const storableBodies = fp(
  async (app: FastifyInstance) => {
    app.addHook('preHandler', (request, _reply, done) => {
      if (!request.headers['content-type']?.includes('json')) return done();
      const found = unstorable(request.body);
      return found.length ? done(problem('request/invalid', {}, found.map(notStorable))) : done();
    });
  },
  { name: 'storable-bodies' },
);
