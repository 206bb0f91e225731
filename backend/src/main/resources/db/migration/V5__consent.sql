-- Whose likeness is whose, what they granted, and every decision that was made from it.

create table consent_likeness (
    id           uuid primary key,
    owner        uuid not null,
    opened_at    timestamptz not null,
    withdrawn_at timestamptz
);

-- Rows are never changed: granting again adds one. Withdrawal is of the likeness, above.
create table consent_grant (
    id            uuid primary key,
    likeness_id   uuid not null references consent_likeness,
    kind          text not null check (kind in ('create', 'use')),
    face          boolean not null,
    voice         boolean not null,
    training      boolean not null,
    text_version  integer not null,
    text_language text not null,
    text_sha256   text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
    granted_at    timestamptz not null,
    constraint create_needs_face_and_training check (kind <> 'create' or (face and training)),
    constraint use_needs_face check (kind <> 'use' or face)
);
create index on consent_grant (likeness_id, granted_at);

-- Facts are ids and codes only. They are null where no policy was asked, e.g. for a forged authorization.
create table consent_decision (
    id                uuid primary key,
    decided_at        timestamptz not null,
    action            text not null,
    person            uuid not null,
    likeness_id       uuid not null,
    subject           uuid not null,
    outcome           text not null check (outcome in ('permit', 'deny')),
    policy_ids        text[] not null check (cardinality(policy_ids) > 0),
    policy_set_sha256 text not null,
    schema_sha256     text not null,
    facts             text,
    facts_sha256      text
);
create index on consent_decision (likeness_id, decided_at);

create table consent_authorization (
    id          uuid primary key,
    likeness_id uuid not null,
    purpose     text not null,
    subject     uuid not null,
    requester   uuid not null,
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    signature   bytea not null
);
