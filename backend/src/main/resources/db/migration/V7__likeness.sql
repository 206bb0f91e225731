create table likeness (
    id               uuid primary key,
    owner_id         uuid        not null,
    enrolment_id     uuid        not null,
    data_key_id      uuid        not null,
    authorization_id uuid        not null,
    run              integer     not null,
    state            text        not null check (state in ('training', 'ready', 'failed', 'withdrawn')),
    settings         jsonb       not null,
    provenance       jsonb,
    problem          jsonb,
    requested_at     timestamptz not null
);

comment on table likeness is 'The newest training of each likeness; its model lies in the vault under the run.';

create index likeness_owner on likeness (owner_id);

create table likeness_curve (
    likeness_id       uuid             not null references likeness (id),
    run               integer          not null,
    step              integer          not null,
    loss              double precision not null,
    held_out_psnr_db  double precision,
    primary key (likeness_id, run, step)
);
