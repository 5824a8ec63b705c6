/** Which success criteria of WCAG 2.2, level A and AA, axe-core has rules for: what the tests run on every page. */
import axe from 'axe-core';

/** The criteria by level; 4.1.1 is not one of them any more. */
const levels = {
  A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
};

/** In the order of their numbers. */
export function wcagJson(): string {
  const criteria = Object.entries(levels).flatMap(([level, ids]) =>
    ids.split(' ').map((id) => ({ id, level, rules: rulesFor(id) })),
  );
  const order = (id: string) => id.split('.').reduce((sum, part) => sum * 100 + Number(part), 0);
  const sorted = criteria.toSorted((a, b) => order(a.id) - order(b.id));
  return `${JSON.stringify({ standard: 'WCAG 2.2', engine: `axe-core ${axe.version}`, criteria: sorted }, null, 2)}\n`;
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
