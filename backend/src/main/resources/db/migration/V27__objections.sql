-- A cause that lasts, or comes back, is told anew once its last alert was acknowledged.
alter table operator_alert drop constraint operator_alert_kind_subject_key;
create unique index operator_alert_untold on operator_alert (kind, subject) where acknowledged_at is null;
create index operator_alert_by_cause on operator_alert (kind, subject);

-- Whoever had an output made, or whom it shows, says that a case should not keep it down. What they wrote is sealed
-- under the case's data key.
create table takedown_objection (
  id uuid primary key,
  case_id uuid not null references takedown_case (id) on delete cascade,
  output_id text not null references sealed_output (output_id) on delete cascade,
  person_id uuid not null,
  -- Else they are the one who had it made.
  person_shown boolean not null,
  received_at timestamptz not null,
  unique (case_id, output_id, person_id)
);
create index takedown_objection_by_output on takedown_objection (output_id);
