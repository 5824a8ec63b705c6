/** The public front page beside a bare Fastify that sends the same bytes to the same request of a browser, and what both hold in memory at rest. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { MakeDatabase } from '../../databases.ts';
import { median, rounded } from '../../figures.ts';
import { requestsPerSecond } from '../../load.ts';
import { freePort, productionSettings, run } from '../../servers.ts';

const rounds = 9;
const milliseconds = 1000;
/** At rest: what the start made and no longer needs is given back. */
const QUIET_MS = 5000;

export async function frontPage(make: MakeDatabase, dataDir: string) {
  const { app } = await make('front_page');
  const service = await run(['src/main.ts'], await freePort(), '/', productionSettings(app, dataDir));
  const port = await freePort();
  const baseline = await run(['scripts/bench/bare-server.ts', `${service.url}/`, String(port)], port, '/');
  try {
    await sleep(QUIET_MS);
    const memory = { service: service.memory(), bareFastify: baseline.memory() };
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const a = await requestsPerSecond(`${service.url}/`, { milliseconds });
      const b = await requestsPerSecond(`${baseline.url}/`, { milliseconds });
      if (round === 0) continue; // both warm up
      ours.push(a);
      theirs.push(b);
    }
    return {
      frontPage: {
        requestsPerSecond: Math.round(median(ours)),
        bareFastify: Math.round(median(theirs)),
        ratio: rounded(median(ours.map((value, index) => value / theirs[index]!))),
      },
      memoryAtRestMiB: memory,
    };
  } finally {
    await baseline.stop();
    await service.stop();
  }
}
