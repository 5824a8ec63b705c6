import { type Catalogue, readCatalogue } from './catalogue.ts';
import { diagramsMd } from './diagrams.ts';
import { permissionsMd } from './permissions.ts';
import { envExample } from './env-example.ts';
import { readmeMd } from './readme.ts';
import { openapiJson } from './openapi.ts';
import { schemaSql } from './schema.ts';
import { tableTypes } from './types.ts';
import { wcagJson } from './wcag.ts';

/** A committed file that is written from something else; tests/drift.test.ts compares every one of them. */
export interface GeneratedFile {
  /** Path from the repository's root. */
  file: string;
  make: (source: Source) => string | Promise<string>;
}
export interface Source {
  /** The database after the last migration. */
  catalogue: Catalogue;
  /** Connection string to it. */
  url: string;
}

export const generatedFiles: GeneratedFile[] = [
  { file: 'migrations/schema.sql', make: ({ catalogue }) => schemaSql(catalogue) },
  { file: 'src/platform/db/types.ts', make: ({ catalogue }) => tableTypes(catalogue) },
  { file: '.env.example', make: () => envExample() },
  { file: 'workflows/diagrams.md', make: () => diagramsMd() },
  { file: 'docs/permissions.md', make: () => permissionsMd() },
  { file: 'docs/openapi.json', make: ({ url }) => openapiJson(url) },
  { file: 'README.md', make: () => readmeMd() },
  { file: 'src/features/publication/data/wcag.json', make: () => wcagJson() },
];

/** What the files ought to hold. `ownerUrl` is a migrated database. */
export async function generateAll(ownerUrl: string): Promise<{ file: string; text: string }[]> {
  const source: Source = { catalogue: await readCatalogue(ownerUrl), url: ownerUrl };
  return Promise.all(generatedFiles.map(async ({ file, make }) => ({ file, text: await make(source) })));
}
