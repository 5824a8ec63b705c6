import type { Catalogue, Column, Relation } from './catalogue.ts';

/** The database as it is after the last migration, as SQL to read: one block a table. */
export function schemaSql({ extensions, functions, relations }: Catalogue): string {
  return [
    '-- Written by `npm run generate` from the migrated database, to be read and reviewed. The migrations are what runs.',
    ...(extensions.length ? [extensions.map((name) => `create extension ${name};`).join('\n')] : []),
    ...relations.map((relation) => (relation.isView ? view(relation) : table(relation))),
    ...functions.map(({ definition, grants }) =>
      statements([definition.trim(), ...(grants ? [`-- may be run by: ${grants}`] : [])]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function view({ name, definition, grants }: Relation) {
  return statements([
    `create view ${name} as\n${definition?.replace(/;\s*$/, '')}`,
    ...grantLines(name, grants),
  ]);
}

function table(relation: Relation) {
  const { name, columns, constraints, comment } = relation;
  const body = [
    ...columns.map(columnDefinition),
    ...constraints.map((constraint) => `  constraint ${constraint.name} ${constraint.definition}`),
  ];
  return statements([
    `create table ${name} (\n${body.join(',\n')}\n)`,
    ...(comment ? [`comment on table ${name} is '${comment.replaceAll("'", "''")}'`] : []),
    ...relation.indexes,
    ...relation.policies,
    ...relation.triggers,
    ...grantLines(name, relation.grants),
  ]);
}

const statements = (lines: string[]) =>
  lines.map((line) => (line.startsWith('--') ? line : `${line};`)).join('\n');

const grantLines = (name: string, grants: Relation['grants']) =>
  grants.map(({ role, rights }) => `grant ${rights} on ${name} to ${role}`);

function columnDefinition({ name, sqlType, notNull, default: value, generated }: Column) {
  const parts = [`  ${name}`, sqlType];
  if (generated === 'always') parts.push(`generated always as (${value}) stored`);
  else if (generated === 'identity') parts.push('generated always as identity');
  else if (value) parts.push(`default ${value}`);
  if (notNull) parts.push('not null');
  return parts.join(' ');
}
