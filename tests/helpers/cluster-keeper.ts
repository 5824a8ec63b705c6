// Holds the PostgreSQL that the test files share, for as long as one of them is connected. See cluster.ts.
import { rmSync } from 'node:fs';
import net from 'node:net';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { clusterFolder, keeperSocket } from './cluster.ts';

/** The gap between two test files is shorter. */
const idleMilliseconds = 3000;

const cluster = await startEmbedded({ dataDir: clusterFolder, durable: false }); // ends here when another keeper is faster
rmSync(keeperSocket, { force: true });
const members = new Set<net.Socket>();
const server = net.createServer((socket) => {
  members.add(socket);
  clearTimeout(idle);
  socket.on('error', () => {});
  socket.once('close', () => {
    members.delete(socket);
    if (members.size === 0) idle = leaveIn(idleMilliseconds);
  });
  socket.write(`${cluster.url('ROLE', 'DATABASE')}\n`);
});
let idle = leaveIn(10 * idleMilliseconds);
server.listen(keeperSocket);

function leaveIn(milliseconds: number) {
  return setTimeout(() => void leave(), milliseconds);
}

async function leave() {
  server.close();
  await cluster.stop();
  rmSync(clusterFolder, { recursive: true, force: true });
}
