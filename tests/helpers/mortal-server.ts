/** The service as a process of its own on the database of a test, to be killed and started again at the same address. */
import path from 'node:path';
import { checkPort } from '../../src/platform/port.ts';
import type { Playground } from './client.ts';
import { signalGroup, startServer, temporaryFolder, type ServerProcess } from './server.ts';

const main = [path.join(import.meta.dirname, '../../src/main.ts')];

export interface MortalServer {
  origin: string;
  /** Where half-sent uploads gather. */
  resumable: string;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  start(): Promise<void>;
  output(): string;
}

/** Running when it is given; stopped when the test ends. */
export async function mortalServer(
  t: Parameters<typeof startServer>[0],
  base: Playground,
): Promise<MortalServer> {
  const DATA_DIR = await temporaryFolder(t);
  const PORT = String(await checkPort(0, '127.0.0.1'));
  const settings = {
    DATABASE_URL: base.url,
    DATABASE_OWNER_URL: base.ownerUrl,
    DATA_DIR,
    PORT,
    SEED: 'none',
    WORKER: 'off',
  };
  let server: ServerProcess;
  const start = async () => {
    server = startServer(t, settings, main);
    await server.url;
  };
  await start();
  return {
    origin: `http://127.0.0.1:${PORT}`,
    resumable: path.join(DATA_DIR, 'files', 'resumable'),
    start,
    async kill() {
      signalGroup(server.child, 'SIGKILL');
      await server.exited;
    },
    output: () => server.output(),
  };
}
