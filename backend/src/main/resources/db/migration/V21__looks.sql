-- The driving take that a training learns a second, casual look from; null where it learns from the enrolled footage alone.
alter table likeness add column look_id uuid;
