/** First start on an empty folder (demonstration without seed), and the second on what the first left. */
import { folder, freePort, removeFolder, run } from '../../servers.ts';

export async function start(): Promise<{ firstStartMs: number; secondStartMs: number }> {
  const dataDir = folder();
  const settings = { MODE: 'demo', DATA_DIR: dataDir, SEED: 'history', LOG_LEVEL: 'error', DATABASE_URL: '' };
  const once = async () => {
    const service = await run(['src/main.ts'], await freePort(), '/', settings);
    await service.stop();
    return service.startMs;
  };
  try {
    return { firstStartMs: await once(), secondStartMs: await once() };
  } finally {
    removeFolder(dataDir);
  }
}
