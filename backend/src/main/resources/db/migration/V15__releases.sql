-- Talent releases. Names stand in the contracts alone, which lie in the vault under a data key per release; here are ids,
-- codes and hashes.

create table talent_release (
    id           uuid primary key,
    organisation uuid not null,
    likeness     uuid,
    signatory    uuid,
    capacity     text not null check (capacity in ('SELF', 'GUARDIAN', 'ESTATE')),
    data_key     uuid not null,
    drafted_by   uuid not null,
    drafted_at   timestamptz not null,
    revoked_from date,
    revoked_by   text check (revoked_by in ('STUDIO', 'TALENT', 'WITHDRAWAL')),
    revoked_at   timestamptz,
    check ((revoked_from is null) = (revoked_by is null) and (revoked_from is null) = (revoked_at is null)),
    check (signatory is null or likeness is not null)
);
create index on talent_release (organisation);
create index on talent_release (signatory);
create index on talent_release (likeness);

-- An unsigned version may change; each change lies in a folder of its own. The digest is that of both documents, and there
-- once it is known who the talent is.
create table release_version (
    release       uuid not null references talent_release,
    version       integer not null check (version >= 1),
    terms         jsonb not null,
    folder        uuid not null unique,
    signer        uuid not null,
    digest        text check (digest ~ '^[0-9a-f]{64}$'),
    sealed_sha256 text check (sealed_sha256 ~ '^[0-9a-f]{64}$'),
    written_by    uuid not null,
    written_at    timestamptz not null,
    primary key (release, version)
);

-- What proves the signature to anybody, as the passkey gave it (base64url).
create table release_signature (
    release            uuid not null,
    version            integer not null,
    side               text not null check (side in ('STUDIO', 'TALENT')),
    person             uuid not null,
    digest             text not null check (digest ~ '^[0-9a-f]{64}$'),
    credential_id      text not null,
    public_key         text not null,
    authenticator_data text not null,
    client_data_json   text not null,
    signature          text not null,
    signed_at          timestamptz not null,
    primary key (release, version, side),
    foreign key (release, version) references release_version
);

create table release_invitation (
    token_sha256 text primary key check (token_sha256 ~ '^[0-9a-f]{64}$'),
    release      uuid not null references talent_release,
    invited_by   uuid not null,
    invited_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_by      uuid,
    used_at      timestamptz
);
create index on release_invitation (release);

create table release_suspension (
    release   uuid not null references talent_release,
    side      text not null check (side in ('STUDIO', 'TALENT')),
    reason    text not null check (reason in ('STRIKE', 'DISPUTE')),
    person    uuid not null,
    since     timestamptz not null,
    lifted_by uuid,
    lifted_at timestamptz,
    check ((lifted_by is null) = (lifted_at is null))
);
create unique index release_suspension_open on release_suspension (release, side) where lifted_at is null;

-- The script and the note of the decision lie in the vault.
create table release_use (
    id              uuid primary key,
    release         uuid not null references talent_release,
    version         integer not null,
    asked_by        uuid not null,
    asked_at        timestamptz not null,
    terms           jsonb not null,
    script_language text not null,
    script_sha256   text not null check (script_sha256 ~ '^[0-9a-f]{64}$'),
    longest_seconds integer not null check (longest_seconds > 0),
    state           text not null check (state in ('ASKED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    decided_version integer,
    decided_by      uuid,
    decided_at      timestamptz,
    note            uuid
);
create index on release_use (release, asked_at);

-- Each render counts in seconds begun.
create table release_usage (
    render       uuid primary key,
    use          uuid not null references release_use,
    state        text not null check (state in ('RESERVED', 'DELIVERED', 'RELEASED')),
    length_ms    bigint not null check (length_ms >= 0),
    output_id    text,
    reserved_at  timestamptz not null,
    delivered_at timestamptz,
    check ((state = 'DELIVERED') = (output_id is not null) and (state = 'DELIVERED') = (delivered_at is not null))
);
create index on release_usage (use);
