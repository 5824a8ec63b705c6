/** The public front page beside a bare Fastify, the start, and memory at rest. */
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { median, requestsPerSecond, rounded } from './load.ts';
import { folder, freePort, productionSettings, removeFolder, run } from './servers.ts';

const rounds = 5;

export async function benchPages() {
  const dataDir = folder();
  const embedded = await startEmbedded({ dataDir });
  try {
    await migrate(embedded.url('owner'));
    const service = await run(
      ['src/main.ts'],
      await freePort(),
      '/',
      productionSettings(embedded.url('app'), dataDir),
    );
    const port = await freePort();
    const baseline = await run(['scripts/bench/bare-server.ts', `${service.url}/`, String(port)], port, '/');
    const memoryMiB = service.memory();
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const [a, b] = [
        await requestsPerSecond(`${service.url}/`),
        await requestsPerSecond(`${baseline.url}/`),
      ];
      if (round === 0) continue; // both warm up
      ours.push(a);
      theirs.push(b);
    }
    await baseline.stop();
    await service.stop();
    return {
      frontPage: {
        requestsPerSecond: Math.round(median(ours)),
        bareFastify: Math.round(median(theirs)),
        ratio: rounded(median(ours.map((value, index) => value / (theirs[index] as number)))),
      },
      memoryAtRestMiB: memoryMiB,
    };
  } finally {
    await embedded.stop();
    removeFolder(dataDir);
  }
}

/** First start on an empty folder (demonstration without seed), and the second on what the first left. */
export async function benchStart() {
  const dataDir = folder();
  const settings = { MODE: 'demo', DATA_DIR: dataDir, SEED: 'history', LOG_LEVEL: 'error', DATABASE_URL: '' };
  try {
    const times = [];
    for (let start = 0; start < 2; start++) {
      const service = await run(['src/main.ts'], await freePort(), '/', settings);
      times.push(service.startMs);
      await service.stop();
    }
    return { firstStartMs: times[0], secondStartMs: times[1] };
  } finally {
    removeFolder(dataDir);
  }
}
