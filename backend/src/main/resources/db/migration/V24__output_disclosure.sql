-- Not public but for the manifest, which stands in the file. The audit log's entry is found by the output's id.
create table output_disclosure (
  output_id text primary key references sealed_output (output_id) on delete cascade,
  manifest_id text not null unique,
  manifest bytea not null,
  picture_print bytea not null,
  sound_print bytea,
  label text not null,
  language text not null,
  authorization_id uuid not null,
  training_authorization_id uuid
);
