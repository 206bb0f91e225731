-- People as the realm names them; names and e-mail addresses stay in Keycloak.
create table person (
    id         uuid primary key,
    subject    text not null unique,
    first_seen timestamptz not null
);

-- A portrait handed in and what was decided about it. The portrait itself lies in the vault under its own data key.
create table identity_verification (
    id              uuid primary key,
    person          uuid not null references person (id),
    state           text not null
        check (state in ('checking', 'awaiting-referee', 'approved', 'rejected', 'unusable')),
    data_key        uuid not null,
    media_type      text not null,
    portrait_sha256 text not null,
    submitted_at    timestamptz not null,
    problem_cause   text,
    problem_remedy  text,
    referee         uuid references person (id),
    decided_at      timestamptz,
    evidence        text,
    note            text
);

create index identity_verification_by_person on identity_verification (person, submitted_at desc);

-- One open verification per person.
create unique index identity_verification_open on identity_verification (person)
    where state in ('checking', 'awaiting-referee');
