-- The text of documents and of what was sent in, for reading on the page, for searching, and for finding identity numbers in it.
-- A text belongs to its document and through it to an application: whoever asks for it starts there.

-- Both as stems, so that "tjenesten" finds "tjenester", and as written, for words that the bokmål stems do not know and those they leave out.
create function searchable(words text) returns tsvector immutable parallel safe language sql
  return to_tsvector('pg_catalog.norwegian', words) || to_tsvector('pg_catalog.simple', words);

create table document_texts (
  document_id uuid primary key references documents (id) on delete cascade,
  -- partly: not to its end; empty: pictures, or a PDF of pictures; unreadable: nothing could be read, see fault
  state text not null check (state in ('read', 'partly', 'empty', 'unreadable')),
  fault text check (fault in ('time', 'memory', 'size', 'damaged', 'encrypted', 'lost')),
  pages integer not null check (pages >= 0),
  -- identity numbers outside of the pages: headers, comments, properties
  identity_numbers_besides integer not null check (identity_numbers_besides >= 0),
  -- of the program that read it: a better one reads again what an older one read
  reader integer not null,
  read_at timestamptz not null,
  constraint document_texts_fault check ((fault is not null) = (state in ('partly', 'unreadable'))),
  constraint document_texts_pages check (state in ('read', 'partly') or pages = 0)
);

-- A page of a PDF; of other documents a part of some thousand characters.
-- No index over the words on purpose: a search reads the pages that the person may read and no others, so that neither what it finds
-- nor how long it takes tells of any other (docs/decisions/0022).
create table document_pages (
  document_id uuid not null references document_texts (document_id) on delete cascade,
  number integer not null check (number > 0),
  text text not null,
  -- the same as a tree of headings, paragraphs, lists and tables
  nodes jsonb not null,
  identity_numbers integer not null check (identity_numbers >= 0),
  words tsvector not null generated always as (searchable(text)) stored,
  primary key (document_id, number)
);

-- The answers of what was sent in, one by one. Follows the submission and never changes.
create table submission_words (
  submission_id uuid not null references submissions (id),
  position integer not null,
  label text not null,
  text text not null,
  words tsvector not null generated always as (searchable(text)) stored,
  primary key (submission_id, position)
);
create function keep_submission_words() returns trigger language plpgsql as $$
begin
  insert into submission_words (submission_id, position, label, text)
  select new.id, answer.position, answer.value ->> 'label', answer.value ->> 'value'
  from jsonb_array_elements(new.rendered -> 'answers') with ordinality as answer (value, position)
  where answer.value ->> 'kind' <> 'tick' and btrim(answer.value ->> 'value') <> '';
  return new;
end $$;
create trigger submissions_words after insert on submissions for each row execute function keep_submission_words();
insert into submission_words (submission_id, position, label, text)
select s.id, answer.position, answer.value ->> 'label', answer.value ->> 'value'
from submissions s cross join jsonb_array_elements(s.rendered -> 'answers') with ordinality as answer (value, position)
where answer.value ->> 'kind' <> 'tick' and btrim(answer.value ->> 'value') <> '';
revoke update, delete on submission_words from app;
