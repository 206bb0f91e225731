-- Footage handed in for a likeness, and what was found in it. The footage and the face track lie in the vault under the
-- likeness's data key, which this room owns.
create table enrolment (
    id             uuid primary key,
    person         uuid not null,
    likeness       uuid not null unique,
    data_key       uuid not null,
    state          text not null
        check (state in ('receiving', 'analysing', 'accepted', 'refused', 'failed', 'withdrawn')),
    footage_sha256 text,
    footage_bytes  bigint,
    report         jsonb,
    problem        jsonb,
    begun_at       timestamptz not null,
    decided_at     timestamptz
);

create index enrolment_by_person on enrolment (person, begun_at desc);
