create table inspection (
  id uuid primary key,
  data_key_id uuid not null,
  state text not null check (state in ('INSPECTING', 'DONE', 'FAILED')),
  report jsonb,
  problem jsonb,
  asked_at timestamptz not null,
  check ((state = 'DONE') = (report is not null)),
  check ((state = 'FAILED') = (problem is not null))
);
create index inspection_by_age on inspection (asked_at);
