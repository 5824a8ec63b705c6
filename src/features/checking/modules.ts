/** What computes a frozen result again in a reader's browser: the very modules that `npm run verify` uses. */
import { readdirSync } from 'node:fs';
import { shareModules } from '../../ui/assets.ts';

const core = new URL('../../core/', import.meta.url);
const record = ['check-result', 'core-file', 'recompute', 'result-file', 'commitment'].map(
  (name) => `record/${name}.ts`,
);
const scoring = readdirSync(new URL('scoring/', core))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `scoring/${file}`);

/** The address of the module that exports `checkResult`. */
export const checkingModule: string = shareModules(
  [...record, 'audit/canonical.ts', ...scoring].map((file) => new URL(file, core)),
);
