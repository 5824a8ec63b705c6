import pg from 'pg';

export interface Column {
  name: string;
  /** Name in pg_type, of the element when `isArray`, of the base when a domain: `text`, `int8`, `timestamptz` … */
  type: string;
  /** As one writes it in SQL: `timestamp with time zone`, `text[]`. */
  sqlType: string;
  isArray: boolean;
  notNull: boolean;
  default: string | null;
  generated: 'always' | 'identity' | null;
  comment: string | null;
}
export interface Constraint {
  name: string;
  kind: string;
  columns: string[];
  definition: string;
}
export interface Relation {
  name: string;
  isView: boolean;
  /** The query of a view. */
  definition: string | null;
  comment: string | null;
  columns: Column[];
  constraints: Constraint[];
  indexes: string[];
  triggers: string[];
  policies: string[];
  grants: { role: string; rights: string }[];
}
export interface Catalogue {
  extensions: string[];
  functions: { definition: string; grants: string }[];
  relations: Relation[];
}

/** Everything in schema `public` that a migration made, in an order that does not depend on when it was made. */
export async function readCatalogue(url: string): Promise<Catalogue> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const extensions = await client.query<{ extname: string }>(
      `select extname from pg_extension where extname <> 'plpgsql' order by 1`,
    );
    const functions = await client.query<Catalogue['functions'][number]>(functionsQuery);
    const relations = await client.query<Relation>(relationsQuery);
    return {
      extensions: extensions.rows.map((row) => row.extname),
      functions: functions.rows,
      relations: relations.rows,
    };
  } finally {
    await client.end();
  }
}

const functionsQuery = `
  select pg_get_functiondef(p.oid) as definition, coalesce((
      select string_agg(distinct pg_get_userbyid(a.grantee), ', ' order by pg_get_userbyid(a.grantee))
      from aclexplode(p.proacl) a where a.grantee not in (0, p.proowner)), '') as grants
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by p.proname collate "C", p.oid::regprocedure::text collate "C"`;

const list = (select: string) =>
  `coalesce((select json_agg(x.value order by x.name collate "C") from (${select}) x), '[]')`;

const relationsQuery = `
  select c.relname as name, c.relkind = 'v' as "isView", obj_description(c.oid, 'pg_class') as comment,
    case when c.relkind = 'v' then pg_get_viewdef(c.oid, true) end as definition,
    ${list(`
      select to_char(a.attnum, 'FM0000') as name, json_build_object(
        'name', a.attname,
        'type', coalesce(b.typname, e.typname, t.typname),
        'sqlType', format_type(a.atttypid, a.atttypmod),
        'isArray', e.oid is not null,
        'notNull', a.attnotnull,
        'default', pg_get_expr(d.adbin, d.adrelid),
        'generated', case when a.attgenerated <> '' then 'always' when a.attidentity = 'a' then 'identity' end,
        'comment', col_description(a.attrelid, a.attnum)) as value
      from pg_attribute a join pg_type t on t.oid = a.atttypid
      left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
      left join pg_type b on b.oid = t.typbasetype
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`)} as columns,
    ${list(`
      select (case contype when 'p' then '1' when 'u' then '2' when 'f' then '3' else '4' end) || conname as name,
        json_build_object('name', conname, 'kind', contype, 'definition', pg_get_constraintdef(oid, true),
          'columns', (select json_agg(attname order by attnum) from pg_attribute
                      where attrelid = conrelid and attnum = any (conkey))) as value
      from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'f', 'c', 'x')`)} as constraints,
    ${list(`
      select indexrelid::regclass::text as name, to_json(pg_get_indexdef(indexrelid, 0, true)) as value
      from pg_index i where indrelid = c.oid
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)`)} as indexes,
    ${list(`
      select tgname as name, to_json(pg_get_triggerdef(oid, true)) as value
      from pg_trigger where tgrelid = c.oid and not tgisinternal`)} as triggers,
    ${list(`
      select polname as name, to_json(format('create policy %I on %I for %s using (%s)', polname, c.relname,
        case polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
        pg_get_expr(polqual, polrelid))) as value
      from pg_policy where polrelid = c.oid`)} as policies,
    ${list(`
      select pg_get_userbyid(grantee) as name, json_build_object('role', pg_get_userbyid(grantee), 'rights',
        lower(string_agg(privilege_type, ', ' order by array_position('{SELECT,INSERT,UPDATE,DELETE}', privilege_type)))) as value
      from aclexplode(c.relacl) where grantee not in (0, c.relowner) group by grantee`)} as grants
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> 'migrations'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname collate "C"`;
