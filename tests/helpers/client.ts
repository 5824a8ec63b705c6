/** People who use the service through `inject`: real routes, real files, and a clock that the test sets. */
import path from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { setDatabaseClock } from '../../src/platform/clock.ts';
import { bearer, testApp, type TestApp } from './app.ts';

export interface Playground extends TestApp {
  /** The clock stands still here until it is set again. */
  setClock(at: Date): Promise<void>;
  /** Where documents lie. */
  folder: string;
  /** Somebody with this address, by a token: JSON for /api, forms for pages. */
  as(email: string): Promise<Client>;
  /** Nobody. */
  anyone: Client;
}
type Answer = LightMyRequestResponse;
export interface UploadedFile {
  name: string;
  content: Uint8Array;
  type?: string;
}
export interface Client {
  headers: Record<string, string>;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** JSON where the address begins with /api, else a form. */
  post(url: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  send(
    method: 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  upload(url: string, files: readonly UploadedFile[], fields?: Record<string, string>): Promise<Answer>;
}

export async function playground(
  t: Parameters<typeof testApp>[0],
  settings: Record<string, string> = {},
  options: Parameters<typeof testApp>[2] = {},
): Promise<Playground> {
  const made = await testApp(t, settings, options);
  const { app, services } = made;
  return {
    ...made,
    setClock: (at) => setDatabaseClock(services.db, { at, running: false }),
    folder: path.join(services.config.dataDir, 'files'),
    anyone: client(app, {}),
    as: async (email) => client(app, await bearer(app, email)),
  };
}

function client(app: FastifyInstance, own: Record<string, string>): Client {
  return {
    headers: own,
    send: (method, url, body, headers) =>
      app.inject({ method, url, ...(body && { payload: body }), headers: { ...own, ...headers } }),
    get: (url, headers) => app.inject({ url, headers: { ...own, ...headers } }),
    post: (url, body = {}, headers = {}) => {
      if (url.startsWith('/api/'))
        return app.inject({ method: 'POST', url, payload: body, headers: { ...own, ...headers } });
      const pairs = Object.entries(body).flatMap(([name, value]) =>
        [value].flat().map((one) => [name, String(one)]),
      );
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      return app.inject({
        method: 'POST',
        url,
        payload: new URLSearchParams(pairs).toString(),
        headers: { ...form, ...own, ...headers },
      });
    },
    upload: async (url, files, fields) => {
      const { body, headers } = await multipart(files, fields);
      return app.inject({
        method: 'POST',
        url,
        payload: body,
        headers: { ...headers, ...own, 'content-length': String(body.length) },
      });
    },
  };
}

/** A multipart body as a browser makes it: text fields first. */
export async function multipart(
  files: readonly UploadedFile[],
  fields: Record<string, string> = {},
): Promise<{ body: Buffer; headers: { 'content-type': string } }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const { name, content, type } of files)
    form.append(
      'files',
      new Blob([new Uint8Array(content)], { type: type ?? 'application/octet-stream' }),
      name,
    );
  const made = new Response(form);
  return {
    body: Buffer.from(await made.arrayBuffer()),
    headers: { 'content-type': made.headers.get('content-type') ?? '' },
  };
}
