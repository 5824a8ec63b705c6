import { ballotMachine } from '../../workflows/ballot.ts';
import { mermaidOf } from '../../workflows/diagram.ts';
import { editionMachine } from '../../workflows/edition.ts';
import { nominationMachine } from '../../workflows/nomination.ts';

const machines = [
  { title: 'The year of the prize', file: 'edition.ts', machine: editionMachine },
  { title: 'An application', file: 'nomination.ts', machine: nominationMachine },
  { title: 'A ballot: one juror on one application', file: 'ballot.ts', machine: ballotMachine },
];

/** The three machines as Mermaid, for workflows/diagrams.md and between the markers of the README. */
export const diagrams = (): string =>
  machines
    .map(
      ({ title, file, machine }) =>
        `## ${title}\n\nFrom [${file}](${file}).\n\n\`\`\`mermaid\n${mermaidOf(machine)}\n\`\`\`\n`,
    )
    .join('\n');

export const diagramsMd = (): string =>
  `# The process\n\nWritten by \`npm run generate\` from the machines in this folder. An arrow says which event leads on; what each event needs stands in the machine, as a list of named requirements.\n\n${diagrams()}`;
