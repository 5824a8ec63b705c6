/**
 * `npm run accessibility`: takes in what the tests have seen since it was last run, and writes the state of each success criterion
 * (src/features/publication/data/wcag.json). Run `npm test` and `npm run test:all` first. `--json` prints the outcome as one line.
 *
 * Ends with 1 when a fault was found, with 2 when the tests have not looked at anything.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { takenIn, type RunRecord } from './accessibility/merge.ts';
import { readWcag, wcagFile, wcagText } from './generate/wcag.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const folder = path.resolve('node_modules/.etikkprisen/accessibility');
const records = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as RunRecord);
if (records.length === 0) {
  console.error(
    'The tests have looked at no page since the last time. Run `npm test` and `npm run test:all` first.',
  );
  process.exit(2);
}
const wcag = takenIn(readWcag(), records);
writeFileSync(wcagFile, wcagText(wcag));
rmSync(folder, { recursive: true });
const count = (state: string) => wcag.criteria.filter((one) => one.state === state).length;
const faults = wcag.criteria.filter(({ state }) => state === 'faultFound').map(({ id }) => id);
const report = {
  ok: faults.length === 0,
  ...wcag.run,
  noFaultFound: count('noFaultFound'),
  notPresent: count('notPresent'),
  notTestedByMachine: count('notTestedByMachine'),
  faults,
};
console.log(
  values.json
    ? JSON.stringify(report)
    : `${report.pages} pages looked at by ${report.files} test files: no fault found by ${report.noFaultFound} criteria${faults.length ? `; faults: ${faults.join(', ')}` : ''}.`,
);
process.exitCode = report.ok ? 0 : 1;
