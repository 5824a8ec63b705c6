/** People of the tests, signed in as in a browser. */
import type { InjectOptions } from 'fastify';
import type { TestApp } from './app.ts';
import { transact } from '../../src/core/process/unit.ts';
import { ensurePerson } from '../../src/features/people/commands.ts';
import { beginSession } from '../../src/features/sign-in/commands.ts';
import { sessionCookie } from '../../src/features/sign-in/session.ts';
import { systemActor } from '../../src/platform/actor.ts';

export interface SignedIn {
  personId: string;
  /** The session, as a browser sends it with its own forms. */
  headers: { cookie: string; 'sec-fetch-site': 'same-origin' };
}

/**
 * A session for whoever has this address; made, with a name, when there is nobody.
 * It skips the letter and its limits; for a bearer token see `bearer` of app.ts.
 */
export async function signIn(
  { services }: TestApp,
  email: string,
  name = email.split('@')[0] as string,
): Promise<SignedIn> {
  const { db, clock, config } = services;
  const [personId, id] = await transact(
    db,
    { actor: systemActor, now: await clock.now(), requestId: 'test' },
    async (unit) => {
      const person = await ensurePerson(unit, { email, name, language: 'nb' });
      return [person.id, await beginSession(unit, { personId: person.id })] as const;
    },
  );
  const cookie = `${sessionCookie(config.baseUrl.startsWith('https:'))}=${id}`;
  return { personId, headers: { cookie, 'sec-fetch-site': 'same-origin' } };
}

export interface Visitor {
  cookies: Map<string, string>;
  get(url: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form of the service's own pages. A name may come several times. */
  post(
    url: string,
    fields?: Record<string, string> | [string, string][],
    headers?: Record<string, string>,
  ): Promise<Response>;
}
type Response = Awaited<ReturnType<typeof inject>>;
const inject = (app: TestApp['app'], options: InjectOptions) => app.inject(options);

/** A browser without scripts: keeps its cookies, follows nothing by itself. `cookie` begins signed in. */
export function visitor({ app }: Pick<TestApp, 'app'>, cookie = ''): Visitor {
  const cookies = new Map(cookie ? [cookie.split('=') as [string, string]] : []);
  const send = async (options: InjectOptions): Promise<Response> => {
    const sent = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await inject(app, {
      ...options,
      headers: { ...(sent ? { cookie: sent } : {}), ...options.headers },
    });
    for (const { name, value, maxAge, expires } of response.cookies) {
      if (value === '' || maxAge === 0 || (expires && expires.getTime() === 0)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  return {
    cookies,
    get: (url, headers = {}) => send({ url, headers }),
    post: (url, fields = {}, headers = {}) =>
      send({
        method: 'POST',
        url,
        headers: { ...form, ...headers },
        payload: new URLSearchParams(fields).toString(),
      }),
  };
}
