/**
 * The baseline of an upload: reads bytes from a socket, hashes, writes and flushes them to the disk, and says so. Nothing else: no HTTP,
 * no rights, no judging, no database. Each connection sends its length in eight bytes, then that many bytes.
 */
import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';

const [folder = '', port = '0'] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
let count = 0;

async function receive(socket: Socket): Promise<void> {
  const file = await open(path.join(folder, `raw-${count++}`), 'w', 0o600);
  const hash = createHash('sha256');
  let left = -1;
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    let data = chunk;
    if (left < 0) {
      left = Number(data.readBigUInt64BE());
      data = data.subarray(8);
    }
    hash.update(data);
    for (let at = 0; at < data.length;) at += (await file.write(data, at)).bytesWritten;
    left -= data.length;
    if (left === 0) break;
  }
  await file.sync();
  await file.close();
  socket.end(hash.digest());
}

createServer({ allowHalfOpen: true }, (socket) => {
  receive(socket).catch((error: unknown) => socket.destroy(error as Error));
}).listen(Number(port), '127.0.0.1');
