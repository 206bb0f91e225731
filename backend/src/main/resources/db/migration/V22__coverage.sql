-- How much of what a likeness is drawn from its footage showed, as figures: for who reads it when the footage is gone.
alter table likeness add column coverage jsonb;
comment on column likeness.coverage is 'Of the newest training; null before it ended, and after a withdrawal.';
