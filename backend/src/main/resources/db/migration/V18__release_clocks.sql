-- When a clock erased the papers of a release that was over; drafts go with their rows.
alter table talent_release add column papers_erased_at timestamptz;
