create table sealed_output (
  output_id text primary key check (output_id ~ '^[0-9a-f]{16}$'),
  render_id uuid not null unique,
  likeness_id uuid not null,
  owner_id uuid not null,
  file_bytes bigint not null check (file_bytes > 0),
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  manifest_sha256 text not null check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('IN_FORCE', 'WITHDRAWN', 'TAKEN_DOWN')),
  sealed_at timestamptz not null
);
create index sealed_output_of_likeness on sealed_output (likeness_id);
create index sealed_output_of_owner on sealed_output (owner_id, sealed_at desc);
