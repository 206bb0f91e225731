-- The name of the version of the master key that wrapped data keys when the studio last looked: one row, no key.
create table master_key (
    single  boolean primary key default true check (single),
    version text        not null,
    seen_at timestamptz not null default now()
);
