-- When this studio last swept away what has been kept long enough: one row. The first sweep is a day after this.
create table retention_sweep (
    single   boolean primary key default true check (single),
    begun_at timestamptz,
    ended_at timestamptz not null
);
insert into retention_sweep (ended_at) values (now());

-- Why a likeness ended: its owner withdrew, or nobody ever agreed to it, or nobody used it.
alter table consent_likeness add column ended_by text check (ended_by in ('owner', 'ungranted', 'unused'));
update consent_likeness set ended_by = 'owner' where withdrawn_at is not null;
alter table consent_likeness add constraint ended_for_a_reason check ((withdrawn_at is null) = (ended_by is null));
create index on consent_likeness (withdrawn_at);
create index on consent_authorization (likeness_id, issued_at);
create index on consent_authorization (issued_at);
create index on consent_decision (decided_at);

-- What became of an ended likeness, signed: one each, replaced once when nothing is left of it.
create table deletion_certificate (
    likeness_id uuid primary key references consent_likeness,
    -- The signed note, byte for byte.
    note        text not null,
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    issued_at   timestamptz not null,
    complete    boolean not null
);

-- Where a clock starts that could not be read off the rows before.
alter table sealed_output
    add column withdrawn_at timestamptz,
    add column file_erased_at timestamptz;
update sealed_output o set withdrawn_at = coalesce(l.withdrawn_at, now())
    from consent_likeness l where l.id = o.likeness_id and o.state = 'WITHDRAWN';
create index on sealed_output (withdrawn_at) where state = 'WITHDRAWN' and file_erased_at is null;

alter table render
    add column ended_at timestamptz,
    add column scratch_erased_at timestamptz;
update render set ended_at = now() where state not in ('RENDERING', 'SEALING');
create index on render (ended_at) where scratch_erased_at is null;

alter table work_event add column happened_at timestamptz not null default now();
create index on work_event (happened_at);

alter table identity_verification add column media_erased_at timestamptz;
