-- Of each letter in confidence is kept what it told: also of one to somebody who came to the application after the others were told.
-- Before, only the first telling of a choice was kept, and a later letter passed for one that tells nothing in confidence.

alter table confidential_notices drop constraint confidential_notices_pkey;
alter table confidential_notices add primary key (batch_id, nomination_id);
create index confidential_notices_decision on confidential_notices (decision_id, nomination_id);
drop index confidential_notices_batch;
