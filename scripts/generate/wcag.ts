/**
 * Which success criteria of WCAG 2.2, level A and AA, axe-core has rules for, or the walk by keyboard: what the tests run. What a run of
 * the tests has found (`npm run accessibility`) stays, unless the rules have become others.
 */
import axe from 'axe-core';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { keyboardRules } from '../accessibility/keyboard.ts';
import { takenIn, type Criterion, type Wcag } from '../accessibility/merge.ts';

export const wcagFile = path.resolve('src/features/publication/data/wcag.json');
export const wcagText = (wcag: Wcag): string => `${JSON.stringify(wcag, null, 2)}\n`;

/** The criteria by level; 4.1.1 is not one of them any more. */
const levels = {
  A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
};

/** The criteria with the rules of today, and what the last run that was taken in says of them. */
export function readWcag(): Wcag {
  const engine = `axe-core ${axe.version}`;
  const today = takenIn({ standard: 'WCAG 2.2', engine, criteria: criteriaToday() }, []);
  const known = existsSync(wcagFile) ? (JSON.parse(readFileSync(wcagFile, 'utf8')) as Wcag) : today;
  const rules = ({ criteria }: Wcag) => JSON.stringify(criteria.map((one) => [one.id, one.rules]));
  return known.engine === engine && rules(known) === rules(today) && known.run !== undefined ? known : today;
}

export const wcagJson = (): string => wcagText(readWcag());

/** In the order of their numbers; nothing has been looked at. */
function criteriaToday(): Criterion[] {
  const criteria = Object.entries(levels).flatMap(([level, ids]) =>
    ids.split(' ').map((id) => ({
      id,
      level: level as Criterion['level'],
      rules: [...rulesFor(id), ...[keyboardRules[id] ?? []].flat()],
      state: 'notTestedByMachine' as const,
      pages: 0,
    })),
  );
  const order = (id: string) => id.split('.').reduce((sum, part) => sum * 100 + Number(part), 0);
  return criteria.toSorted((a, b) => order(a.id) - order(b.id));
}

/** Those that axe runs when it is asked for these tags, as the tests do. */
const rulesFor = (id: string): string[] =>
  axe
    .getRules(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .filter(
      ({ tags }) =>
        tags.includes(`wcag${id.replaceAll('.', '')}`) &&
        !tags.includes('experimental') &&
        !tags.includes('deprecated'),
    )
    .map(({ ruleId }) => ruleId)
    .toSorted();
