-- What an output rests on, for whoever had it made and whom it shows. Outputs of before this was written down have none.
alter table output_disclosure
  -- Public name of the key that the invisible mark was made with.
  add column mark_key text,
  -- The audit log's entry of the permission: its commitment, and its place in the tree.
  add column decision_sha256 text check (decision_sha256 ~ '^[0-9a-f]{64}$'),
  add column decision_index bigint,
  add column release_id uuid,
  -- Codes of what the law of some place asks to be told besides.
  add column notices text[] not null default '{}',
  -- How the model that drew it was made; null where the model is not this studio's.
  add column model jsonb;

-- What an operator has to look after. Ids and codes only.
create table operator_alert (
  id uuid primary key,
  kind text not null,
  subject text not null,
  details text[] not null,
  raised_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  unique (kind, subject),
  check ((acknowledged_at is null) = (acknowledged_by is null))
);

create index operator_alert_open on operator_alert (raised_at) where acknowledged_at is null;
