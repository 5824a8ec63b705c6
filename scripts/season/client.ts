/** One person's program: a bearer token and the JSON API. Counts what it asks. */
export const counters = { requests: 0 };

export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface SentFile {
  name: string;
  type: string;
  body: Buffer;
}

export class Unexpected extends Error {}

export interface Client {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body?: unknown): Promise<T>;
  patch<T>(path: string, body?: unknown): Promise<T>;
  upload<T>(path: string, file: SentFile, fields?: Record<string, string>): Promise<T>;
  /** The answer as it is, also when it is a refusal. */
  raw(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Any address of the service, with the person's right: the bytes and headers. */
  fetch(path: string, headers?: Record<string, string>): Promise<Response>;
}

/** A client of `${url}/api/v1`; without a token, a passer-by. Anything but 2xx throws with what was said. */
export function client(url: string, token: string | null): Client {
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const send = async (path: string, init: RequestInit = {}) => {
    counters.requests++;
    return fetch(`${url}${path}`, {
      redirect: 'manual',
      ...init,
      // As it was made: what is compared is not how it was packed.
      headers: {
        'accept-encoding': 'identity',
        ...authorization,
        ...(init.headers as Record<string, string>),
      },
    });
  };
  const raw = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const json =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await send(`/api/v1${path}`, { method, ...json });
    return { status: response.status, headers: response.headers, body: await parsed(response) };
  };
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await raw(method, path, body);
    if (answer.status >= 300)
      throw new Unexpected(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  return {
    raw,
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
    put: (path, body = {}) => call('PUT', path, body),
    patch: (path, body = {}) => call('PATCH', path, body),
    fetch: (path, headers = {}) => send(path, { headers }),
    async upload<T>(path: string, file: SentFile, fields: Record<string, string> = {}) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob([new Uint8Array(file.body)], { type: file.type }), file.name);
      const response = await send(`/api/v1${path}`, { method: 'POST', body: form });
      const body = await parsed(response);
      if (response.status >= 300)
        throw new Unexpected(`Uploading ${file.name} answered ${response.status}: ${JSON.stringify(body)}`);
      return body as T;
    },
  };
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  return response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as unknown) : text;
}
