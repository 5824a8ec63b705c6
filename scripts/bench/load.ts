/** Keeps `connections` busy with GET requests over raw sockets, so that the client costs little beside the server. */
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a browser says that it takes. */
export const browserHeaders = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** Requests answered a second. Throws when an answer is not `status`. */
export async function requestsPerSecond(
  url: string,
  { connections = 16, milliseconds = 2000, status = 200 } = {},
): Promise<number> {
  const { hostname, port, pathname, host } = new URL(url);
  const lines = Object.entries({ host, ...browserHeaders }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = `GET ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`;
  const end = performance.now() + milliseconds;
  const counts = await Promise.all(
    Array.from({ length: connections }, () =>
      oneConnection({ host: hostname, port: Number(port) }, request, status, end),
    ),
  );
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / milliseconds;
}

/** An answer, when it was asked for and when it had come, in milliseconds since 1970. */
export interface Answered {
  asked: number;
  at: number;
  status: number;
  /** The words that were looked for are in it. */
  tells: boolean;
}

/** Keeps connections that all begin at once asking until `end`, and looks for words in each answer. */
export async function answersUntil(
  url: string,
  { connections, end, tells }: { connections: number; end: number; tells: string },
): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answered: Answered[] = [];
  const ask = async () => {
    while (Date.now() < end) {
      const asked = Date.now();
      const { status, body } = await whole(url, agent);
      answered.push({ asked, at: Date.now(), status, tells: body.includes(tells) });
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  return answered;
}

async function whole(url: string, agent: Agent): Promise<{ status: number; body: string }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent }, resolve).on('error', reject);
  });
  return { status: answer.statusCode ?? 0, body: await text(answer) };
}

function oneConnection(
  address: { host: string; port: number },
  request: string,
  status: number,
  end: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let count = 0;
    let received: Buffer = Buffer.alloc(0);
    socket.on('connect', () => socket.write(request));
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      received = received.length ? Buffer.concat([received, chunk]) : chunk;
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const said = received.toString('latin1', 0, head);
      const length = Number(/content-length: (\d+)/i.exec(said)?.[1]);
      if (!said.startsWith(`HTTP/1.1 ${status}`) || Number.isNaN(length)) {
        socket.destroy();
        reject(new Error(`An answer that was not expected: ${said.split('\r\n')[0]}`));
        return;
      }
      if (received.length < head + 4 + length) return;
      received = received.subarray(head + 4 + length);
      count++;
      if (performance.now() < end) socket.write(request);
      else {
        socket.destroy();
        resolve(count);
      }
    });
  });
}
