-- Videos, other than enrolled footage, in which the verified person was found again: driving takes, and plates to be drawn
-- into. Video and face track lie in the vault under the likeness's data key.
create table verified_recording (
    id           uuid primary key,
    person       uuid        not null,
    likeness     uuid        not null,
    data_key     uuid        not null,
    purpose      text        not null check (purpose in ('take', 'plates')),
    video        text        not null,
    video_sha256 text        not null check (video_sha256 ~ '^[0-9a-f]{64}$'),
    -- Pictures per second, as a fraction.
    rate_numerator   int     not null,
    rate_denominator int     not null,
    frames       int         not null,
    withdrawn    boolean     not null default false,
    verified_at  timestamptz not null
);

create index verified_recording_by_likeness on verified_recording (likeness);

-- A performance is more than a script: a sound, a driving take, or the person's own video with new words.
alter table performance
    add column kind             text not null default 'script' check (kind in ('script', 'sound', 'take', 'relip')),
    add column voice            text not null default 'synthetic' check (voice in ('synthetic', 'own', 'other')),
    add column rest             text check (rest in ('play-on', 'cut')),
    add column authorization_id uuid,
    add column files            jsonb not null default '{}',
    add column reasons          jsonb,
    add column ended_at         timestamptz;
alter table performance drop constraint performance_state_check;
alter table performance add constraint performance_state_check
    check (state in ('receiving', 'speaking', 'preparing', 'ready', 'refused', 'failed', 'withdrawn'));
update performance set state = 'failed', ended_at = now(), problem = jsonb_build_object(
        'stage', 'performance',
        'cause', 'The studio was updated while the script was being spoken.',
        'consequence', 'Nothing was prepared.',
        'remedy', 'Send the script again.')
    where state = 'speaking';

create index performance_by_end on performance (ended_at) where state in ('refused', 'failed');

-- Drawn pieces of renders, found again by the hash over everything they depend on. Sealed with the likeness's data key. A
-- row is there before its object, so that an object is never without one; it has its address once it is drawn.
create table drawn_segment (
    object_key  text primary key,
    likeness_id uuid        not null,
    address     text        check (address ~ '^[0-9a-f]{64}$'),
    used_at     timestamptz not null,
    withdrawn   boolean     not null default false,
    unique (likeness_id, address)
);

create index drawn_segment_by_use on drawn_segment (used_at) where not withdrawn;

alter table render_segment add column reused boolean not null default false;
create index render_segment_by_object on render_segment (object_key);

-- What will come of a render, known before anything is drawn.
alter table render add column preflight jsonb;

-- The same asked for by itself: planned, and nothing drawn.
create table preflight (
    id               uuid primary key,
    requester        uuid        not null,
    performance_id   uuid        not null,
    likeness_id      uuid        not null,
    authorization_id uuid        not null,
    state            text        not null check (state in ('planning', 'done', 'failed', 'refused')),
    report           jsonb,
    problem          jsonb,
    asked_at         timestamptz not null
);

create index preflight_running on preflight (likeness_id) where state = 'planning';
