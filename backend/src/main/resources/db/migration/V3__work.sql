-- Long work, one row each. The row says where the work stands; work_schedule only says who is to run it when.
create table work (
    id          uuid primary key,
    kind        text not null,
    subject     uuid not null,
    part        integer not null,
    state       text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    stage       text not null,
    fraction    double precision not null default 0 check (fraction between 0 and 1),
    figures     jsonb not null default '{}',
    -- How often it was started. Writes of a worker that lost the row carry an older attempt and change nothing.
    attempt     integer not null default 0,
    -- How often its worker died, and how often its handler threw.
    deaths      integer not null default 0,
    failures    integer not null default 0,
    -- Asked for while running; the handler learns it at its next check.
    cancelled   boolean not null default false,
    problem     jsonb,
    created_at  timestamptz not null,
    finished_at timestamptz,
    unique (kind, subject, part)
);

create index work_of_subject on work (subject);
create index work_open on work (kind, state) where state in ('QUEUED', 'RUNNING');

-- What happened to the work of a subject, for listeners that come back. Readers go by (transaction, seq) and read only
-- transactions below the oldest one still running, so that none committed late is missed.
create table work_event (
    transaction xid8 not null default pg_current_xact_id(),
    seq         bigint generated always as identity,
    subject     uuid not null,
    kind        text not null,
    part        integer not null,
    state       text not null,
    stage       text not null,
    fraction    double precision not null,
    figures     jsonb not null,
    primary key (subject, transaction, seq)
);

-- db-scheduler's table.
create table work_schedule (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index work_schedule_due on work_schedule (priority desc, execution_time);
create index work_schedule_heartbeat on work_schedule (last_heartbeat);
