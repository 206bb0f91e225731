create table render (
    id               uuid primary key,
    requester        uuid        not null,
    performance_id   uuid        not null,
    likeness_id      uuid        not null,
    authorization_id uuid        not null,
    permitted_by     text[]      not null,
    idempotency_key  text        not null,
    state            text        not null,
    plan             jsonb,
    output_id        text,
    problem          jsonb,
    asked_at         timestamptz not null default now(),
    unique (requester, idempotency_key)
);

create index render_running on render (likeness_id) where state in ('RENDERING', 'SEALING');

-- One row per drawn segment: the first attempt to insert it wins, whatever a crash or a second worker did.
create table render_segment (
    render_id  uuid not null references render (id) on delete cascade,
    index      int  not null,
    object_key text not null,
    primary key (render_id, index)
);
