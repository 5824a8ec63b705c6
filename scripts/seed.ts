// Fills the empty database of a demonstration as its first start would: `SEED=history npm run seed`.
import { loadConfig } from '../src/config.ts';
import { startService } from '../src/service.ts';

const config = loadConfig();
if (config.mode !== 'demo') {
  console.error('Only a demonstration is filled with examples: MODE=demo.');
  process.exit(1);
}
try {
  const service = await startService({ ...config, port: 0, worker: 'off' }, (title) => console.log(`${title} …`));
  await service.close();
  console.log(`Ready. (SEED=${config.seed}; a database that holds anybody is left as it is.)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
