-- Who works with talent. The name is shown on contracts; audit records hold its hash alone.
create table organisation (
    id         uuid primary key,
    name       text not null,
    created_at timestamptz not null,
    created_by uuid not null references person (id)
);

create function are_organisation_roles(roles text[]) returns boolean language sql immutable as $$
    select cardinality(roles) > 0 and roles <@ array['producer', 'rights-manager', 'reviewer', 'operator']
$$;

-- Ended memberships stay: what somebody did for an organisation they did as its member.
create table organisation_member (
    id           uuid primary key,
    organisation uuid not null references organisation (id),
    person       uuid not null references person (id),
    roles        text[] not null check (are_organisation_roles(roles)),
    since        timestamptz not null,
    ended_at     timestamptz
);

create unique index organisation_member_standing on organisation_member (organisation, person) where ended_at is null;
create index organisation_member_by_person on organisation_member (person, since);

-- The token itself is nowhere but with whom it was given to.
create table organisation_invitation (
    id           uuid primary key,
    organisation uuid not null references organisation (id),
    token_sha256 bytea not null unique check (length(token_sha256) = 32),
    roles        text[] not null check (are_organisation_roles(roles)),
    invited_by   uuid not null references person (id),
    -- From the studio itself, to an organisation that had no member yet.
    first_member boolean not null,
    expires_at   timestamptz not null,
    accepted_by  uuid references person (id),
    accepted_at  timestamptz,
    check ((accepted_by is null) = (accepted_at is null))
);

-- What authenticators know a person by: random, so that it says nothing to whoever finds one.
create table passkey_holder (
    person uuid primary key references person (id),
    handle bytea not null unique check (length(handle) = 32)
);

-- Revoked ones stay: what they signed names them.
create table passkey (
    id              uuid primary key,
    person          uuid not null references passkey_holder (person),
    credential_id   bytea not null unique,
    -- Attested credential data as the authenticator gave it (W3C Web Authentication, 6.5.1): AAGUID, id, COSE key.
    attested        bytea not null,
    -- SubjectPublicKeyInfo of the same key.
    public_key      bytea not null,
    sign_count      bigint not null check (sign_count >= 0),
    backup_eligible boolean not null,
    label           text not null,
    registered_at   timestamptz not null,
    last_used_at    timestamptz,
    revoked_at      timestamptz
);

create index passkey_by_person on passkey (person, registered_at);

-- One question to one person's authenticator, for one purpose, answered at most once.
create table passkey_ceremony (
    id         uuid primary key,
    person     uuid not null references person (id),
    purpose    text not null check (purpose in ('registration', 'signature', 'step-up')),
    challenge  bytea not null,
    expires_at timestamptz not null,
    spent_at   timestamptz
);

create index passkey_ceremony_by_person on passkey_ceremony (person, expires_at);

-- When a person last proved it by passkey, in each of their sign-ins.
create table step_up (
    person  uuid not null references person (id),
    -- SHA-256 of what names the sign-in in its token.
    sign_in bytea not null check (length(sign_in) = 32),
    passkey uuid not null references passkey (id),
    at      timestamptz not null,
    primary key (person, sign_in)
);

-- What the referee saw beside the face.
alter table identity_verification
    add column age text not null default 'unknown' check (age in ('unknown', 'adult', 'minor')),
    add column public_figure text not null default 'unknown'
        check (public_figure in ('unknown', 'no', 'confirmed', 'unconfirmed'));
