/** What axe has looked at in this process: one file for each test file, written when it ends and taken in by `npm run accessibility`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RunRecord } from '../../scripts/accessibility/merge.ts';

export const recordsFolder = path.resolve('node_modules/.etikkprisen/accessibility');

interface Ids {
  passes: { id: string }[];
  violations: { id: string }[];
  incomplete: { id: string }[];
  inapplicable: { id: string }[];
}

/** Counts of a run; kept apart from those of the process where a test plants a fault. */
export function newRecord(file: string): { record: RunRecord; add(result: Ids): void } {
  const record: RunRecord = { file, at: new Date().toISOString(), pages: 0, rules: {} };
  const add = (result: Ids): void => {
    record.pages += 1;
    const failed = new Set(result.violations.map(({ id }) => id));
    const count = (ids: Iterable<string>, what: keyof RunRecord['rules'][string]) => {
      for (const id of ids) (record.rules[id] ??= { failed: 0, passed: 0, absent: 0 })[what] += 1;
    };
    count(failed, 'failed');
    const looked = new Set([...result.passes, ...result.incomplete].map(({ id }) => id));
    count(looked.difference(failed), 'passed');
    count(
      result.inapplicable.map(({ id }) => id),
      'absent',
    );
  };
  return { record, add };
}

const name = path.relative('.', process.argv[1] ?? 'unknown');
const own = newRecord(name);
export const remember = own.add;

process.once('exit', () => {
  if (own.record.pages === 0) return;
  mkdirSync(recordsFolder, { recursive: true });
  writeFileSync(
    path.join(recordsFolder, `${name.replaceAll(/[^\w.-]+/g, '-')}.json`),
    JSON.stringify(own.record),
  );
});
