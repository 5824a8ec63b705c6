// Writes every committed file that is made from something else: `npm run generate`.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { generateAll } from './generate/registry.ts';

const root = path.join(import.meta.dirname, '..');
const dataDir = await mkdtemp(path.join(tmpdir(), 'etikkprisen-generate-'));
const database = await startEmbedded({ dataDir, durable: false });
try {
  await migrate(database.url('owner'));
  for (const { file, text } of await generateAll(database.url('owner'))) await write(file, text);
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function write(file: string, text: string) {
  const target = path.join(root, file);
  const before = await readFile(target, 'utf8').catch(() => null);
  if (before !== text) await writeFile(target, text);
  console.log(`${before === text ? 'unchanged' : 'written  '} ${file}`);
}
