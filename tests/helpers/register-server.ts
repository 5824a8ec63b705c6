/** Enhetsregisteret as far as a test needs it: a real HTTP server that answers, knows nothing, is slow, is down or talks nonsense. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type Mood =
  | 'well'
  | 'slow'
  | 'down'
  | 'nonsense'
  | 'endless'
  | 'otherNumber'
  | 'redirects'
  | 'hangsUp';
export interface RegisterServer {
  url: string;
  mood: Mood;
  /** Number > entry; null for a removed one. What is missing is unknown. */
  entries: Map<string, object | null>;
  asked: string[];
}

export async function registerServer(t: {
  teardown(work: () => Promise<void>): void;
}): Promise<RegisterServer> {
  const server = createServer((request, response) => {
    state.asked.push(request.url ?? '');
    void answer(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const state: RegisterServer = {
    url: `http://127.0.0.1:${port}/enhetsregisteret/api`,
    mood: 'well',
    entries: new Map(),
    asked: [],
  };

  async function answer(url: string, response: ServerResponse): Promise<void> {
    const send = (status: number, body: string) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    };
    const [, list, number = ''] = /\/(enheter|underenheter)\/(\d{9})$/.exec(url) ?? [];
    switch (state.mood) {
      case 'slow':
        await sleep(1500);
        return send(200, '{}');
      case 'down':
        return send(503, 'closed for the night');
      case 'nonsense':
        return send(200, '<html>Velkommen</html>');
      case 'endless':
        return send(200, `{"navn":"${'x'.repeat(2_000_000)}"}`);
      case 'otherNumber':
        return send(200, JSON.stringify({ organisasjonsnummer: '974760673', navn: 'EN ANNEN' }));
      case 'redirects':
        response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
        return;
      case 'hangsUp':
        response.destroy();
        return;
      case 'well': {
        const entry = state.entries.get(number);
        if (entry === null) return send(410, '{}');
        const part = entry !== undefined && 'overordnetEnhet' in entry;
        if (entry === undefined || part !== (list === 'underenheter')) return send(404, '{}');
        return send(200, JSON.stringify({ organisasjonsnummer: number, ...entry }));
      }
    }
  }
  return state;
}
