-- When the call is planned to be announced: empty until somebody has planned it. Afterwards `announced_at` says when it was.

alter table editions add column announces_at timestamptz,
  add constraint editions_announced_before_opening check (announces_at <= opens_at);
