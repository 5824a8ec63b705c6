-- The words of letters, per edition, where the secretariat has written its own. Every text that has ever been used stays.

create table letter_texts (
  edition_id uuid not null references editions (id),
  -- a letter of the catalogue; which ones, and which words they may hold, the code knows
  letter text not null,
  -- 1 for the first; the highest one counts
  version integer not null check (version > 0),
  -- {"nb": {"subject", "body"}, "nn": …}; null: the standard again
  texts jsonb,
  written_by uuid not null references people (id),
  written_at timestamptz not null,
  primary key (edition_id, letter, version),
  constraint letter_texts_whole check (texts is null or (texts #>> '{nb,subject}' <> '' and texts #>> '{nb,body}' <> ''
    and texts #>> '{nn,subject}' <> '' and texts #>> '{nn,body}' <> ''))
);
revoke update, delete on letter_texts from app;

-- Which of the edition's own texts a letter was made of; null: the standard.
alter table letters add column text_version integer;
