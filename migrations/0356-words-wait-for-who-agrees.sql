-- Whoever agrees to something that a letter tells of holds the year meanwhile: its words wait until that is done, and then stand still.
create or replace function letter_texts_guard() returns trigger language plpgsql as $$
begin
  perform from editions where id = new.edition_id for update;
  if letter_text_waits(new.edition_id, new.letter) then
    raise exception 'somebody agrees to these words' using errcode = 'check_violation', constraint = 'letter_texts_wait';
  end if;
  return new;
end $$;
