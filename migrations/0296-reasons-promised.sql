-- Whether the year promises everybody whom the jury weighed its reasons, in words of their own. Null: announced before it could be
-- promised, so that the checksum of the rules stays what it was.

alter table editions add column reasons_promised boolean;
update editions set reasons_promised = false where announced_at is null;
alter table editions alter column reasons_promised set default false;
