// The permission table as a matrix: who × in which state × what. Reviewed as a diff when a rule changes.
import { ballotMachine } from '../../workflows/ballot.ts';
import { editionMachine } from '../../workflows/edition.ts';
import { nominationMachine } from '../../workflows/nomination.ts';
import {
  ballotRules,
  editionRules,
  motionRules,
  nominationRules,
  oldApplicationRules,
  serviceRules,
  type Rules,
} from '../../src/core/policy/rules.ts';

const resources: { title: string; rules: Rules<string>; states: string[] }[] = [
  { title: 'An application', rules: nominationRules, states: Object.keys(nominationMachine.states) },
  { title: 'A year of the prize', rules: editionRules, states: Object.keys(editionMachine.states) },
  { title: 'A ballot', rules: ballotRules, states: Object.keys(ballotMachine.states) },
];

export function permissionsMd(): string {
  const parts = resources.map(({ title, rules, states }) => {
    const tables = personas(rules).map((who) => matrix(who, rules, states));
    return `## ${title}\n\n${tables.join('\n')}`;
  });
  return [
    '# Who may do what, when',
    '',
    'Written by `npm run generate` from [rules](../src/core/policy/rules). ● may, ○ may unless the relation named in the first column holds; everything else is refused.',
    'A person can be several of these at once and may then do what any of them may. A right is not enough: the event must also be possible ([diagrams](../workflows/diagrams.md)).',
    '',
    ...parts,
    whoMay('A motion of the jury', motionRules),
    whoMay('An application of a year that is over, as it came', oldApplicationRules),
    whoMay('The service as a whole', serviceRules),
  ].join('\n');
}

/** Where no rule names a state: one line an action. */
const whoMay = (title: string, rules: Rules<string>): string =>
  [
    `## ${title}`,
    '',
    '| action | who |',
    '|---|---|',
    ...Object.entries(rules).map(
      ([action, list]) =>
        `| ${action} | ${list.map(({ by, unless }) => (unless ? `${by} (unless ${unless})` : by)).join(', ')} |`,
    ),
    '',
  ].join('\n');

const personas = (rules: Rules<string>): string[] => [
  ...new Set(Object.values(rules).flatMap((list) => list.map((rule) => rule.by))),
];

function matrix(who: string, rules: Rules<string>, states: readonly string[]): string {
  const rows = Object.entries(rules).flatMap(([action, list]) => {
    const mine = list.filter((rule) => rule.by === who);
    if (mine.length === 0) return [];
    const unless = [...new Set(mine.flatMap((rule) => rule.unless ?? []))];
    const cells = states.map((state) => {
      const rule = mine.find((one) => !one.in || one.in.includes(state));
      return rule ? (rule.unless ? '○' : '●') : '';
    });
    return [`| ${action}${unless.length ? ` (unless ${unless.join(', ')})` : ''} | ${cells.join(' | ')} |`];
  });
  return `### ${who}\n\n| | ${states.join(' | ')} |\n|---|${states.map(() => ':-:').join('|')}|\n${rows.join('\n')}\n`;
}
