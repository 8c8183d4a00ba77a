-- Dossiers by agency and status (TallyStore.ByStatusAsync), read from the index alone. A step that changes the status touches the indexes: two of a
-- dossier's eight acts or so.
create index dossier_competent_status on dossier (competent_agency, status);

-- What ended in a time, over all agencies (ListDossiers by ended_at). Of one agency: dossier_competent_ended.
create index dossier_ended on dossier (ended_at, id) where ended_at is not null;
