-- Mail programs show a button of their own on a letter that one can decline: what it is sent to goes along in the head of the letter.

-- a path of this service, with the secret that takes the recipient off; gone with the address
alter table letters add column unsubscribe_path text check (unsubscribe_path like '/%');

-- The link of the first letter is stored as a hash, so the reminder itself, weeks later, has one of its own.
alter table call_reminders add column reminder_token_hash bytea constraint call_reminders_reminder_token unique;
