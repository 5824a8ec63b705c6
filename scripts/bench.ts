/**
 * `npm run bench -- [part] [--json]`: figures beside a baseline in the same run. Machines are noisy: read the ratios.
 *
 * Every part is a file in bench/parts. The last line is one JSON object; the exit code is 1 when something could not be
 * measured as it should be. A goal that is missed is told, and fails nothing.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { rounded } from './bench/figures.ts';
import type { Goal, Part } from './bench/part.ts';

const parts: Record<string, () => Promise<{ measure: Part }>> = {
  /** A whole season: delivery, ranking, front page, start, memory (the default). */
  season: () => import('./bench/parts/season.ts'),
  /** Drafts that save themselves, over HTTP and through bare pg. */
  autosave: () => import('./bench/parts/autosave.ts'),
  /** Documents of 25 MB, one and fifty, beside a raw loop. */
  uploads: () => import('./bench/parts/uploads.ts'),
  /** The secretariat's table of applications, up to 100,000 of them. */
  table: () => import('./bench/parts/table.ts'),
  /** The winner's page at the moment of its announcement, and the table of applications. */
  public: () => import('./bench/parts/public.ts'),
  /** The arithmetic of a result, without a database. */
  scoring: () => import('./bench/parts/scoring.ts'),
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const name = positionals[0] ?? 'season';
const part = parts[name];
if (!part) {
  console.error(`There is no bench "${name}". Choose one of: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const tell = (line: string) => console.error(line);
const load = () => os.loadavg().map((value) => rounded(value));
const begun = performance.now();
const machine = { cpus: os.availableParallelism(), node: process.version, loadBefore: load() };
try {
  const { figures, goals } = await (await part()).measure(tell);
  const seconds = rounded((performance.now() - begun) / 1000, 1);
  const report = { ...figures, goals, machine: { ...machine, loadAfter: load() }, seconds };
  if (!options.json) for (const goal of goals) tell(lineOf(goal));
  console.log(JSON.stringify({ ok: true, bench: name, ...report }, null, options.json ? 0 : 2));
} catch (error) {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  console.log(JSON.stringify({ ok: false, bench: name, error: String(error) }));
  process.exitCode = 1;
}

function lineOf({ what, seen, atLeast, atMost, met }: Goal): string {
  const bound = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  return `${met ? 'reached' : 'MISSED '}  ${what}: ${rounded(seen)} (${bound})`;
}
