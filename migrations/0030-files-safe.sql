-- What lies in the store, once for each content, and whether it is safe to open. A document is a name on one of these.

create table stored_files (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  stored_at timestamptz not null,
  -- waiting: will be scanned; unscanned: no scanner could look at it
  scan text not null check (scan in ('waiting', 'clean', 'infected', 'unscanned')),
  scanned_at timestamptz,
  -- how often the scanner did not answer, and when last
  scan_attempts integer not null default 0,
  -- what was found, in the scanner's words
  finding text,
  constraint stored_files_scanned check (scan not in ('clean', 'infected') or scanned_at is not null),
  constraint stored_files_finding check ((scan = 'infected') = (finding is not null))
);
create index stored_files_unsettled on stored_files (stored_at) where scan in ('waiting', 'unscanned');

insert into stored_files (sha256, bytes, stored_at, scan)
select sha256, max(bytes), min(uploaded_at), 'unscanned' from documents group by sha256;
alter table documents add constraint documents_file foreign key (sha256) references stored_files (sha256);

-- One row: whether a file must have been scanned before anybody reads it. Written from the settings when a server starts.
create table scan_rule (
  one boolean primary key default true check (one),
  required boolean not null default false
);
insert into scan_rule default values;
revoke insert, delete on scan_rule from app;

-- THE CONDITION for reading the content of a document, and for sending it in. Everything that opens a file asks here.
create function document_readable(file text) returns boolean language sql stable as $$
  select coalesce((
    select f.scan = 'clean' or (f.scan = 'unscanned' and not r.required)
    from stored_files f cross join scan_rule r where f.sha256 = file
  ), false)
$$;

-- What was found infected stays so: nothing the service does can open it again.
create function keep_quarantine() returns trigger language plpgsql as $$
begin
  raise exception 'an infected file stays infected' using errcode = 'check_violation', constraint = 'stored_files_quarantine';
end $$;
create trigger stored_files_quarantine before update on stored_files for each row
  when (old.scan = 'infected' and new.scan <> 'infected') execute function keep_quarantine();

create function send_only_readable() returns trigger language plpgsql as $$
begin
  if not exists (select from documents d where d.id = new.document_id and document_readable(d.sha256)) then
    raise exception 'a document that is not safe cannot be sent in'
      using errcode = 'check_violation', constraint = 'submission_documents_readable';
  end if;
  return new;
end $$;
create trigger submission_documents_readable before insert on submission_documents for each row
  execute function send_only_readable();

alter table documents
  -- OFF-3: why it should not be public; null when it may be
  add column withhold_reason text constraint documents_withheld check (withhold_reason <> ''),
  -- the newer version; the older is kept, removed, until the next submission
  add column replaced_by uuid references documents (id),
  -- where a picture was taken, and with what, was cut out before it was stored
  add column metadata_removed boolean not null default false,
  add constraint documents_replaced check (replaced_by is null or (removed_at is not null and replaced_by <> id));
create index documents_replaced_by on documents (replaced_by) where replaced_by is not null;
