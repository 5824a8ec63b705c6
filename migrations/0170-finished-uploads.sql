-- Which document a resumable upload has become: asked again, it answers with that one and never makes a second. Goes with the document.

create table finished_uploads (
  -- the last part of its address
  upload text primary key,
  document_id uuid not null unique references documents (id) on delete cascade,
  -- as it was sent; a picture may be kept as a smaller one
  bytes bigint not null check (bytes >= 0)
);
revoke update, delete on finished_uploads from app;
