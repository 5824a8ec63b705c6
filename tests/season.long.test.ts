import { spawn } from 'node:child_process';
import path from 'node:path';
import t from 'tap';

const season = path.join(import.meta.dirname, '../scripts/season.ts');
const leaking = path.join(import.meta.dirname, 'helpers/leaking-main.ts');

t.test('the season of 2022 runs and tells nothing before its time', async (t) => {
  const { code, report, said } = await play();
  t.match(report, { ok: true, leaks: 0 }, said);
  t.equal(code, 0);
  t.ok(
    report.steps > 20 && report.documents > 80 && report.bytes > 50_000 && report.requests > 1000,
    JSON.stringify(report),
  );
});

t.test('it runs with scoring off', async (t) => {
  const { code, report, said } = await play('--without-scores');
  t.match(report, { ok: true, leaks: 0 }, said);
  t.equal(code, 0);
});

t.test('a service that publishes too early is caught', async (t) => {
  const { code, report } = await play('--main', leaking);
  t.equal(report.ok, false);
  t.ok(report.leaks > 0, JSON.stringify(report));
  t.equal(code, 1);
});

interface Report {
  ok: boolean;
  steps: number;
  requests: number;
  documents: number;
  bytes: number;
  leaks: number;
}

/** Plays it as `npm run season` does; the report is its last line. */
async function play(...args: string[]): Promise<{ code: number | null; report: Report; said: string }> {
  const child = spawn(process.execPath, [season, '--json', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let said = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (said += text));
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve));
  return {
    code,
    report: JSON.parse(output.trim().split('\n').at(-1) ?? 'null') as Report,
    said: said.slice(-4000),
  };
}
