/** A line between browsers and the service that keeps everything that it carries back: status, headers and body as text. */
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What came back from an address: status, headers and body as one text. */
export interface Recorded {
  url: string;
  answer: string;
}

export interface Recorder {
  base: string;
  /** What has come back since it was last taken. */
  take(): Recorded[];
}

export async function openRecorder(
  t: { teardown(work: () => void): void },
  target: string,
): Promise<Recorder> {
  let answers: Recorded[] = [];
  const server = createServer((asked, reply) => {
    // Unpacked, so that what it says can be read.
    const headers = { ...asked.headers, 'accept-encoding': 'identity' };
    const onwards = request(
      target + asked.url,
      { method: asked.method, headers },
      (answer: IncomingMessage) => {
        void buffer(answer).then((body) => {
          const told = [answer.statusCode, JSON.stringify(answer.rawHeaders), body.toString()];
          answers.push({ url: asked.url ?? '', answer: told.join('\n') });
          reply.writeHead(answer.statusCode ?? 502, answer.headers).end(body);
        });
      },
    );
    onwards.on('error', () => reply.destroy());
    asked.pipe(onwards);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = answers;
      answers = [];
      return taken;
    },
  };
}
