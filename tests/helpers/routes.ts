import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../src/platform/db/open.ts';

/** Where the values of a parameter come from, by the part of the address before it. */
const sources: [address: RegExp, table: string][] = [
  [/:nominationId$/, 'nominations'],
  [/:editionId$/, 'editions'],
  [/:personId$/, 'people'],
  [/:regionId$/, 'regions'],
  [/:seatId$/, 'seats'],
  [/(^|\/)(editions|sekretariat)\/:\w+$/, 'editions'],
  [/(^|\/)(nominations|soknad|resultat|begrunnelser|tilbakemeldinger)\/:\w+$/, 'nominations'],
  [/(^|\/)(documents|dokument|vedlegg)\/:\w+$/, 'documents'],
  [/(^|\/)(ballots|vurderinger)\/:\w+$/, 'ballots'],
  [/(^|\/)(agreed-scores|enighet)\/:\w+$/, 'agreed_scores'],
  [/(^|\/)(publications|offentliggjoring)\/:\w+$/, 'publications'],
  [/(^|\/)(letter-batches|utsendinger)\/:\w+$/, 'letter_batches'],
  [/(^|\/)(letters|brev)\/:\w+$/, 'letters'],
  [/(^|\/)(seats|jury|plasser?)\/:\w+$/, 'seats'],
  [/(^|\/)(members|medarbeidere|people|person|personer)\/:\w+$/, 'people'],
  [/(^|\/)(join-requests|foresporsler)\/:\w+$/, 'join_requests'],
  [/(^|\/)(roles|roller)\/:\w+$/, 'role_grants'],
  [/(^|\/)(tokens|nokler)\/:\w+$/, 'api_tokens'],
  [/(^|\/)(revisions|historikk)\/:\w+$/, 'revisions'],
  [/(^|\/)(motions|forslag)\/:\w+$/, 'motions'],
  [/(^|\/)(meetings|moter)\/:\w+$/, 'meetings'],
  [/(^|\/)(extensions|frister)\/:\w+$/, 'deadline_extensions'],
  [/(^|\/)(rejections|avvisning)\/:\w+$/, 'rejection_proposals'],
  [/(^|\/)(call-questions|sporsmal-og-svar)\/:\w+$/, 'call_questions'],
  [/(^|\/)(barriers|tilgjengelighet)\/:\w+$/, 'barriers'],
  [/:guestId$/, 'ceremony_guests'],
  [/:oldFileId$/, 'old_application_files'],
  [/(^|\/)(old-applications|gamle-soknader)\/:\w+$/, 'old_applications'],
  [/:recipientId$/, 'call_recipients'],
  [/:fileId$/, 'received_files'],
  [/(^|\/)(received|mottatt)\/:\w+$/, 'received_applications'],
  [/:contactId$/, 'contacts'],
  [/:affiliationId$/, 'affiliations'],
  [/:commentId$/, 'statement_comments'],
  [/:decisionId$/, 'decisions'],
  [/(^|\/)(objections|innsigelser)\/:\w+$/, 'objections'],
  [/(^|\/)(frozen-results|frosset)\/:\w+$/, 'frozen_results'],
  [/(^|\/)tatt-vare-pa\/:\w+$/, 'kept_forms'],
  [/(^|\/)(questions|sporsmal|spørsmål)\/:\w+$/, 'questions'],
  [/(^|\/)(criteria|kriterier|kriterium)\/:\w+$/, 'criteria'],
];
/** Whether `sources` says where to find what the last parameter of an address names. */
export const isKnown = (address: string): boolean => sources.some(([pattern]) => pattern.test(address));

/** The table that holds what the last parameter of an address names. */
export function tableOf(address: string): string {
  const [, table] = sources.find(([pattern]) => pattern.test(address)) ?? [];
  if (!table)
    throw new Error(
      `Add a line to \`sources\` in tests/helpers/routes.ts: in which table does one find what ${address} names? ` +
        'Where it names no id, add its values to `plain` there and to `choices` in tests/helpers/matrix/samples.ts.',
    );
  return table;
}

/** Parameters that are no ids. */
const plain: Record<string, string> = {
  kind: 'finalists',
  section: 'about',
  step: 'om',
  year: '2021',
  token: 'x'.repeat(43),
  hash: 'x',
  name: 'x',
  version: 'x',
  part: 'datoer',
  phase: 'setup',
  letter: 'returned',
  folder: 'x',
  width: '600',
  upload: 'x',
  slug: 'x',
};

/** Fills the parameters of addresses from what is stored, or with ids that nothing has. */
export function addressFiller(db: Database) {
  const known = new Map<string, string>();
  return async function fill(url: string, ids: 'stored' | 'unknown'): Promise<string> {
    let filled = '';
    let seen = '';
    for (const part of url.split('/').slice(1)) {
      seen += `/${part}`;
      filled += `/${part.startsWith(':') ? await value(seen, part) : part}`;
    }
    return filled;

    async function value(address: string, part: string): Promise<string> {
      const constant = plain[part.slice(1)];
      if (constant !== undefined) return constant;
      const table = tableOf(address);
      if (ids === 'unknown') return randomUUID();
      if (!known.has(table)) known.set(table, (await anyId(table)) ?? randomUUID());
      return known.get(table) as string;
    }
  };

  async function anyId(table: string): Promise<string | undefined> {
    const { rows } = await sql<{
      id: string;
    }>`select id from ${sql.table(table)} order by id limit 1`.execute(db);
    return rows[0]?.id;
  }
}

interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  minimum?: number;
  minLength?: number;
  minItems?: number;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
}

const formats: Record<string, () => string> = {
  uuid: randomUUID,
  email: () => 'nobody@example.no',
  date: () => '2030-01-31',
  'date-time': () => '2030-01-31T12:00:00Z',
};

/** The smallest value that a schema of our API accepts. */
export function smallest(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return smallest(schema.anyOf[0] as Schema);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, smallest(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => smallest(schema.items ?? {}));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return schema.format
        ? formats[schema.format]?.()
        : schema.pattern
          ? '123456'
          : 'x'.repeat(schema.minLength ?? 1);
    default:
      return null;
  }
}
