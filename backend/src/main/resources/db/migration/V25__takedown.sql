-- Claims that something made here must go, what they were found to be about, and what became of it.
create table takedown_case (
  id uuid primary key,
  -- Of the secret that its claimant follows it with.
  key_sha256 text not null check (key_sha256 ~ '^[0-9a-f]{64}$'),
  -- Locks what the claimant wrote and what was answered.
  data_key_id uuid not null,
  kind text not null check (kind in ('WITHOUT_CONSENT', 'INTIMATE', 'MINOR', 'COPYRIGHT', 'OTHER')),
  claimant text not null check (claimant in ('PERSON_SHOWN', 'FOR_PERSON_SHOWN', 'SOMEBODY_ELSE')),
  state text not null check (state in ('OPEN', 'HELD', 'GRANTED', 'REFUSED')),
  search text not null check (search in ('NONE', 'SEARCHING', 'DONE', 'FAILED')),
  -- Locks the file that came with it, while that is there.
  file_key_id uuid,
  search_problem jsonb,
  received_at timestamptz not null,
  due_at timestamptz not null,
  warned_at timestamptz,
  overdue_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  -- Since when nothing is left of a granted one but that it was granted, and for what.
  forgotten_at timestamptz,
  check ((decided_at is null) = (state in ('OPEN', 'HELD')))
);
create index takedown_case_undecided on takedown_case (due_at) where state in ('OPEN', 'HELD');
create index takedown_case_decided on takedown_case (decided_at) where forgotten_at is null;

create table takedown_match (
  case_id uuid not null references takedown_case (id) on delete cascade,
  output_id text not null references sealed_output (output_id) on delete cascade,
  found_by text not null check (found_by in ('MARK', 'CREDENTIALS', 'FINGERPRINT', 'NAMED', 'LIKENESS')),
  -- The file that came with the claim shows what was sealed.
  sure boolean not null,
  -- This case wants it not to be shown, for now or for good.
  down boolean not null default false,
  primary key (case_id, output_id)
);
create index takedown_match_by_output on takedown_match (output_id);

create table takedown_likeness (
  case_id uuid not null references takedown_case (id) on delete cascade,
  likeness_id uuid not null references consent_likeness (id),
  primary key (case_id, likeness_id)
);
create index takedown_likeness_by_likeness on takedown_likeness (likeness_id);

-- Since when by a decision, not only held.
alter table sealed_output add column taken_down_at timestamptz;
create index on sealed_output (least(withdrawn_at, taken_down_at)) where file_erased_at is null;
create index on sealed_output (output_id) where state = 'TAKEN_DOWN';

alter table consent_likeness add column taken_down_at timestamptz;
