/** The whole service inside this process, without a listener: what a page costs, without what a network does. */
import { buildApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { setDatabaseClock } from '../../src/platform/clock.ts';
import { makeServices } from '../../src/service.ts';

export interface BenchApp {
  /** The page at an address for whoever has this mail address. @throws Error for any other answer than a page */
  get(email: string, address: string): Promise<string>;
  close(): Promise<void>;
}

/** The clock stands still at `now`. */
export async function benchApp(url: string, dataDir: string, now: Date): Promise<BenchApp> {
  const config = loadConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  await using opening = new AsyncDisposableStack();
  const services = await makeServices(config, { url, practice: null }, opening);
  await setDatabaseClock(services.db, { at: now, running: false });
  const app = await buildApp(services);
  opening.defer(() => app.close());
  const parts = opening.move();
  const tokens = new Map<string, string>();
  const tokenOf = async (email: string) => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/dev/sign-in', payload: { email } });
    return answer.json<{ token: string }>().token;
  };
  return {
    async get(email, address) {
      const token = tokens.get(email) ?? (await tokenOf(email));
      tokens.set(email, token);
      const answer = await app.inject({ url: address, headers: { authorization: `Bearer ${token}` } });
      if (answer.statusCode !== 200)
        throw new Error(`${address} for ${email}: ${answer.statusCode} ${answer.body}`);
      return answer.body;
    },
    close: () => parts.disposeAsync(),
  };
}
