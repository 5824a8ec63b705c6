import { readFile } from 'node:fs/promises';
import t from 'tap';
import { generateAll } from '../scripts/generate/registry.ts';
import { testDatabase } from './helpers/database.ts';

const { ownerUrl } = await testDatabase(t);

for (const { file, text } of await generateAll(ownerUrl))
  t.test(`${file} is what \`npm run generate\` writes`, async (t) => {
    t.equal(await readFile(file, 'utf8').catch(() => ''), text);
  });
