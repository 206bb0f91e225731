-- A use may rely on a talent release: which use of it was asked for, and how long the result is.
alter table consent_authorization
    add column release_use uuid,
    add column length_us   bigint,
    add constraint release_use_with_length check ((release_use is null) = (length_us is null)),
    add constraint length_not_negative check (length_us >= 0);

alter table performance add column release_use uuid;

alter table render
    add column release_use uuid,
    add column length_us   bigint,
    add constraint release_use_with_length check ((release_use is null) = (length_us is null));

-- Who had the output made and may fetch it is no longer always the person it shows.
alter table sealed_output rename column owner_id to requester_id;
alter index sealed_output_of_owner rename to sealed_output_of_requester;
alter table sealed_output add column release_use uuid;
