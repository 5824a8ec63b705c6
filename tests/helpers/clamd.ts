/** A virus scanner for the tests: ClamAV's own where it is installed, else a double that speaks its protocol. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from './server.ts';

interface Teardown {
  teardown(work: () => Promise<void>): void;
}
export interface TestScanner {
  url: string;
  /** Whether ClamAV itself answers. */
  real: boolean;
  stop(): Promise<void>;
}

/** The harmless file that every scanner takes for a virus; in two pieces, so that none takes this one for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Where this is set, a machine without ClamAV fails instead of testing with the double. */
export const realScannerDemanded = process.env['REAL_CLAMD'] === 'demanded';

export async function startScanner(t: Teardown): Promise<TestScanner> {
  const program = findClamd();
  if (!program && realScannerDemanded)
    throw new Error('ClamAV is demanded and not there: apt-get install clamav-daemon');
  const scanner = program ? await startClamd(t, program) : await startDouble();
  t.teardown(() => scanner.stop());
  return scanner;
}

function findClamd(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders
    .map((folder) => path.join(folder, 'clamd'))
    .find((file) => {
      try {
        accessSync(file);
        return true;
      } catch {
        return false;
      }
    });
}

/** clamd with one signature made by hand: it starts at once and needs no download. */
async function startClamd(t: Teardown, program: string): Promise<TestScanner> {
  const folder = await temporaryFolder(t, 'ep-clamd-');
  const signatures = path.join(folder, 'db');
  const socket = path.join(folder, 'clamd.sock');
  await mkdir(signatures);
  await writeFile(
    path.join(signatures, 'eicar.ndb'),
    `Test.EICAR.Local:0:*:${Buffer.from(eicar).toString('hex')}\n`,
  );
  const settings = {
    DatabaseDirectory: signatures,
    LocalSocket: socket,
    Foreground: 'yes',
    StreamMaxLength: '30M',
  };
  const config = path.join(folder, 'clamd.conf');
  await writeFile(
    config,
    Object.entries(settings)
      .map((pair) => pair.join(' '))
      .join('\n'),
  );
  for (const open of [folder, signatures]) await chmod(open, 0o755);
  const child = spawn(program, [`--config-file=${config}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += String(piece)));
  const ended = once(child, 'close');
  const answers = () =>
    new Promise<boolean>((resolve) => {
      const probe = net.connect(socket, () => resolve(true)).on('error', () => resolve(false));
      probe.once('connect', () => probe.destroy());
    });
  for (let i = 0; i < 600 && child.exitCode === null; i++) {
    if (await answers())
      return {
        url: `unix:${socket}`,
        real: true,
        async stop() {
          child.kill();
          await ended;
        },
      };
    await sleep(50);
  }
  throw new Error(`clamd does not start: ${output}`);
}

/** Finds the test file where it lies open; unpacks nothing. */
async function startDouble(): Promise<TestScanner> {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    void streamOf(socket).then(
      (content) => socket.end(content.includes(eicar) ? 'stream: Test.EICAR.Double FOUND\0' : 'stream: OK\0'),
      () => socket.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `tcp://127.0.0.1:${port}`,
    real: false,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

/** What INSTREAM brings: after the command, pieces with their length before them, and a length of zero. */
async function streamOf(socket: net.Socket): Promise<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  let command = true;
  const content: Buffer[] = [];
  for await (const piece of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    waiting = waiting.length ? Buffer.concat([waiting, piece]) : piece;
    if (command) {
      const end = waiting.indexOf(0);
      if (end < 0) continue;
      command = false;
      waiting = waiting.subarray(end + 1);
    }
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE();
      if (length === 0) return Buffer.concat(content);
      if (waiting.length < 4 + length) break;
      content.push(waiting.subarray(4, 4 + length));
      waiting = waiting.subarray(4 + length);
    }
  }
  throw new Error('It hung up.');
}
