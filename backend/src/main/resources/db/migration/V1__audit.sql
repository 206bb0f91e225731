-- The audit trail: entries, and the Merkle tree (RFC 9162) over salted commitments to them. The node at (level, index)
-- covers the entries [index * 2^level, (index + 1) * 2^level), as in the tlog-tiles layout; only whole ones are stored.
create table audit_entry (
    index       bigint primary key check (index >= 0),
    recorded_at timestamptz not null,
    kind        text not null,
    subject     text not null,
    -- Canonical JSON (RFC 8785), byte for byte what the leaf commits to.
    entry       text not null,
    salt        bytea not null check (length(salt) = 32)
);

create index audit_entry_subject on audit_entry (subject, index desc);

create table audit_node (
    level smallint not null check (level >= 0),
    index bigint not null check (index >= 0),
    hash  bytea not null check (length(hash) = 32),
    primary key (level, index)
);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end
$$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();

create trigger audit_node_append_only before update or delete or truncate on audit_node
    for each statement execute function audit_is_append_only();
