-- What is known about each data key, for queries. The keys themselves lie in files, never here: no backup of this
-- database can bring a destroyed key back, and a restored key file does not undo destroyed_at.
create table data_key (
    id           uuid primary key,
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz
);
