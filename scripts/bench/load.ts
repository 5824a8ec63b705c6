/** Keeps `connections` busy with GET requests over raw sockets, so that the client costs little beside the server. */
import { connect } from 'node:net';

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
      const text = received.toString('latin1', 0, head);
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
      if (!text.startsWith(`HTTP/1.1 ${status}`) || Number.isNaN(length)) {
        socket.destroy();
        reject(new Error(`An answer that was not expected: ${text.split('\r\n')[0]}`));
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
