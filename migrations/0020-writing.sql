-- Writing together: structured questions, who wrote what when, the history of a draft, and who is in it now.

alter table questions
  -- {"columns": [{"key", "type": "text" | "number", "texts": {"nb", "nn", "en"?}}]}
  -- or {"options": [{"key", "texts": {…}}], "other": true | false}
  add column details jsonb,
  drop constraint questions_section_check,
  drop constraint questions_kind_check,
  add constraint questions_section_check check (section in ('about', 'criteria', 'facts', 'extra', 'approval')),
  add constraint questions_kind_check check (kind in ('text', 'line', 'tick', 'table', 'choices')),
  add constraint questions_details check ((kind in ('table', 'choices')) = (details is not null)),
  -- tables and choices help the reader; they never stand in the way of an application
  add constraint questions_structured_optional check (kind not in ('table', 'choices') or not required);

-- The last version that somebody else than `updated_by` wrote: with it, everybody's last version by another is known,
-- and a text is only ever in conflict with what another person has written since.
alter table answers
  add column foreign_version integer not null default 0,
  add constraint answers_foreign_version check (foreign_version between 0 and version - 1);

-- What a person wrote in a part of an application within five minutes; at a submission the whole part; at a conflict
-- the text that did not become the answer. No audit rows: a draft belongs to those who write it.
create table revisions (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null references nominations (id),
  section text not null,
  kind text not null check (kind in ('writing', 'conflict', 'submission', 'restore')),
  person_id uuid not null references people (id),
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  -- {"<question>": "<value as it stood>"}
  answers jsonb not null,
  constraint revisions_in_order check (begun_at <= saved_at)
);
create index revisions_nomination on revisions (nomination_id, section, begun_at desc);
revoke delete on revisions from app;

-- Who has the form open: one row a person and application, in real time, gone the next day.
create table presence (
  nomination_id uuid not null references nominations (id),
  person_id uuid not null references people (id),
  section text not null,
  -- the field one stands in
  question_id uuid,
  seen_at timestamptz not null,
  primary key (nomination_id, person_id)
);
