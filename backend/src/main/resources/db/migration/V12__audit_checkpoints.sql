-- What the leaf holds beside what it was made of: the commitment stays when entry and salt are erased.
alter table audit_entry add column commitment bytea check (length(commitment) = 32);
alter table audit_entry disable trigger audit_entry_append_only;
update audit_entry set commitment = sha256(salt || convert_to(entry, 'UTF8'));
alter table audit_entry enable trigger audit_entry_append_only;
alter table audit_entry
    alter column commitment set not null,
    alter column recorded_at drop not null,
    alter column kind drop not null,
    alter column subject drop not null,
    alter column entry drop not null,
    alter column salt drop not null,
    -- Index of the record that says that this entry was erased; it may be written after, in the same transaction.
    add column erased_by bigint references audit_entry (index) deferrable initially deferred,
    add constraint audit_entry_whole_or_erased check (case when erased_by is null
        then num_nulls(recorded_at, kind, subject, entry, salt) = 0
        else num_nonnulls(recorded_at, kind, subject, entry, salt) = 0 end);

-- Appends and answers with the index of the first. Until the transaction ends nobody else appends, so that two never take
-- the same place; each statement here sees all that was appended before its turn came.
create function audit_append(at timestamptz[], kinds text[], subjects text[], entries text[], salts bytea[],
        commitments bytea[]) returns bigint language plpgsql
    -- plans made while the tables were small would read them whole ever after
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    first bigint;
    grown smallint := 0;
begin
    -- any number that nobody else locks
    perform pg_advisory_xact_lock(x'5e1f5a3ea0d17001'::bigint);
    select coalesce(max(index) + 1, 0) into first from audit_entry;
    insert into audit_entry (index, recorded_at, kind, subject, entry, salt, commitment)
        select first + place - 1, recorded_at, kind, subject, entry, salt, commitment
        from unnest(at, kinds, subjects, entries, salts, commitments)
            with ordinality as said (recorded_at, kind, subject, entry, salt, commitment, place);
    insert into audit_node (level, index, hash)
        select 0, first + place - 1, sha256('\x00'::bytea || commitment)
        from unnest(commitments) with ordinality as leaf (commitment, place);
    -- every new right child makes a subtree whole; before this there were (first >> level) whole ones
    loop
        insert into audit_node (level, index, hash)
            select grown + 1, r.index >> 1, sha256('\x01'::bytea || l.hash || r.hash)
            from audit_node r join audit_node l on l.level = grown and l.index = r.index - 1
            where r.level = grown and r.index >= first >> grown and r.index & 1 = 1;
        exit when not found;
        grown := grown + 1;
    end loop;
    return first;
end
$$;

-- Records of committed transactions that have no place in the tree yet: for a moment only, unless a process dies in it.
create table audit_pending (
    ticket      bigint generated always as identity primary key,
    recorded_at timestamptz not null,
    kind        text not null,
    subject     text not null,
    entry       text not null,
    salt        bytea not null check (length(salt) = 32),
    commitment  bytea not null check (length(commitment) = 32)
);

-- Gives all of them their place; best in a transaction of its own, so that nobody waits for one that goes on.
create function audit_integrate() returns void language plpgsql
    set enable_seqscan = off set selfsame.audit_integrating = 'on' as $$
declare
    first bigint;
begin
    perform pg_advisory_xact_lock(x'5e1f5a3ea0d17001'::bigint);
    with taken as (delete from audit_pending where ticket > 0 returning *)
    select audit_append(array_agg(recorded_at order by ticket), array_agg(kind order by ticket),
        array_agg(subject order by ticket), array_agg(entry order by ticket), array_agg(salt order by ticket),
        array_agg(commitment order by ticket))
    into first from taken having count(*) > 0;
end
$$;

create function audit_pending_is_only_integrated() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' or current_setting('selfsame.audit_integrating', true) is distinct from 'on' then
        raise exception 'the audit trail is append-only';
    end if;
    return null;
end
$$;

create trigger audit_pending_only_integrated before update or delete or truncate on audit_pending
    for each statement execute function audit_pending_is_only_integrated();

-- The one way to erase: all that an entry says goes, its commitment and the tree stay.
create function audit_erase(indexes bigint[], by bigint) returns void language sql
    set selfsame.audit_erasing = 'on' as $$
    update audit_entry set recorded_at = null, kind = null, subject = null, entry = null, salt = null, erased_by = by
    where index = any (indexes)
$$;

create function audit_entry_is_kept_or_erased() returns trigger language plpgsql as $$
begin
    if current_setting('selfsame.audit_erasing', true) is distinct from 'on' or old.erased_by is not null
            or new.erased_by is null or new.index <> old.index or new.commitment <> old.commitment then
        raise exception 'the audit trail is append-only';
    end if;
    return new;
end
$$;

drop trigger audit_entry_append_only on audit_entry;
create trigger audit_entry_append_only before delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();
create trigger audit_entry_kept_or_erased before update on audit_entry
    for each row execute function audit_entry_is_kept_or_erased();

-- Signed statements of what the tree was, each about a tree that only adds to the one before.
create table audit_checkpoint (
    size      bigint primary key check (size >= 0),
    root      bytea not null check (length(root) = 32),
    signed_at timestamptz not null,
    -- The signed note, byte for byte.
    note      text not null
);

create trigger audit_checkpoint_append_only before update or delete or truncate on audit_checkpoint
    for each statement execute function audit_is_append_only();

-- What witnesses signed: lines to be put below the note.
create table audit_cosignature (
    size        bigint not null references audit_checkpoint (size),
    -- Verifier key of the witness.
    witness     text not null,
    line        text not null,
    received_at timestamptz not null,
    primary key (size, witness)
);

create trigger audit_cosignature_append_only before update or delete or truncate on audit_cosignature
    for each statement execute function audit_is_append_only();
