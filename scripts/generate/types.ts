import type { Catalogue, Column, Relation } from './catalogue.ts';

const typeScript: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'Int8',
  float8: 'number',
  numeric: 'Numeric',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'Json',
};

const header = `// Written by \`npm run generate\` from the migrated database. Do not edit.
import type { ColumnType } from 'kysely';

/** May be left out when inserting: the database has a default. */
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
/** Computed by the database, never written. */
export type Computed<T> = T extends ColumnType<infer S, any, any> ? ColumnType<S, never, never> : ColumnType<T, never, never>;
/** Read as parsed JSON, written as a string (JSON.stringify). */
export type Json = ColumnType<unknown, string, string>;
/** 64 bits do not fit a JavaScript number: read as a string. */
export type Int8 = ColumnType<string, string | number | bigint, string | number | bigint>;
/** Exact decimals: read as a string. */
export type Numeric = ColumnType<string, string | number, string | number>;
`;

/** The table types for Kysely: one interface a table, and \`DB\` over them. */
export function tableTypes({ relations }: Catalogue): string {
  const tables = relations.map((relation) => {
    const columns = relation.columns.map((column) => `  ${column.name}: ${columnType(relation, column)};\n`);
    return `\nexport interface ${interfaceName(relation.name)} {\n${columns.join('')}}\n`;
  });
  const entries = relations.map(({ name }) => `  ${name}: ${interfaceName(name)};\n`);
  return `${header}${tables.join('')}\nexport interface DB {\n${entries.join('')}}\n`;
}

const interfaceName = (table: string) =>
  `${table.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Table`;

function columnType(relation: Relation, column: Column): string {
  const base = allowedValues(relation, column) ?? typeScript[column.type] ?? 'string';
  const whole = column.isArray ? (base.includes('|') ? `(${base})[]` : `${base}[]`) : base;
  const nullable = column.notNull ? whole : `${whole} | null`;
  if (relation.isView || column.generated) return `Computed<${nullable}>`;
  return column.default ? `Generated<${nullable}>` : nullable;
}

/** \`check (state in ('draft', …))\` becomes a union; for an array column, \`check (roles <@ array['a', …])\`. */
function allowedValues({ constraints }: Relation, column: Column): string | null {
  if (column.type !== 'text') return null;
  for (const { kind, columns, definition } of constraints) {
    if (kind !== 'c' || columns.length !== 1 || columns[0] !== column.name) continue;
    const [, list, single] =
      /^CHECK \(\w+ (?:= ANY|<@) \(?ARRAY\[([^\]]*)\]\)?\)$|^CHECK \(\w+ = ('[^']*')::text\)$/.exec(
        definition,
      ) ?? [];
    const values = (list ?? single)?.match(/'(?:[^']|'')*'/g);
    if (values) return values.map((value) => `'${value.slice(1, -1).replaceAll("''", "\\'")}'`).join(' | ');
  }
  return null;
}
