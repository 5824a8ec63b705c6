import { readFile } from 'node:fs/promises';
import { editionMachine } from '../../workflows/edition.ts';
import { mermaidOf } from '../../workflows/diagram.ts';

const between = /(<!-- diagram: [^>]*-->\n)[^]*(<!-- \/diagram -->)/;

/** The README as it is, with the diagram of the year in its place. */
export async function readmeMd(): Promise<string> {
  const text = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  return text.replace(
    between,
    (_, start: string, end: string) =>
      `${start}\n\`\`\`mermaid\n${mermaidOf(editionMachine)}\n\`\`\`\n\n${end}`,
  );
}
