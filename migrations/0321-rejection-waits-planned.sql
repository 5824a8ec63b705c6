-- Asked of each application it was slow among many; what asks now says the condition itself.
drop function rejection_waits(uuid);
