/**
 * Searching in what one may read. Every part starts from the policy: first the applications and documents of the reader, then the
 * words in these and no others. So neither a count, nor an order, nor the time it takes tells of anything else (decision 0023).
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { relationsOf, scope, type Relations } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { knownTo, readable } from '../documents/queries.ts';
import { HITS_A_PAGE, type Hit, type SearchResult, type Segment, type Wanted } from './schema-search.ts';

/** Letters that no text of ours holds: around a hit. */
const FROM = '\ue000';
const TO = '\ue001';
const PARTS = `StartSel=${FROM}, StopSel=${TO}, MaxFragments=2, MaxWords=30, MinWords=14, FragmentDelimiter=" … "`;
const WHOLE = `StartSel=${FROM}, StopSel=${TO}, HighlightAll=true`;

interface Row {
  kind: Hit['kind'];
  nomination_id: string;
  document_id: string | null;
  media_type: string | null;
  title: string;
  number: number | null;
  stems: string;
  plain: string;
  total: string;
  organisation_name: string;
  unit_name: string;
  year: number;
  rel: Relations<typeof nomination>;
}

export async function search(db: Kysely<DB>, reader: Reader, wanted: Wanted): Promise<SearchResult> {
  const page = Math.max(1, wanted.page ?? 1);
  const query = await queryOf(db, wanted.q);
  if (!query) return { total: 0, page: 1, pages: 0, hits: [] };
  const { rows } = await sql<Row>`
    with ${parts(reader, wanted)},
    hits as (${found(query)}),
    shown as (
      select h.*, count(*) over () as total from hits h
      order by h.rank desc, h.nomination_id, h.document_id nulls first, h.number
      limit ${HITS_A_PAGE} offset ${(page - 1) * HITS_A_PAGE}
    )
    select s.kind, s.nomination_id, s.document_id, s.media_type, s.title, s.number, s.total,
      ts_headline('norwegian', s.text, ${query}::tsquery, ${PARTS}) as stems,
      ts_headline('simple', s.text, ${query}::tsquery, ${PARTS}) as plain,
      n.organisation_name, n.unit_name, e.year, ${relationsOf(nomination, viewerOf(reader.actor), reader.now, 'n', ['read'])} as rel
    from shown s join nominations n on n.id = s.nomination_id join editions e on e.id = n.edition_id
    order by s.rank desc, s.nomination_id, s.document_id nulls first, s.number`.execute(db);
  const total = Number(rows[0]?.total ?? 0);
  return { total, page, pages: Math.ceil(total / HITS_A_PAGE), hits: rows.map(hitOf) };
}

/** What the reader may read: documents; applications of one's own as they stand; those of others as they were sent in. */
function parts(reader: Reader, { editionId, nominationId }: Wanted): RawBuilder<unknown> {
  const viewer = viewerOf(reader.actor);
  const within = sql`(${editionId ?? null}::uuid is null or n.edition_id = ${editionId ?? null}::uuid)
    and (${nominationId ?? null}::uuid is null or n.id = ${nominationId ?? null}::uuid)`;
  const own = scope(nomination, 'readDraft', viewer, reader.now, 'n');
  return sql`
    known as materialized (
      select d.id, d.nomination_id, d.name, d.description, d.media_type from documents d join nominations n on n.id = d.nomination_id
      where ${knownTo(reader)} and ${readable('d')} and ${within}
    ),
    own as materialized (select n.id, n.edition_id, n.language from nominations n where ${own} and ${within}),
    sent as materialized (
      select s.id, s.nomination_id from submissions s join nominations n on n.id = s.nomination_id
      where ${scope(nomination, 'read', viewer, reader.now, 'n')} and not ${own} and ${within}
        and s.number = (select max(number) from submissions where nomination_id = n.id)
    )`;
}

/** `offset 0` keeps the database from comparing words first and asking whose they are afterwards. */
const found = (query: string): RawBuilder<unknown> => {
  const rank = (words: RawBuilder<unknown>) => sql`ts_rank_cd(${words}, ${query}::tsquery)`;
  const name = sql`searchable(translate(k.name, '._-', '   ') || ' ' || k.description)`;
  const live = sql`searchable(a.value)`;
  return sql`
    select 'page' as kind, k.nomination_id, k.id as document_id, k.media_type, k.name as title, p.number, p.text, ${rank(sql`p.words`)} as rank
      from known k cross join lateral (select * from document_pages where document_id = k.id offset 0) p where p.words @@ ${query}::tsquery
    union all
    select 'file', k.nomination_id, k.id, k.media_type, k.name, null, k.name || case k.description when '' then '' else ': ' || k.description end, ${rank(name)}
      from known k where ${name} @@ ${query}::tsquery
    union all
    select 'answer', s.nomination_id, null, null, w.label, w.position, w.text, ${rank(sql`w.words`)}
      from sent s cross join lateral (select * from submission_words where submission_id = s.id offset 0) w where w.words @@ ${query}::tsquery
    union all
    select 'answer', o.id, null, null, coalesce(q.texts -> o.language ->> 'label', q.texts -> 'nb' ->> 'label', ''), q.position, a.value, ${rank(live)}
      from own o cross join lateral (select * from answers where nomination_id = o.id offset 0) a join questions q on q.id = a.question_id
      where q.kind in ('text', 'line') and ${live} @@ ${query}::tsquery`;
};

/**
 * What somebody typed as a query: by stems, as written, and by how words begin, which finds "kommunane" by "kommune". With
 * quotation marks or a minus it means what it says and no more. Undefined when nothing is left to look for.
 */
async function queryOf(db: Kysely<DB>, given: string): Promise<string | undefined> {
  const typed = given.replace(/\p{Cc}/gu, ' ');
  const exact = sql`(websearch_to_tsquery('norwegian', ${typed}) || websearch_to_tsquery('simple', ${typed}))`;
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  const strict = /["]|(?:^|\s)-\S/.test(typed) || words.length > 12;
  const beginnings = words.map((word) =>
    [...word].length >= 4
      ? sql`to_tsquery('norwegian', ${`${word}:*`})`
      : sql`plainto_tsquery('simple', ${word})`,
  );
  const wide =
    strict || beginnings.length === 0 ? exact : sql`(${exact} || (${sql.join(beginnings, sql` && `)}))`;
  const { rows } = await sql<{ query: string; size: number }>`
    select query::text, numnode(query) as size from (select ${wide} as query) as made`.execute(db);
  return rows[0] && rows[0].size > 0 ? rows[0].query : undefined;
}

function hitOf(row: Row): Hit {
  const { kind, nomination_id: id, organisation_name: organisation, unit_name: unit, year, rel } = row;
  return {
    kind,
    nomination: { id, organisation, unit, year },
    as: rel.applicant ? 'applicant' : rel.secretary ? 'secretary' : 'juror',
    document: row.document_id === null ? null : { id: row.document_id, mediaType: row.media_type ?? '' },
    title: row.title,
    page: kind === 'page' ? row.number : null,
    // Words that the stems leave out ("og") are marked only where they are looked for as written.
    excerpt: segments(row.stems.includes(FROM) ? row.stems : row.plain),
  };
}

function segments(marked: string): Segment[] {
  return marked
    .split(FROM)
    .flatMap((part, i): Segment[] => {
      if (i === 0) return [{ text: part, hit: false }];
      const [hit = '', ...rest] = part.split(TO);
      return [
        { text: hit, hit: true },
        { text: rest.join(''), hit: false },
      ];
    })
    .filter(({ text }) => text !== '');
}

/** What a search would mark in a text, as it stands there, and on which pages. Whoever calls has found the text by right. */
export async function markedWords(
  db: Kysely<DB>,
  pages: readonly { number: number; text: string }[],
  typed: string,
): Promise<{ words: string[]; hits: number[] }> {
  const query = typed === '' ? undefined : await queryOf(db, typed);
  if (!query || pages.length === 0) return { words: [], hits: [] };
  const numbers = sql`${pages.map(({ number }) => number)}::integer[]`;
  const texts = sql`${pages.map(({ text }) => text)}::text[]`;
  const { rows } = await sql<{ number: number; stems: string; plain: string }>`
    select number, ts_headline('norwegian', text, ${query}::tsquery, ${WHOLE}) as stems, ts_headline('simple', text, ${query}::tsquery, ${WHOLE}) as plain
    from unnest(${numbers}, ${texts}) as page (number, text) where searchable(text) @@ ${query}::tsquery order by number`.execute(
    db,
  );
  const words = rows.flatMap(({ stems, plain }) =>
    segments(stems.includes(FROM) ? stems : plain).flatMap(({ text, hit }) => (hit ? [text] : [])),
  );
  const once = new Map(words.map((word) => [word.toLowerCase(), word]));
  return { words: [...once.values()].slice(0, 50), hits: rows.map(({ number }) => number) };
}

/** The years in which the reader may read an application: what the search can be narrowed to. */
export const searchableYears = (db: Kysely<DB>, { actor, now }: Reader) =>
  db
    .selectFrom('editions as e')
    .select(['e.id', 'e.year'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('nominations as n')
          .select('n.id')
          .whereRef('n.edition_id', '=', 'e.id')
          .where((or) =>
            or.or([
              scope(nomination, 'read', viewerOf(actor), now, 'n'),
              scope(nomination, 'readDraft', viewerOf(actor), now, 'n'),
            ]),
          ),
      ),
    )
    .orderBy('e.year', 'desc')
    .execute();
