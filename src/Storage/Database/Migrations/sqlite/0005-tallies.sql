-- What an officer ended lately (TallyStore.OfficerAsync): rules about batches of results within a minute ask for it at each end.
-- Of a dossier's events only its end is in it, so a step does not touch it.
create index event_ended_by on event (actor, recorded_at) where kind in ('settled', 'returned');

-- An agency's month (TallyStore.AgencyAsync): what it ended, and of that late.
create index dossier_competent_ended on dossier (competent_agency, ended_at, due_at) where ended_at is not null;

-- What an agency has open beyond its appointment (TallyStore.AgencyAsync).
create index dossier_competent_open on dossier (competent_agency, due_at) where ended_at is null;
