-- Recordings to perform with can be deleted by whoever sent them. The row stays until a second look has made sure that nothing of
-- them is left.
alter table performance drop constraint performance_state_check;
alter table performance add constraint performance_state_check
    check (state in ('receiving', 'speaking', 'preparing', 'ready', 'refused', 'failed', 'deleted', 'withdrawn'));
drop index performance_by_end;
create index performance_by_end on performance (ended_at) where state in ('refused', 'failed', 'deleted');
create index performance_by_author on performance (author);
