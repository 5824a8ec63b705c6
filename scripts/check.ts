// Types, lint, format, architecture and drift, all of them even when one fails: `npm run check`.
import { spawn } from 'node:child_process';
import path from 'node:path';

const modules = path.join(import.meta.dirname, '../node_modules');
const node = process.execPath;
/** What was worked out is kept beside the packages: the next check looks at what has changed, and at what that touches. */
const kept = path.join(modules, '.etikkprisen/types.tsbuildinfo');
const checks: Record<string, string[]> = {
  // One checker: several would each work out the same types, and the linter needs the other core.
  types: [
    path.join(modules, 'typescript/bin/tsc'),
    '--noEmit',
    '--checkers',
    '1',
    '--incremental',
    '--tsBuildInfoFile',
    kept,
  ],
  'types of the browser scripts': [
    path.join(modules, 'typescript/bin/tsc'),
    '--noEmit',
    '-p',
    'src/ui/browser',
  ],
  lint: [path.join(modules, 'oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
  format: [path.join(modules, 'oxfmt/bin/oxfmt'), '--check'],
  architecture: ['tests/architecture.test.ts'],
  drift: ['tests/drift.test.ts'],
};

const results = await Promise.all(Object.entries(checks).map(([name, args]) => check(name, args)));
process.exitCode = results.every(Boolean) ? 0 : 1;

/** Prints one line when all is well, otherwise what the tool said. */
function check(name: string, args: string[]): Promise<boolean> {
  const started = performance.now();
  // A machine with much else to do is slow, not wrong.
  const env = { TAP_TIMEOUT: '300', ...process.env };
  const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        code === 0 ? `ok ${name} (${seconds} s)` : `NOT OK ${name} (${seconds} s)\n${output.trim()}\n`,
      );
      resolve(code === 0);
    });
  });
}
