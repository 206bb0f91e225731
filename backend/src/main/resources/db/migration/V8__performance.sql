-- A script to be said with one likeness. Script, sound and timing lie in the vault under the likeness's data key; here is
-- only what may be seen without it.
create table performance (
    id          uuid primary key,
    author      uuid not null,
    likeness    uuid not null,
    data_key    uuid not null,
    language    text not null,
    synthesizer text not null,
    state       text not null check (state in ('speaking', 'ready', 'failed', 'withdrawn')),
    duration_us bigint,
    problem     jsonb,
    begun_at    timestamptz not null
);

create index performance_by_likeness on performance (likeness);
