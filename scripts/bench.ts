/** `npm run bench -- [season|scoring] --json`: figures side by side with a baseline in the same run. Machines are noisy: read the ratios. */
import { benchDatabase } from './bench/database.ts';
import { benchPages, benchStart } from './bench/pages.ts';
import { benchScoring } from './bench/scoring.ts';

const parts: Record<string, () => Promise<object>> = {
  season: async () => ({ ...(await benchStart()), ...(await benchPages()), ...(await benchDatabase()) }),
  scoring: async () => benchScoring(),
};

const args = process.argv.slice(2);
const json = args.includes('--json');
const name = args.find((arg) => !arg.startsWith('--')) ?? 'season';
const part = parts[name];
if (!part) {
  console.error(`There is no bench "${name}". Choose one of: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
try {
  const figures = { ok: true, bench: name, ...(await part()) };
  console.log(json ? JSON.stringify(figures) : JSON.stringify(figures, null, 2));
} catch (error) {
  console.log(JSON.stringify({ ok: false, bench: name, error: String(error) }));
  process.exitCode = 1;
}
