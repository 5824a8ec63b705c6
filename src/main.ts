// Starts the service: settings > database > migrations > app > worker > listen, and closes with grace.
import closeWithGrace from 'close-with-grace';
import { type Config, loadConfig } from './config.ts';
import { provideDatabase } from './platform/db/provide.ts';
import type { Service } from './service.ts';

process.umask(0o077); // documents and keys are nobody else's to read

try {
  await main(loadConfig());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(config: Config) {
  // The database starts beside us while the hundreds of modules of the service are read.
  const database = provideDatabase(config);
  database.catch(() => {}); // told of when the service asks for it
  const { startService } = await import('./service.ts');
  const starting = startService(config, database, (title) => console.log(`${title} …`));
  closeOnSignal(starting, config.closeSeconds);
  welcome(await starting);
}

/** Ctrl-C reaches this process more than once (terminal, npm, launcher): copies within a second are one. */
function closeOnSignal(starting: Promise<Service>, seconds: number) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const { close } = closeWithGrace(
    { delay: (seconds + 5) * 1000, skip: [...signals, 'beforeExit'] },
    async ({ err }) => {
      const service = await starting.catch(() => undefined);
      if (err) service?.services.log.fatal({ err }, 'the service stops because of an error nobody caught');
      await service?.close();
    },
  );
  let stoppingSince: number | undefined;
  for (const signal of signals)
    process.on(signal, () => {
      if (stoppingSince === undefined) close();
      else if (performance.now() - stoppingSince > 1000) process.exit(1);
      stoppingSince ??= performance.now();
    });
}

function welcome({ url, services: { config, log } }: Service) {
  if (config.mode === 'production') {
    log.info({ url, port: config.port }, 'the service is running');
    return;
  }
  console.log(`
Etikkprisen runs as a demo: ${url}
  sign in as anyone:  ${url}/dev
  read the letters:   ${url}/dev/mailbox
  stop:               Ctrl-C
`);
}
