/**
 * Asks ClamAV's service whether content is harmful (its INSTREAM command). Anything but a plain answer is "not scanned":
 * a scanner that is away, hangs up or finds the content too long has never said that it is clean.
 */
import { once } from 'node:events';
import net from 'node:net';

export interface Scanner {
  /**
   * @returns the name of what was found, or null for content in which nothing was
   * @throws ScannerUnavailable without an answer
   */
  scan(content: AsyncIterable<Uint8Array>): Promise<string | null>;
}

export class ScannerUnavailable extends Error {
  override readonly name = 'ScannerUnavailable';
}

/** Longest silence, in milliseconds: a large archive takes clamd some seconds. */
const SILENCE_MS = 60_000;

/** @param url `tcp://host:port`, or `unix:/path` of a socket */
export function clamdScanner(url: string): Scanner {
  return {
    async scan(content) {
      try {
        return verdict(await ask(connect(url), content));
      } catch (error) {
        if (error instanceof ScannerUnavailable) throw error;
        throw new ScannerUnavailable((error as Error).message, { cause: error });
      }
    },
  };
}

function connect(url: string): net.Socket {
  if (url.startsWith('unix:')) return net.connect(url.slice('unix:'.length));
  const { hostname, port } = new URL(url);
  return net.connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
}

/** Sends the content in pieces, each after its length, and reads the answer, which may come before the end. */
async function ask(socket: net.Socket, content: AsyncIterable<Uint8Array>): Promise<string> {
  const answer = readAll(socket);
  let answered = false;
  // An early answer tells what went wrong; writing on after that only fails.
  const settled = answer.then(
    () => (answered = true),
    () => (answered = true),
  );
  try {
    await once(socket, 'connect');
    socket.write('zINSTREAM\0');
    for await (const piece of content) {
      if (answered || !socket.writable) break;
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.byteLength);
      socket.write(length);
      if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), settled]);
    }
    if (!answered && socket.writable) socket.write(Buffer.alloc(4));
    return await answer;
  } finally {
    socket.destroy();
  }
}

function readAll(socket: net.Socket): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let text = '';
  socket.setTimeout(SILENCE_MS, () => reject(new Error('no answer')));
  socket.on('data', (piece) => {
    text += piece.toString('utf8');
    if (text.includes('\0')) resolve(text);
  });
  socket.once('error', reject);
  socket.once('close', () => reject(new Error('hung up')));
  return promise;
}

function verdict(answer: string): string | null {
  const line = answer.replace(/\0[\s\S]*$/, '').replace(/^stream: /, '');
  if (line === 'OK') return null;
  const found = /^(.+) FOUND$/.exec(line)?.[1];
  if (found) return found;
  throw new ScannerUnavailable(line);
}
